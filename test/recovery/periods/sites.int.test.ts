/** Sites count in the periods in which they existed, with the kind that they had then. */
import { beforeEach, expect, it } from 'vitest';
import { codesOf, t, termOf, usePlant } from '../stock/plant.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, count, rate, post, get, send, finding } = usePlant();

beforeEach(() => settle());

/** Makes a month with a rate, whose products are sold. */
async function process(): Promise<void> {
  const load = await receive(t(100), 580_000, 3);
  await count('2026-09-30');
  const run = await open(4);
  await feed(run, 5, [load]);
  const [lead = ''] = await yieldFrom(run, 6, [['refined_lead', t(57), 1_000_000]]);
  await close(run, 7);
  const sale = { kind: 'sale', massGrams: t(57), receiverName: '演示电池厂', contractNumber: 'C-1' };
  await post(`/batches/${lead}/dispositions`, { ...sale, occurredAt: '2026-10-08T08:00:00+08:00' });
  await count('2026-10-31');
}

it('a site that is registered today changes no rate of a past period', async () => {
  await process();
  const before = await rate();
  expect(before).toMatchObject({ status: 'flagged', rates: { headline: { percent: '98.28' } } });
  await post(
    `/parties/${who.plant.partyId}/sites`,
    { kind: 'recycler', name: '演示二厂', divisionCode: '450100' },
    app.authority,
  );
  const after = await rate();
  expect([after.status, codesOf(after), after.rates]).toEqual([before.status, codesOf(before), before.rates]);
});

it('a site counts at the closing of the month in which it began, with its first record also when it was registered later', async () => {
  await process();
  const { id } = await post(
    `/parties/${who.plant.partyId}/sites`,
    { kind: 'recycler', name: '演示二厂', divisionCode: '450100' },
    app.authority,
  );
  await receive(t(1), 580_000, 20, id);
  const { findings } = await rate();
  expect(findings[0]).toMatchObject({ code: 'STOCK_COUNT_MISSING', facts: { missing: [`2026-10-31 ${id}`] } });
  await post('/stock-counts', {
    ...{ siteId: id, countedOn: '2026-10-31', countedBy: '演示员' },
    lines: [{ item: 'batteries', massGrams: t(1), leadPpm: 580_000 }],
  });
  expect((await rate()).rates.headline.percent).toBe('98.28');
});

it('a site that becomes a recycler today leaves the periods in which it was none as they were', async () => {
  await process();
  const kept = { kind: 'collection_point', name: '演示收集点', divisionCode: '450100' };
  const { id } = await post(`/parties/${who.plant.partyId}/sites`, kept, app.authority);
  await post(
    `/parties/${who.plant.partyId}/licences`,
    {
      ...{ number: '演示证-collection', mode: 'collection', wasteCodes: ['900-052-31'], issuer: '演示厅' },
      ...{ validFrom: '2020-01-01', validTo: '2035-01-01' },
    },
    app.authority,
  );
  // The load passes through the site, and is received once: at the recycler.
  const { batchId, massGrams, pieces } = await receive(t(20), 580_000, 10, id);
  await send({ batchId, massGrams, pieces, day: 11, from: { ...who.plant, siteId: id } });
  await count('2026-10-31', [{ item: 'batteries', massGrams, leadPpm: 580_000 }], {
    replacesId: (await get(`/stock-counts?countedOn=2026-10-31&siteId=${who.plant.siteId}`)).items[0].id,
  });
  await post('/assays', { ...finding('2026-10-11T08:00:00+08:00'), basis: 'declared_default', ppm: 580_000 });
  const before = await rate();
  expect(termOf(before, 'received').leadGrams).toBe(t(58) + t(11.6));
  const changed = await app.authority.patch(`/v1/sites/${id}`, { kind: 'recycler', reason: '改建' });
  expect([changed.status, changed.json.kind]).toEqual([200, 'recycler']);
  const after = await rate();
  expect([after.terms, after.rates, codesOf(after)]).toEqual([before.terms, before.rates, codesOf(before)]);
});
