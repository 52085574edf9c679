/** Ways to a record that are no address and no field: keys, rows of a set, versions, purposes, places in lists. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { record } from '../../../src/platform/journal/index.ts';
import { batchInput } from '../fixture.ts';
import type { Person } from './actors.ts';
import { collect } from './firm.ts';
import { faceless, kindsOf, request } from './request.ts';
import { NOBODY } from './rows/step-rows.ts';
import { useScene } from './scene.ts';
import { deal } from './trade.ts';

const scene = useScene();

function person(title: string): Person {
  const found = scene.actors.find((one) => one.title === title);
  if (!found) throw new Error(`${title} is there`);
  return found;
}
const manager = () => person('enterprise_manager');
const rival = () => person('manager of the rival');

const post = (by: Person, url: string, body: unknown, headers: Record<string, string> = {}) =>
  request(scene, by, { method: 'POST', url, body, headers });

it('an idempotency key is of one client: the same key of another brings up nothing of it', async () => {
  const { own } = scene.firms;
  const colleague = person('enterprise_operator');
  const key = { 'idempotency-key': randomUUID() };
  for (const [url, body] of [
    ['/v1/batches', batchInput(own.point)],
    ['/v1/runs', { siteId: own.works, startedAt: '2026-10-14T20:00:00+08:00', process: 'refining' }],
  ] as const) {
    const headers = { 'idempotency-key': `${key['idempotency-key']}${url}` };
    const first = await post(manager(), url, body, headers);
    expect(first.status, first.text).toBe(201);
    const again = await post(manager(), url, body, headers);
    expect([again.json.id, again.headers['idempotency-replayed']]).toEqual([first.json.id, 'true']);
    const other = await post(rival(), url, body, headers);
    expect([other.status, other.code], url).toEqual([404, 'site-missing']);
    const second = await post(colleague, url, body, headers);
    expect([second.status, second.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect(second.json.id).not.toBe(first.json.id);
  }
});

it('the key of a client of the same name in another organisation is another key', async () => {
  const { own, rival: other } = scene.firms;
  const clients = await Promise.all(
    [own, other].map(({ partyId }) => scene.app.client({ subject: 'erp', partyId, roles: ['enterprise_operator'] })),
  );
  const headers = { 'idempotency-key': randomUUID() };
  const merged = await Promise.all(
    [own, other].map(async (firm) => ({
      batchIds: [await collect(firm, firm.point), await collect(firm, firm.point)],
    })),
  );
  for (const [at, client] of clients.entries()) {
    const { status, headers: answered } = await client.post('/v1/batches/merge', merged[at] ?? {}, headers);
    expect([status, answered['idempotency-replayed']]).toEqual([201, undefined]);
  }
  const recording = { 'idempotency-key': randomUUID() };
  for (const [at, client] of clients.entries()) {
    const { status } = await client.post('/v1/batches', batchInput([own, other][at]?.point ?? ''), recording);
    expect(status).toBe(201);
  }
});

it('a row of a set that names the site of another is refused for itself, as one that names none', async () => {
  const { own, far } = scene.firms;
  const sites = [own.point, far.point, NOBODY, scene.depot];
  const { status, json } = await post(
    manager(),
    '/v1/batches/bulk',
    sites.map((siteId) => ({ batch: batchInput(siteId) })),
  );
  expect([status, json.recorded, json.refused]).toEqual([200, 1, 3]);
  const faces = json.items.slice(1).map(({ problem }: { problem: object }, at: number) =>
    JSON.stringify(problem)
      .replaceAll(sites[at + 1] ?? '', '<id>')
      .replace(/body\/\d/, 'body/n'),
  );
  expect(new Set(faces).size).toBe(1);
  expect(faces[0]).toContain('site-missing');
});

it('a version that does not fit shows nothing to a caller who is not named, not even that there are versions', async () => {
  const hidden = scene.records.filter(({ noun, draftOf }) => noun === 'manifest' && draftOf !== null);
  const [mine, theirs] = [true, false].map((its) =>
    hidden.find(({ draftOf }) => (draftOf === scene.firms.own.partyId) === its),
  );
  for (const match of ['"0"', '"7"', '*']) {
    const submit = (id = '') => post(manager(), `/v1/manifests/${id}/submit`, {}, { 'if-match': match });
    const nothing = faceless(await submit(NOBODY), NOBODY);
    expect(faceless(await submit(theirs?.id), theirs?.id ?? '')).toEqual(nothing);
  }
  const { status } = await post(manager(), `/v1/manifests/${mine?.id}/submit`, {}, { 'if-match': '"7"' });
  expect(status).toBe(412);
});

it('a purpose opens no record, and shows no more to a caller who may not read personal data', async () => {
  const headers = { 'personal-data-purpose': 'complaint' };
  for (const record of kindsOf(scene.records, 'manifest')) {
    const get = (by: Person) => request(scene, by, { method: 'GET', url: `/v1/manifests/${record.id}`, headers });
    expect((await get(person('partner_province 44'))).status).toBe(403);
    expect([200, 404]).toContain((await get(person('city_regulator of the other city'))).status);
    expect([200, 404]).toContain((await get(manager())).status);
  }
});

it('a place in the list of one record’s parts leads nowhere in another’s', async () => {
  const get = async (by: Person, url: string) => (await request(scene, by, { method: 'GET', url })).json;
  const cursor = (place: string) => Buffer.from(place).toString('base64url');
  const batch = scene.records.find(
    ({ noun, parties }) => noun === 'batch' && parties.includes(scene.firms.own.partyId),
  );
  const run = scene.records.find(({ noun, parties }) => noun === 'run' && parties.includes(scene.firms.own.partyId));
  const vehicles = `/v1/parties/${scene.firms.own.partyId}/vehicles`;
  for (const url of [`/v1/batches/${batch?.id}/movements`, `/v1/runs/${run?.id}/movements`, vehicles]) {
    const place = url === vehicles ? '00000000-0000-7000-8000-000000000000' : '0';
    const { items } = await get(manager(), url);
    expect((await get(manager(), `${url}?cursor=${cursor(place)}`)).items, url).toEqual(items);
  }
  const records = (by: Person, partyId: string, rest = '') =>
    get(by, `/v1/recovery/records?period=2026-10&limit=1&partyId=${partyId}${rest}`);
  const theirs = await records(rival(), scene.firms.rival.partyId);
  const [taken, forged] = [theirs.nextCursor, cursor('nothing')].map((one) =>
    records(manager(), scene.firms.own.partyId, `&cursor=${one}`),
  );
  expect([(await taken)?.code, (await forged)?.code]).toEqual(['cursor-invalid', 'cursor-invalid']);
});

it('the part of a manifest that the caller has is a filter of its own records, for others none', async () => {
  for (const by of [manager(), rival(), person('driver'), person('city_regulator of this city')]) {
    for (const role of ['consignor', 'carrier', 'receiver'] as const) {
      const all = await request(scene, by, { method: 'GET', url: '/v1/manifests?limit=200' });
      const { json } = await request(scene, by, { method: 'GET', url: `/v1/manifests?limit=200&role=${role}` });
      const expected = all.json.items.filter(
        (item: Record<string, string>) => by.partyId === undefined || item[`${role}Id`] === by.partyId,
      );
      expect(json.items).toEqual(expected);
    }
  }
});

it('a party that ends a manifest does not see what the receiver took from others', async () => {
  const { own, rival: carrier, far } = scene.firms;
  const id = await deal(scene.app, {
    consignor: own,
    carrier,
    receiver: far,
    until: 'accept',
    grams: 300_011,
    to: scene.depot,
  });
  const held = (await far.get(`/v1/manifests/${id}`)).json;
  expect(held.warnings.map(({ code }: { code: string }) => code)).toContain('licence-scale-reached');
  const { status, json } = await post(manager(), `/v1/manifests/${id}/close`, {});
  expect([status, json.warnings.map(({ code }: { code: string }) => code)]).toEqual([200, ['vehicle-unregistered']]);
});

it('what an earlier release wrote into the history of a manifest is shown by who it is about', async () => {
  const { own, far, rival: carrier } = scene.firms;
  const id = await deal(scene.app, { consignor: own, carrier, receiver: far, until: 'submit' });
  const at = new Date('2026-10-14T03:00:00.000Z');
  const stamp = { step: 'accept', at: at.toISOString() };
  const scale = { ...stamp, code: 'licence-scale-reached', facts: { acceptedGrams: 123_456_789 } };
  const plate = { ...stamp, code: 'vehicle-unregistered', facts: { plate: '桂A00000' } };
  const entry = (warnings: object[]) => ({
    ...{ kind: 'manifest.warned', subject: `manifest:${id}`, occurredAt: at, recordedAt: at, version: 1 },
    actor: { subject: 'earlier', source: 'local' } as const,
    payload: { manifestId: id, warnings },
  });
  await scene.app.database.db.transaction((tx) => record(tx, [entry([scale, plate]), entry([scale])]));
  await scene.app.follow();
  const warned = async (by: { get: Person['get'] }) =>
    (await by.get(`/v1/manifests/${id}/history`)).json.items
      .filter(({ kind }: { kind: string }) => kind === 'manifest.warned')
      .map(({ payload }: { payload: { warnings: unknown } }) => payload.warnings);
  expect(await warned(own)).toEqual([[plate]]);
  expect(await warned(far)).toEqual([[scale, plate], [scale]]);
  expect(await warned(scene.app.authority)).toEqual([[scale, plate], [scale]]);
});

it('a plate that another enterprise has registered looks to a carrier like an unregistered one', async () => {
  const { own, rival: other, far } = scene.firms;
  const { json } = await request(scene, rival(), { method: 'GET', url: `/v1/parties/${other.partyId}/vehicles` });
  const answers = [];
  for (const plate of [json.items[0].plate, '桂C99999']) {
    const id = await deal(scene.app, { consignor: own, carrier: own, receiver: far, until: 'hand-over' });
    const departure = { at: '2026-10-14T03:20:00.000Z', plates: [plate], from: '演示地' };
    const { status, json: manifest } = await post(manager(), `/v1/manifests/${id}/depart`, departure);
    answers.push([status, manifest.warnings.map(({ code }: { code: string }) => code)]);
  }
  expect(answers).toEqual([
    [200, ['vehicle-unregistered']],
    [200, ['vehicle-unregistered']],
  ]);
});
