import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/core/actor.ts';
import { newId } from '../../src/core/ids.ts';
import { ALL_SCOPES } from '../../src/core/scopes.ts';
import { assignNumber, manifestRoutes } from '../../src/manifests/index.ts';
import type { Party } from '../../src/parties/index.ts';
import type { Deps } from '../../src/platform/deps.ts';
import { createHttp, type Http } from '../../src/platform/http/index.ts';
import { useDatabase } from '../setup/database.ts';
import {
  actorOf,
  addLicence,
  addParty,
  addSite,
  addStock,
  balanceOf,
  boundary,
  depsOf,
  journalOf,
  requestOf,
  type Scene,
  setTheScene,
} from './province.ts';

const database = useDatabase();
let deps: Deps;
let http: Http;
let scene: Scene;
let serial = 0;

/** The token of these tests is the party itself; `authority` sees everything. */
const authenticate = async (authorization: string | undefined): Promise<Actor> => {
  const partyId = authorization?.replace('Bearer ', '') ?? '';
  return partyId === 'authority'
    ? { subject: 'authority', source: 'local', scopes: ALL_SCOPES }
    : actorOf({ id: partyId });
};

beforeAll(async () => {
  deps = depsOf(database.db, '45');
  http = createHttp({ authenticate, log: deps.log });
  await http.register(manifestRoutes(deps), { prefix: '/v1' });
  await http.ready();
});
afterAll(() => http.close());
beforeEach(async () => {
  scene = await setTheScene(deps, '45', { massGrams: 2_000_000, pieces: 120 });
});

type Answer = { status: number; body: Body; headers: Record<string, unknown> };
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are looked into here
type Body = any;

async function send(party: { id: string }, path: string, payload?: object, headers: object = {}): Promise<Answer> {
  const response = await http.inject({
    method: payload ? 'POST' : 'GET',
    url: `/v1${path}`,
    headers: { authorization: `Bearer ${party.id}`, ...(payload && { 'idempotency-key': newId() }), ...headers },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
}

const at = (n: number) => new Date(Date.UTC(2026, 8, 10, 0, n)).toISOString();
const take = (party: Party, id: string, step: string, body: object = {}, headers = {}) =>
  send(party, `/manifests/${id}/${step}`, body, headers);

async function drafted(massGrams = 1_000_000, pieces = 60): Promise<string> {
  const { status, body } = await send(scene.consignor, '/manifests', requestOf(scene, massGrams, pieces));
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

async function numbered(id: string): Promise<string> {
  const number = `2026450200${String(++serial).padStart(4, '0')}`;
  const actor = { subject: 'national', source: 'national', scopes: [] } as const;
  await deps.db.transaction((tx) => assignNumber(tx, deps, { actor, id, number, at: at(1) }));
  return number;
}

async function submitted(): Promise<string> {
  const id = await drafted();
  expect((await take(scene.consignor, id, 'submit', { at: at(0) })).status).toBe(200);
  return id;
}

const DEPART = { at: at(12), plates: ['桂A12345'], from: '南宁' };

async function handedOver(): Promise<string> {
  const id = await submitted();
  await numbered(id);
  expect((await take(scene.consignor, id, 'hand-over', { at: at(10) })).status).toBe(200);
  return id;
}

async function arrived(): Promise<string> {
  const id = await handedOver();
  expect((await take(scene.carrier, id, 'depart', DEPART)).status).toBe(200);
  expect((await take(scene.receiver, id, 'arrive', { at: at(20) })).status).toBe(200);
  return id;
}

const accepted = (acceptedGrams: number, acceptedPieces: number) => ({
  at: at(30),
  lines: [{ line: 1, acceptedGrams, acceptedPieces, treatmentMethod: 'R4' }],
});

const books = async (id: string) => boundary(deps.db, 'adjustment', `manifest:${id}`);

describe('a manifest within the province', () => {
  it('goes from draft to closed, with mass, number, terms and history', async () => {
    const id = await arrived();
    const read = await send(scene.receiver, `/manifests/${id}`);
    expect(read.headers.etag).toBe('"5"');
    expect(read.body).toMatchObject({
      state: 'arrived',
      version: 5,
      numbering: 'issued',
      confirmationDueOn: '2026-09-17',
      late: null,
      transportMode: 'exempt_unbroken',
      receiverId: scene.receiver.id,
    });
    const decided = await take(scene.receiver, id, 'accept', accepted(1_000_000, 60));
    expect(decided.body).toMatchObject({ state: 'accepted', late: false, significantDifference: false });
    const closed = await take(scene.consignor, id, 'close', { at: at(40) });
    expect(closed.body).toMatchObject({ state: 'closed', version: 7 });
    expect((await journalOf(deps.db, id)).map(({ kind }) => kind)).toEqual(
      ['drafted', 'submitted', 'numbered', 'handed_over', 'departed', 'arrived', 'accepted', 'closed'].map(
        (fact) => `manifest.${fact}`,
      ),
    );
  });

  it('answers the digest of the document it answers', async () => {
    const id = await submitted();
    const { body } = await send(scene.consignor, `/manifests/${id}`);
    const [last] = (await journalOf(deps.db, id)).toReversed();
    expect(last?.payload).toMatchObject({ version: 1, step: 'submit', digest: body.digest, document: { id } });
  });
});

describe('mass', () => {
  it('rests in transit after hand-over and stands at the receiver after acceptance', async () => {
    const id = await handedOver();
    const [line] = (await send(scene.consignor, `/manifests/${id}`)).body.lines;
    expect(await balanceOf(deps.db, line.batchId)).toMatchObject({ massGrams: 1_000_000, pieces: 60 });
    expect(await balanceOf(deps.db, line.transitBatchId)).toMatchObject({
      kind: 'transit',
      massGrams: 1_000_000,
      pieces: 60,
    });
    await take(scene.carrier, id, 'depart', DEPART);
    await take(scene.receiver, id, 'arrive', { at: at(20) });
    const { body } = await take(scene.receiver, id, 'accept', accepted(1_000_000, 60));
    expect(await balanceOf(deps.db, body.lines[0].receivedBatchId)).toMatchObject({
      kind: 'battery',
      partyId: scene.receiver.id,
      siteId: scene.receiverSite?.id,
      massGrams: 1_000_000,
      pieces: 60,
    });
    expect(await balanceOf(deps.db, line.transitBatchId)).toMatchObject({ massGrams: 0, pieces: 0 });
    expect(await books(id)).toEqual({ massGrams: 0, pieces: 0 });
  });

  it.each([
    ['less', 970_000, 58, { massGrams: 30_000, pieces: 2 }, true],
    ['more', 1_010_000, 61, { massGrams: -10_000, pieces: -1 }, false],
    ['less in fewer grams but more pieces', 999_000, 61, { massGrams: 1_000, pieces: -1 }, false],
  ])('that is weighed to be %s is a weighing difference', async (_, grams, pieces, difference, significant) => {
    const id = await arrived();
    const { body } = await take(scene.receiver, id, 'accept', accepted(grams, pieces));
    expect(body.significantDifference).toBe(significant);
    expect(await books(id)).toEqual(difference);
    expect(await balanceOf(deps.db, body.lines[0].transitBatchId)).toMatchObject({ massGrams: 0, pieces: 0 });
    expect(await balanceOf(deps.db, body.lines[0].receivedBatchId)).toMatchObject({ massGrams: grams, pieces });
  });

  it('that is refused stays in transit and comes back when the manifest is closed', async () => {
    const id = await arrived();
    const rejected = await take(scene.receiver, id, 'reject', { at: at(30), remarks: '包装破损' });
    expect(rejected.body).toMatchObject({ state: 'rejected', lines: [{ refusedGrams: 1_000_000, refusedPieces: 60 }] });
    const { transitBatchId } = rejected.body.lines[0];
    expect(await balanceOf(deps.db, transitBatchId)).toMatchObject({ massGrams: 1_000_000, pieces: 60 });
    const unsaid = await take(scene.consignor, id, 'close', { at: at(40) });
    expect(unsaid).toMatchObject({ status: 422, body: { code: 'manifest-lines-mismatch' } });
    const lines = [{ line: 1, returnedGrams: 995_000, returnedPieces: 60 }];
    const { body } = await take(scene.consignor, id, 'close', { at: at(40), lines });
    expect(await balanceOf(deps.db, body.lines[0].returnedBatchId)).toMatchObject({
      kind: 'battery',
      partyId: scene.consignor.id,
      siteId: scene.site.id,
      massGrams: 995_000,
      pieces: 60,
    });
    expect(await balanceOf(deps.db, transitBatchId)).toMatchObject({ massGrams: 0, pieces: 0 });
    expect(await books(id)).toEqual({ massGrams: 5_000, pieces: 0 });
  });

  it('is not handed over when the batch no longer holds it, and the refusal leaves nothing behind', async () => {
    const first = await drafted(1_500_000, 90);
    const second = await drafted(1_500_000, 90);
    for (const id of [first, second]) {
      await take(scene.consignor, id, 'submit', { at: at(0) });
      await numbered(id);
    }
    expect((await take(scene.consignor, first, 'hand-over', { at: at(10) })).status).toBe(200);
    const refused = await take(scene.consignor, second, 'hand-over', { at: at(10) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'batch-mass-exceeded' } });
    expect((await send(scene.consignor, `/manifests/${second}`)).body.state).toBe('submitted');
    expect(await balanceOf(deps.db, scene.batchId)).toMatchObject({ massGrams: 500_000, pieces: 30 });
  });

  it('of several lines from one batch is drawn together', async () => {
    const request = requestOf(scene, 1_200_000, 60);
    const lines = [...request.lines, ...request.lines];
    const { body } = await send(scene.consignor, '/manifests', { ...request, lines });
    await take(scene.consignor, body.id, 'submit', { at: at(0) });
    await numbered(body.id);
    const refused = await take(scene.consignor, body.id, 'hand-over', { at: at(10) });
    expect(refused.body.code).toBe('batch-mass-exceeded');
  });
});

describe('who may', () => {
  it('finds no manifest that does not name them, and no draft of others', async () => {
    const stranger = await addParty(deps, '45');
    const id = await drafted();
    for (const party of [stranger, scene.carrier, scene.receiver]) {
      expect(await send(party, `/manifests/${id}`)).toMatchObject({ status: 404, body: { code: 'manifest-missing' } });
      expect((await take(party, id, 'submit')).status).toBe(404);
      expect((await send(party, '/manifests')).body.items).toEqual([]);
    }
    await take(scene.consignor, id, 'submit', { at: at(0) });
    expect((await send(stranger, `/manifests/${id}`)).status).toBe(404);
    expect((await send(stranger, `/manifests/${id}/history`)).status).toBe(404);
    expect((await take(stranger, id, 'hand-over')).status).toBe(404);
    expect((await send(scene.carrier, `/manifests/${id}`)).status).toBe(200);
    expect((await send({ id: 'authority' }, `/manifests/${id}`)).status).toBe(200);
  });

  it('takes the steps of their own role only', async () => {
    const id = await submitted();
    const wrong = await take(scene.carrier, id, 'hand-over', { at: at(10) });
    expect(wrong).toMatchObject({ status: 403, body: { code: 'manifest-not-your-step' } });
    expect((await send({ id: 'authority' }, `/manifests/${id}/cancel`, {})).status).toBe(403);
  });

  it('drafts over batches of their own only', async () => {
    const other = await setTheScene(deps, '45', { massGrams: 10, pieces: 1 });
    const request = { ...requestOf(scene, 10, 1), lines: requestOf(other, 10, 1).lines };
    const refused = await send(scene.consignor, '/manifests', request);
    expect(refused).toMatchObject({ status: 404, body: { code: 'batch-missing', pointer: '#/body/lines/0/batchId' } });
  });
});

describe('a step', () => {
  it('that the state does not allow answers 409 with what it allows', async () => {
    const id = await submitted();
    const refused = await take(scene.consignor, id, 'close');
    expect(refused).toMatchObject({ status: 409, body: { code: 'manifest-step-not-allowed', state: 'submitted' } });
    expect(refused.body.allowed).toEqual(['number', 'hand_over', 'cancel']);
    const early = await take(scene.consignor, id, 'hand-over');
    expect(early).toMatchObject({ status: 409, body: { code: 'manifest-number-needed' } });
  });

  it('decided on another version answers 409 and is not taken', async () => {
    const id = await submitted();
    const stale = await take(scene.consignor, id, 'cancel', {}, { 'if-match': '"0"' });
    expect(stale).toMatchObject({ status: 409, body: { code: 'precondition-failed' } });
    expect((await take(scene.consignor, id, 'cancel', {}, { 'if-match': 'nonsense' })).status).toBe(400);
    expect((await take(scene.consignor, id, 'cancel', {}, { 'if-match': '"1"' })).body.state).toBe('cancelled');
  });

  it('that is repeated with its key answers the same and is taken once', async () => {
    const id = await submitted();
    const key = { 'idempotency-key': newId() };
    const first = await take(scene.consignor, id, 'cancel', { reason: '重复' }, key);
    const again = await take(scene.consignor, id, 'cancel', { reason: '重复' }, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect((await take(scene.consignor, id, 'cancel', { reason: '其他' }, key)).body.code).toBe(
      'idempotency-key-reused',
    );
    expect(await journalOf(deps.db, id)).toHaveLength(3);
  });

  it('that eight take at once is taken by one', async () => {
    const id = await handedOver();
    const answers = await Promise.all(Array.from({ length: 8 }, () => take(scene.carrier, id, 'depart', DEPART)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array(7).fill(409)]);
    expect((await journalOf(deps.db, id)).filter(({ kind }) => kind === 'manifest.departed')).toHaveLength(1);
  });

  it('is not dated in the future', async () => {
    const id = await drafted();
    const refused = await take(scene.consignor, id, 'submit', { at: '2026-09-20T04:06:00Z' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'instant-in-future' } });
  });

  it.each([
    ['treatment method', { lines: [{ line: 1, acceptedGrams: 1, acceptedPieces: 1, treatmentMethod: 'R99' }] }],
    ['difference', { ...accepted(1, 1), differenceKinds: ['smell'] }],
  ])('with an unknown code of a %s names the known ones', async (_, body) => {
    const id = await arrived();
    const refused = await take(scene.receiver, id, 'accept', { at: at(30), ...body });
    expect(refused).toMatchObject({ status: 422, body: { code: 'manifest-code-unknown' } });
    expect(refused.body.known.length).toBeGreaterThan(3);
  });

  it('that confirms after the term is late, and is taken', async () => {
    const id = await arrived();
    const { body } = await take(scene.receiver, id, 'accept', {
      ...accepted(1_000_000, 60),
      at: '2026-09-17T16:00:00Z',
    });
    expect(body).toMatchObject({ state: 'accepted', late: true });
    expect((await journalOf(deps.db, id)).at(-1)?.payload.late).toBe(true);
  });
});

describe('submission', () => {
  it('needs a licence of the receiver that fits the receiving site', async () => {
    const point = await addSite(deps, scene.receiver, 'collection_point');
    const request = { ...requestOf(scene, 10, 1), receiverSiteId: point.id };
    const { body } = await send(scene.consignor, '/manifests', request);
    const refused = await take(scene.consignor, body.id, 'submit', { at: at(0) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'licence-missing', mode: 'collection' } });
    const licence = await addLicence(deps, scene.receiver, 'collection');
    const taken = await take(scene.consignor, body.id, 'submit', { at: at(0) });
    expect(taken.body).toMatchObject({ state: 'submitted', receiverLicence: licence.number });
  });

  it('needs a transport licence of the carrier for a load that is not unbroken', async () => {
    const batchId = await addStock(deps, scene.site, { massGrams: 500, pieces: 1, whole: false });
    const id = (await send(scene.consignor, '/manifests', requestOf({ ...scene, batchId }, 500, 1))).body.id;
    const refused = await take(scene.consignor, id, 'submit', { at: at(0) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'licence-missing', mode: 'transport' } });
    await addLicence(deps, scene.carrier, 'transport');
    expect((await take(scene.consignor, id, 'submit', { at: at(0) })).body.transportMode).toBe('hazardous');
  });
});

describe('a paper manifest', () => {
  it('is back-filled, with its lateness recorded and never refused', async () => {
    const id = await drafted();
    const paper = { at: '2026-08-20T00:00:00Z', number: '纸0001', reason: '停电' };
    expect((await take(scene.consignor, id, 'register-paper', paper)).body).toMatchObject({
      state: 'offline_paper',
      numbering: 'paper',
      version: 0,
    });
    const unsaid = await take(scene.consignor, id, 'backfill', { at: at(0) });
    expect(unsaid.body.code).toBe('manifest-completion-missing');
    const { body } = await take(scene.consignor, id, 'backfill', {
      at: at(0),
      transferCompletedAt: '2026-08-21T00:00:00Z',
    });
    expect(body).toMatchObject({ state: 'submitted', version: 1, backfillDueOn: '2026-09-04', backfilledLate: true });
    expect((await journalOf(deps.db, id)).at(-1)?.payload.late).toBe(true);
  });
});

describe('a draft', () => {
  it.each([
    ['batch-mass-exceeded', { massGrams: 2_000_001 }],
    ['batch-pieces-exceeded', { pieces: 121 }],
    ['manifest-code-unknown', { packaging: 'sack' }],
  ])('is refused with %s', async (code, line) => {
    const request = requestOf(scene, 10, 1);
    const lines = request.lines.map((one) => ({ ...one, ...line }));
    const refused = await send(scene.consignor, '/manifests', { ...request, lines });
    expect(refused).toMatchObject({ status: 422, body: { code } });
  });

  it('names organisations with a credit code, sites of theirs, and stock of the site', async () => {
    const shop = await addParty(deps, '45', { uscc: null, usccMissingReason: '个体' });
    const elsewhere = await addSite(deps, scene.consignor, 'collection_point');
    const request = requestOf(scene, 10, 1);
    const codes = [];
    for (const change of [
      { carrierId: shop.id },
      { consignorSiteId: elsewhere.id },
      { receiverSiteId: scene.site.id },
      { receiverSiteId: null },
      { carrierId: newId() },
    ]) {
      codes.push((await send(scene.consignor, '/manifests', { ...request, ...change })).body.code);
    }
    expect(codes).toEqual([
      'manifest-party-without-code',
      'manifest-batch-elsewhere',
      'site-missing',
      'manifest-receiver-site-mismatch',
      'party-missing',
    ]);
  });

  it('is drafted where the load leaves', async () => {
    const foreign = await addParty(deps, '44');
    const refused = await send(foreign, '/manifests', requestOf(scene, 10, 1));
    expect(refused.body.code).toBe('manifest-consignor-elsewhere');
  });
});

describe('the list', () => {
  it('filters by state, number, role and month, page by page', async () => {
    const [first, second] = [await submitted(), await handedOver()];
    const number = (await send(scene.consignor, `/manifests/${second}`)).body.number;
    const ids = async (party: { id: string }, query: string) =>
      (await send(party, `/manifests?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids(scene.consignor, '')).toEqual([first, second]);
    expect(await ids(scene.carrier, 'state=handed_over')).toEqual([second]);
    expect(await ids(scene.receiver, `number=${number}`)).toEqual([second]);
    expect(await ids(scene.receiver, 'role=consignor')).toEqual([]);
    expect(await ids(scene.receiver, 'role=receiver&handedOverMonth=2026-09')).toEqual([second]);
    expect(await ids(scene.receiver, 'handedOverMonth=2026-10')).toEqual([]);
    const page = await send(scene.consignor, '/manifests?limit=1');
    expect(page.body.items).toHaveLength(1);
    expect(await ids(scene.consignor, `limit=1&cursor=${page.body.nextCursor}`)).toEqual([second]);
  });
});

describe('nonsense', () => {
  it.each([
    ['submit', { at: 'yesterday' }],
    ['depart', { plates: [], from: 'x' }],
    ['accept', { lines: [{ line: 1, acceptedGrams: -1, acceptedPieces: 1, treatmentMethod: 'R4' }] }],
    ['accept', { lines: [{ line: 1, acceptedGrams: 1.5, acceptedPieces: 1, treatmentMethod: 'R4' }] }],
    ['accept', { lines: [] }],
    ['cancel', { because: 'unknown field' }],
  ])('on %s is a 400', async (step, body) => {
    const id = await drafted();
    expect((await take(scene.consignor, id, step, body)).status).toBe(400);
  });
});
