import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MANIFEST_STATES, type ManifestDocument } from '../../../src/manifests/rules/document.ts';
import { nextState, ownerOf, STEP_NAMES, take } from '../../../src/manifests/rules/manifest.ts';
import type { ManifestStep } from '../../../src/manifests/rules/step.ts';
import { draft, inputOf, minute } from './documents.ts';
import { type Nullable, SET_IN } from './set-members.ts';

const NULLABLE = Object.entries(draft).flatMap(([member, value]) => (value === null ? [member as Nullable] : []));
const choice = fc.record({ pick: fc.nat(60), words: fc.constantFrom(null, '说明') });
type Choice = { readonly pick: number; readonly words: string | null };

const possible = ({ state, number, paper }: ManifestDocument): ManifestStep[] =>
  STEP_NAMES.filter(
    (step) =>
      nextState(state, step) !== undefined &&
      !(step === 'number' && number !== null) &&
      !(step === 'hand_over' && number === null && paper === null),
  );

/** Takes random steps with random texts, and returns every document on the way. */
function walkBy(choices: readonly Choice[]): ManifestDocument[] {
  const documents = [draft];
  for (const [n, { pick, words }] of choices.entries()) {
    const document = documents.at(-1) ?? draft;
    const steps = possible(document);
    const step = steps[pick % steps.length];
    if (step === undefined) break;
    const input = inputOf(step, document, minute(n));
    const remarks = 'remarks' in input ? { remarks: words } : {};
    const reason = step === 'cancel' ? { reason: words } : {};
    documents.push(take(step, document, { ...input, ...remarks, ...reason }, ownerOf(step)));
  }
  return documents;
}

const walks = fc.array(choice, { minLength: 9, maxLength: 12 }).map(walkBy);

describe('the members of a manifest', () => {
  it('are set and empty in every state as its row demands, on every walk', () => {
    fc.assert(
      fc.property(walks, (documents) => {
        for (const document of documents) {
          const { required, empty } = SET_IN[document.state];
          expect(
            required.filter((member) => document[member] === null),
            document.state,
          ).toEqual([]);
          expect(
            empty.filter((member) => document[member] !== null),
            document.state,
          ).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(MANIFEST_STATES)('are free in the state %s only when they are seen set and empty', (state) => {
    const { required, empty } = SET_IN[state];
    const free = NULLABLE.filter((member) => !required.includes(member) && !empty.includes(member));
    const seen = SEEN.filter((document) => document.state === state);
    const both = NULLABLE.filter((member) => new Set(seen.map((document) => document[member] === null)).size === 2);
    expect(free).toEqual(both);
  });
});

const SEEN = fc.sample(walks, { seed: 1, numRuns: 3_000 }).flat();
