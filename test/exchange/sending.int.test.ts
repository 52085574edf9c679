import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../src/core/ids.ts';
import { planDeliveries, resendDelivery } from '../../src/exchange/delivery-service.ts';
import type { StepEntry } from '../../src/exchange/message.ts';
import { type ExchangeDeps, registerPartner } from '../../src/exchange/partner-service.ts';
import { readStatus } from '../../src/exchange/queries.ts';
import { deliverTo, wakeDuePartners } from '../../src/exchange/sending-service.ts';
import { deliveries, partners } from '../../src/exchange/tables.ts';
import { ensureKey } from '../../src/platform/auth/index.ts';
import { freePort } from '../../src/platform/embedded-postgres/server.ts';
import { useDatabase } from '../setup/database.ts';
import { type FakePartner, giveReceipts, readSent, startPartner } from './fake-partner.ts';
import { makeKey, registered } from './keys.ts';

const database = useDatabase();
const actor = { subject: 'tester', source: 'local', scopes: [] } as const;
let deps: ExchangeDeps;
let index = 0;

beforeEach(async () => {
  await database.db.execute(sql`truncate exchange_partners, exchange_deliveries, exchange_inbox, exchange_numbers`);
  deps = {
    db: database.db,
    clock: () => new Date(),
    newId,
    log: pino({ level: 'silent' }),
    province: '45',
    exchangeKey: await makeKey(),
    wake: async () => undefined,
    wakeAll: async () => undefined,
    exchange: { timeoutMs: 300, sweepMs: 1_000, retryMaxMs: 20 },
  };
});

const entryOf = (manifestId: string, version: number): StepEntry => ({
  index: ++index,
  kind: 'manifest.submitted',
  version: 1,
  subject: `manifest:${manifestId}`,
  occurredAt: new Date('2026-10-05T08:00:00.000Z'),
  source: 'local',
  payload: {
    manifestId,
    version,
    step: 'submit',
    input: { at: '2026-10-05T08:00:00.000Z' },
    document: { originProvince: '45', destinationProvince: '44' },
    digest: String(version % 10).repeat(64),
  },
});

/** Plans steps and keeps those for province 44 only. */
async function plan(...entries: StepEntry[]): Promise<void> {
  await database.db.transaction(async (tx) => {
    await planDeliveries(tx, deps, entries);
  });
  await database.db.delete(deliveries).where(eq(deliveries.partnerCode, 'national'));
}

async function register(partner: FakePartner, keys = [registered(partner.key)]): Promise<FakePartner> {
  const draft = { code: '44', name: '广东', kind: 'province', baseUrl: partner.url, keys } as const;
  await database.db.transaction((tx) => registerPartner(tx, deps, { actor, ...draft }));
  return partner;
}

const rows = () => database.db.select().from(deliveries).orderBy(deliveries.entryIndex);
const states = async () => (await rows()).map(({ state }) => state);
const partnerRow = async () => {
  const [row] = await database.db.select().from(partners);
  if (!row) throw new Error('no partner');
  return row;
};
const totals = async () => {
  const { sent, acknowledged, retried } = await partnerRow();
  return { sent, acknowledged, retried };
};

/** Waits as the sweep does, until everything is settled. */
async function deliverAll(): Promise<void> {
  for (let round = 0; round < 200 && (await states()).includes('due'); round++) {
    await deliverTo(deps, '44');
    await sleep(10);
  }
}

describe('a partner that answers', () => {
  test('gets everything in the order of the journal, in one request, and its receipts are filed as they came', async () => {
    const [a, b] = [newId(), newId()];
    const partner = await register(await startPartner());
    await plan(entryOf(a, 1), entryOf(b, 1), entryOf(a, 2));
    await deliverTo(deps, '44');
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
    await deliverTo(deps, '44');
    expect(partner.requests.map((envelopes) => envelopes.length)).toEqual([100, 100, 30]);
  });

  test('is not asked for what it has, however often it is woken', async () => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    for (let round = 0; round < 5; round++) await deliverTo(deps, '44');
    expect(partner.requests).toHaveLength(1);
  });

  test('that is registered late gets what waited for it', async () => {
    await plan(entryOf(newId(), 1));
    await deliverTo(deps, '44');
    expect(await readStatus(database.db, '45')).toMatchObject({ partners: [{ code: '44', name: null, due: 1 }] });
    await register(await startPartner());
    await deliverTo(deps, '44');
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
    await deliverTo(deps, '44');
    expect(await partnerRow()).toMatchObject({ failures: 1, leaseUntil: null });
    expect((await partnerRow()).lastError).toContain('ECONNREFUSED');
    const [before] = await rows();
    const back = await register(await startPartner('44', port));
    await deliverAll();
    expect(back.requests.flat()).toEqual([before?.envelope]);
    expect(await partnerRow()).toMatchObject({ failures: 0, lastError: null });
    expect(await totals()).toEqual({ sent: 1, acknowledged: 1, retried: 1 });
  });

  test.each<[string, Parameters<FakePartner['next']>[0], string]>([
    [
      'is slower than the limit',
      async (response) => {
        await sleep(600);
        giveReceipts(response, []);
      },
      'no answer within 300 ms',
    ],
    [
      'begins its answer and never ends it',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"receipts":[');
      },
      'no answer within 300 ms',
    ],
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
      'gives a receipt that is none',
      (response) => giveReceipts(response, ['ey.ey.ey']),
      'gave a receipt that cannot be accepted: envelope-unreadable',
    ],
    [
      'sends us elsewhere',
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      'the connection failed',
    ],
    [
      'answers without end',
      (response) => response.writeHead(200).end('x'.repeat(5_000_000)),
      'answered more than 4 MiB',
    ],
    ['cuts the connection', (response) => response.destroy(), 'the connection failed (UND_ERR_SOCKET)'],
  ])('that %s is sent the same bytes again, and acknowledged once', async (_, answer, reason) => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    partner.next(answer);
    await deliverTo(deps, '44');
    expect(await partnerRow()).toMatchObject({ failures: 1, lastError: reason });
    expect(await states()).toEqual(['due']);
    await deliverAll();
    const [first, second] = partner.requests;
    expect(partner.requests).toHaveLength(2);
    expect(second).toEqual(first);
    expect(await totals()).toEqual({ sent: 1, acknowledged: 1, retried: 1 });
  });

  test('whose receipt another key has signed is not believed', async () => {
    const partner = await register(await startPartner(), [registered(await makeKey())]);
    await plan(entryOf(newId(), 1));
    await deliverTo(deps, '44');
    expect(await states()).toEqual(['due']);
    expect((await partnerRow()).lastError).toContain('envelope-key-unknown');
    await register(partner, [{ ...registered(await makeKey()), kid: partner.key.kid }]);
    await deliverTo(deps, '44');
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
    await deliverTo(deps, '44');
    expect((await partnerRow()).lastError).toBe('gave a receipt for other bytes than were sent');
    partner.says = () => ({});
    partner.next(async (response, envelopes) => giveReceipts(response, (await partner.receipts(envelopes)).reverse()));
    await sleep(30);
    await deliverTo(deps, '44');
    expect((await partnerRow()).lastError).toBe('gave the receipt of another message');
    expect(await states()).toEqual(['due', 'due']);
  });

  test('that does not know our key yet keeps everything due', async () => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    const problem = { code: 'envelope-key-unknown', title: '', detail: '' };
    partner.says = () => ({ outcome: 'refused', problem, digest: null });
    await deliverTo(deps, '44');
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
    await deliverTo(deps, '44');
    const until = (await partnerRow()).nextAttemptAt?.getTime() ?? 0;
    expect(until - before).toBeGreaterThan(6_500);
    expect(until - before).toBeLessThan(9_000);
    await deliverTo(deps, '44');
    expect(partner.requests).toHaveLength(1);
  });
});

describe('a message that is not applied', () => {
  test('parks its manifest and nothing else, until somebody sends it again', async () => {
    const [bad, good] = [newId(), newId()];
    const partner = await register(await startPartner());
    await plan(entryOf(bad, 1));
    const problem = { code: 'manifest-not-for-us', title: 'No', detail: 'Not ours.' };
    partner.says = ({ payload }) => (payload.manifestId === bad ? { outcome: 'refused', problem, digest: null } : {});
    await deliverTo(deps, '44');
    await plan(entryOf(bad, 2), entryOf(good, 1));
    await deliverTo(deps, '44');
    expect(await states()).toEqual(['parked', 'due', 'acknowledged']);
    expect(partner.requests.flat()).toHaveLength(2);
    expect(await readStatus(database.db, '45')).toMatchObject({ partners: [{ parked: 1, due: 1, acknowledged: 1 }] });

    const [parked] = await rows();
    expect(parked).toMatchObject({ outcome: 'refused', problem });
    partner.says = () => ({});
    const again = await database.db.transaction((tx) => resendDelivery(tx, deps, { actor, id: parked?.id ?? '' }));
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
      database.db.transaction((tx) => resendDelivery(tx, deps, { actor, id: parked?.id ?? '' })),
    ).rejects.toMatchObject({ code: 'delivery-not-parked' });
  });

  test('for want of an earlier step is sent again soon, and holds up no other manifest', async () => {
    const [early, other] = [newId(), newId()];
    const partner = await register(await startPartner());
    await plan(entryOf(early, 2), entryOf(other, 1));
    let misses = 2;
    partner.says = ({ payload }) =>
      payload.manifestId === early && misses-- > 0 ? { outcome: 'waiting', digest: null } : {};
    await deliverTo(deps, '44');
    expect((await states())[1]).toBe('acknowledged');
    await deliverAll();
    expect(await states()).toEqual(['acknowledged', 'acknowledged']);
    expect(await totals()).toEqual({ sent: 2, acknowledged: 2, retried: 2 });
  });
});

describe('several workers', () => {
  test('send nothing twice when they are woken at once', async () => {
    const partner = await register(await startPartner());
    await plan(...Array.from({ length: 30 }, () => entryOf(newId(), 1)));
    await Promise.all(Array.from({ length: 20 }, () => deliverTo(deps, '44')));
    expect(partner.requests.flat()).toHaveLength(30);
    expect(new Set(await states())).toEqual(new Set(['acknowledged']));
  });

  test('fence off the one whose lease has passed on: it records nothing', async () => {
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    const held = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    partner.next(async (response, envelopes) => {
      arrived.resolve();
      await held.promise;
      // What the slow worker is told would park the message.
      const problem = { code: 'manifest-not-for-us', title: '', detail: '' };
      partner.says = () => ({ outcome: 'refused', problem, digest: null });
      giveReceipts(response, await partner.receipts(envelopes));
    });
    const slow = deliverTo({ ...deps, exchange: { ...deps.exchange, timeoutMs: 5_000 } }, '44');
    await arrived.promise;
    await database.db.update(partners).set({ leaseUntil: new Date(0) });
    await deliverTo(deps, '44');
    expect(await states()).toEqual(['acknowledged']);
    held.resolve();
    await slow;
    expect(await states()).toEqual(['acknowledged']);
    expect(await totals()).toEqual({ sent: 1, acknowledged: 1, retried: 1 });
    expect(partner.requests[1]).toEqual(partner.requests[0]);
  });

  test('take over from one that was killed between sending and recording, with the same bytes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'leadloop-exchange-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    deps = { ...deps, exchangeKey: await ensureKey(`${folder}/exchange.json`) };
    const partner = await register(await startPartner());
    await plan(entryOf(newId(), 1));
    const arrived = Promise.withResolvers<void>();
    partner.next(() => arrived.resolve());
    const script = fileURLToPath(new URL('sending-worker.ts', import.meta.url));
    const child = spawn(process.execPath, [script, database.url, `${folder}/exchange.json`], { stdio: 'inherit' });
    onTestFinished(() => void child.kill('SIGKILL'));
    await arrived.promise;
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await states()).toEqual(['due']);
    await deliverTo(deps, '44');
    expect(partner.requests).toHaveLength(1);
    await database.db.update(partners).set({ leaseUntil: new Date(0) });
    await deliverTo(deps, '44');
    expect(partner.requests[1]).toEqual(partner.requests[0]);
    expect(await totals()).toEqual({ sent: 1, acknowledged: 1, retried: 1 });
  });
});

test('the sweep wakes partners that something is due for, and none that rest', async () => {
  const woken: string[][] = [];
  const sweep = () => wakeDuePartners({ db: database.db, wakeAll: async (_, keys) => void woken.push([...keys]) });
  await register(await startPartner());
  await sweep();
  await plan(entryOf(newId(), 1));
  await sweep();
  await database.db.update(partners).set({ nextAttemptAt: new Date(Date.now() + 60_000) });
  await sweep();
  await database.db.update(partners).set({ nextAttemptAt: null, leaseUntil: new Date(Date.now() + 60_000) });
  await sweep();
  expect(woken).toEqual([[], ['44'], [], []]);
});
