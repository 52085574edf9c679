/** The workbook of random balances: its formulas give the exact figures to 12 digits, and the same rounded ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWorkbook } from '../../../src/platform/table/writing/workbook.ts';
import { decimalOf, percentOf } from '../../../src/recovery/fraction.ts';
import { toExactGrams, toWholeGrams } from '../../../src/recovery/lead.ts';
import { type LeadRecord, leadOf, termsOf } from '../../../src/recovery/lead-records.ts';
import { balanceOf, RECORD_TERMS, ratesOf, TERMS } from '../../../src/recovery/lead-recovery.ts';
import { RATE_NAMES, type Report } from '../../../src/recovery/report/report.ts';
import { toSheets } from '../../../src/recovery/report/workbook.ts';
import { openSpreadsheet } from './spreadsheet.ts';

const record = fc.record({
  term: fc.constantFrom(...RECORD_TERMS),
  massGrams: fc.integer({ min: 0, max: 2_000_000_000 }),
  sign: fc.constantFrom(1 as const, 1 as const, 1 as const, -1 as const),
  ppm: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { freq: 10 }),
  moisturePpm: fc.constantFrom(0, 0, 123_457, 200_000),
});

const lead = (picograms: bigint) => ({
  leadGrams: Number(toWholeGrams(picograms)),
  leadGramsExact: toExactGrams(picograms),
});

/** A text that a spreadsheet would run if it were no text. */
const HOSTILE = '=HYPERLINK("http://x","y")+cmd|\'/C calc\'!A0';

function reportOf(records: readonly LeadRecord[]): Report {
  const terms = termsOf(records);
  const [balance, rates] = [balanceOf(terms), ratesOf(terms)];
  return {
    language: 'zh',
    enterprise: { name: HOSTILE, uscc: '@SUM(A1)' },
    recovery: {
      ...{ partyId: 'p', period: '2026', from: '2025-12-31T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' },
      ...{ provisional: false, asOf: '2027-01-10T01:00:00.000Z', journalIndex: 1, status: 'clear' as const },
      method: { id: 'lead-recovery', version: 3 },
      rates: Object.fromEntries(
        RATE_NAMES.map((name) => {
          const rate = rates[name];
          return [
            name,
            rate && {
              numerator: String(rate.numerator),
              denominator: String(rate.denominator),
              percent: percentOf(rate),
            },
          ];
        }),
      ) as Report['recovery']['rates'],
      uncertainty: null,
      verdicts: [],
      terms: TERMS.map((term) => ({ term, ...lead(terms[term]), massGrams: 0, records: 0 })),
      balance: Object.fromEntries(
        Object.entries(balance).map(([name, picograms]) => [name, lead(picograms)]),
      ) as Report['recovery']['balance'],
      findings: [{ code: 'UNACCOUNTED_SHARE_HIGH', severity: 'flag', title: '-1+1', detail: '+1 _x0041_ \u0007' }],
    },
    records,
    assays: [],
    dioxin: null,
    ...{ certificate: null, methods: [], assessed: null, flagReasons: [] },
  };
}

const made = (
  parts: readonly Pick<LeadRecord, 'term' | 'massGrams' | 'sign' | 'ppm' | 'moisturePpm'>[],
): LeadRecord[] =>
  parts.map((part, at) => ({
    ...part,
    ...{ id: `=${at}`, kind: 'feed', subject: HOSTILE, batchId: null, material: '900-052-31', basis: 'batch' },
    ...{ assayId: null, occurredAt: new Date(0) },
  }));

/** Equal to 12 significant digits of the largest amount of the sheet, in which differences of sums are rounded. */
const near = (computed: unknown, exact: number, largest: number) =>
  expect(Math.abs(Number(computed) - exact)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(exact), largest));

describe('the workbook', () => {
  it('has formulas that give the exact figures, and these figures as their values', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 40 }), async (parts) => {
        const records = made(parts);
        const report = reportOf(records);
        const sheet = openSpreadsheet(await toWorkbook(toSheets(report, 'hash')));
        const largest = records.reduce((most, one) => Math.max(most, Math.abs(Number(leadOf(one)) / 1e12)), 0);
        for (const { sheet: name, cell } of sheet.formulas()) {
          const [computed, stored] = [sheet.compute(name, cell), sheet.stored(name, cell)];
          if (name === '汇总' && Number(cell.slice(1)) > 20) continue;
          near(computed, Number(stored), largest * records.length);
        }
        for (const [at, term] of TERMS.entries()) {
          near(
            sheet.compute('平衡项目', `D${at + 2}`),
            Number(toExactGrams(termsOf(records)[term])),
            largest * records.length,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('rounds a rate as GB/T 8170 does, also a half', async () => {
    for (const [products, percent] of [
      [98_625, '98.62'],
      [98_635, '98.64'],
      [98_645, '98.64'],
      [98_655, '98.66'],
      [98_626, '98.63'],
      [123_456, '123.46'],
    ] as const) {
      const parts = { ppm: 1_000_000, moisturePpm: 0, sign: 1 as const };
      const records = made([
        { ...parts, term: 'received', massGrams: 100_000 },
        { ...parts, term: 'products', massGrams: products },
      ]);
      const sheet = openSpreadsheet(await toWorkbook(toSheets(reportOf(records), 'hash')));
      const row = 12 + 7 + 2;
      expect(sheet.stored('汇总', `A${row}`)).toBe('铅回收率（综合口径，含副产品）');
      expect(Number(sheet.compute('汇总', `C${row}`)).toFixed(2), `${products}`).toBe(percent);
      expect(sheet.stored('汇总', `C${row}`)).toBe(Number(percent));
      const rate = ratesOf(termsOf(records)).headline;
      near(sheet.compute('汇总', `B${row}`), Number(decimalOf(rate ?? { numerator: 0n, denominator: 1n }, 20)), 0);
    }
  });

  it('has no formula from a text', async () => {
    const records = made([{ term: 'received', massGrams: 1, sign: 1, ppm: 1, moisturePpm: 0 }]);
    const sheet = openSpreadsheet(await toWorkbook(toSheets(reportOf(records), 'hash')));
    expect(sheet.stored('汇总', 'B2')).toBe(HOSTILE);
    expect(sheet.stored('汇总', 'B3')).toBe('@SUM(A1)');
    expect(sheet.stored('记录', 'D2')).toBe(HOSTILE);
    expect(sheet.formulas().every(({ formula }) => /^[-A-Z0-9$+*/(),.:<>="'!_记录平衡项目a-z]+$/.test(formula))).toBe(
      true,
    );
    expect(sheet.formulas().filter(({ formula }) => /HYPERLINK|cmd|@/.test(formula))).toEqual([]);
    expect(sheet.formulas().length).toBe(1 + 3 * TERMS.length + 7 + 12);
  });
});
