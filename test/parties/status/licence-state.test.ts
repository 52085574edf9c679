import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  LICENCE_STATES,
  LICENCE_STEPS,
  type LicenceChange,
  licenceStateOn,
  nextLicenceState,
} from '../../../src/parties/status/licence-state.ts';

function outcome(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('the life of a licence', () => {
  /** Allowed steps, written a second time. */
  const ALLOWED = [
    'valid suspend suspended',
    'valid revoke revoked',
    'suspended reinstate valid',
    'suspended revoke revoked',
  ];
  const change = (state: LicenceChange['state'], effectiveOn: string): LicenceChange => ({
    ...{ licenceId: 'l', number: 1, step: 'suspend', state, effectiveOn, reason: 'r', actor: 'a' },
    recordedAt: new Date(0),
  });

  it('has exactly the allowed steps', () => {
    const cells = LICENCE_STATES.flatMap((state) =>
      LICENCE_STEPS.map((step) => {
        const history = { changes: [change(state, '2026-02-01')], validFrom: '2026-01-01' };
        return `${state} ${step} ${outcome(() => nextLicenceState(history, step, '2026-02-01'))}`;
      }),
    );
    expect(cells).toHaveLength(9);
    expect(cells.filter((cell) => !cell.endsWith('licence-step-not-allowed')).toSorted()).toEqual(ALLOWED.toSorted());
  });

  it('rejects effective days before the licence or before the last step', () => {
    const fresh = { changes: [], validFrom: '2026-01-01' };
    expect(outcome(() => nextLicenceState(fresh, 'suspend', '2025-12-31'))).toBe('licence-step-too-early');
    const suspended = { ...fresh, changes: [change('suspended', '2026-02-01')] };
    expect(outcome(() => nextLicenceState(suspended, 'reinstate', '2026-01-31'))).toBe('licence-step-too-early');
    expect(outcome(() => nextLicenceState(suspended, 'reinstate', '2026-02-01'))).toBe('valid');
  });

  it('is judged by the day', () => {
    const changes = [change('suspended', '2026-02-01'), change('valid', '2026-03-01'), change('revoked', '2026-04-01')];
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-04-01', '2030-01-01'];
    expect(days.map((on) => licenceStateOn(changes, on))).toEqual([
      'valid',
      'suspended',
      'suspended',
      'valid',
      'revoked',
      'revoked',
    ]);
  });
});
