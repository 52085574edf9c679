/** Counted stock is held against the books: what a count says alone never makes a rate. */
import { beforeEach, describe, expect, it } from 'vitest';
import { codesOf, type Line, t, usePlant } from './plant.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, count, rate, post } = usePlant();

const PRODUCTS: Line = { item: 'refined_lead', massGrams: t(49), leadPpm: 1_000_000 };
const SLAG: Line = { item: 'slag', massGrams: t(20), leadPpm: 45_000 };
const BATTERIES: Line = { item: 'batteries', massGrams: t(13.6), leadPpm: 580_000 };

/** Receives 100 t with 58 t of lead, and makes 49 t of refined lead and 20 t of slag of all of them. Returns the load. */
async function process(): Promise<{ readonly batchId: string; readonly slag: string }> {
  const load = await receive(t(100), 580_000, 3);
  await count('2026-09-30');
  const run = await open(4);
  await feed(run, 5, [load]);
  const [, slag = ''] = await yieldFrom(run, 6, [
    ['refined_lead', t(49), 1_000_000],
    ['slag', t(20), 45_000],
  ]);
  await close(run, 7);
  return { batchId: load.batchId, slag };
}

/** Books the difference of an item, by a second person. */
async function adjust(countId: string, item: string, batch: object) {
  const body = { item, reasonCode: 'entry', reason: '漏登', batches: [batch] };
  const { id } = await post(`/stock-counts/${countId}/adjustments`, body, who.first);
  return post(`/stock-adjustments/${id}/confirm`, { reason: '已复点' }, who.second);
}

beforeEach(() => settle());

describe('a count that the books contradict', () => {
  it('of batteries that are not there blocks the rate, names what differs and the remedy, and is unblocked by it', async () => {
    const { batchId } = await process();
    const { id } = await count('2026-10-31', [PRODUCTS, SLAG, BATTERIES]);
    const blocked = await rate();
    const weak = 'WEAK_EVIDENCE_MATTERS';
    expect([blocked.status, codesOf(blocked)]).toEqual(['blocked', ['STOCK_DIFFERS_FROM_BOOKS', weak]]);
    expect(blocked.findings[0]).toMatchObject({
      severity: 'block',
      detail: expect.stringContaining(`POST /v1/stock-counts/${id}/adjustments`),
      facts: {
        ...{ siteId: who.plant.siteId, countedOn: '2026-10-31', countId: id, item: 'batteries' },
        ...{ countedGrams: t(13.6), bookGrams: 0, differenceGrams: t(13.6), toleranceGrams: 20_000 },
      },
    });
    const chinese = await who.plant.get(`/v1/recovery?partyId=${who.plant.partyId}&period=2026-10`, {
      'accept-language': 'zh-CN',
    });
    expect(chinese.json.findings[0].detail).toContain('项目“废铅蓄电池库存”的盘点量为 13.6 吨，账面量为 0');

    const booked = await adjust(id, 'batteries', { batchId, countedGrams: t(13.6), countedPieces: 850 });
    expect(booked.state).toBe('booked');
    // Stock that was found is available too, so the true rate is left: 49 of 57.1 t.
    const adjusted = await rate();
    expect(adjusted.rates.headline.percent).toBe('85.81');
    expect([adjusted.status, codesOf(adjusted)]).toEqual(['flagged', ['STOCK_ADJUSTED', 'UNACCOUNTED_SHARE_HIGH']]);
  });

  it('of a furnace although every run is closed empty blocks the rate', async () => {
    await process();
    const { id } = await count('2026-10-31', [
      PRODUCTS,
      SLAG,
      { item: 'furnace', massGrams: t(8.7), leadPpm: 900_000 },
    ]);
    const blocked = await rate();
    const codes = ['STOCK_DIFFERS_FROM_BOOKS', 'WEAK_EVIDENCE_MATTERS', 'UNCERTAINTY_HIGH'];
    expect([blocked.status, codesOf(blocked)]).toEqual(['blocked', codes]);
    expect(blocked.findings[0].facts).toMatchObject({ item: 'furnace', countedGrams: t(8.7), bookGrams: 0 });
    await count('2026-10-31', [PRODUCTS, SLAG], { replacesId: id });
    expect((await rate()).rates.headline.percent).toBe('85.81');
  });

  it('blocks the periods that it closes and opens', async () => {
    await process();
    await count('2026-10-31', [PRODUCTS, SLAG, BATTERIES]);
    expect(codesOf(await rate('2026-11'))).toEqual([
      ...['PERIOD_IN_PROGRESS', 'STOCK_COUNT_MISSING', 'STOCK_DIFFERS_FROM_BOOKS', 'WEAK_EVIDENCE_MATTERS'],
    ]);
  });

  it('is compared at the end of its day, so stock that was fed after the counting is not counted twice', async () => {
    const load = await receive(t(10), 580_000, 3);
    await count('2026-09-30');
    const now = app.clock.now;
    app.clock.now = new Date('2026-10-31T00:30:00.000Z');
    await count('2026-10-31', [{ ...BATTERIES, massGrams: t(10) }]);
    app.clock.now = now;
    expect(codesOf(await rate())).not.toContain('STOCK_DIFFERS_FROM_BOOKS');
    const run = await open(31);
    await feed(run, 31, [load]);
    await yieldFrom(run, 31, [['refined_lead', t(5.8), 1_000_000]]);
    await close(run, 31);
    const differing = (await rate()).findings.filter(({ code }: { code: string }) => code.startsWith('STOCK_DIFF'));
    expect(differing).toMatchObject([{ facts: { item: 'batteries', countedGrams: t(10), bookGrams: 0 } }]);
  });
});

describe('stock of the books that a count does not name', () => {
  it('counts as 0 and blocks the rate until it is counted, or counted as nothing and booked', async () => {
    const { slag } = await process();
    const { id } = await count('2026-10-31', [PRODUCTS]);
    const blocked = await rate();
    expect([blocked.status, codesOf(blocked)]).toEqual(['blocked', ['STOCK_NOT_COUNTED', 'UNACCOUNTED_SHARE_HIGH']]);
    expect(blocked.findings[0]).toMatchObject({
      severity: 'block',
      facts: { item: 'slag', countId: id, countedGrams: 0, bookGrams: t(20), toleranceGrams: t(0.4) },
    });
    const none = await count('2026-10-31', [PRODUCTS, { ...SLAG, massGrams: 0 }], { replacesId: id });
    expect(codesOf(await rate())).toContain('STOCK_DIFFERS_FROM_BOOKS');
    await adjust(none.id, 'slag', { batchId: slag, countedGrams: 0 });
    expect(await rate()).toMatchObject({ status: 'flagged', rates: { headline: { percent: '84.48' } } });
  });

  it('outside the balance is flagged only', async () => {
    await process();
    await count('2026-10-31', [SLAG]);
    const flagged = await rate();
    expect(flagged.status).toBe('flagged');
    expect(codesOf(flagged)).toEqual(['STOCK_NOT_COUNTED', 'STOCK_NOT_OBSERVED', 'UNACCOUNTED_SHARE_HIGH']);
    expect(flagged.findings[0]).toMatchObject({ severity: 'flag', facts: { item: 'refined_lead', bookGrams: t(49) } });
  });
});

describe('an honest count', () => {
  it('leaves a rate clear, within the tolerance as well', async () => {
    const load = await receive(t(100), 580_000, 3);
    await count('2026-09-30');
    const run = await open(4);
    await feed(run, 5, [{ ...load, massGrams: t(90), pieces: Math.round(load.pieces * 0.9) }]);
    await yieldFrom(run, 6, [
      ['refined_lead', t(51.7), 1_000_000],
      ['slag', t(5), 20_000],
    ]);
    await close(run, 7, t(0.5));
    const lines = (batteries: number) => [
      { ...PRODUCTS, massGrams: t(51.7) },
      { ...SLAG, massGrams: t(5), leadPpm: 20_000 },
      { ...BATTERIES, massGrams: batteries },
      { item: 'furnace', massGrams: t(0.5), leadPpm: 400_000 },
    ];
    const { id } = await count('2026-10-31', lines(t(10)));
    const clear = await rate();
    expect([clear.status, codesOf(clear)]).toEqual(['clear', ['COUNTED_CONTENT_UNKNOWN']]);
    expect(clear.findings[0]).toMatchObject({ severity: 'note', facts: { item: 'furnace', unknownGrams: t(0.5) } });
    const within = await count('2026-10-31', lines(t(10) + 50_000), { replacesId: id });
    expect(codesOf(await rate())).toEqual(['COUNTED_CONTENT_UNKNOWN']);
    await count('2026-10-31', lines(t(10) + 50_001), { replacesId: within.id });
    expect(codesOf(await rate())).toEqual(['STOCK_DIFFERS_FROM_BOOKS', 'COUNTED_CONTENT_UNKNOWN']);
  });
});
