import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadIn } from '../../../src/recovery/lead.ts';
import { type Count, leadOf, NO_CONTENT } from '../../../src/recovery/lead-records.ts';
import {
  isImplausible,
  lacksContent,
  leadOfRuns,
  openRunFindings,
  type RunMovement,
  recordOfRun,
  withoutRuns,
} from '../../../src/recovery/stock/open-run.ts';

const FED: RunMovement = {
  ...{ id: '1', kind: 'feed', batchId: 'b', batchKind: 'battery', material: '900-052-31' },
  ...{ supplyKind: null, massGrams: 1_000, occurredAt: new Date('2026-10-05T00:00:00.000Z') },
};
const content = (ppm: number) => ({ ppm, moisturePpm: 0, basis: 'batch', assayId: 'a' }) as const;
const record = (kind: RunMovement['kind'], massGrams: number, ppm: number, id = '1') =>
  recordOfRun('r', { ...FED, kind, massGrams, id }, content(ppm), 'closing');

describe('the work in progress of an open run', () => {
  it('is what it was fed less what it yielded, exactly, by the content of each', () => {
    const part = fc.record({
      massGrams: fc.integer({ min: 1, max: 10 ** 9 }),
      ppm: fc.integer({ min: 0, max: 10 ** 6 }),
    });
    fc.assert(
      fc.property(fc.array(part), fc.array(part), (feeds, outputs) => {
        const records = [
          ...feeds.map(({ massGrams, ppm }) => record('feed', massGrams, ppm)),
          ...outputs.map(({ massGrams, ppm }) => record('output', massGrams, ppm)),
        ];
        const leadIs = (parts: typeof feeds) => parts.reduce((sum, one) => sum + leadIn(one.massGrams, one.ppm, 0), 0n);
        const { lead } = leadOfRuns([{ heldGrams: 0, records }], { end: 'closing', countedOn: '2026-10-31' });
        expect(lead).toBe(leadIs(feeds) - leadIs(outputs));
      }),
    );
  });

  it('has a record of its own for each end, which names the run', () => {
    const opening = recordOfRun('r', { ...FED, kind: 'output' }, content(580_000), 'opening');
    expect(opening).toMatchObject({ id: 'movement:1/opening', term: 'opening_work', subject: 'run:r', sign: -1 });
    expect(record('feed', 1, 1)).toMatchObject({ id: 'movement:1/closing', term: 'closing_work', sign: 1 });
    expect(leadOf(opening)).toBe(-leadIn(1_000, 580_000, 0));
  });

  it.each([
    ['batteries', {}, true],
    ['own intermediates', { batchKind: 'other_feed' }, true],
    ['residues', { batchKind: 'residue', kind: 'output' as const }, true],
    ['products', { batchKind: 'product', kind: 'output' as const }, true],
    ['reagents', { batchKind: 'other_feed', supplyKind: 'reagent' }, false],
    ['plastics', { batchKind: 'by_product', kind: 'output' as const }, false],
  ])('is unknown without an assay of %s: %o', (_, changes, unknown) => {
    expect(lacksContent({ ...FED, ...changes }, NO_CONTENT)).toBe(unknown);
    expect(lacksContent({ ...FED, ...changes }, content(0))).toBe(false);
  });

  it.each([
    ['none', 58_000, 42_000, false],
    ['less than none, within the uncertainty', 58_580, 40_000, false],
    ['less than none', 58_581, 40_000, true],
    ['all of its mass', 18_000, 40_000, false],
    ['more than its mass, within the uncertainty', 17_420, 40_000, false],
    ['more than its mass', 17_419, 40_000, true],
  ])('may be %s', (_, yielded, held, implausible) => {
    const records = [record('feed', 100_000, 580_000), record('output', yielded, 1_000_000)];
    expect(isImplausible(records, held, 100)).toBe(implausible);
  });
});

describe('the lines of a count of open runs', () => {
  const count = (...grams: readonly number[]): Count => ({
    ...{ id: 'c', countedOn: '2026-10-31', recordedAt: FED.occurredAt },
    lines: [
      ...grams.map((massGrams) => ({ item: 'furnace', term: 'work' as const, massGrams, leadPpm: 900_000 })),
      { item: 'slag', term: 'work', massGrams: 7, leadPpm: 20_000 },
    ],
  });
  const runs = (runGrams: number) => [
    { item: 'furnace', runGrams },
    { item: 'slag', runGrams: 0 },
  ];
  const left = (grams: readonly number[], runGrams: number) =>
    withoutRuns(count(...grams), runs(runGrams)).lines.map(({ massGrams }) => massGrams);

  it.each([
    ['count only what is beyond the runs', [100], 60, [40, 7]],
    ['count nothing twice when runs hold more', [100], 160, [0, 7]],
    ['give way in their order', [50, 50], 60, [0, 40, 7]],
    ['stay without open runs', [50, 50], 0, [50, 50, 7]],
  ])('%s', (_, grams, runGrams, expected) => {
    expect(left(grams, runGrams)).toEqual(expected);
  });
});

it('open runs are named, and much lead in them at the closing is flagged', () => {
  const at = (end: 'opening' | 'closing', grams: number) =>
    leadOfRuns([{ heldGrams: 50, records: [record('feed', grams, 1_000_000)] }], { end, countedOn: '2026-10-31' });
  const severity = (end: 'opening' | 'closing', grams: number) =>
    openRunFindings([at(end, grams)], leadIn(100_000, 1_000_000, 0), { unconfirmedShareBasisPoints: 100 });
  expect(severity('closing', 1_000)).toMatchObject([
    { code: 'OPEN_RUNS', severity: 'note', facts: { runs: 1, massGrams: 50, leadGrams: 1_000 } },
  ]);
  expect(severity('closing', 1_001)).toMatchObject([{ severity: 'flag' }]);
  expect(severity('opening', 1_001)).toMatchObject([{ severity: 'note' }]);
  expect(openRunFindings([], 0n, { unconfirmedShareBasisPoints: 100 })).toEqual([]);
});
