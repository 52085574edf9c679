/** Stock counts and adjustments on sites that recycle nothing. */
import { describe, expect, it } from 'vitest';
import { BALANCED, COUNTED_AT, counted, useCounting } from './counting.ts';

const { app, who, post, get, books, batch, count, adjust, decide, settle, balances } = useCounting();

describe.each(['generator', 'collection_point', 'transfer_point', 'producer'])('a site of the kind %s', (kind) => {
  it('counts its stock and adjusts it, alone within the limit and with a second person above it', async () => {
    await settle(kind);
    const { id } = await batch(1_000_000, 60);
    const small = await count([{ massGrams: 985_000, pieces: 59 }]);
    const { status, json } = await adjust(small.id, [counted(id, 985_000, 59)]);
    expect([status, json.state, json.limitGrams, json.countedAt]).toEqual([201, 'booked', 20_000, COUNTED_AT]);
    expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 985_000, pieces: 59 });

    const large = await count([{ massGrams: 885_000, pieces: 53 }], { replacesId: small.id });
    const proposed = await adjust(large.id, [counted(id, 885_000, 53)]);
    expect([proposed.status, proposed.json.state]).toEqual([201, 'proposed']);
    expect((await decide(proposed.json.id, 'confirm', who.own)).json.code).toBe('stock-adjustment-own-proposal');
    expect((await get(`/batches/${id}`)).massGrams).toBe(985_000);
    expect((await decide(proposed.json.id, 'confirm', who.second)).json.state).toBe('booked');
    expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 885_000, pieces: 53 });
    expect(Math.min(...(await balances(id)))).toBe(885_000);
    expect(await books()).toMatchObject(BALANCED);
  });
});

it('no count of a site of another organisation is taken', async () => {
  await settle('collection_point');
  const other = { siteId: who.other.siteId, countedOn: '2026-09-30', countedBy: '演示员', lines: [] };
  const { status, json } = await who.own.post('/v1/stock-counts', other);
  expect([status, json.code, json.pointer]).toEqual([404, 'site-missing', '#/body/siteId']);
});

it('a recovery rate waits for the counts of recycling sites, and reads no others', async () => {
  await settle('recycler');
  await batch(10_000, 1, '2026-08-20T08:00:00+08:00');
  const kept = { kind: 'collection_point', name: '演示收集点', divisionCode: '450100' };
  const { id: siteId } = await post(`/parties/${who.own.partyId}/sites`, kept, app.authority);
  const findings = async () => {
    const { findings: found, terms } = await get(`/recovery?partyId=${who.own.partyId}&period=2026-09`);
    const stock = terms.find(({ term }: { term: string }) => term === 'closing_stock');
    return [found.some(({ code }: { code: string }) => code === 'STOCK_COUNT_MISSING'), stock?.leadGrams ?? 0];
  };
  for (const countedOn of ['2026-08-31', '2026-09-30']) {
    await count([{ massGrams: 1_000_000, pieces: 60 }], { siteId, countedOn });
  }
  expect(await findings()).toEqual([true, 0]);
  for (const countedOn of ['2026-08-31', '2026-09-30']) await count([{ massGrams: 10_000 }], { countedOn });
  expect(await findings()).toEqual([false, 6_000]);
});

it('no count of batteries with an impossible mass of a piece is taken', async () => {
  await settle('collection_point');
  const line = { item: 'batteries', massGrams: 1, pieces: 100, leadPpm: 600_000 };
  const counting = { siteId: who.own.siteId, countedOn: '2026-09-30', countedBy: '演示员', lines: [line] };
  const { status, json } = await who.own.post('/v1/stock-counts', counting);
  expect([status, json.code, json.pointer]).toEqual([422, 'batch-piece-mass-impossible', '#/body/lines/0/pieces']);
  expect((await get(`/stock-counts?siteId=${who.own.siteId}`)).items).toEqual([]);
  expect((await who.own.post('/v1/stock-counts', { ...counting, lines: [{ ...line, pieces: null }] })).status).toBe(
    201,
  );
});
