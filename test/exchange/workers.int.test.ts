import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deliverTo, wakeDuePartners } from '../../src/exchange/deliveries/sending-service.ts';
import { partners } from '../../src/exchange/tables.ts';
import { ensureKey } from '../../src/platform/auth/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { giveReceipts, startPartner } from './fake-partner.ts';
import { entryOf, useSending } from './sending.ts';

const sending = useSending();
const { database, states, totals, plan, register } = sending;

describe('several workers', () => {
  test('send nothing twice when they are woken at once', async () => {
    const partner = await register(await startPartner());
    await plan(...Array.from({ length: 30 }, () => entryOf(newId(), 1)));
    await Promise.all(Array.from({ length: 20 }, () => deliverTo(sending.deps, '44')));
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
      giveReceipts(response, await partner.receipts(envelopes));
    });
    const slow = deliverTo(sending.deps, '44');
    await arrived.promise;
    await database.db.update(partners).set({ leaseUntil: new Date(0) });
    await deliverTo(sending.deps, '44');
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
    sending.use({ exchangeKey: await ensureKey(`${folder}/exchange.json`) });
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
    await deliverTo(sending.deps, '44');
    expect(partner.requests).toHaveLength(1);
    await database.db.update(partners).set({ leaseUntil: new Date(0) });
    await deliverTo(sending.deps, '44');
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
