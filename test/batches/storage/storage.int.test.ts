/** Stocks of sites compared with their limits, over HTTP. */
import { beforeEach, describe, expect, it } from 'vitest';
import { readSiteStock, STORAGE_FIGURES, storageLimitsIn } from '../../../src/batches/index.ts';
import { batchInput, type Enterprise, NOW, useApp } from '../../app/fixture.ts';

const app = useApp();
let own: Enterprise;
beforeEach(async () => {
  app.clock.now = NOW;
  own = await app.enterprise({ kind: 'collection_point' });
});

const at = NOW.toISOString();
const store = (massGrams: number, changes: object = {}) =>
  own.post(
    '/v1/batches',
    batchInput(own.siteId, { massGrams, pieces: Math.ceil(massGrams / 15_000), occurredAt: at, ...changes }),
  );
const listed = async (query = '') => (await own.get(`/v1/storage${query}`)).json.items;

describe('the list of stocks', () => {
  it('shows a site from 80 % of its limit on, and marks it above the limit', async () => {
    await store(2_399_950);
    expect(await listed()).toEqual([]);
    expect(await listed('?share=0')).toMatchObject([{ siteId: own.siteId, stockGrams: 2_399_950, batches: 1 }]);
    await store(50);
    expect(await listed()).toMatchObject([
      { siteId: own.siteId, partyId: own.partyId, kind: 'collection_point', limitGrams: 3_000_000 },
    ]);
    await store(600_001);
    expect(await listed('?share=10000')).toMatchObject([
      { massShareBasisPoints: 10_000, shareBasisPoints: 10_000, exceeded: true, ageShareBasisPoints: 0 },
    ]);
  });

  it('shows a site on which a batch has been stored too long', async () => {
    await store(1_000, { occurredAt: '2026-08-01T00:00:00+08:00' });
    app.clock.now = new Date('2026-10-31T00:00:00+08:00');
    const on = await app.client({ partyId: own.partyId, roles: ['enterprise_operator'] });
    const { items } = (await on.get('/v1/storage')).json;
    expect(items).toMatchObject([{ dueOn: '2026-10-30', ageShareBasisPoints: 10_111, exceeded: true }]);
  });

  it('is counted for the metrics where a limit is exceeded, by mass or by time', async () => {
    const exceeded = async (now: Date) => (await STORAGE_FIGURES.read(app.deps.db, now)).map(({ value }) => value);
    const [before = 0] = await exceeded(NOW);
    await store(3_000_000);
    expect(await exceeded(NOW)).toEqual([before]);
    await store(50);
    expect(await exceeded(NOW)).toEqual([before + 1]);
    const [later = 0] = await exceeded(new Date('2027-01-05T00:00:00+08:00'));
    expect(later).toBeGreaterThan(before + 1);
  });

  it('uses the limit of the site itself where it is stricter', async () => {
    const site = { kind: 'recycler', name: '演示', divisionCode: '450100', storageLimitGrams: 10_000 };
    const { json } = await app.authority.post(`/v1/parties/${own.partyId}/sites`, site);
    await own.post('/v1/batches', batchInput(json.id, { massGrams: 9_000, occurredAt: at }));
    expect(await listed(`?siteId=${json.id}`)).toMatchObject([{ limitGrams: 10_000, massShareBasisPoints: 9_000 }]);
  });

  it('shows each organisation its own sites, the authority all, a city its own, page by page', async () => {
    const other = await app.enterprise({ division: '450400' });
    await store(3_000_000);
    await other.post('/v1/batches', batchInput(other.siteId, { massGrams: 3_000_000, occurredAt: at }));
    const ids = async (client: { get: Enterprise['get'] }) => {
      const found: string[] = [];
      for (let cursor = ''; ; ) {
        const { json } = await client.get(`/v1/storage?limit=1${cursor && `&cursor=${cursor}`}`);
        found.push(...json.items.map(({ siteId }: { siteId: string }) => siteId));
        if (json.nextCursor === null) return found;
        cursor = json.nextCursor;
      }
    };
    expect(await ids(own)).toEqual([own.siteId]);
    expect(await ids(other)).toEqual([other.siteId]);
    expect(await ids(await app.client({ roles: ['city_regulator'], division: '4504' }))).toEqual([other.siteId]);
    const all = await ids(app.authority);
    expect(all).toEqual(expect.arrayContaining([own.siteId, other.siteId]));
    expect(all).toEqual(all.toSorted());
    expect(await own.get(`/v1/storage?partyId=${other.partyId}`)).toMatchObject({ json: { items: [] } });
  });
});

describe('the stock of a site', () => {
  it('is judged by the law of the day, and has no limit before the first law', async () => {
    await store(1_000);
    const law = await app.deps.law();
    const on = (day: string) => readSiteStock(app.database.db, own.siteId, (kind) => storageLimitsIn(law, kind, day));
    expect(await on('2026-10-15')).toEqual({ stockGrams: 1_000, limitGrams: 3_000_000, alertShares: [8_000, 10_000] });
    expect(await on('2020-03-25')).toBeUndefined();
  });
});

describe('a recorded batch', () => {
  /** Waits until the service has read the stock of the site. */
  async function watched(): Promise<void> {
    await store(50);
    for (let tries = 0; tries < 200; tries++) {
      if ((await store(2_400_000)).json.warnings) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error('no warning came');
  }

  it('comes with a warning when it brings its site near its limit or above it, and is stored without', async () => {
    await watched();
    const { status, json } = await store(700_000);
    const { warnings, ...batch } = json;
    expect([status, warnings]).toMatchObject([
      201,
      [
        {
          code: 'storage-limit-reached',
          severity: 'flag',
          title: 'Storage limit nearly reached or exceeded',
          facts: { siteId: own.siteId, shareBasisPoints: 10_000, limitGrams: 3_000_000 },
        },
      ],
    ]);
    expect((await own.get(`/v1/batches/${batch.id}`)).json).toEqual(batch);
    const rows = [
      { batch: batchInput(own.siteId, { occurredAt: at }) },
      { batch: batchInput(own.siteId, { occurredAt: at }) },
    ];
    const bulk = await own.post('/v1/batches/bulk', rows);
    expect(bulk.json.warnings).toHaveLength(1);
  });

  it('comes without a warning on a site without a limit of mass', async () => {
    const generator = await app.enterprise({ kind: 'generator' });
    for (let n = 0; n < 5; n++) {
      const { json } = await generator.post(
        '/v1/batches',
        batchInput(generator.siteId, { origin: 'generated', massGrams: 90_000_000, pieces: 6_000 }),
      );
      expect(json).not.toHaveProperty('warnings');
      await new Promise((done) => setTimeout(done, 20));
    }
  });
});
