/** Promised mass among more manifests than an answer lists: every promise counts, and promising manifests are named first. */
import { beforeAll, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
let own: Enterprise;
let smelter: Enterprise;
let batchId: string;
let promising: string;
const DRAFTS = 200;

const draft = async (massGrams: number, pieces: number) => {
  const line = { batchId, massGrams, pieces, packaging: 'pallet', packages: 1 };
  const sites = { consignorSiteId: own.siteId, receiverSiteId: smelter.siteId };
  const named = { carrierId: smelter.partyId, receiverId: smelter.partyId };
  return (await own.post('/v1/manifests', { ...named, ...sites, lines: [line] })).json.id as string;
};

beforeAll(async () => {
  own = await app.enterprise({ kind: 'recycler' });
  smelter = await app.enterprise({ kind: 'recycler' });
  await app.authority.post(`/v1/parties/${smelter.partyId}/licences`, {
    ...{ number: '演示证2', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' },
    ...{ validFrom: '2026-01-01', validTo: '2027-01-01' },
  });
  const input = batchInput(own.siteId, { massGrams: 1_000_000, pieces: 1_000 });
  batchId = (await own.post('/v1/batches', input)).json.id;
  for (let made = 0; made < DRAFTS; made += 10) await Promise.all(Array.from({ length: 10 }, () => draft(1_000, 1)));
  promising = await draft(600_000, 600);
  expect((await own.post(`/v1/manifests/${promising}/submit`, {})).json.state).toBe('submitted');
}, 120_000);

const correct = (massGrams: number, pieces: number) =>
  own.post(`/v1/batches/${batchId}/corrections`, { reason: '称重单位误填', massGrams, pieces });

it('a correction cannot take what a manifest promises, however many drafts are older', async () => {
  const { status, json } = await correct(300_000, 300);
  expect([status, json.code, json.promisedGrams, json.count, json.manifests]).toEqual([
    ...[409, 'correction-mass-promised', 600_000, 1, [promising]],
  ]);
  expect((await own.get(`/v1/batches/${batchId}`)).json.massGrams).toBe(1_000_000);
});

it('an adjustment to a count cannot take it either', async () => {
  const countedOn = '2026-10-14';
  const lines = [{ item: 'batteries', massGrams: 300_000, pieces: 300, leadPpm: 600_000 }];
  const count = await own.post('/v1/stock-counts', { siteId: own.siteId, countedOn, countedBy: '演示员', lines });
  expect(count.status).toBe(201);
  const person = await app.client({ subject: 'person', partyId: own.partyId, loggedIn: true });
  const { status, json } = await person.post(`/v1/stock-counts/${count.json.id}/adjustments`, {
    ...{ item: 'batteries', reasonCode: 'entry', reason: '盘点短缺' },
    batches: [{ batchId, countedGrams: 300_000, countedPieces: 300 }],
  });
  expect([status, json.code, json.promisedGrams]).toEqual([409, 'correction-mass-promised', 600_000]);
});

const ONE_MANIFEST = [{ kind: 'manifest', count: 1 }];

it('an adjustment says how many manifests its answer leaves out, and the second person reads the same', async () => {
  const lines = [{ item: 'batteries', massGrams: 1_010_000, pieces: 1_000, leadPpm: 600_000 }];
  const count = { siteId: own.siteId, countedOn: '2026-10-15', countedBy: '演示员', lines };
  const { id } = (await own.post('/v1/stock-counts', count)).json;
  const { status, json } = await own.post(`/v1/stock-counts/${id}/adjustments`, {
    ...{ item: 'batteries', reasonCode: 'weighing', reason: '盘点多出' },
    batches: [{ batchId, countedGrams: 1_010_000 }],
  });
  expect([status, json.unlisted]).toEqual([201, ONE_MANIFEST]);
  expect((await own.get(`/v1/stock-adjustments/${json.id}`)).json.unlisted).toEqual(ONE_MANIFEST);
});

it('a correction that leaves the promised mass is taken, and lists the promising manifest first', async () => {
  const { status, json } = await correct(600_000, 600);
  expect([status, json.unlisted]).toEqual([201, ONE_MANIFEST]);
  expect((await own.get(`/v1/batches/${batchId}/corrections`)).json.items).toEqual([json]);
  const manifests = json.affected.filter(({ kind }: { kind: string }) => kind === 'manifest');
  expect([manifests.length, manifests.every(({ state }: { state: string }) => state === 'draft')]).toEqual([199, true]);
});
