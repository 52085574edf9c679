/** The sandbox of the national system over several starts of `npm start`: with it, without it, and with it again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { deliverTo } from '../src/exchange/deliveries/sending-service.ts';
import { assignNumbers } from '../src/exchange/numbers/service.ts';
import { startSandbox, stopSandbox } from '../src/sandbox.ts';
import { startParts } from '../src/service.ts';
import { type Client, useApp } from './app/fixture.ts';
import { addressOf, held, step } from './exchange/authorities.ts';
import { makeKey, registered } from './exchange/keys.ts';
import { addTrade, requestOf, type Trade } from './manifests/province.ts';
import { execute } from './setup/postgres-server.ts';

const app = useApp();
let keysDir: string;
let trade: Trade;
let consignor: Client;

beforeAll(async () => {
  keysDir = await mkdtemp(join(tmpdir(), 'leadloop-sandbox-'));
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  trade = await addTrade(app.deps, '45', { massGrams: 5_000_000, pieces: 300 });
  consignor = await app.client({ partyId: trade.consignor.id });
});
afterAll(async () => {
  await rm(keysDir, { recursive: true });
  await execute(inject('postgresUrl'), 'drop database if exists leadloop_national with (force)');
});

const start = () =>
  startParts((atEnd) =>
    startSandbox({ deps: app.deps, address: addressOf(app.http), ownerUrl: app.database.ownerUrl, keysDir }, atEnd),
  );
const stop = () => stopSandbox({ deps: app.deps, keysDir });

async function submitOne(): Promise<string> {
  const { json } = await consignor.post('/v1/manifests', requestOf(trade, 1_000_000, 60));
  await step(consignor, json.id, 'submit');
  return json.id;
}

/** Does what the worker does after a step. */
async function work(): Promise<void> {
  await app.follow();
  await deliverTo(app.deps, 'national');
  await assignNumbers(app.deps);
}

const status = async () => (await app.authority.get('/v1/exchange/status')).json;
const partner = async () => (await app.authority.get('/v1/exchange/partners')).json.items[0];
const journalled = () =>
  execute(
    app.database.url,
    `select kind, payload ->> 'code' as code from journal_entries where subject = 'partner:national' order by number`,
  );

it('issues numbers while it runs; without it no organisation waits for one, and with it again nothing is lost', async () => {
  const first = await start();
  expect((await status()).nationalSystem).toBe('sandbox');
  const numbered = await submitOne();
  await work();
  await work();
  expect(await held(app, numbered)).toMatchObject({ numbering: 'issued' });
  await first.close();

  await stop();
  await stop();
  expect((await status()).nationalSystem).toBe('missing');
  expect(await partner()).toMatchObject({ code: 'national', stopped: true, sandbox: true });
  const waiting = await submitOne();
  await work();
  expect(await consignor.post(`/v1/manifests/${waiting}/hand-over`, {})).toMatchObject({
    status: 409,
    json: { code: 'national-system-missing' },
  });
  expect((await status()).partners).toMatchObject([{ code: 'national', due: 1, failures: 0, lastError: null }]);

  const again = await start();
  expect((await status()).nationalSystem).toBe('sandbox');
  expect(await partner()).toMatchObject({ stopped: false });
  await work();
  const { numbering, number } = await held(app, waiting);
  expect(numbering).toBe('issued');
  expect(number).not.toBe((await held(app, numbered)).number);
  await step(consignor, waiting, 'hand-over');
  await again.close();
  expect(await journalled()).toEqual([
    { kind: 'partner.registered', code: 'national' },
    { kind: 'partner.stopped', code: 'national' },
    { kind: 'partner.registered', code: 'national' },
  ]);
});

it('is not taken for a stand-in that an administrator registered', async () => {
  const keys = [registered(await makeKey())];
  const standin = { code: 'national', name: '演示', kind: 'national', baseUrl: 'http://127.0.0.1:9', sandbox: true };
  expect((await app.authority.post('/v1/exchange/partners', { ...standin, keys })).status).toBe(201);
  await stop();
  expect((await status()).nationalSystem).toBe('sandbox');
  expect(await partner()).toMatchObject({ stopped: false });
});
