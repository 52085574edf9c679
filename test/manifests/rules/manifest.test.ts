import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  digestOf,
  MANIFEST_STATES,
  type ManifestDocument,
  numberingOf,
} from '../../../src/manifests/rules/document.ts';
import {
  MANIFEST_STEPS,
  ownerOf,
  type Role,
  type Side,
  STEP_NAMES,
  STEPS,
  take,
} from '../../../src/manifests/rules/manifest.ts';
import type { ManifestStep } from '../../../src/manifests/rules/step.ts';
import { ALLOWED } from './allowed-steps.ts';
import { draft, HALF, inputOf, inState, minute, NUMBER, walk } from './documents.ts';

const ROLES: Role[] = ['consignor', 'carrier', 'receiver', 'national'];
const SIDES: Side[] = ['origin', 'destination', 'national'];

/** A manifest in a state that lacks nothing the step could want: the number is there for a hand-over, and nowhere else. */
function ready(state: (typeof MANIFEST_STATES)[number], step: ManifestStep): ManifestDocument {
  const document = inState(state);
  return { ...document, number: step === 'number' ? null : NUMBER };
}

function outcome(act: () => ManifestDocument): string {
  try {
    return act().state;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe('the table of steps', () => {
  it.each(MANIFEST_STATES)(
    'lets exactly the allowed steps be taken of %s, by their role and on their side',
    (state) => {
      const cells = STEP_NAMES.flatMap((step) =>
        ROLES.flatMap((role) =>
          SIDES.map((side) => {
            const document = ready(state, step);
            const input = inputOf(step, document);
            return {
              cell: `${state} ${step} ${role} ${side}`,
              to: outcome(() => take(step, document, input, { roles: [role], sides: [side] })),
            };
          }),
        ),
      );
      const taken = cells.filter(({ to }) => !to.startsWith('manifest-')).map(({ cell, to }) => `${cell} ${to}`);
      expect(taken.toSorted()).toEqual(ALLOWED.filter((line) => line.startsWith(`${state} `)).toSorted());
      expect(cells).toHaveLength(13 * 4 * 3);
    },
  );

  it('tells a stranger to the step from a system that does not own it from a state that does not allow it', () => {
    const arrived = inState('arrived');
    const accept = (by: { roles: Role[]; sides: Side[] }) =>
      outcome(() => take('accept', arrived, inputOf('accept', arrived), by));
    expect(accept({ roles: ['carrier'], sides: ['destination'] })).toBe('manifest-not-your-step');
    expect(accept({ roles: ['receiver'], sides: ['origin'] })).toBe('manifest-step-elsewhere');
    expect(outcome(() => take('close', arrived, inputOf('close', arrived), ownerOf('close')))).toBe(
      'manifest-step-not-allowed',
    );
  });

  it('lets one organisation take the steps of all its roles', () => {
    const by = { roles: ['consignor', 'carrier'] as Role[], sides: ['origin', 'destination'] as Side[] };
    const handed = inState('handed_over');
    expect(take('depart', handed, inputOf('depart', handed), by).state).toBe('in_transit');
  });

  it('leaves every state by one side only, so that no version is taken twice', () => {
    for (const state of MANIFEST_STATES) {
      const steps = Object.keys(STEPS[state]) as ManifestStep[];
      const sides = new Set(steps.map((step) => (step === 'number' ? 'origin' : MANIFEST_STEPS[step].ownedBy)));
      expect([...sides].length, state).toBeLessThanOrEqual(1);
    }
  });

  it('gives every step a name of its own in the journal', () => {
    const kinds = STEP_NAMES.map((step) => MANIFEST_STEPS[step].journalKind);
    expect(new Set(kinds).size).toBe(STEP_NAMES.length);
  });
});

describe('a version', () => {
  it('begins with submission and grows by one with every step', () => {
    expect(inState('submitted').version).toBe(1);
    expect(inState('arrived').version).toBe(5);
    expect(inState('closed').version).toBe(7);
  });

  it('stays nothing while nobody else has the manifest', () => {
    expect(inState('offline_paper').version).toBe(0);
    expect(inState('cancelled').version).toBe(0);
    expect(walk(['register_paper', 'cancel']).version).toBe(0);
    expect(walk(['register_paper', 'backfill']).version).toBe(1);
    expect(walk(['submit', 'cancel']).version).toBe(2);
  });
});

describe('the number', () => {
  it('is needed to hand over, unless the load travels on paper', () => {
    expect(() => walk(['submit', 'hand_over'])).toThrow('manifest-number-needed');
    expect(walk(['register_paper', 'backfill', 'hand_over']).state).toBe('handed_over');
  });

  it('is issued once and has 14 digits', () => {
    expect(() => walk(['submit', 'number', 'number'])).toThrow('manifest-numbered-already');
    const submitted = inState('submitted');
    const wrong = { at: minute(3), number: '2026450100001' };
    expect(() => take('number', submitted, wrong, ownerOf('number'))).toThrow('manifest-number-invalid');
  });

  it('is dated by another clock and may come earlier or later than the steps around it', () => {
    const numbered = take('number', inState('submitted'), { at: minute(500), number: NUMBER }, ownerOf('number'));
    expect(take('hand_over', numbered, { at: minute(10) }, ownerOf('hand_over')).state).toBe('handed_over');
  });

  it.each([
    [[], 'draft'],
    [['submit'], 'pending'],
    [['submit', 'number'], 'issued'],
    [['register_paper'], 'paper'],
    [['register_paper', 'backfill', 'number'], 'issued'],
  ] as [ManifestStep[], string][])('stands after %j as %s', (steps, numbering) => {
    expect(numberingOf(walk(steps))).toBe(numbering);
  });
});

describe('time', () => {
  it('does not run backwards from step to step', () => {
    const submitted = take('submit', draft, inputOf('submit', draft, minute(9)), ownerOf('submit'));
    const numbered = take('number', submitted, { at: minute(1), number: NUMBER }, ownerOf('number'));
    expect(() => take('hand_over', numbered, { at: minute(8) }, ownerOf('hand_over'))).toThrow(
      'manifest-step-too-early',
    );
    expect(take('hand_over', numbered, { at: minute(9) }, ownerOf('hand_over')).handedOverAt).toBe(minute(9));
  });

  it('of what was carried on paper lies before its back-filling', () => {
    const backfilled = take(
      'backfill',
      inState('offline_paper'),
      inputOf('backfill', draft, minute(90)),
      ownerOf('backfill'),
    );
    expect(take('hand_over', backfilled, { at: minute(10) }, ownerOf('hand_over')).handedOverAt).toBe(minute(10));
  });
});

describe('a decision', () => {
  const arrived = inState('arrived');
  const decide = (step: 'accept' | 'accept_partially' | 'reject', lines: typeof HALF) =>
    take(step, arrived, { ...inputOf('accept', arrived), lines }, ownerOf(step));

  it('writes accepted, refused and weighed on every line', () => {
    const { lines } = decide('accept_partially', HALF);
    expect(
      lines.map(({ weighedGrams, acceptedGrams, refusedGrams }) => [weighedGrams, acceptedGrams, refusedGrams]),
    ).toEqual([
      [1_600_000, 1_600_000, 0],
      [70_000, 0, 70_000],
    ]);
  });

  it.each(['accept', 'reject'] as const)('of a part is not told as %s', (step) => {
    expect(() => decide(step, HALF)).toThrow('manifest-decision-contradicts');
  });

  it('of all is not told as a part', () => {
    const all = HALF.map((line) => ({
      ...line,
      refusedGrams: 0,
      refusedPieces: 0,
      acceptedGrams: 5,
      treatmentMethod: 'R4',
    }));
    expect(() => decide('accept_partially', all)).toThrow('manifest-decision-contradicts');
  });

  it('names every line once', () => {
    const [first, second] = HALF;
    if (!first || !second) throw new Error('there are two lines');
    for (const lines of [[first], [first, first], [first, second, { ...second, line: 3 }]]) {
      expect(() => decide('accept_partially', lines)).toThrow('manifest-lines-mismatch');
    }
    expect(decide('accept_partially', [second, first]).state).toBe('partially_accepted');
  });

  it('names a treatment method where something is accepted, and only there', () => {
    const none = HALF.map((line) => ({ ...line, treatmentMethod: null }));
    const everywhere = HALF.map((line) => ({ ...line, treatmentMethod: 'R4' }));
    expect(() => decide('accept_partially', none)).toThrow('manifest-method-missing');
    expect(() => decide('accept_partially', everywhere)).toThrow('manifest-method-missing');
  });
});

describe('closing', () => {
  it('says of every refused line what came back, and of no other', () => {
    const part = inState('partially_accepted');
    const close = (lines: { line: number; returnedGrams: number; returnedPieces: number }[]) =>
      take('close', part, { at: minute(99), lines, remarks: null }, ownerOf('close'));
    const second = { line: 2, returnedGrams: 69_000, returnedPieces: 9 };
    expect(() => close([])).toThrow('manifest-lines-mismatch');
    expect(() => close([second, { ...second, line: 1 }])).toThrow('manifest-lines-mismatch');
    expect(close([second]).lines.map(({ returnedGrams }) => returnedGrams)).toEqual([null, 69_000]);
  });
});

describe('the digest', () => {
  it('is a SHA-256 that does not depend on the order of fields', () => {
    expect(digestOf(draft)).toMatch(/^[0-9a-f]{64}$/);
    const shuffled = Object.fromEntries(Object.entries(draft).toReversed()) as unknown as ManifestDocument;
    expect(digestOf(shuffled)).toBe(digestOf(draft));
  });

  it('changes with every field', () => {
    const closed = inState('closed');
    for (const field of Object.keys(closed)) {
      expect(digestOf({ ...closed, [field]: 'other' }), field).not.toBe(digestOf(closed));
    }
  });
});
