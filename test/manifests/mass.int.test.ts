import { describe, expect, it } from 'vitest';
import { splitBatch } from '../../src/batches/regrouping/service.ts';
import { toGrams } from '../../src/core/mass.ts';
import { PIECE_MASS } from '../batches/examples.ts';
import {
  accepted,
  arrived,
  at,
  DEPART,
  deps,
  drafted,
  handedOver,
  numbered,
  send,
  submitted,
  take,
  trade,
  useManifests,
} from './api.ts';
import { actorOf, balanceOf, boundary, forParty, journalOf, requestOf } from './province.ts';

useManifests();

const books = (id: string) => boundary(deps.db, 'adjustment', `manifest:${id}`);

describe('a manifest within the province', () => {
  it('goes from draft to closed, with mass, number, terms and history', async () => {
    const id = await arrived();
    const read = await send(trade.receiver, `/manifests/${id}`);
    expect(read.headers.etag).toBe('"5"');
    expect(read.body).toMatchObject({
      state: 'arrived',
      version: 5,
      numbering: 'issued',
      confirmationDueOn: '2026-09-17',
      late: null,
      transportMode: 'exempt_unbroken',
      receiverId: trade.receiver.id,
    });
    const decided = await take(trade.receiver, id, 'accept', accepted(1_000_000, 60));
    expect(decided.body).toMatchObject({ state: 'accepted', late: false, significantDifference: false });
    const closed = await take(trade.consignor, id, 'close', { at: at(40) });
    expect(closed.body).toMatchObject({ state: 'closed', version: 7 });
    expect((await journalOf(deps.db, id)).map(({ kind }) => kind)).toEqual(
      ['drafted', 'submitted', 'numbered', 'handed_over', 'departed', 'warned', 'arrived', 'accepted', 'closed'].map(
        (fact) => `manifest.${fact}`,
      ),
    );
  });

  it('answers the digest of the document it answers', async () => {
    const id = await submitted();
    const { body } = await send(trade.consignor, `/manifests/${id}`);
    const [last] = (await journalOf(deps.db, id)).toReversed();
    expect(last?.payload).toMatchObject({ version: 1, step: 'submit', digest: body.digest, document: { id } });
  });
});

describe('mass', () => {
  it('is in transit after hand-over and at the receiver after acceptance', async () => {
    const id = await handedOver();
    const [line] = (await send(trade.consignor, `/manifests/${id}`)).body.lines;
    expect(await balanceOf(deps.db, line.batchId)).toMatchObject({ massGrams: 1_000_000, pieces: 60 });
    expect(await balanceOf(deps.db, line.transitBatchId)).toMatchObject({
      kind: 'transit',
      massGrams: 1_000_000,
      pieces: 60,
    });
    await take(trade.carrier, id, 'depart', DEPART);
    await take(trade.receiver, id, 'arrive', { at: at(20) });
    const { body } = await take(trade.receiver, id, 'accept', accepted(1_000_000, 60));
    expect(await balanceOf(deps.db, body.lines[0].receivedBatchId)).toMatchObject({
      kind: 'battery',
      partyId: trade.receiver.id,
      siteId: trade.receiverSite?.id,
      massGrams: 1_000_000,
      pieces: 60,
    });
    expect(await balanceOf(deps.db, line.transitBatchId)).toMatchObject({ massGrams: 0, pieces: 0 });
    expect(await books(id)).toEqual({ massGrams: 0, pieces: 0 });
  });

  it.each([
    ['less', 970_000, 58, { massGrams: 30_000, pieces: 2 }],
    ['more', 1_010_000, 61, { massGrams: -10_000, pieces: -1 }],
    ['less in fewer grams but more pieces', 999_000, 61, { massGrams: 1_000, pieces: -1 }],
  ])('that is weighed to be %s is a weighing difference', async (_, grams, pieces, difference) => {
    const id = await arrived();
    const decision = { ...accepted(grams, pieces), differenceKinds: ['quantity'] };
    const { body } = await take(trade.receiver, id, 'accept', decision);
    expect(body.significantDifference).toBe(true);
    expect(await books(id)).toEqual(difference);
    expect(await balanceOf(deps.db, body.lines[0].transitBatchId)).toMatchObject({ massGrams: 0, pieces: 0 });
    expect(await balanceOf(deps.db, body.lines[0].receivedBatchId)).toMatchObject({ massGrams: grams, pieces });
  });

  it('far above what was sent, or above what was refused, is refused as an error of entry', async () => {
    const id = await arrived();
    const entered = { line: 1, acceptedPieces: 59, refusedPieces: 1, treatmentMethod: 'R4' };
    const decide = (acceptedGrams: number, refusedGrams: number) =>
      take(trade.receiver, id, 'accept-partially', {
        ...{ at: at(30), remarks: '破损' },
        lines: [{ ...entered, acceptedGrams, refusedGrams }],
      });
    const expected = { code: 'manifest-weighing-implausible', line: 1 };
    expect(await decide(100_000_000_000, 1)).toMatchObject({
      status: 422,
      body: { ...expected, allowedGrams: 1_200_000, givenGrams: 100_000_000_001, pointer: '#/body/lines/0' },
    });
    expect((await decide(1_100_000, 100_001)).body).toMatchObject(expected);
    expect((await decide(1_100_000, 100_000)).status).toBe(200);

    const close = (returnedGrams: number) =>
      take(trade.consignor, id, 'close', {
        ...{ at: at(40), lines: [{ line: 1, returnedGrams, returnedPieces: 1 }], remarks: '雨水' },
      });
    expect(await close(150_001)).toMatchObject({
      status: 422,
      body: { ...expected, allowedGrams: 150_000, givenGrams: 150_001, pointer: '#/body/lines/0' },
    });
    expect((await close(150_000)).status).toBe(200);
  });

  it('has pieces that agree with what was sent, or with what was refused', async () => {
    const id = await arrived();
    const decide = (acceptedPieces: number, refusedPieces: number, differenceKinds: string[] = []) =>
      take(trade.receiver, id, 'accept-partially', {
        ...{ at: at(30), differenceKinds, remarks: '破损' },
        lines: [
          {
            line: 1,
            acceptedGrams: 900_000,
            refusedGrams: 100_000,
            acceptedPieces,
            refusedPieces,
            treatmentMethod: 'R4',
          },
        ],
      });
    const codeOf = async (answer: ReturnType<typeof decide>) => [(await answer).status, (await answer).body.code];
    expect(await codeOf(decide(0, 60))).toEqual([422, 'manifest-quantities-apart']);
    expect(await codeOf(decide(60, 0))).toEqual([422, 'manifest-quantities-apart']);
    expect(await codeOf(decide(1_000_000, 6, ['quantity']))).toEqual([422, 'manifest-pieces-implausible']);
    expect(await codeOf(decide(53, 6))).toEqual([422, 'manifest-pieces-differ']);
    expect(await codeOf(decide(54, 6))).toEqual([200, undefined]);
    const close = (returnedGrams: number, returnedPieces: number) =>
      take(trade.consignor, id, 'close', { at: at(40), lines: [{ line: 1, returnedGrams, returnedPieces }] });
    expect(await codeOf(close(100_000, 0))).toEqual([422, 'manifest-quantities-apart']);
    expect(await codeOf(close(100_000, 300))).toEqual([422, 'manifest-pieces-implausible']);
    expect(await codeOf(close(100_000, 5))).toEqual([422, 'manifest-pieces-differ']);
    expect(await codeOf(close(100_000, 6))).toEqual([200, undefined]);
  });

  it('is not drafted without pieces, and not without the pieces that would be left', async () => {
    for (const [grams, pieces] of [
      [1_000_000, 0],
      [2_000_000, 60],
    ] as const) {
      const refused = await send(trade.consignor, '/manifests', requestOf(trade, grams, pieces));
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'batch-quantities-apart', pointer: '#/body/lines/0/pieces' },
      });
    }
  });

  it('that is refused stays in transit and comes back when the manifest is closed', async () => {
    const id = await arrived();
    const rejected = await take(trade.receiver, id, 'reject', { at: at(30), remarks: '包装破损' });
    expect(rejected.body).toMatchObject({ state: 'rejected', lines: [{ refusedGrams: 1_000_000, refusedPieces: 60 }] });
    const { transitBatchId } = rejected.body.lines[0];
    expect(await balanceOf(deps.db, transitBatchId)).toMatchObject({ massGrams: 1_000_000, pieces: 60 });
    const unsaid = await take(trade.consignor, id, 'close', { at: at(40) });
    expect(unsaid).toMatchObject({ status: 422, body: { code: 'manifest-lines-mismatch' } });
    const lines = [{ line: 1, returnedGrams: 995_000, returnedPieces: 60 }];
    const { body } = await take(trade.consignor, id, 'close', { at: at(40), lines });
    expect(await balanceOf(deps.db, body.lines[0].returnedBatchId)).toMatchObject({
      kind: 'battery',
      partyId: trade.consignor.id,
      siteId: trade.site.id,
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
      await take(trade.consignor, id, 'submit', { at: at(0) });
      await numbered(id);
    }
    expect((await take(trade.consignor, first, 'hand-over', { at: at(10) })).status).toBe(200);
    const refused = await take(trade.consignor, second, 'hand-over', { at: at(10) });
    expect(refused).toMatchObject({ status: 422, body: { code: 'batch-mass-exceeded' } });
    expect((await send(trade.consignor, `/manifests/${second}`)).body.state).toBe('submitted');
    expect(await balanceOf(deps.db, trade.batchId)).toMatchObject({ massGrams: 500_000, pieces: 30 });
  });

  it('of several lines from one batch is drawn together', async () => {
    const request = requestOf(trade, 800_000, 40);
    const lines = [...request.lines, ...request.lines];
    const { body } = await send(trade.consignor, '/manifests', { ...request, lines });
    await take(trade.consignor, body.id, 'submit', { at: at(0) });
    await numbered(body.id);
    await handedOver();
    const refused = await take(trade.consignor, body.id, 'hand-over', { at: at(10) });
    expect(refused.body.code).toBe('batch-mass-exceeded');
  });

  it.each([
    ['mass', 1_200_000, 60, { code: 'batch-mass-exceeded', availableGrams: 800_000 }, 'massGrams'],
    ['pieces', 1_000_000, 61, { code: 'batch-pieces-exceeded', availablePieces: 59 }, 'pieces'],
  ])(
    'is not drafted when several lines together ask for more %s than the batch holds',
    async (...[, grams, pieces, expected, field]) => {
      const request = requestOf(trade, grams, pieces);
      const lines = [...request.lines, ...request.lines];
      const refused = await send(trade.consignor, '/manifests', { ...request, lines });
      expect(refused).toMatchObject({ status: 422, body: { ...expected, pointer: `#/body/lines/1/${field}` } });
    },
  );
});

describe('a line of a batch that was split since', () => {
  const split = (massGrams: number, pieces: number) =>
    forParty(deps, trade.consignor, (tx) =>
      splitBatch(tx, deps, {
        ...{ actor: actorOf(trade.consignor), id: trade.batchId, limits: PIECE_MASS },
        part: { massGrams: toGrams(massGrams), pieces },
      }),
    );
  const refused = {
    status: 422,
    body: {
      ...{ code: 'batch-piece-mass-differs', massGrams: 1_000_000, pieces: 60, restGrams: 1, restPieces: 5 },
      pointer: '#/document/lines/0/pieces',
    },
  };
  const paper = { number: '纸0001', reason: '系统故障', transferCompletedAt: at(5) };

  it('is not submitted or registered on paper when it would leave 1 g in 5 pieces', async () => {
    const id = await drafted();
    await split(999_999, 55);
    expect(await take(trade.consignor, id, 'submit', { at: at(0) })).toMatchObject(refused);
    expect(await take(trade.consignor, id, 'register-paper', { at: at(0), ...paper })).toMatchObject(refused);
    expect((await send(trade.consignor, `/manifests/${id}`)).body).toMatchObject({ state: 'draft', version: 0 });
  });

  it('is not handed over, and leaves the batch as it was', async () => {
    const id = await submitted();
    await numbered(id);
    await split(999_999, 55);
    expect(await take(trade.consignor, id, 'hand-over', { at: at(10) })).toMatchObject(refused);
    expect(await balanceOf(deps.db, trade.batchId)).toMatchObject({ massGrams: 1_000_001, pieces: 65 });
  });

  it('is not backfilled', async () => {
    const id = await drafted();
    expect((await take(trade.consignor, id, 'register-paper', { at: at(0), ...paper })).status).toBe(200);
    await split(999_999, 55);
    expect(await take(trade.consignor, id, 'backfill', { at: at(10) })).toMatchObject(refused);
  });
});
