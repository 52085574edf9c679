/** Affected records of a change: each reader gets them without the manifests that the reader may not see. */
import { beforeAll, expect, it } from 'vitest';
import { batchInput, type Client, type Enterprise, useApp } from '../app/fixture.ts';

const app = useApp();
let own: Enterprise;
let carrier: Enterprise;
let smelter: Enterprise;
let batchId: string;
let draft: string;

const ok = async (sending: ReturnType<Client['post']>) => {
  const { status, json, text } = await sending;
  if (status >= 300) throw new Error(text);
  return json;
};
type Changed = { readonly affected: readonly { readonly kind: string; readonly id: string }[] };
const manifestsIn = (changes: readonly Changed[]) =>
  changes.flatMap(({ affected }) => affected.filter(({ kind }) => kind === 'manifest').map(({ id }) => id));
const listed = async (by: Client, path: string) => manifestsIn((await by.get(path)).json.items);

beforeAll(async () => {
  own = await app.enterprise();
  carrier = await app.enterprise({ kind: 'transfer_point' });
  smelter = await app.enterprise({ kind: 'recycler' });
  batchId = (await ok(own.post('/v1/batches', batchInput(own.siteId, { massGrams: 100_000, pieces: 10 })))).id;
  const sites = { consignorSiteId: own.siteId, receiverSiteId: smelter.siteId };
  const line = { batchId, massGrams: 10_000, pieces: 1, packaging: 'pallet', packages: 1 };
  const named = { carrierId: carrier.partyId, receiverId: smelter.partyId, ...sites };
  draft = (await ok(own.post('/v1/manifests', { ...named, lines: [line] }))).id;
});

it('a correction names a draft to its consignor and to the office, and to no city', async () => {
  const path = `/v1/batches/${batchId}/corrections`;
  const made = await ok(own.post(path, { reason: '演示', massGrams: 99_000 }));
  expect(manifestsIn([made])).toEqual([draft]);
  const city = await app.client({ subject: 'city', division: '4501', roles: ['city_regulator'] });
  expect([await listed(own, path), await listed(app.authority, path)]).toEqual([[draft], [draft]]);
  expect(await listed(city, path)).toEqual([]);
  const one = await city.get(`/v1/corrections/${made.id}`);
  expect([one.status, manifestsIn([one.json])]).toEqual([200, []]);
});

it('a change of a site names a load on paper to its consignor and to the office, and not yet to its receiver', async () => {
  await ok(own.post(`/v1/manifests/${draft}/register-paper`, { number: '演示-1', reason: '停电' }));
  const path = `/v1/sites/${smelter.siteId}`;
  const change = { reason: '演示', name: '演示更名场所' };
  const { status, json } = await app.authority.patch(path, change, { 'if-match': '"1"' });
  expect([status, manifestsIn([json.change])]).toEqual([200, [draft]]);
  expect(await listed(app.authority, `${path}/changes`)).toEqual([draft]);
  expect(await listed(smelter, `${path}/changes`)).toEqual([]);
});
