/** Observed stock counts over the API: only an authority states what it saw, and nothing is changed afterwards. */
import { beforeEach, expect, it } from 'vitest';
import type { Answer, Enterprise } from '../../app/fixture.ts';
import { useApp } from '../../app/fixture.ts';

const app = useApp();
let smelter: Enterprise;
let countId: string;

async function ok(answering: Promise<Answer>) {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

const LINES = [{ item: 'batteries', massGrams: 1_000_000, remarks: '整托' }];
const SEEN = { observedOn: '2026-10-31', observer: '演示市生态环境局', reportNumber: '核查-1', lines: LINES };
const observe = (body: object = {}, by: Pick<Enterprise, 'post'> = app.authority) =>
  by.post(`/v1/stock-counts/${countId}/observations`, { ...SEEN, ...body });
const codeOf = async (answering: Promise<Answer>) => (await answering).json.code;

beforeEach(async () => {
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
  smelter = await app.enterprise({ kind: 'recycler' });
  const lines = [{ item: 'batteries', massGrams: 1_000_000, leadPpm: 580_000 }];
  const body = { siteId: smelter.siteId, countedOn: '2026-10-31', countedBy: '演示员', lines };
  countId = (await ok(smelter.post('/v1/stock-counts', body))).id;
});

it('is stated by the authority, and seen by the enterprise and by no other one', async () => {
  const made = await ok(observe());
  expect(made).toMatchObject({ ...SEEN, countId, partyId: smelter.partyId, siteId: smelter.siteId, replacesId: null });
  expect(await ok(smelter.get(`/v1/stock-observations/${made.id}`))).toEqual(made);
  expect((await ok(smelter.get(`/v1/stock-observations?countId=${countId}`))).items).toEqual([made]);
  const other = await app.enterprise({ kind: 'recycler' });
  expect(await codeOf(other.get(`/v1/stock-observations/${made.id}`))).toBe('stock-observation-missing');
  await app.follow();
  const { items } = await ok(app.authority.get(`/v1/journal/subjects/stock-count:${countId}`));
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['stock.counted', 'stock.observed']);
});

it('is never stated by an enterprise, an expert or a city, which may not write', async () => {
  const assessor = await app.client({ subject: 'expert', roles: ['assessor'] });
  const city = await app.client({ subject: 'city', division: '4501', roles: ['city_regulator'] });
  for (const by of [smelter, await app.enterprise({ kind: 'recycler' }), assessor, city]) {
    expect((await observe({}, by)).status).toBe(403);
  }
});

it('is of the day of the count', async () => {
  expect(await codeOf(observe({ observedOn: '2026-11-04' }))).toBe('stock-observation-in-future');
  for (const observedOn of ['2026-10-30', '2026-11-01']) {
    expect(await codeOf(observe({ observedOn }))).toBe('stock-observation-too-far');
  }
  await ok(observe());
});

it('names known items, each once', async () => {
  expect(await codeOf(observe({ lines: [{ item: 'cells', massGrams: 1 }] }))).toBe('code-unknown');
  expect((await observe({ lines: [...LINES, ...LINES] })).status).toBe(400);
  expect((await observe({ lines: [] })).status).toBe(400);
});

it('is corrected by a later one that names it, once, and of the same day', async () => {
  const first = await ok(observe());
  expect(await codeOf(observe())).toBe('stock-observation-exists');
  await ok(observe({ replacesId: first.id, lines: [] }));
  expect(await codeOf(observe({ replacesId: first.id }))).toBe('stock-observation-exists');
  const body = { siteId: smelter.siteId, countedOn: '2026-10-30', countedBy: '演示员', lines: [] };
  const other = await ok(smelter.post('/v1/stock-counts', body));
  const path = `/v1/stock-counts/${other.id}/observations`;
  const wrong = app.authority.post(path, { ...SEEN, observedOn: '2026-10-30', replacesId: first.id });
  expect(await codeOf(wrong)).toBe('stock-observation-not-its-correction');
  const unknown = app.authority.post(`/v1/stock-counts/${first.id}/observations`, SEEN);
  expect(await codeOf(unknown)).toBe('stock-count-missing');
});
