import { describe, expect, it } from 'vitest';
import type { LeadRecord } from '../../../src/recovery/lead-records.ts';
import type { RecordTerm } from '../../../src/recovery/lead-recovery.ts';
import { type FeedRules, feedFindings } from '../../../src/recovery/terms/feed.ts';

const record = (term: RecordTerm, massGrams: number, more: Partial<LeadRecord> = {}): LeadRecord => ({
  ...{ id: `${term} ${massGrams}`, term, kind: 'manifest_line', subject: 'manifest:m', batchId: 'b', material: 'x' },
  ...{ massGrams, sign: 1, ppm: 580_000, moisturePpm: 0, basis: 'batch', assayId: 'a', occurredAt: new Date(0) },
  ...more,
});
const RULES: FeedRules = {
  withoutManifest: 'count',
  feedEvidence: { contentPpm: 50_000, shareBasisPoints: 1_700, bulkKinds: ['reagent'], otherShareBasisPoints: 300 },
  evidence: { rangeOf: (material) => ({ minPpm: material === 'concentrate' ? 350_000 : 0 }) },
};
const fed = (material: string, massGrams: number, ppm: number | null = null, moisturePpm = 0) =>
  record('other_feed', massGrams, { kind: 'feed', material, ppm, moisturePpm });
const found = (records: readonly LeadRecord[], rules: Partial<FeedRules> = {}) =>
  feedFindings(records, { ...RULES, ...rules });

describe('feed other than batteries', () => {
  it.each([
    ['reagent', null, 170, 830, false],
    ['reagent', null, 171, 829, true],
    ['alloying_metal', null, 30, 970, false],
    ['alloying_metal', null, 31, 969, true],
    ['lead_flux', 0, 30, 970, false],
    ['lead_flux', 49_999, 31, 969, true],
    ['lead_flux', 50_000, 500, 500, false],
    ['concentrate', 349_999, 31, 969, true],
    ['concentrate', 350_000, 31, 969, false],
  ])('of kind %s with %s ppm, %i g with %i g of batteries: %s', (kind, ppm, grams, batteries, expected) => {
    const findings = found([record('received', batteries), fed(kind, grams, ppm)]);
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      expected ? ['flag FEED_WITHOUT_CONTENT'] : [],
    );
  });

  it('has the content of its mass as weighed', () => {
    expect(found([record('received', 900), fed('lead_flux', 100, 60_000, 200_000)])).toHaveLength(1);
  });

  it('is limited over all kinds together, and says how much it is', () => {
    const [finding] = found([record('received', 820), fed('reagent', 155), fed('alloying_metal', 25)]);
    expect(finding?.facts).toEqual({ massGrams: 180, sharePercent: '18.00', limitPercent: '17.00' });
  });

  it('is compared with the batteries that were fed, not with those that stayed in stock', () => {
    const came = [record('received', 10_000), record('closing_stock', 9_500)];
    expect(found([...came, fed('reagent', 500)])).toHaveLength(1);
    expect(found([record('opening_stock', 9_000), record('received', 1_000), fed('reagent', 500)])).toEqual([]);
    expect(found([record('closing_stock', 500), fed('reagent', 500)])).toHaveLength(1);
  });

  it.each([
    ['count', 'flag'],
    ['block', 'block'],
  ] as const)('that is hazardous waste and came without a manifest is, under the rule %s, a %s', (rule, severity) => {
    const waste = fed('384-004-31', 1, 620_000);
    expect(found([record('received', 1_000), waste], { withoutManifest: rule })).toMatchObject([
      { code: 'WASTE_WITHOUT_MANIFEST', severity, facts: { massGrams: 1 } },
    ]);
    expect(found([record('received', 1_000), { ...waste, kind: 'manifest_line' }])).toEqual([]);
  });
});
