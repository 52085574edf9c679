import { describe, expect, it } from 'vitest';
import type { SampledClass } from '../../../src/recovery/assays/content.ts';
import { coverageFindings, coverageOf } from '../../../src/recovery/assays/coverage.ts';
import type { AssayEvidence, JudgedAssays } from '../../../src/recovery/assays/evidence.ts';
import { ofNumber } from '../../../src/recovery/fraction.ts';
import { leadIn } from '../../../src/recovery/lead.ts';
import type { LeadRecord } from '../../../src/recovery/lead-records.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const LAW = {
  classes: { seenShareBasisPoints: 10_000, toleranceBasisPoints: 200 },
  rangeOf: () => ({ minPpm: 400_000, maxPpm: 800_000 }),
};

const record = (term: LeadRecord['term'], massGrams: number, changes: Partial<LeadRecord> = {}): LeadRecord => ({
  ...{ id: 'r', term, kind: 'manifest_line', subject: 'manifest:m', batchId: 'b', material: 'm', massGrams, sign: 1 },
  ...{ ppm: 500_000, moisturePpm: 0, basis: 'supplier_class', assayId: 'a', occurredAt: AT, ...changes },
});

type Sample = { id?: string; ppm?: number; seen?: number; paper?: string | null; weak?: boolean; at?: Date };

const SUPPLIER = { supplierId: 's', material: null };
const MATERIAL = { supplierId: null, material: 'slag' };

/** Judges records by one class with samples. */
function cover(
  records: readonly LeadRecord[],
  samples: readonly Sample[],
  of: Pick<SampledClass, 'supplierId' | 'material'> = SUPPLIER,
  law = LAW,
) {
  const known = new Map<string, JudgedAssays extends ReadonlyMap<string, infer One> ? One : never>();
  const members = samples.map(({ id = 'a', ppm = 500_000, seen, paper = 'p', weak = false, at = AT }) => {
    const seenIt = seen === undefined ? {} : { seenMassGrams: seen, seenManifestNumber: paper };
    const assay = { assayId: id, ppm, moisturePpm: 0, sampledAt: at, ...seenIt } as AssayEvidence;
    known.set(id, { assay, weak: weak ? ['ASSAYS_REPLACED'] : [] });
    return { assayId: id, ppm, moisturePpm: 0, sampledAt: at };
  });
  const one = { batteryKind: null, period: '2026-10', samples: members, ...of };
  const { massGrams, unseenGrams, lead } = coverageOf(records, [one], known, law);
  return [Number(massGrams), Number(unseenGrams), Number(lead / leadIn(1, 1, 0))];
}

const CAME = [record('received', 1_000)];

describe('a class', () => {
  it.each<[string, readonly LeadRecord[], readonly Sample[], number[]]>([
    ['that was seen in whole counts', CAME, [{ seen: 1_000 }], [1_000, 0, 0]],
    ['within the tolerance too', CAME, [{ seen: 981 }], [1_000, 0, 0]],
    ['that was seen in part could be richer', CAME, [{ seen: 500 }], [1_000, 490, 490 * 300_000]],
    ['that was not seen could be richer', CAME, [{}], [1_000, 1_000, 1_000 * 300_000]],
    [
      'with one load twice was seen once',
      CAME,
      [{ seen: 500 }, { id: 'c', seen: 500, paper: ' P' }],
      [1_000, 490, 147e6],
    ],
    [
      'with two loads was seen twice',
      CAME,
      [
        { seen: 500, paper: 'p' },
        { id: 'c', seen: 500, paper: 'q' },
      ],
      [1_000, 0, 0],
    ],
    [
      'without papers was seen once, with the largest load',
      CAME,
      [
        { seen: 500, paper: null },
        { id: 'c', seen: 400, paper: null },
      ],
      [1_000, 490, 490 * 300_000],
    ],
    ['of weak samples alone counts as weak elsewhere', CAME, [{ seen: 1, weak: true }], [0, 0, 0]],
    [
      'has the mean of what was seen',
      CAME,
      [
        { seen: 200, paper: 'p' },
        { id: 'c', ppm: 600_000, seen: 800, paper: 'q' },
      ],
      [1_000, 0, 1_000 * 80_000],
    ],
    [
      'that is richer than what was seen flatters nothing',
      CAME,
      [
        { seen: 200, paper: 'p' },
        { id: 'c', ppm: 450_000, seen: 800, paper: 'q' },
      ],
      [1_000, 0, 0],
    ],
    ['that came and is left is one mass', [...CAME, record('closing_stock', 1_000)], [{ seen: 500 }], [1_000, 490, 0]],
  ])('%s', (_, records, samples, expected) => {
    expect(cover(records, samples)).toEqual(expected);
  });

  it('of a material could be anything where it was not seen, and one mass of one day counts once', () => {
    const made = [record('products', 1_000)];
    expect(cover(made, [{ seen: 500, paper: null }], MATERIAL)).toEqual([1_000, 490, 490 * 500_000]);
    const lots = [
      { seen: 500, paper: null },
      { id: 'c', seen: 500, paper: null },
    ];
    expect(cover(made, lots, MATERIAL)).toEqual([1_000, 490, 490 * 500_000]);
    const [first, second] = lots;
    const later = [{ ...first }, { ...second, at: new Date('2026-10-06T00:00:00.000Z') }];
    expect(cover(made, later, MATERIAL)).toEqual([1_000, 0, 0]);
  });

  it('of outputs in open runs shows the same mass again', () => {
    const run = { kind: 'output', sign: -1 } as const;
    const made = [record('products', 1_000), record('closing_work', 1_000, run)];
    expect(cover(made, [{ seen: 1_000 }], MATERIAL)[1]).toBe(0);
  });

  it('counts as before where the law has no share, and by a plan where it has a smaller one', () => {
    const of = (seenShareBasisPoints: number) => ({ ...LAW, classes: { ...LAW.classes, seenShareBasisPoints } });
    expect(cover(CAME, [{ seen: 1 }], SUPPLIER, of(0))).toEqual([0, 0, 0]);
    expect(cover(CAME, [{ seen: 500 }], SUPPLIER, of(5_000))).toEqual([1_000, 0, 0]);
  });
});

it('what is beyond is a note within the uncertainty, else a flag', () => {
  const of = (grams: number) => ({ classes: 1, massGrams: 9n, unseenGrams: 3n, lead: leadIn(grams, 1_000_000, 0) });
  const within = { available: leadIn(1_000, 1_000_000, 0), expanded: ofNumber(0.01) };
  expect(coverageFindings(of(0), within)).toEqual([]);
  expect(coverageFindings(of(10), within)).toMatchObject([{ code: 'ASSAYS_COVER_MORE', severity: 'note' }]);
  const facts = { classes: 1, massGrams: 9, unseenGrams: 3, leadGrams: 11, sharePercent: '1.10', limitPercent: '1.00' };
  expect(coverageFindings(of(11), within)).toEqual([{ code: 'ASSAYS_COVER_MORE', severity: 'flag', facts }]);
});
