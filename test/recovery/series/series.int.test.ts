import { beforeAll, expect, it } from 'vitest';
import type { Enterprise } from '../../app/fixture.ts';
import { useApp } from '../../app/fixture.ts';
import { ok, plantOf } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);
/** The one with the lower yield first. */
let smelters: Enterprise[] = [];

beforeAll(async () => {
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
  const point = await plant.enterprise('collection_point', ['collection']);
  smelters = [];
  for (const yielded of [5.5, 5.7]) {
    const smelter = await plant.enterprise('recycler', ['recycling', 'transport']);
    const batchId = await plant.deliver({ who: point }, { who: smelter }, { tonnes: 10, day: 5 });
    await plant.smelt(smelter, { [batchId]: 10 }, yielded);
    await plant.countBoth(smelter, [{ item: 'refined_lead', massGrams: yielded * 1_000_000, leadPpm: 1_000_000 }]);
    smelters.push(smelter);
  }
}, 60_000);

it('a series has each month that has begun, as the rate of the month is answered', async () => {
  const [smelter] = smelters;
  const { items } = await ok(smelter!.get(`/v1/recovery/series?year=2026&partyId=${smelter!.partyId}`));
  expect(items.map(({ period }: { period: string }) => period)).toEqual(
    Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
  );
  const { json } = await plant.rate(smelter!);
  const { status, rates, terms, balance, uncertainty, provisional } = json;
  expect(items[9]).toEqual({ period: '2026-10', provisional, status, rates, terms, balance, uncertainty });
  expect(items[10]).toMatchObject({ period: '2026-11', provisional: true });
  const many = await ok(smelter!.get(`/v1/recovery/series?from=2025&to=2026&partyId=${smelter!.partyId}`));
  expect([many.year, many.from, many.to, many.items.length]).toEqual([null, '2025', '2026', 23]);
  expect(many.items[21]).toEqual(items[9]);
  const years = await ok(smelter!.get(`/v1/recovery/series?from=2025&to=2026&step=year&partyId=${smelter!.partyId}`));
  expect(years.items.map(({ period }: { period: string }) => period)).toEqual(['2025', '2026']);
  for (const query of ['from=2026&to=2025', 'from=2021&to=2026', 'year=2026&from=2026&to=2026', '']) {
    expect((await smelter!.get(`/v1/recovery/series?${query}&partyId=${smelter!.partyId}`)).status, query).toBe(400);
  }
  const future = await smelter!.get(`/v1/recovery/series?year=2027&partyId=${smelter!.partyId}`);
  expect([future.status, future.json.code]).toEqual([422, 'period-in-future']);
});

it('a ranking has the higher rate first for the authority, and only itself for an enterprise', async () => {
  const [low, high] = smelters;
  const { items, omitted } = await ok(app.authority.get('/v1/recovery/ranking?period=2026-10'));
  expect(omitted).toBe(0);
  expect(items.map(({ partyId, place }: { partyId: string; place: number }) => [partyId, place])).toEqual([
    [high!.partyId, 1],
    [low!.partyId, 2],
  ]);
  expect(items[0].rates.conservative.percent).toBe('98.28');
  const own = await ok(low!.get('/v1/recovery/ranking?period=2026-10'));
  expect(own.items.map(({ partyId, place }: { partyId: string; place: number }) => [partyId, place])).toEqual([
    [low!.partyId, 1],
  ]);
});
