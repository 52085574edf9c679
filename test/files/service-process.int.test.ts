/** A whole service with files: killed while they are uploaded, and with a bucket and a scanner from its environment. */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scopesOf } from '../../src/core/access/roles.ts';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import { readKey, signToken } from '../../src/platform/auth/index.ts';
import { KEY, startS3 } from '../platform/file-store/s3-server.ts';
import { startEntry } from '../setup/entry-point.ts';
import { makeDataFolder } from '../setup/postgres-server.ts';
import { sha256Of } from './sample.ts';

const PATIENCE_MS = 240_000;
const ISSUER = { issuer: 'urn:leadloop:issuer', audience: 'urn:leadloop:api' };
let folder: string;

beforeAll(async () => {
  folder = await makeDataFolder('killed-files');
  // As root, PostgreSQL runs under another account, which must be able to enter.
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(more: Readonly<Record<string, string>> = {}) {
  const data = join(folder, 'data');
  const entry = startEntry('local', { LEADLOOP_DATA_DIR: data, LEADLOOP_PORT: '0', ...more }, [
    ...['--json', '--without-national'],
  ]);
  const [line] = await entry.waitForOutput(/^\{.*\}\n/);
  return { entry, ready: JSON.parse(line) as { url: string; token: string; databaseUrl: string } };
}

async function register({ url, token }: { readonly url: string; readonly token: string }): Promise<string> {
  const answer = await fetch(`${url}/v1/parties`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'party', 'content-type': 'application/json' },
    body: JSON.stringify({ uscc: composeUscc('91', '450100', 1), name: '演示企业', divisionCode: '450100' }),
  });
  return ((await answer.json()) as { id: string }).id;
}

async function tokenOf(partyId: string): Promise<string> {
  const key = await readKey(join(folder, 'data', 'keys', 'issuer.json'));
  if (key === undefined) throw new Error('the key is missing');
  const roles = ['enterprise_manager'] as const;
  const grant = { subject: 'user', partyId, roles, scopes: scopesOf(roles), ttlSeconds: 3_600 };
  return signToken(ISSUER, key, grant, new Date(), randomUUID());
}

/** Uploads files until the service is killed. Adds the id of each acknowledged file with its hash. */
async function uploadUntilKilled(url: string, token: string, acknowledged: Map<string, string>): Promise<void> {
  for (;;) {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' };
    const options = { method: 'POST', body: bytes, headers: { ...headers, 'idempotency-key': randomUUID() } };
    const answer = await fetch(`${url}/v1/files?name=a.pdf`, options).catch(() => undefined);
    const stored = await answer?.json().catch(() => undefined);
    if (answer?.status !== 201 || stored === undefined) return;
    acknowledged.set((stored as { id: string }).id, sha256Of(bytes));
  }
}

it(
  'has the bytes of every file that it acknowledged, and of every row',
  async () => {
    const acknowledged = new Map<string, string>();
    let token: string | undefined;
    for (const afterMs of [150, 400, 700]) {
      const { entry, ready } = await start();
      token ??= await tokenOf(await register(ready));
      const uploads = Array.from({ length: 6 }, () => uploadUntilKilled(ready.url, token ?? '', acknowledged));
      await sleep(afterMs);
      entry.kill('SIGKILL');
      await Promise.all([entry.ended, ...uploads]);
    }
    expect(acknowledged.size).toBeGreaterThan(5);

    const { entry, ready } = await start();
    const client = new pg.Client({ connectionString: ready.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string; sha256: string }>('select id, sha256 from files');
    await client.end();
    const recorded = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
    expect([...acknowledged].filter(([id, sha256]) => recorded.get(id) !== sha256)).toEqual([]);
    for (const [id, sha256] of recorded) {
      const answer = await fetch(`${ready.url}/v1/files/${id}/content`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect([answer.status, sha256Of(Buffer.from(await answer.arrayBuffer()))]).toEqual([200, sha256]);
    }
    entry.kill('SIGINT');
    await entry.ended;
  },
  PATIENCE_MS,
);

it(
  'keeps its files in the bucket, and calls the scanner, that its environment names',
  async () => {
    const s3 = await startS3();
    const scanner = join(folder, 'scan.sh');
    await writeFile(scanner, '#!/bin/sh\nif grep -q EICAR "$1"; then echo Eicar; exit 1; fi\n', { mode: 0o700 });
    const { entry, ready } = await start({
      ...{ LEADLOOP_FILES_BUCKET: s3.url, LEADLOOP_FILES_REGION: KEY.region, LEADLOOP_FILES_SCANNER: scanner },
      ...{ LEADLOOP_FILES_KEY_ID: KEY.id, LEADLOOP_FILES_KEY_SECRET: KEY.secret },
    });
    const headers = { authorization: `Bearer ${await tokenOf(await register(ready))}` };
    const send = async (text: string) => {
      const more = { ...headers, 'content-type': 'application/pdf', 'idempotency-key': randomUUID() };
      const options = { method: 'POST', body: `%PDF-1.7 ${text}`, headers: more };
      const answer = await fetch(`${ready.url}/v1/files?name=a.pdf`, options);
      return (await answer.json()) as { id: string; code?: string };
    };
    const { id } = await send('clean');
    expect((await send('EICAR')).code).toBe('file-infected');
    expect([...s3.objects.values()].map(String)).toEqual(['%PDF-1.7 clean']);
    const content = await fetch(`${ready.url}/v1/files/${id}/content`, { headers });
    expect(await content.text()).toBe('%PDF-1.7 clean');
    entry.kill('SIGINT');
    await entry.ended;
    await s3.stop();
  },
  PATIENCE_MS,
);
