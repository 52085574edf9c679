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
  expect(before).toMatchObject({ closing_work: 900_000, percent: '87.91', method: { version: 2 } });
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
    { kind: 'stock_adjustment', subject: `stock-adjustment:${found.json.id}`, massGrams: 300_000, basis: 'count' },
  ]);
});
