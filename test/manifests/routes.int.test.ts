import { describe, expect, it } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import {
  accepted,
  arrived,
  at,
  DEPART,
  deps,
  drafted,
  handedOver,
  send,
  submitted,
  take,
  trade,
  useManifests,
} from './api.ts';
import { paperInOrder, photographed } from './paper-numbers/in-order.ts';
import { addLicence, addParty, addSite, addStock, addTrade, clock, journalOf, requestOf } from './province.ts';

useManifests();

describe('who may', () => {
  it('finds no manifest that does not name them, and no draft of others', async () => {
    const stranger = await addParty(deps, '45');
    const id = await drafted();
    for (const party of [stranger, trade.carrier, trade.receiver]) {
      expect(await send(party, `/manifests/${id}`)).toMatchObject({ status: 404, body: { code: 'manifest-missing' } });
      expect((await take(party, id, 'submit')).status).toBe(404);
      expect((await send(party, '/manifests')).body.items).toEqual([]);
    }
    await take(trade.consignor, id, 'submit', { at: at(0) });
    expect((await send(stranger, `/manifests/${id}`)).status).toBe(404);
    expect((await send(stranger, `/manifests/${id}/history`)).status).toBe(404);
    expect((await take(stranger, id, 'hand-over')).status).toBe(404);
    expect((await send(trade.carrier, `/manifests/${id}`)).status).toBe(200);
    expect((await send({ id: 'authority' }, `/manifests/${id}`)).status).toBe(200);
  });

  it('takes the steps of their own role only', async () => {
    const id = await submitted();
    const wrong = await take(trade.carrier, id, 'hand-over', { at: at(10) });
    expect(wrong).toMatchObject({ status: 403, body: { code: 'manifest-not-your-step' } });
    expect((await send({ id: 'authority' }, `/manifests/${id}/cancel`, {})).status).toBe(403);
  });

  it('drafts over batches of their own only', async () => {
    const other = await addTrade(deps, '45', { massGrams: 100, pieces: 1 });
    const request = { ...requestOf(trade, 10_000, 1), lines: requestOf(other, 100, 1).lines };
    const refused = await send(trade.consignor, '/manifests', request);
    expect(refused).toMatchObject({ status: 404, body: { code: 'batch-missing', pointer: '#/body/lines/0/batchId' } });
  });
});

describe('a step', () => {
  it('that the state does not allow answers 409 with the paths of the steps that the caller may take', async () => {
    const id = await submitted();
    const refused = await take(trade.consignor, id, 'close');
    expect(refused).toMatchObject({ status: 409, body: { code: 'manifest-step-not-allowed', state: 'submitted' } });
    expect(refused.body.allowed).toEqual(['hand-over', 'cancel']);
    const carrier = await take(trade.carrier, id, 'depart', DEPART);
    expect([carrier.body.code, carrier.body.allowed]).toEqual(['manifest-step-not-allowed', []]);
    const early = await take(trade.consignor, id, 'hand-over');
    expect(early).toMatchObject({ status: 409, body: { code: 'national-system-missing' } });
  });

  it('decided on another version answers 412 and is not taken', async () => {
    const id = await submitted();
    const stale = await take(trade.consignor, id, 'cancel', {}, { 'if-match': '"0"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'precondition-failed' } });
    expect((await take(trade.consignor, id, 'cancel', {}, { 'if-match': 'nonsense' })).status).toBe(400);
    expect((await take(trade.consignor, id, 'cancel', {}, { 'if-match': '"1"' })).body.state).toBe('cancelled');
  });

  it('that is repeated with its key answers the same and is taken once', async () => {
    const id = await submitted();
    const key = { 'idempotency-key': newId() };
    const first = await take(trade.consignor, id, 'cancel', { reason: '重复' }, key);
    const again = await take(trade.consignor, id, 'cancel', { reason: '重复' }, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect([first.headers.etag, again.headers.etag]).toEqual(['"2"', '"2"']);
    expect((await take(trade.consignor, id, 'cancel', { reason: '其他' }, key)).body.code).toBe(
      'idempotency-key-reused',
    );
    expect(await journalOf(deps.db, id)).toHaveLength(3);
  });

  it('that eight take at once is taken by one', async () => {
    const id = await handedOver();
    const answers = await Promise.all(Array.from({ length: 8 }, () => take(trade.carrier, id, 'depart', DEPART)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, ...Array(7).fill(409)]);
    expect((await journalOf(deps.db, id)).filter(({ kind }) => kind === 'manifest.departed')).toHaveLength(1);
  });

  it('is not dated in the future', async () => {
    const id = await drafted();
    const refused = await take(trade.consignor, id, 'submit', { at: '2026-09-12T04:06:00Z' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'instant-in-future' } });
    const paper = { at: '2026-09-12T03:00:00Z', number: '纸-1', reason: '演示' };
    const ahead = { ...paper, transferCompletedAt: '2026-09-12T04:06:00Z' };
    expect((await take(trade.consignor, id, 'register-paper', ahead)).body).toMatchObject({
      code: 'instant-in-future',
      pointer: '#/body/transferCompletedAt',
    });
    const { status } = await take(trade.consignor, id, 'register-paper', { ...paper, transferCompletedAt: paper.at });
    expect(status).toBe(200);
  });

  it.each([
    ['treatment method', { lines: [{ line: 1, acceptedGrams: 1, acceptedPieces: 1, treatmentMethod: 'R99' }] }],
    ['difference', { ...accepted(1, 1), differenceKinds: ['smell'] }],
  ])('with an unknown code of a %s names the known ones', async (_, body) => {
    const id = await arrived();
    const refused = await take(trade.receiver, id, 'accept', { at: at(30), ...body });
    expect(refused).toMatchObject({ status: 422, body: { code: 'manifest-code-unknown' } });
    expect(refused.body.known.length).toBeGreaterThan(3);
  });

  it('that confirms after the term is late, and is taken', async () => {
    const id = await arrived();
    clock.now = new Date('2026-09-20T04:00:00.000Z');
    const { body } = await take(trade.receiver, id, 'accept', {
      ...accepted(1_000_000, 60),
      at: '2026-09-17T16:00:00Z',
    });
    expect(body).toMatchObject({ state: 'accepted', late: true });
    expect((await journalOf(deps.db, id)).at(-1)?.payload.late).toBe(true);
  });
});

describe('submission', () => {
  it('needs a licence of the receiver that fits the receiving site', async () => {
    const point = await addSite(deps, trade.receiver, 'collection_point');
    const request = { ...requestOf(trade, 10_000, 1), receiverSiteId: point.id };
    const { body } = await send(trade.consignor, '/manifests', request);
    const refused = await take(trade.consignor, body.id, 'submit', { at: at(0) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'licence-missing', mode: 'collection' } });
    const licence = await addLicence(deps, trade.receiver, 'collection');
    const taken = await take(trade.consignor, body.id, 'submit', { at: at(0) });
    expect(taken.body).toMatchObject({ state: 'submitted', receiverLicence: licence.number });
  });

  it('is dated no earlier than the batches, whatever their licences were before', async () => {
    const id = await drafted();
    const before = '2026-08-31T23:59:59Z';
    const refused = await take(trade.consignor, id, 'submit', { at: before });
    expect(refused).toMatchObject({ status: 422, body: { code: 'batch-instant-early', pointer: '#/body/at' } });
    expect((await take(trade.consignor, id, 'submit', { at: '2026-09-01T00:00:00Z' })).status).toBe(200);
  });

  it('on paper is dated no earlier than the batches either, nor is the end of the transfer', async () => {
    const id = await drafted();
    const before = '2026-08-31T23:59:59Z';
    const early = { status: 422, body: { code: 'batch-instant-early', pointer: '#/body/at' } };
    const ended = { status: 422, body: { code: 'batch-instant-early', pointer: '#/body/transferCompletedAt' } };
    const paper = { at: at(0), number: '纸0002', reason: '停电' };
    const register = (body: object) => take(trade.consignor, id, 'register-paper', { ...paper, ...body });
    expect(await register({ at: before })).toMatchObject(early);
    expect(await register({ transferCompletedAt: before })).toMatchObject(ended);
    expect((await register({})).status).toBe(200);
    const backfill = { at: at(1), transferCompletedAt: at(0) };
    expect(await take(trade.consignor, id, 'backfill', { ...backfill, at: before })).toMatchObject(early);
    const completed = { ...backfill, transferCompletedAt: before };
    expect(await take(trade.consignor, id, 'backfill', completed)).toMatchObject(ended);
    expect((await take(trade.consignor, id, 'backfill', backfill)).status).toBe(200);
  });

  it('needs a transport licence of the carrier for a load that is not unbroken', async () => {
    const batchId = await addStock(deps, trade.site, { massGrams: 500, pieces: 1, whole: false });
    const id = (await send(trade.consignor, '/manifests', requestOf({ ...trade, batchId }, 500, 1))).body.id;
    const refused = await take(trade.consignor, id, 'submit', { at: at(0) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'licence-missing', mode: 'transport' } });
    await addLicence(deps, trade.carrier, 'transport');
    expect((await take(trade.consignor, id, 'submit', { at: at(0) })).body.transportMode).toBe('hazardous');
  });
});

describe('a paper manifest', () => {
  it('has a number of its own among the loads of its consignor, however it is spelt, unless the other one was cancelled', async () => {
    const register = async (id: string, number: string) =>
      (await take(trade.consignor, id, 'register-paper', { at: at(0), number, reason: '停电' })).body;
    const [first, second] = [await drafted(), await drafted()];
    expect((await register(first, '纸-01a')).state).toBe('offline_paper');
    expect(await register(second, ' 纸－01A')).toMatchObject({
      ...{ code: 'manifest-paper-taken', status: 409, pointer: '#/body/number' },
    });
    expect((await register(second, '纸-01b')).state).toBe('offline_paper');
    await take(trade.consignor, first, 'cancel', { at: at(1), reason: '登记有误' });
    expect((await register(await drafted(), '纸-01a')).state).toBe('offline_paper');
  });

  it('is registered once under a number, also by two requests at once', async () => {
    const ids = [await drafted(), await drafted()];
    const paper = { at: at(0), number: '纸-02', reason: '停电' };
    const answers = await Promise.all(ids.map((id) => take(trade.consignor, id, 'register-paper', paper)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('is backfilled, with its lateness recorded and never refused', async () => {
    const id = await drafted();
    const paper = { at: '2026-09-01T00:00:00Z', number: await paperInOrder(), reason: '停电' };
    expect((await take(trade.consignor, id, 'register-paper', paper)).body).toMatchObject({
      state: 'offline_paper',
      numbering: 'paper',
      version: 0,
    });
    const unsaid = await take(trade.consignor, id, 'backfill', { at: at(0) });
    expect(unsaid.body.code).toBe('manifest-completion-missing');
    await photographed(id);
    clock.now = new Date('2026-09-20T04:00:00.000Z');
    const { body } = await take(trade.consignor, id, 'backfill', {
      at: '2026-09-18T00:00:00Z',
      transferCompletedAt: '2026-09-03T00:00:00Z',
    });
    expect(body).toMatchObject({ state: 'submitted', version: 1, backfillDueOn: '2026-09-17', backfilledLate: true });
    expect((await journalOf(deps.db, id)).at(-1)?.payload.late).toBe(true);
  });
});

describe('a draft', () => {
  it.each([
    ['batch-mass-exceeded', { massGrams: 2_000_001 }],
    ['batch-pieces-exceeded', { pieces: 121 }],
    ['manifest-code-unknown', { packaging: 'sack' }],
  ])('is refused with %s', async (code, line) => {
    const request = requestOf(trade, 10_000, 1);
    const lines = request.lines.map((one) => ({ ...one, ...line }));
    const refused = await send(trade.consignor, '/manifests', { ...request, lines });
    expect(refused).toMatchObject({ status: 422, body: { code } });
  });

  it('names organisations with a credit code, sites of theirs, and stock of the site', async () => {
    const shop = await addParty(deps, '45', { uscc: null, usccMissingReason: '个体' });
    const elsewhere = await addSite(deps, trade.consignor, 'collection_point');
    const request = requestOf(trade, 10_000, 1);
    const codes = [];
    for (const change of [
      { carrierId: shop.id },
      { consignorSiteId: elsewhere.id },
      { receiverSiteId: trade.site.id },
      { receiverSiteId: null },
      { carrierId: newId() },
    ]) {
      codes.push((await send(trade.consignor, '/manifests', { ...request, ...change })).body.code);
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
    const refused = await send(foreign, '/manifests', requestOf(trade, 10_000, 1));
    expect(refused.body.code).toBe('manifest-consignor-elsewhere');
  });
});

describe('the list', () => {
  it('filters by state, number, role and month, page by page', async () => {
    const [first, second] = [await submitted(), await handedOver()];
    const number = (await send(trade.consignor, `/manifests/${second}`)).body.number;
    const ids = async (party: { id: string }, query: string) =>
      (await send(party, `/manifests?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids(trade.consignor, '')).toEqual([first, second]);
    expect(await ids(trade.carrier, 'state=handed_over')).toEqual([second]);
    expect(await ids(trade.receiver, `number=${number}`)).toEqual([second]);
    expect(await ids(trade.receiver, 'role=consignor')).toEqual([]);
    expect(await ids(trade.receiver, 'role=receiver&handedOverMonth=2026-09')).toEqual([second]);
    expect(await ids(trade.receiver, 'handedOverMonth=2026-10')).toEqual([]);
    const page = await send(trade.consignor, '/manifests?limit=1');
    expect(page.body.items).toHaveLength(1);
    expect(await ids(trade.consignor, `limit=1&cursor=${page.body.nextCursor}`)).toEqual([second]);
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
    expect((await take(trade.consignor, id, step, body)).status).toBe(400);
  });
});
