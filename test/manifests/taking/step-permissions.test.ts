import { describe, expect, it } from 'vitest';
import type { UserStep } from '../../../src/manifests/rules/command.ts';
import { MANIFEST_STATES } from '../../../src/manifests/rules/document.ts';
import { MANIFEST_STEPS, STEP_NAMES, STEPS } from '../../../src/manifests/rules/manifest.ts';
import type { ManifestStep } from '../../../src/manifests/rules/step.ts';
import { AWAITED, MAY, type May, mayTake, type PartyState } from '../../../src/manifests/taking/step-permissions.ts';
import { PARTY_STATES } from '../../../src/parties/status/party-state.ts';
import { rowsIn } from '../../docs/pages.ts';

const USER_STEPS = STEP_NAMES.filter((step): step is UserStep => step !== 'number');
const ENDING = ['arrive', 'reject', 'close', 'cancel'];

/** Allowed steps, written a second time: by state, for a load that is not begun, and for one begun while active. */
const ALLOWED: Record<PartyState, { readonly any: readonly string[]; readonly begun: readonly string[] }> = {
  registered: { any: ENDING, begun: [] },
  under_review: { any: ENDING, begun: [] },
  active: { any: USER_STEPS, begun: [] },
  suspended: { any: ENDING, begun: ['depart', 'accept', 'accept_partially', 'dispute'] },
  closed: { any: ENDING, begun: ['depart'] },
};

describe('an organisation', () => {
  const states = PARTY_STATES satisfies readonly PartyState[];
  const cells = states.flatMap((state) => USER_STEPS.map((step) => [state, step] as const));

  it('has a rule for every state and step', () => {
    expect(cells).toHaveLength(5 * 12);
  });

  it.each(cells)('that is %s: %s', (state, step) => {
    const { any, begun } = ALLOWED[state];
    for (const then of [null, ...states]) {
      const allowed = any.includes(step) || (then === 'active' && begun.includes(step));
      expect(mayTake(step, state, then), `begun while ${then}`).toBe(allowed);
    }
  });
});

describe('a load that is handed over', () => {
  it.each(MANIFEST_STATES.filter((state) => !['draft', 'offline_paper', 'submitted'].includes(state)))(
    'can be led on from %s by the organisation that was suspended on the way',
    (state) => {
      const steps = (Object.keys(STEPS[state]) as ManifestStep[]).filter((step): step is UserStep => step !== 'number');
      const open = steps.filter((step) => mayTake(step, 'suspended', 'active'));
      expect(open).toEqual(steps);
    },
  );

  it.each(MANIFEST_STATES)('is never stuck in %s when an organisation is closed', (state) => {
    const steps = (Object.keys(STEPS[state]) as ManifestStep[]).filter((step) => step !== 'number');
    const open = steps.filter((step) => mayTake(step as UserStep, 'closed', 'active'));
    expect(open.length > 0).toBe(steps.length > 0);
  });
});

describe('who is waited for', () => {
  it('is each role that still has a step to take, directly or later, and the carrier as long as it has the load', () => {
    for (const role of ['consignor', 'carrier', 'receiver'] as const) {
      const own = (state: keyof typeof STEPS): boolean =>
        Object.entries(STEPS[state]).some(([step, next]) => {
          if (step === 'number') return false;
          return MANIFEST_STEPS[step as UserStep].takenBy === role || (next !== state && own(next));
        });
      const expected = MANIFEST_STATES.filter((state) => state !== 'draft' && own(state));
      const binding = role === 'consignor' ? expected : expected.filter((state) => state !== 'offline_paper');
      const carrying = role === 'carrier' ? ['in_transit'] : [];
      expect(AWAITED[role].toSorted()).toEqual([...binding, ...carrying].toSorted());
    }
  });
});

describe('the table in docs/register.md', () => {
  const GROUPS: readonly (readonly UserStep[])[] = [
    ['submit', 'register_paper', 'backfill', 'hand_over'],
    ['depart', 'accept', 'accept_partially', 'dispute'],
    ['arrive', 'reject', 'close', 'cancel'],
  ];
  const CELLS: Readonly<Record<string, (step: UserStep) => May>> = {
    yes: () => 'yes',
    no: () => 'no',
    'for loads handed over while it was active': () => 'begun',
    'depart alone, for such loads': (step) => (step === 'depart' ? 'begun' : 'no'),
  };

  it('is this one', () => {
    const documented = rowsIn('docs/register.md', 'statuses').flatMap(([states = '', ...cells]) => {
      const steps = cells.flatMap((cell, at) => (GROUPS[at] ?? []).map((step) => [step, CELLS[cell]?.(step)] as const));
      return states.split(', ').map((state) => [state, Object.fromEntries(steps)] as const);
    });
    expect(Object.fromEntries(documented)).toEqual(MAY);
  });
});
