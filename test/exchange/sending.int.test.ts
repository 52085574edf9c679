import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { deliverTo } from '../../src/exchange/deliveries/sending-service.ts';
import { resendDelivery } from '../../src/exchange/deliveries/service.ts';
import { readStatus } from '../../src/exchange/queries.ts';
import { newId } from '../../src/platform/ids.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { type FakePartner, giveReceipts, readSent, startPartner } from './fake-partner.ts';
import { makeKey, registered } from './keys.ts';
import { actor, entryOf, useSending } from './sending.ts';

const sending = useSending();
const { database, rows, states, partnerRow, totals, plan, register, deliverAll, deliverWithin } = sending;

type Answering = Parameters<FakePartner['next']>[0];

/** Limit for an answer that never ends: long enough for the request to arrive on a busy machine. */
const LIMIT_MS = 2_000;

describe('a partner that answers', () => {
  test('gets everything in the order of the journal, in one request, and its receipts are filed as they came', async () => {
    const [a, b] = [newId(), newId()];
    const partner = await register(await startPartner());
    await plan(entryOf(a, 1), entryOf(b, 1), entryOf(a, 2));
    await deliverTo(sending.deps, '44');
    const [request = []] = partner.requests;
    expect(partner.requests).toHaveLength(1);
    expect(request.map(readSent).map(({ payload }) => [payload.manifestId, payload.version])).toEqual([
      [a, 1],
      [b, 1],
      [a, 2],
    ]);
    const filed = await rows();
    expect(filed.map(({ state, envelope }) => [state, envelope])).toEqual(request.map((one) => ['acknowledged', one]));
    expect(filed.every(({ receipt }) => receipt?.split('.').length === 3)).toBe(true);
    expect(await totals()).toEqual({ sent: 3, acknowledged: 3, retried: 0 });
  });

  test('gets a backlog in requests of a hundred at most', async () => {
    const partner = await register(await startPartner());
    await plan(...Array.from({ length: 230 }, () => entryOf(newId(), 1)));
    await deliverTo(sending.deps, '44');
    expect(partner.requests.map((envelopes) => envelopes.length)).toEqual([100, 100, 30]);
  });

  test('gets no message again after its receipt, however often the sending is woken', async () => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    for (let round = 0; round < 5; round++) await deliverTo(sending.deps, '44');
    expect(partner.requests).toHaveLength(1);
  });

  test('that is registered late gets what waited for it', async () => {
    await plan(entryOf(newId(), 1));
    await deliverTo(sending.deps, '44');
    expect(await readStatus(database.db, '45')).toMatchObject({ partners: [{ code: '44', name: null, due: 1 }] });
    await register(await startPartner());
    await deliverTo(sending.deps, '44');
    expect(await states()).toEqual(['acknowledged']);
  });
});

describe('a partner in trouble', () => {
  test('that is down rests, and gets the same message when it is back', async () => {
    const port = await freePort();
    const gone = await startPartner('44', port);
    await gone.stop();
    await register(gone);
    await plan(entryOf(newId(), 1));
    await deliverTo(sending.deps, '44');
    expect(await partnerRow()).toMatchObject({ failures: 1, leaseUntil: null });
    expect((await partnerRow()).lastError).toContain('ECONNREFUSED');
    const [before] = await rows();
    const back = await register(await startPartner('44', port));
    await deliverAll();
    expect(back.requests.flat()).toEqual([before?.envelope]);
    expect(await partnerRow()).toMatchObject({ failures: 0, lastError: null });
    expect(await totals()).toEqual({ sent: 1, acknowledged: 1, retried: 1 });
  });

  test.each<[string, Answering]>([
    [
      'is slower than the limit',
      async (response) => {
        await once(response, 'close');
        giveReceipts(response, []);
      },
    ],
    [
      'begins its answer and never ends it',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"receipts":[');
      },
    ],
  ])('that %s is sent the same bytes again, and acknowledged once', (_, answer) =>
    isSentAgain(answer, `no answer within ${LIMIT_MS} ms`, LIMIT_MS),
  );

  test.each<[string, Answering, string]>([
    ['answers 500', (response) => response.writeHead(500).end('{}'), 'answered 500'],
    [
      'answers rubbish',
      (response) => response.writeHead(200).end('<html>吗</html>'),
      'answered something else than receipts',
    ],
    ['answers nothing', (response) => response.writeHead(200).end(), 'answered something else than receipts'],
    [
      'answers other JSON',
      (response) => response.writeHead(200).end('{"ok":true}'),
      'answered something else than receipts',
    ],
    ['gives no receipt', (response) => giveReceipts(response, []), 'answered too few or many receipts'],
    [
      'gives an invalid receipt',
      (response) => giveReceipts(response, ['ey.ey.ey']),
      'gave a receipt that cannot be accepted: envelope-unreadable',
    ],
    [
      'sends us elsewhere',
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      'answered 307',
    ],
    [
      'answers without end',
      (response) => response.writeHead(200).end('x'.repeat(5_000_000)),
      'answered more than 4 MiB',
    ],
    ['cuts the connection', (response) => response.destroy(), 'the connection failed (ECONNRESET)'],
  ])('that %s is sent the same bytes again, and acknowledged once', (_, answer, reason) => isSentAgain(answer, reason));

  async function isSentAgain(answer: Answering, reason: string, limitMs?: number) {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    partner.next(answer);
    await (limitMs === undefined ? deliverTo(sending.deps, '44') : deliverWithin(limitMs));
    expect(await partnerRow()).toMatchObject({ failures: 1, lastError: reason });
    expect(await states()).toEqual(['due']);
    await deliverAll();
    const [first, second] = partner.requests;
    expect(partner.requests).toHaveLength(2);
    expect(second).toEqual(first);
    expect(await totals()).toEqual({ sent: 1, acknowledged: 1, retried: 1 });
  }

  test('whose receipt another key has signed is not believed', async () => {
    const partner = await register(await startPartner(), [registered(await makeKey())]);
    await plan(entryOf(newId(), 1));
    await deliverTo(sending.deps, '44');
    expect(await states()).toEqual(['due']);
    expect((await partnerRow()).lastError).toContain('envelope-key-unknown');
    await register(partner, [{ ...registered(await makeKey()), kid: partner.key.kid }]);
    await deliverTo(sending.deps, '44');
    expect((await partnerRow()).lastError).toContain('envelope-signature-wrong');
    expect(await totals()).toMatchObject({ acknowledged: 0 });
    await register(partner);
    await deliverAll();
    expect(await totals()).toMatchObject({ acknowledged: 1 });
  });

  test('whose receipt is for other bytes or another message is not believed', async () => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1), entryOf(newId(), 1));
    partner.says = () => ({ envelopeDigest: 'f'.repeat(64) });
    await deliverTo(sending.deps, '44');
    expect((await partnerRow()).lastError).toBe('gave a receipt for bytes that were not sent');
    partner.says = () => ({});
    partner.next(async (response, envelopes) => giveReceipts(response, (await partner.receipts(envelopes)).reverse()));
    await sleep(30);
    await deliverTo(sending.deps, '44');
    expect((await partnerRow()).lastError).toBe('gave the receipt of another message');
    expect(await states()).toEqual(['due', 'due']);
  });

  test('that does not know our key yet keeps everything due', async () => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    const problem = { code: 'envelope-key-unknown', title: '', detail: '' };
    partner.says = () => ({ outcome: 'refused', problem, digest: null });
    await deliverTo(sending.deps, '44');
    expect(await states()).toEqual(['due']);
    partner.says = () => ({});
    await deliverAll();
    expect(await states()).toEqual(['acknowledged']);
  });

  test('that asks for a pause gets it', async () => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    partner.next((response) => response.writeHead(503, { 'retry-after': '7' }).end());
    const before = Date.now();
    await deliverTo(sending.deps, '44');
    const until = (await partnerRow()).nextAttemptAt?.getTime() ?? 0;
    expect(until - before).toBeGreaterThan(6_500);
    expect(until - before).toBeLessThan(9_000);
    await deliverTo(sending.deps, '44');
    expect(partner.requests).toHaveLength(1);
  });
});

describe('a message that is not applied', () => {
  test('parks its manifest and nothing else, until a person sends it again', async () => {
    const [bad, good] = [newId(), newId()];
    const partner = await register(await startPartner());
    await plan(entryOf(bad, 1));
    const problem = { code: 'manifest-not-for-us', title: 'No', detail: 'Not ours.' };
    partner.says = ({ payload }) => (payload.manifestId === bad ? { outcome: 'refused', problem, digest: null } : {});
    await deliverTo(sending.deps, '44');
    await plan(entryOf(bad, 2), entryOf(good, 1));
    await deliverTo(sending.deps, '44');
    expect(await states()).toEqual(['parked', 'due', 'acknowledged']);
    expect(partner.requests.flat()).toHaveLength(2);
    expect(await readStatus(database.db, '45')).toMatchObject({ partners: [{ parked: 1, due: 1, acknowledged: 1 }] });

    const [parked] = await rows();
    expect(parked).toMatchObject({ outcome: 'refused', problem });
    partner.says = () => ({});
    const again = await database.db.transaction((tx) =>
      resendDelivery(tx, sending.deps, { actor, id: parked?.id ?? '' }),
    );
    await deliverAll();
    expect(again.id).not.toBe(parked?.id);
    expect((await states()).toSorted()).toEqual(['acknowledged', 'acknowledged', 'acknowledged', 'resent']);
    const sent = partner.requests.flat().map(readSent);
    expect(sent.slice(2).map(({ payload }) => payload)).toMatchObject([
      { manifestId: bad, version: 1 },
      { manifestId: bad, version: 2 },
    ]);
    expect(sent[2]?.messageId).toBe(again.id);
    await expect(
      database.db.transaction((tx) => resendDelivery(tx, sending.deps, { actor, id: parked?.id ?? '' })),
    ).rejects.toMatchObject({ code: 'delivery-not-parked' });
  });

  test('for want of an earlier step is sent again soon, and holds up no other manifest', async () => {
    const [early, other] = [newId(), newId()];
    const partner = await register(await startPartner());
    await plan(entryOf(early, 2), entryOf(other, 1));
    let misses = 2;
    partner.says = ({ payload }) =>
      payload.manifestId === early && misses-- > 0 ? { outcome: 'waiting', digest: null } : {};
    await deliverTo(sending.deps, '44');
    expect((await states())[1]).toBe('acknowledged');
    await deliverAll();
    expect(await states()).toEqual(['acknowledged', 'acknowledged']);
    expect(await totals()).toEqual({ sent: 2, acknowledged: 2, retried: 2 });
  });
});
