/** Warnings about significant differences, which the authorities of both parties get as entries of the journal. */
import { expect, it } from 'vitest';
import { differenceWarnings } from '../../../src/manifests/differences/difference-warning.ts';
import { STEP_NAMES } from '../../../src/manifests/rules/manifest.ts';
import { inState } from '../rules/documents.ts';

const THRESHOLD = { shareBasisPoints: 50, floorGrams: 20_000 };
const AT = '2026-09-01T00:00:00.000Z';
const warnings = (document: Parameters<typeof differenceWarnings>[0], step: (typeof STEP_NAMES)[number]) =>
  differenceWarnings(document, { step, at: AT }, THRESHOLD);

it('a decision with a significant difference warns with what was sent, weighed and refused', () => {
  const document = { ...inState('rejected'), significantDifference: true };
  const [line, ...others] = document.lines.map((one) => ({ ...one, weighedGrams: 900, refusedGrams: 300 }));
  if (line === undefined) throw new Error('a manifest has lines');
  const lines = [{ ...line, massGrams: 1_000 }];
  expect(others.length).toBeGreaterThan(0);
  for (const step of ['accept', 'accept_partially', 'reject'] as const) {
    expect(warnings({ ...document, lines }, step)).toEqual([
      {
        step,
        at: AT,
        code: 'significant-difference',
        facts: { sentGrams: 1_000, weighedGrams: 900, refusedGrams: 300 },
      },
    ]);
  }
  expect(warnings({ ...document, significantDifference: false }, 'accept')).toEqual([]);
});

it('a closing warns when lines came back with another mass than was refused, beyond the threshold', () => {
  const document = inState('rejected');
  const [line] = document.lines;
  if (line === undefined) throw new Error('a manifest has lines');
  const closed = (returnedGrams: number) => ({
    ...document,
    lines: [{ ...line, refusedGrams: 1_000_000, refusedPieces: 60, returnedGrams, returnedPieces: 60 }],
  });
  expect(warnings(closed(979_999), 'close')).toMatchObject([
    { code: 'return-differs', facts: { refusedGrams: 1_000_000, returnedGrams: 979_999 } },
  ]);
  expect(warnings(closed(980_000), 'close')).toEqual([]);
});

it('no other step warns of differences', () => {
  const document = { ...inState('rejected'), significantDifference: true };
  const silent = STEP_NAMES.filter((step) => warnings(document, step).length === 0);
  expect(STEP_NAMES.filter((step) => !silent.includes(step))).toEqual(
    expect.arrayContaining(['accept', 'accept_partially', 'reject']),
  );
  expect(silent).toContain('dispute');
});
