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
import { draft, inputOf, inState, minute, NUMBER, walk } from './documents.ts';

const ROLES: Role[] = ['consignor', 'carrier', 'receiver', 'national'];
const SIDES: Side[] = ['origin', 'destination', 'national'];

/** A manifest in a state, complete for the step: it has a number, except for the step that sets the number. */
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

  it('refuses a foreign role first, then a foreign side, then a state that does not allow it', () => {
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
    const kinds = STEP_NAMES.map((step) => MANIFEST_STEPS[step].entryKind);
    expect(new Set(kinds).size).toBe(STEP_NAMES.length);
  });
});

describe('a version', () => {
  it('begins with submission and grows by one with every step', () => {
    expect(inState('submitted').version).toBe(1);
    expect(inState('arrived').version).toBe(5);
    expect(inState('closed').version).toBe(7);
  });

  it('stays 0 while no other system has the manifest', () => {
    expect(inState('offline_paper').version).toBe(0);
    expect(inState('cancelled').version).toBe(0);
    expect(walk(['register_paper', 'cancel']).version).toBe(0);
    expect(walk(['register_paper', 'backfill']).version).toBe(1);
    expect(walk(['submit', 'cancel']).version).toBe(2);
  });
});

describe('the number', () => {
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
  ] as [ManifestStep[], string][])('is, after %j, %s', (steps, numbering) => {
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

  it('of what was carried on paper lies before its backfilling', () => {
    const backfilled = take(
      'backfill',
      inState('offline_paper'),
      inputOf('backfill', draft, minute(90)),
      ownerOf('backfill'),
    );
    expect(take('hand_over', backfilled, { at: minute(10) }, ownerOf('hand_over')).handedOverAt).toBe(minute(10));
  });
});

describe('the digest', () => {
  it('is a SHA-256 that does not depend on the order of fields', () => {
    expect(digestOf(draft)).toMatch(/^[0-9a-f]{64}$/);
    const shuffled = Object.fromEntries(Object.entries(draft).toReversed()) as unknown as ManifestDocument;
    expect(digestOf(shuffled)).toBe(digestOf(draft));
  });

  it('of a load of batteries stays that of earlier releases, which partners hold', () => {
    const digests = (['submitted', 'accepted', 'closed'] as const).map((state) => digestOf(inState(state)));
    expect(digests).toEqual([
      '0594a26004e3f5989f4dd2e6d72066a7aed07cf41318a0fd3131b572a2978d0e',
      'c8cb1af44c545a49e48882332bd16c2659c9c2be611868b353d37993bc92831b',
      'c6b5da32dc32d4b6aa6b7ec10f9328a0b06e52742dc63bf690456394d606fd70',
    ]);
  });

  it('changes with every field', () => {
    const closed = inState('closed');
    for (const field of Object.keys(closed)) {
      expect(digestOf({ ...closed, [field]: 'other' }), field).not.toBe(digestOf(closed));
    }
  });
});
