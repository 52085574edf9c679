/** Uncertainty of rates: the worked example, shared sources, and a simulation that knows nothing of the formulas. */
import { describe, expect, it } from 'vitest';
import { type LeadRecord, termsOf } from '../../../src/recovery/lead-records.ts';
import { ratesOf } from '../../../src/recovery/lead-recovery.ts';
import { budgetOf } from '../../../src/recovery/uncertainty/budget.ts';
import type { Uncertainties } from '../../../src/recovery/uncertainty/uncertainty.ts';

const CONTENT = { batch: 3_000, supplier_class: 6_000, declared_default: 20_000, count: 10_000 };
const LAW: Uncertainties = {
  coverageFactor: 2,
  scales: { gate: 10, line: 10, count: 100, monitor: 2_000 },
  contents: { batteries: CONTENT, products: { ...CONTENT, batch: 300 }, other: { ...CONTENT, batch: 10_000 } },
};
/** Only the contents of batteries and the scale at the gate are uncertain. */
const GATE_ALONE: Uncertainties = {
  ...LAW,
  scales: { gate: 10, line: 0, count: 0, monitor: 0 },
  contents: { ...LAW.contents, products: { ...CONTENT, batch: 0 }, other: { ...CONTENT, batch: 0 } },
};

let serial = 0;
function record(term: LeadRecord['term'], tonnes: number, ppm: number, more: Partial<LeadRecord> = {}): LeadRecord {
  serial += 1;
  return {
    ...{ id: `r${serial}`, term, kind: 'manifest_line', subject: `manifest:${serial}`, batchId: null, material: 'm' },
    ...{ massGrams: tonnes * 1_000_000, sign: 1, ppm, moisturePpm: 0, basis: 'batch', assayId: `a${serial}` },
    ...{ occurredAt: new Date(0), ...more },
  };
}
const budget = (records: readonly LeadRecord[], law = LAW, rate: 'headline' | 'conservative' = 'headline') => {
  const found = budgetOf(rate, records, termsOf(records), law);
  if (found === null) throw new Error('the rate has no budget');
  return found;
};
const product = (tonnes: number) => record('products', tonnes, 999_900, { kind: 'output' });

describe('the published example of a smelter', () => {
  it('has 0.53 % of the rate: an assay within 0.3 points, and weighing within 0.1 %', () => {
    const records = [record('received', 101_000, 580_000), product(57_700)];
    const { headline } = ratesOf(termsOf(records));
    const rate = Number(headline?.numerator) / Number(headline?.denominator);
    const { standard, expanded, contributions } = budget(records, GATE_ALONE);
    expect(((100 * standard) / rate).toFixed(2)).toBe('0.53');
    expect(expanded).toBe(2 * standard);
    expect(contributions.map(({ source }) => source.kind)).toEqual(['assay', 'scale']);
    expect(contributions[0]?.share.toFixed(3)).toBe((0.517241 ** 2 / (0.517241 ** 2 + 0.1 ** 2)).toFixed(3));
  });
});

describe('sources that records share', () => {
  const loads = (assayIds: readonly string[]) => [
    ...assayIds.map((assayId) => record('received', 100, 580_000, { assayId })),
    product(57 * assayIds.length),
  ];

  it('give a wider uncertainty than as many independent ones: one assay of nine loads, three times', () => {
    const [shared, apart] = [Array(9).fill('one'), ['1', '2', '3', '4', '5', '6', '7', '8', '9']].map((ids) =>
      budget(loads(ids), { ...GATE_ALONE, scales: { gate: 0, line: 0, count: 0, monitor: 0 } }),
    );
    expect((shared?.standard ?? 0) / (apart?.standard ?? 1)).toBeCloseTo(3, 9);
    expect([shared?.contributions.length, apart?.contributions.length]).toEqual([1, 9]);
  });

  it('cancel where the same lead enters and leaves: a load that is received and sent on', () => {
    const through = [
      record('received', 100, 580_000, { assayId: 'through' }),
      record('forwarded', 100, 580_000, { assayId: 'through', kind: 'dispatch' }),
    ];
    const rest = [record('received', 100, 580_000, { assayId: 'own' }), product(57)];
    expect(budget([...through, ...rest]).standard).toBe(budget(rest).standard);
  });

  it('are the same for a count at both ends of no change', () => {
    const count = { kind: 'stock_count_line', basis: 'count', assayId: null, subject: 'stock-count:1' } as const;
    const rest = [record('received', 100, 580_000, { assayId: 'own' }), product(57)];
    const stock = [record('opening_stock', 50, 580_000, count), record('closing_stock', 50, 580_000, count)];
    expect(budget([...stock, ...rest]).standard).toBe(budget(rest).standard);
  });
});

it('is larger by a default than by an assay, and none without a rate', () => {
  const of = (basis: LeadRecord['basis']) =>
    budget([record('received', 100, 580_000, { basis }), product(57)]).standard;
  expect(of('declared_default')).toBeGreaterThan(of('supplier_class'));
  expect(of('supplier_class')).toBeGreaterThan(of('batch'));
  expect(budgetOf('headline', [], termsOf([]), LAW)).toBeNull();
});

/** Uniform numbers of one half-open unit, the same in every run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('a simulation (GUM supplement 1)', () => {
  const records = [
    ...[1, 2, 3].map(() => record('received', 400, 580_000, { assayId: 'class', basis: 'supplier_class' })),
    ...[1, 2].map(() => record('received', 300, 560_000)),
    record('opening_stock', 100, 570_000, { kind: 'stock_count_line', basis: 'count', assayId: null, subject: 's1' }),
    record('closing_stock', 140, 570_000, { kind: 'stock_count_line', basis: 'count', assayId: null, subject: 's2' }),
    record('forwarded', 120, 580_000, { assayId: 'class', basis: 'supplier_class', kind: 'dispatch' }),
    record('other_feed', 60, 990_000, { kind: 'feed' }),
    record('closing_work', 20, 700_000, { kind: 'stock_count_line', basis: 'count', assayId: null, subject: 's2' }),
    ...[1, 2, 3, 4].map(() => product(235)),
    record('loss_slag', 90, 20_000, { kind: 'disposal' }),
  ];

  /** Draws an error for every assay, count and scale, and computes the rate as a person would with a calculator. */
  function draw(random: () => number): { headline: number; conservative: number } {
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const errors = new Map<string, number>();
    const errorOf = (key: string) => {
      const drawn = errors.get(key) ?? normal();
      errors.set(key, drawn);
      return drawn;
    };
    const sum: Record<string, number> = {};
    for (const { term, kind, basis, assayId, subject, material, massGrams, ppm } of records) {
      const scale = kind === 'output' ? 'line' : kind === 'stock_count_line' ? 'count' : 'gate';
      const mass = massGrams * (1 + (errorOf(scale) * LAW.scales[scale]) / 10_000);
      const group = term === 'products' ? 'products' : /stock|received|forwarded/.test(term) ? 'batteries' : 'other';
      const spread = LAW.contents[group][basis as 'batch'];
      const content = ((ppm ?? 0) + errorOf(assayId ?? `${subject}/${material}`) * spread) / 1e6;
      sum[term] = (sum[term] ?? 0) + mass * content;
    }
    const of = (term: string) => sum[term] ?? 0;
    const fed = of('received') + of('opening_stock') - of('closing_stock') - of('forwarded') - of('closing_work');
    const out = of('products');
    return { headline: out / (fed + of('other_feed')), conservative: (out - of('other_feed')) / fed };
  }

  it.each(['headline', 'conservative'] as const)('spreads the rate %s as the budget says', (rate) => {
    const random = randomOf(20_261_130);
    const drawn = Array.from({ length: 40_000 }, () => draw(random)[rate]);
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1));
    const { standard, expanded } = budget(records, LAW, rate);
    expect(Math.abs(spread / standard - 1)).toBeLessThan(0.02);
    const inside = drawn.filter((value) => Math.abs(value - mean) <= expanded).length / drawn.length;
    expect(inside).toBeGreaterThan(0.94);
    expect(inside).toBeLessThan(0.965);
  });
});
