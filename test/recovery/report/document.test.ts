/** The printed report of the published example with stocks (98.62 % with by-products, 98.42 % of products only). */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/core/documents/document.ts';
import { percentOf } from '../../../src/recovery/fraction.ts';
import { toExactGrams } from '../../../src/recovery/lead.ts';
import { balanceOf, ratesOf, TERMS, type Term } from '../../../src/recovery/lead-recovery.ts';
import { toDocument } from '../../../src/recovery/report/document.ts';
import { flowOf } from '../../../src/recovery/report/flow.ts';
import { type Report, usedAssaysOf } from '../../../src/recovery/report/report.ts';
import { filled, RATE_WORDS } from '../../../src/recovery/report/words.ts';

/** Tonnes of lead of each term. */
const TONNES: Partial<Record<Term, number>> = {
  ...{ received: 58_000, opening_stock: 2_320, closing_stock: 1_740, other_feed: 2_000 },
  ...{ opening_work: 1_200, closing_work: 1_500, products: 59_330, by_products: 120 },
  ...{ loss_slag: 144, loss_sludge: 90, loss_separators: 15, loss_dust: 60, loss_air: 0.6, loss_water: 0.02 },
};
const PICOGRAMS = 10n ** 12n;
const leadOf = (term: Term) => BigInt(Math.round((TONNES[term] ?? 0) * 1_000_000)) * PICOGRAMS;
const terms = Object.fromEntries(TERMS.map((term) => [term, leadOf(term)])) as Record<Term, bigint>;
const lead = (picograms: bigint) => ({
  leadGrams: Number(picograms / PICOGRAMS),
  leadGramsExact: toExactGrams(picograms),
});
const balance = balanceOf(terms);
const rates = ratesOf(terms);
const shown = (rate: keyof typeof rates) => {
  const value = rates[rate];
  return (
    value && { numerator: String(value.numerator), denominator: String(value.denominator), percent: percentOf(value) }
  );
};

const record = { term: 'received' as const, kind: 'manifest_line', subject: 'manifest:1', material: '900-052-31' };
const assay = {
  ...{ ppm: 580_000, moisturePpm: 0, laboratory: '演示检测中心', method: 'XRF' },
  sampledAt: new Date(0),
};

const REPORT: Report = {
  language: 'zh',
  enterprise: { name: '演示再生铅有限公司', uscc: null },
  recovery: {
    ...{ partyId: 'p', period: '2026', from: '2025-12-31T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' },
    ...{ provisional: false, asOf: '2027-01-10T01:00:00.000Z', journalIndex: 4_812, status: 'flagged' as const },
    method: { id: 'lead-recovery', version: 3 },
    rates: {
      ...{ headline: shown('headline'), productsOnly: shown('productsOnly'), conservative: shown('conservative') },
      ...{
        unaccountedShare: shown('unaccountedShare'),
        batteryShare: shown('batteryShare'),
        indirect: shown('indirect'),
      },
    },
    uncertainty: null,
    verdicts: [],
    terms: TERMS.map((term) => ({ term, ...lead(terms[term]), massGrams: 0, records: 0 })),
    balance: {
      ...{
        batteryLead: lead(balance.batteryLead),
        workChange: lead(balance.workChange),
        available: lead(balance.available),
      },
      ...{ recovered: lead(balance.recovered), lost: lead(balance.lost), underWay: lead(balance.underWay) },
      unaccounted: lead(balance.unaccounted),
    },
    findings: [{ code: 'UNACCOUNTED_SHARE_HIGH', severity: 'flag', title: '未平衡份额超限', detail: '演示' }],
  },
  records: [
    {
      ...record,
      id: '1',
      massGrams: 1,
      sign: 1,
      ppm: 580_000,
      moisturePpm: 0,
      basis: 'batch',
      assayId: 'a',
      occurredAt: new Date(0),
    },
    {
      ...record,
      id: '2',
      massGrams: 2,
      sign: 1,
      ppm: 580_000,
      moisturePpm: 0,
      basis: 'batch',
      assayId: 'b',
      occurredAt: new Date(0),
    },
  ],
  dioxin: null,
  ...{ certificate: null, methods: [], assessed: null, flagReasons: [] },
  assays: [
    { ...assay, id: 'a', certificateNumber: 'C1', certificateSha256: 'f'.repeat(64) },
    { ...assay, id: 'b', certificateNumber: null, certificateSha256: null },
  ],
};

const blocks = toDocument(REPORT).blocks;
const tableOf = (title: string) => {
  const found = blocks.find(
    (block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table' && block.title === title,
  );
  return found?.rows ?? [];
};

describe('the report of the example with stocks', () => {
  it('shows its rates', () => {
    expect(blocks[0]).toMatchObject({ kind: 'figure', value: '98.62 %', badge: '需人工复核', tone: 'warn' });
    const values = tableOf('回收率').map((row) => [row[0], row[2]]);
    expect(values).toContainEqual([RATE_WORDS.productsOnly.zh, '98.42']);
    expect(values).toContainEqual([RATE_WORDS.conservative.zh, '98.58']);
    expect(values).toContainEqual([RATE_WORDS.unaccountedShare.zh, '0.86']);
    expect(values).toContainEqual([RATE_WORDS.indirect.zh, '99.49']);
  });

  it('shows its balance to the kilogram', () => {
    expect(tableOf('铅平衡')).toContainEqual(['可回收铅', '60,280.000']);
    expect(tableOf('铅平衡')).toContainEqual(['未核算铅', '520.380']);
    expect(tableOf('平衡项目')).toContainEqual(['炉渣损失', '0.000', '144.000', '0']);
  });

  it('draws a flow in which what comes in is what goes out', () => {
    const flow = flowOf(REPORT.recovery, 'zh');
    const sum = (side: readonly { readonly grams: number }[] = []) => side.reduce((all, { grams }) => all + grams, 0);
    expect(sum(flow?.left)).toBe(60_580 * 1_000_000);
    expect(sum(flow?.right)).toBe(60_580 * 1_000_000);
    expect(flow?.right.map(({ label }) => label)).toEqual([
      '产品',
      '副产品',
      '炉渣损失',
      '污泥损失',
      '烟尘损失',
      '其余损失',
      '在制品增加',
      '未核算铅',
    ]);
  });

  it('draws no flow with a negative amount', () => {
    const odd = REPORT.recovery.terms.map((one) => (one.term === 'products' ? { ...one, leadGrams: -1 } : one));
    expect(flowOf({ ...REPORT.recovery, terms: odd }, 'zh')).toBeNull();
  });

  it('lists the assays by the mass that has their content', () => {
    expect(usedAssaysOf(REPORT).map(({ id, records, massGrams }) => [id, records, massGrams])).toEqual([
      ['b', 1, 2],
      ['a', 1, 1],
    ]);
    expect(tableOf('检测依据索引')[1]).toEqual(['演示检测中心', 'C1', '58.0000', '1', '0.000', 'f'.repeat(64)]);
  });

  it('has a hash of its data, which changes with them', () => {
    const other = toDocument({ ...REPORT, enterprise: { name: '另一企业', uscc: null } });
    expect(toDocument(REPORT).foot).toMatch(/[0-9a-f]{64}$/);
    expect(other.foot).not.toBe(toDocument(REPORT).foot);
    expect(filled('第 {n} 版', { n: 3 })).toBe('第 3 版');
  });
});
