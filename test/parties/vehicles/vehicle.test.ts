import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  LICENCE_STATES,
  LICENCE_STEPS,
  type LicenceChange,
  licenceStateOn,
  nextLicenceState,
} from '../../../src/parties/status/licence-state.ts';
import { odditiesOf, plateOf, unregisteredAmong } from '../../../src/parties/vehicles/vehicle.ts';

function outcome(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('a plate', () => {
  it('is the same however it is written', () => {
    const written = [
      '桂A12345',
      '桂a·12345',
      ' 桂A 12345 ',
      '桂A-12345',
      '桂Ａ１２３４５',
      '桂A‧12345',
      '桂A\u200b12345',
    ];
    expect(written.map(plateOf)).toEqual(written.map(() => '桂A12345'));
  });

  it.each([
    ['桂A12345', false, []],
    ['桂A1234挂', true, []],
    ['桂A1234挂', false, ['plate-of-trailer']],
    ['桂A12345', true, ['plate-not-of-trailer']],
    ['WJ12345', false, ['plate-form']],
  ])('%s of a trailer: %s is told as %j', (plate, trailer, told) => {
    expect(odditiesOf({ plate, plateColor: null, trailer })).toEqual(told);
  });
});

describe('the colour of a plate', () => {
  it.each([
    ['桂A12345', false, 'yellow', []],
    ['桂A12345', false, 'blue', []],
    ['桂A12345', false, 'green', ['plate-color']],
    ['桂A12345', false, 'yellow-green', ['plate-color']],
    ['桂A1234挂', true, 'yellow', []],
    ['桂A1234挂', true, 'blue', ['plate-color']],
    ['桂A1234挂', false, 'blue', ['plate-of-trailer', 'plate-color']],
    ['桂AD12345', false, 'green', []],
    ['桂AD12345', false, 'blue', ['plate-color']],
    ['桂A12345D', false, 'yellow-green', []],
    ['桂A12345D', false, 'green', ['plate-color']],
    ['桂A1234警', false, 'white', []],
    ['桂A1234警', false, 'blue', ['plate-color']],
    ['粤Z1234港', false, 'black', []],
    ['桂A1234学', false, 'yellow', []],
    ['WJ12345', false, 'white', ['plate-form']],
  ] as const)('%s (trailer: %s) in %s is told as %j', (plate, trailer, plateColor, told) => {
    expect(odditiesOf({ plate, plateColor, trailer })).toEqual(told);
  });
});

describe('the permit of a vehicle', () => {
  const permit = (plate: string, permitValidFrom: string, permitValidTo: string) => {
    return { plate, permitValidFrom, permitValidTo };
  };
  const known = [permit('桂A12345', '2025-01-01', '2026-01-01'), permit('桂A12345', '2026-03-01', '2027-01-01')];

  it.each([
    ['2024-12-31', 'vehicle-permit-expired'],
    ['2025-01-01', []],
    ['2025-12-31', []],
    ['2026-01-01', 'vehicle-permit-expired'],
    ['2026-03-01', []],
    ['2027-01-01', 'vehicle-permit-expired'],
  ])('on %s is judged as %j', (on, told) => {
    expect(outcome(() => unregisteredAmong(['桂A·12345'], known, on))).toEqual(told);
  });

  it('is not asked of a vehicle that nobody registered, which is told', () => {
    expect(unregisteredAmong(['桂A12345', '桂B99999'], known, '2026-04-01')).toEqual(['桂B99999']);
  });
});

describe('the life of a licence', () => {
  /** The allowed cells, written out a second time. */
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

  it('does not run backwards, neither before the licence nor before the last step', () => {
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
