import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../src/recovery/completeness.ts';
import type { LeadRecord } from '../../src/recovery/lead-records.ts';
import { RECORD_TERMS, type RecordTerm } from '../../src/recovery/lead-recovery.ts';

const CONTROLS = {
  otherFeedShareBasisPoints: 1_000,
  uncertaintyShareBasisPoints: 100,
  unaccountedShareBasisPoints: 100,
  assumedAssayShareBasisPoints: 500,
};

const bare = (term: RecordTerm, kind: LeadRecord['kind']): LeadRecord => ({
  ...{ id: 'r', term, kind, subject: 's', batchId: 'b', material: 'x', massGrams: 1_000, sign: 1 },
  ...{ ppm: null, moisturePpm: 0, basis: 'none', assayId: null, occurredAt: new Date(0) },
});
const codes = (record: LeadRecord) => completenessOf([record], [], CONTROLS).findings.map(({ code }) => code);

/** Plastics and salts contain no lead; emissions and counts are measured as lead. */
const FLAGGED = ['forwarded', 'loss_slag', 'loss_sludge', 'loss_separators', 'loss_dust'];

/** Without the lead of all that came, or of all products, a figure would be better or worse by what is missing. */
const STOPPING = [
  ['received', 'BATTERY_ASSAY_MISSING'],
  ['without_manifest', 'BATTERY_ASSAY_MISSING'],
  ['disposal_fed', 'BATTERY_ASSAY_MISSING'],
  ['uncounted_stock', 'BATTERY_ASSAY_MISSING'],
  ['products', 'PRODUCT_ASSAY_MISSING'],
] as const;

describe('a record without a lead content', () => {
  it.each(RECORD_TERMS.filter((term) => !STOPPING.some(([one]) => one === term) && term !== 'not_counted'))(
    'of %s is flagged where it would hide lead',
    (term) => {
      expect(codes(bare(term, 'output'))).toEqual(FLAGGED.includes(term) ? ['ASSAY_MISSING'] : []);
    },
  );

  it('after a count is said apart from the balance when it is outside of it', () => {
    const adjusted = (term: RecordTerm, sign: 1 | -1, massGrams: number): LeadRecord => ({
      ...{ ...bare(term, 'stock_adjustment'), sign, massGrams },
    });
    const { findings } = completenessOf(
      [
        adjusted('loss_stock', 1, 1),
        adjusted('found_work', 1, 20),
        adjusted('outside_balance', 1, 300),
        adjusted('outside_balance', -1, 4_000),
      ],
      [],
      CONTROLS,
    );
    expect(findings.map(({ code, facts }) => [code, facts])).toEqual([
      ['STOCK_ADJUSTED', { foundGrams: 20, missingGrams: 1 }],
      ['STOCK_ADJUSTED_OUTSIDE', { foundGrams: 300, missingGrams: 4_000 }],
    ]);
  });

  it('is flagged as other feed when it came by manifest, not when it is a reagent that was bought', () => {
    expect(codes(bare('other_feed', 'manifest_line'))).toEqual(['ASSAY_MISSING']);
    expect(codes(bare('other_feed', 'feed'))).toEqual([]);
  });

  it.each(STOPPING)('of %s stops the rate', (term, code) => {
    const { computable, findings } = completenessOf([bare(term, 'feed')], [], CONTROLS);
    expect([computable, findings.map((one) => [one.code, one.severity])]).toEqual([false, [[code, 'block']]]);
  });
});
