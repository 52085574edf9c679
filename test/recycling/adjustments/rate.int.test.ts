/** The recovery rate of a period whose stock is adjusted. */
import { expect, it } from 'vitest';
import { AT, counted, useCounting } from './counting.ts';

const { who, post, get, count, adjust, decide, settle } = useCounting();

it('a recovery rate waits for the booking; what is missing never raises it, and what was found lowers it', async () => {
  await settle();
  const finding = { method: 'XRF', laboratory: '演示检测中心', sampledAt: AT };
  for (const at of ['2026-08-31', '2026-10-14']) await count([], { countedOn: at });
  const supply = await post('/supplies', {
    ...{
      siteId: who.own.siteId,
      sourceKind: 'crude_lead',
      supplierName: '演示',
      massGrams: 20_000_000,
      receivedAt: AT,
    },
    assay: { ...finding, ppm: 1_000_000 },
  });
  const { id: run } = await post('/runs', { siteId: who.own.siteId, startedAt: AT, process: 'refining' });
  await post(`/runs/${run}/feeds`, { fedAt: AT, lines: [{ batchId: supply.batchId, massGrams: 10_000_000 }] });
  const outputs = [
    { material: 'refined_lead', massGrams: 8_000_000 },
    { material: 'own_crude_lead', massGrams: 1_000_000 },
  ];
  const { batches } = await post(`/runs/${run}/outputs`, { yieldedAt: AT, outputs });
  for (const { id: batchId } of batches) await post('/assays', { batchId, ...finding, ppm: 1_000_000 });
  await post(`/runs/${run}/close`, { closedAt: AT, carriedGrams: 0 });
  const crude = batches[1].id as string;
  const rate = async () => {
    const { rates, terms, findings, method } = await get(`/recovery?partyId=${who.own.partyId}&period=2026-09`);
    const leads = terms.map((one: { term: string; leadGrams: number }) => [one.term, one.leadGrams]);
    return { percent: rates.headline.percent, ...Object.fromEntries(leads), findings, method };
  };
  const item = { item: 'paste', leadPpm: 1_000_000 };
  const { id: countId } = await count([{ ...item, massGrams: 900_000 }]);
  const before = await rate();
  expect(before).toMatchObject({ closing_work: 900_000, percent: '87.91', method: { version: 4 } });
  const { json } = await adjust(countId, [counted(crude, 900_000)], { item: 'paste', reasonCode: 'spill' });
  expect(json.state).toBe('proposed');
  expect(await rate()).toEqual(before);
  await decide(json.id, 'confirm', who.second);
  const missing = await rate();
  expect(missing).toMatchObject({ percent: '87.91', loss_stock: 100_000, found_work: 0 });
  expect(missing.findings.map(({ code }: { code: string }) => code)).toContain('STOCK_ADJUSTED');

  const { id: corrected } = await count([{ ...item, massGrams: 1_200_000 }], { replacesId: countId });
  const raised = await rate();
  expect(raised.percent).toBe('90.91');
  const found = await adjust(corrected, [counted(crude, 1_200_000)], { item: 'paste', reasonCode: 'entry' });
  await decide(found.json.id, 'confirm', who.second);
  expect(await rate()).toMatchObject({ percent: '87.91', found_work: 300_000, loss_stock: 100_000 });
  const { items } = await get(`/recovery/records?partyId=${who.own.partyId}&period=2026-09&term=found_work`);
  expect(items).toMatchObject([
    { kind: 'stock_adjustment', subject: `stock-adjustment:${found.json.id}`, massGrams: 300_000, basis: 'batch' },
  ]);
});

it('a rate stays as it is when stock outside its balance is adjusted, shows it, and counts bought feed once', async () => {
  await settle();
  for (const at of ['2026-08-31', '2026-10-14']) await count([], { countedOn: at });
  const finding = { method: 'XRF', laboratory: '演示检测中心', sampledAt: AT, ppm: 1_000_000 };
  const supply = await post('/supplies', {
    ...{ siteId: who.own.siteId, sourceKind: 'crude_lead', supplierName: '演示', receivedAt: AT },
    ...{ massGrams: 20_000_000, assay: finding },
  });
  const { id: run } = await post('/runs', { siteId: who.own.siteId, startedAt: AT, process: 'refining' });
  await post(`/runs/${run}/feeds`, { fedAt: AT, lines: [{ batchId: supply.batchId, massGrams: 10_000_000 }] });
  const outputs = [
    { material: 'refined_lead', massGrams: 8_000_000 },
    { material: 'plastics_light', massGrams: 1_000_000 },
  ];
  const { batches } = await post(`/runs/${run}/outputs`, { yieldedAt: AT, outputs });
  const [product, plastics] = batches.map(({ id }: { id: string }) => id);
  await post('/assays', { batchId: product, ...finding });
  await post(`/runs/${run}/close`, { closedAt: AT, carriedGrams: 0 });
  const rate = async () => (await get(`/recovery?partyId=${who.own.partyId}&period=2026-09`)) as Rate;
  const lead = { leadPpm: 1_000_000 };
  const { id: countId } = await count([
    { item: 'refined_lead', massGrams: 7_900_000, ...lead },
    { item: 'bought_crude_lead', massGrams: 10_200_000, ...lead },
    { item: 'plastics', massGrams: 990_000, leadPpm: 10_000 },
  ]);
  const before = await rate();
  expect(before.outsideBalance.records).toBe(0);
  // Plastics are still inside, so their lead is work in progress; lines outside the balance are in no term.
  expect(termOf(before, 'closing_work').leadGrams).toBe(9_900);
  const book = async (batchId: string, grams: number, item: string) => {
    const { json } = await adjust(countId, [counted(batchId, grams)], { item });
    const booked = json.state === 'booked' ? json : (await decide(json.id, 'confirm', who.second)).json;
    expect(booked.state).toBe('booked');
    return booked.id as string;
  };
  const missing = await book(product, 7_900_000, 'refined_lead');
  const found = await book(supply.batchId, 10_200_000, 'bought_crude_lead');
  const after = await rate();
  expect([after.rates, after.terms, after.balance]).toEqual([before.rates, before.terms, before.balance]);
  expect(after.outsideBalance).toMatchObject({
    records: 2,
    found: { massGrams: 200_000, leadGrams: 200_000 },
    missing: { massGrams: 100_000, leadGrams: 100_000 },
  });
  expect(after.findings).toContainEqual(
    expect.objectContaining({
      ...{ code: 'STOCK_ADJUSTED_OUTSIDE', severity: 'note' },
      facts: { foundGrams: 200_000, missingGrams: 100_000 },
    }),
  );
  const records = `/recovery/records?partyId=${who.own.partyId}&period=2026-09&term=outside_balance`;
  const subjects = (await get(records)).items.map(({ subject }: { subject: string }) => subject);
  expect(new Set(subjects)).toEqual(new Set([`stock-adjustment:${missing}`, `stock-adjustment:${found}`]));

  await book(plastics, 990_000, 'plastics');
  expect(termOf(await rate(), 'loss_stock')).toMatchObject({ massGrams: 10_000, leadGrams: 100 });

  const fedAt = '2026-09-30T23:59:59.999+08:00';
  const next = await post('/runs', { siteId: who.own.siteId, startedAt: AT, process: 'refining' });
  await post(`/runs/${next.id}/feeds`, { fedAt, lines: [{ batchId: supply.batchId, massGrams: 10_200_000 }] });
  expect(termOf(await rate(), 'other_feed').leadGrams).toBe(20_200_000);
});

type Lead = { readonly massGrams: number; readonly leadGrams: number };
type Rate = {
  readonly rates: object;
  readonly terms: readonly (Lead & { readonly term: string })[];
  readonly balance: object;
  readonly outsideBalance: { readonly records: number; readonly found: Lead; readonly missing: Lead };
  readonly findings: readonly object[];
};
const termOf = ({ terms }: Rate, term: string) =>
  terms.find((one) => one.term === term) ?? { massGrams: 0, leadGrams: 0 };
