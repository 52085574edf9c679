import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  decidePartyStep,
  LEADS_TO,
  mayFinish,
  NOTHING_UNFINISHED,
  nextPartyState,
  ownStateAt,
  PARTY_STATES,
  PARTY_STEPS,
  type PartyChange,
  type PartyState,
  type PartyStep,
  refuseUnfinished,
  stateAt,
} from '../../../src/parties/status/party-state.ts';

/** Allowed steps, written a second time: state, step, next state. */
const ALLOWED = [
  'registered submit under_review',
  'registered close closed',
  'under_review approve active',
  'under_review send-back registered',
  'under_review close closed',
  'active suspend suspended',
  'active close closed',
  'suspended resume active',
  'suspended close closed',
];

function outcome(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

const DAY_MS = 86_400_000;
const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * DAY_MS);

/** Changes of an organisation that these steps make, one a day from day 1. */
function live(from: PartyState, steps: readonly PartyStep[]): { state: PartyState; changes: PartyChange[] } {
  const changes: PartyChange[] = [];
  let state = from;
  for (const step of steps) {
    const next = nextPartyState(state, step);
    const number = changes.length + 1;
    changes.push({
      partyId: 'p',
      number,
      step,
      fromState: state,
      state: next,
      reason: null,
      actor: 'a',
      at: day(number),
    });
    state = next;
  }
  return { state, changes };
}

describe('the life of an organisation', () => {
  it('has exactly the allowed steps', () => {
    const cells = PARTY_STATES.flatMap((state) =>
      PARTY_STEPS.map((step) => `${state} ${step} ${outcome(() => nextPartyState(state, step))}`),
    );
    expect(cells).toHaveLength(30);
    const refused = cells.filter((cell) => cell.endsWith('party-step-not-allowed'));
    expect(refused).toHaveLength(30 - ALLOWED.length);
    expect(cells.filter((cell) => !refused.includes(cell)).toSorted()).toEqual(ALLOWED.toSorted());
  });

  it('ends when it is closed, and nowhere else', () => {
    expect(PARTY_STATES.filter((state) => Object.keys(LEADS_TO[state]).length === 0)).toEqual(['closed']);
  });
});

describe('the state at an instant', () => {
  it('is the state of the latest change by then', () => {
    const life = live('active', ['suspend', 'resume', 'close']);
    const seen = [0, 1, 1.5, 2, 3, 99].map((n) => stateAt(life, day(n)));
    expect(seen).toEqual(['active', 'suspended', 'suspended', 'active', 'closed', 'closed']);
  });

  it('is the state of registration before the first change, and always without a change', () => {
    expect(stateAt(live('registered', ['submit', 'approve']), day(-400))).toBe('registered');
    expect(stateAt({ state: 'active', changes: [] }, day(-400))).toBe('active');
  });

  it('counts for its own acts too, until it is closed for every day', () => {
    const life = live('active', ['suspend', 'resume']);
    expect([0, 1, 2].map((n) => ownStateAt(life, day(n)))).toEqual(['active', 'suspended', 'active']);
    const closed = live('active', ['suspend', 'close']);
    expect([0, 1, 2].map((n) => ownStateAt(closed, day(n)))).toEqual(['closed', 'closed', 'closed']);
    expect([0, 1, 2].map((n) => stateAt(closed, day(n)))).toEqual(['active', 'suspended', 'closed']);
  });

  it('is the current state after any history', () => {
    const step = fc.constantFrom(...PARTY_STEPS);
    fc.assert(
      fc.property(fc.constantFrom(...PARTY_STATES), fc.array(step, { maxLength: 12 }), (from, wanted) => {
        const steps: PartyStep[] = [];
        let state = from;
        for (const one of wanted) {
          const next = outcome(() => nextPartyState(state, one)) as PartyState | 'party-step-not-allowed';
          if (next === 'party-step-not-allowed') continue;
          steps.push(one);
          state = next;
        }
        const life = live(from, steps);
        expect(stateAt(life, day(1_000))).toBe(life.state);
        expect(stateAt(life, day(0))).toBe(from);
      }),
    );
  });
});

describe('finishing what was begun', () => {
  const begunAt = day(0.5);

  it.each<[PartyState, readonly PartyStep[], boolean]>([
    ['active', [], true],
    ['active', ['suspend'], true],
    ['active', ['suspend', 'resume'], true],
    ['active', ['close'], false],
    ['registered', [], false],
    ['registered', ['submit'], false],
    ['registered', ['submit', 'approve', 'suspend'], false],
  ])('is for %s after %j: %s', (from, steps, may) => {
    expect(mayFinish(live(from, steps), day(99), begunAt)).toBe(may);
  });
});

describe('a step of the authority', () => {
  const status = { id: 'p', name: 'n', ...live('registered', ['submit', 'approve']) };
  const command = { step: 'suspend', reason: 'r', actor: 'a', at: day(9), nevertheless: false } as const;
  const unfinished = { manifests: 1, batches: 0, massGrams: 0 };
  const { partyId, number, step, fromState, state, reason, actor } = decidePartyStep(status, unfinished, command);

  it('is the next change, with its reason and actor, and needs no finished business but for closing', () => {
    expect([partyId, number, step, fromState, state, reason, actor]).toEqual([
      ...['p', 3, 'suspend', 'active', 'suspended', 'r', 'a'],
    ]);
    const close = { ...command, step: 'close' } as const;
    expect(outcome(() => decidePartyStep(status, unfinished, close))).toBe('party-has-open-work');
    expect(decidePartyStep(status, unfinished, { ...close, nevertheless: true }).state).toBe('closed');
    expect(decidePartyStep(status, NOTHING_UNFINISHED, close).state).toBe('closed');
  });

  it('never counts from before the previous one', () => {
    expect([1, 2, 3].map((n) => decidePartyStep(status, unfinished, { ...command, at: day(n) }).at)).toEqual([
      ...[day(2), day(2), day(3)],
    ]);
  });

  it('is rejected in a state that does not have it', () => {
    expect(outcome(() => decidePartyStep(status, unfinished, { ...command, step: 'resume' }))).toBe(
      'party-step-not-allowed',
    );
  });
});

describe('closing', () => {
  it.each([
    [{ manifests: 0, batches: 0, massGrams: 1 }, 'party-has-open-work'],
    [{ manifests: 0, batches: 0, massGrams: 0 }, undefined],
    [{ manifests: 1, batches: 0, massGrams: 0 }, 'party-has-open-work'],
    [{ manifests: 0, batches: 1, massGrams: 0 }, 'party-has-open-work'],
  ])('with %j unfinished has the outcome %s', (unfinished, expected) => {
    expect(outcome(() => refuseUnfinished({ id: 'p', name: 'n' }, unfinished))).toBe(expected);
  });
});
