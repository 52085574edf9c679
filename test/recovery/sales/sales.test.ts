import { expect, it } from 'vitest';
import { ofNumber } from '../../../src/recovery/fraction.ts';
import { leadIn } from '../../../src/recovery/lead.ts';
import {
  contradictedSales,
  type Sales,
  salesFindings,
  unconfirmedSalesLead,
} from '../../../src/recovery/sales/sales.ts';

const NONE = { deliveries: 0, massGrams: 0, receivedGrams: 0, dispositionId: null };
const SALES: Sales = {
  ...{ deliveries: 3, massGrams: 1_000, confirmedGrams: 600, contradicted: NONE },
  unconfirmed: [
    { material: 'refined_lead', ppm: 999_000, moisturePpm: 0, massGrams: 300 },
    { material: 'slag_used', ppm: 20_000, moisturePpm: 100_000, massGrams: 60 },
    { material: 'lead_alloy', ppm: null, moisturePpm: 0, massGrams: 40 },
  ],
};

it('adds up the lead that no receiver confirmed, without an assay as pure lead', () => {
  const lead = unconfirmedSalesLead(SALES);
  expect(lead).toBe(leadIn(300, 999_000, 0) + leadIn(60, 20_000, 100_000) + leadIn(40, 1_000_000, 0));
  expect(unconfirmedSalesLead({ unconfirmed: [] })).toBe(0n);
});

it('is a note within the uncertainty of the rate, and a flag beyond it', () => {
  const lead = unconfirmedSalesLead(SALES);
  const within = (expanded: number) => ({ available: lead * 100n, expanded: ofNumber(expanded) });
  expect(salesFindings(lead, SALES, within(0.01))).toMatchObject([{ code: 'SALES_NOT_CONFIRMED', severity: 'note' }]);
  expect(salesFindings(lead, SALES, within(0.0099))).toMatchObject([
    { severity: 'flag', facts: { deliveries: 3, massGrams: 1_000, confirmedGrams: 600, sharePercent: '1.00' } },
  ]);
  expect(salesFindings(0n, SALES, within(0))).toEqual([]);
  expect(salesFindings(lead, SALES, { available: 0n, expanded: ofNumber(0) })).toEqual([]);
});

it('blocks what receivers contradict', () => {
  expect(contradictedSales(SALES)).toEqual([]);
  const contradicted = { deliveries: 1, massGrams: 100, receivedGrams: 60, dispositionId: 'd' };
  expect(contradictedSales({ ...SALES, contradicted })).toMatchObject([
    { code: 'SALES_CONTRADICTED', severity: 'block', facts: contradicted },
  ]);
});
