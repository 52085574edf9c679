import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { digestOf } from '../../src/national-standin/judgement.ts';
import type { KeyPair } from '../../src/platform/auth/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { makeKey, sign } from '../exchange/keys.ts';
import { useDatabase } from '../setup/database.ts';

const MAIN = fileURLToPath(new URL('../../src/national-standin/main.ts', import.meta.url));
const database = useDatabase();
let folder: string;
let port: number;
let guangxi: KeyPair;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-national-'));
  port = await freePort();
  guangxi = await makeKey();
});

afterAll(async () => {
  await kill();
  await rm(folder, { recursive: true, force: true });
});

async function start(...more: string[]): Promise<void> {
  const args = ['--database-url', database.ownerUrl, '--keys', folder, '--port', String(port), ...more];
  child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'ignore'] });
  await vi.waitFor(async () => expect((await fetch(`${url()}/readyz`)).status).toBe(200), { timeout: 15_000 });
}

async function kill(): Promise<void> {
  if (child?.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

const url = () => `http://127.0.0.1:${port}`;

/** Guangxi, which only answers the stand-in's requests for its keys. */
async function serveKeys(): Promise<string> {
  const server = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ code: '45', keys: [guangxi.publicJwk] })),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function submission(manifestId: string, spell = (id: string): string => id): Promise<string> {
  const document = {
    id: manifestId,
    version: 1,
    state: 'submitted',
    number: null,
    originProvince: '45',
    destinationProvince: '44',
    consignorSite: { divisionCode: '450403' },
  };
  const messageId = newId();
  const message = {
    messageId,
    type: 'manifest.submitted',
    version: 1,
    sender: '45',
    receiver: 'national',
    subject: `manifest:${manifestId}`,
    sequence: 1,
    occurredAt: '2026-10-05T08:00:00.000Z',
    payload: {
      protocol: 1,
      manifestId: spell(manifestId),
      manifestVersion: 1,
      step: 'submit',
      document,
      documentDigest: digestOf(document),
    },
  };
  const iat = Math.floor(Date.now() / 1_000);
  const header = { typ: 'leadloop-message+jws', iss: '45', aud: 'national', jti: spell(messageId), iat };
  return sign(guangxi, header, canonicalize(message) ?? '');
}

async function post(envelopes: readonly string[]): Promise<string[]> {
  const response = await fetch(`${url()}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ envelopes }),
  });
  return ((await response.json()) as { receipts: string[] }).receipts;
}

const contentOf = (receipt: string | undefined) =>
  JSON.parse(Buffer.from(receipt?.split('.')[1] ?? '', 'base64url').toString());
const numberIn = (receipt: string | undefined): string => contentOf(receipt).manifestNumber;

test('what was received outlives kill -9 at any moment: the same receipts, no number twice and none left out', async () => {
  await start('--province', `45=${await serveKeys()}`);
  const manifests = Array.from({ length: 120 }, newId);
  const envelopes = await Promise.all(manifests.map((id) => submission(id)));
  const [first = ''] = envelopes;
  const [receipt] = await post([first]);
  expect(numberIn(receipt)).toBe('20264504000001');

  const cut = post(envelopes.slice(0, 60)).catch(() => undefined);
  await vi.waitFor(async () => {
    const summary = (await (await fetch(`${url()}/v1/summary`)).json()) as { manifests: number };
    expect(summary.manifests).toBeGreaterThan(1);
  });
  await kill();
  await cut;
  await start();
  expect(await post([first])).toEqual([receipt]);
  const receipts = [...(await post(envelopes.slice(0, 60))), ...(await post(envelopes.slice(60)))];
  const numbers = receipts.map(numberIn);
  expect(numbers.toSorted()).toEqual(numbers.map((_, at) => `20264504${String(at + 1).padStart(6, '0')}`));

  const listed = (await (await fetch(`${url()}/v1/manifests?limit=200`)).json()) as { items: { id: string }[] };
  expect(listed.items.map(({ id }) => id).toSorted()).toEqual(manifests.toSorted());
});

test('a UUID means the same in any letter case', async () => {
  await kill();
  await start('--province', `45=${await serveKeys()}`);
  const [receipt] = await post([await submission(newId(), (id) => id.toUpperCase())]);
  expect(contentOf(receipt)).toMatchObject({ outcome: 'applied', problem: null });
});

test('a message signed with an unregistered key is answered and not stored', async () => {
  await kill();
  await start();
  const stranger = await makeKey();
  const iat = Math.floor(Date.now() / 1_000);
  const forged = await sign(
    stranger,
    { typ: 'leadloop-message+jws', iss: '45', aud: 'national', jti: newId(), iat },
    '{}',
  );
  const [receipt = ''] = await post([forged]);
  const content = contentOf(receipt);
  expect([content.outcome, content.problem.code]).toEqual(['refused', 'envelope-key-unknown']);
  const { rows } = await database.owner.$client.query('select 1 from national.messages where envelope = $1', [forged]);
  expect(rows).toEqual([]);
});

test('a message without its fields, and a manifest that never arrived, have texts of their own', async () => {
  await kill();
  await start();
  const [messageId, id] = [newId(), newId()];
  const header = { typ: 'leadloop-message+jws', iss: '45', aud: 'national', jti: messageId };
  const content = canonicalize({ messageId }) ?? '';
  const [receipt] = await post([await sign(guangxi, { ...header, iat: Math.floor(Date.now() / 1_000) }, content)]);
  expect(contentOf(receipt).problem).toEqual({
    code: 'message-invalid',
    title: 'Message does not match its schema',
    detail: 'The message does not match the published schema at #/type.',
  });
  const missing = await fetch(`${url()}/v1/manifests/${id}`, { headers: { 'accept-language': 'zh' } });
  expect(await missing.json()).toMatchObject({
    code: 'national-manifest-missing',
    status: 404,
    detail: `尚未收到联单 ${id} 的任何步骤。`,
  });
});

test.each([
  [['--port', '0'], 'Name the database of the stand-in with --database-url postgres://…'],
  [['--database-url', 'postgres://nobody@127.0.0.1:1/none'], 'The database of the stand-in cannot be used'],
  [['--nonsense'], 'The option --nonsense is not known.'],
])('started with %j it says what is wrong', async (args, reason) => {
  const wrong = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  const output: string[] = [];
  wrong.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const [code] = await once(wrong, 'exit');
  expect(code).toBe(1);
  expect(output.join('')).toContain(reason);
  expect(output.join('').trim().split('\n')).toHaveLength(1);
});
