import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../src/platform/process/port.ts';
import { refusalOf, runCommand } from './setup/commands.ts';
import { useDatabase } from './setup/database.ts';
import { type Entry, runEntry, startEntry } from './setup/entry-point.ts';
import { useRedis } from './setup/redis.ts';

const database = useDatabase();
const redis = useRedis();
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-processes-'));
  env = {
    DATABASE_URL: database.url,
    LEADLOOP_OWNER_URL: database.ownerUrl,
    REDIS_URL: redis.url,
    LEADLOOP_DATA_DIR: folder,
    LEADLOOP_PORT: '0',
    LEADLOOP_WORKER_PORT: '0',
    LEADLOOP_METRICS_PORT: '0',
  };
  expect(await runEntry('migrate', env)).toMatchObject({ code: 0, err: '' });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Address that a process has written to its log. */
const ADDRESS = /"address":"(http:[^"]+)"/;
/** Address of the metrics of an API in its log. */
const METRICS = /"metrics":"(http:[^"]+)"/;

describe.each(['api', 'worker'])('%s', (name) => {
  let entry: Entry;
  let address: string;
  let metrics: string;

  beforeAll(async () => {
    entry = startEntry(name, env);
    [, address = ''] = await entry.waitForOutput(ADDRESS);
    metrics = name === 'api' ? ((await entry.waitForOutput(METRICS))[1] ?? '') : address;
  });

  it('becomes ready and shows metrics', async () => {
    expect(await (await fetch(`${address}/livez`)).json()).toEqual({ alive: true });
    await expect
      .poll(async () => (await fetch(`${address}/readyz`)).json(), { timeout: 10_000 })
      .toEqual({
        ready: true,
        checks: { database: 'ok', schema: 'ok', room: 'ok', tables: 'ok', queue: 'ok', journal: 'ok' },
        reasons: {},
      });
    const figures = await (await fetch(`${metrics}/metrics`)).text();
    expect(figures).toContain('leadloop_journal_sealed_index 0');
    expect(figures).toContain('process_cpu_seconds_total');
    expect(figures).toContain(
      'leadloop_http_request_duration_seconds_count{method="GET",route="/livez",status="200"} 1',
    );
  });

  const apart = async () => {
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
    expect(new URL(metrics).hostname).toBe('127.0.0.1');
    for (const path of ['/livez', '/docs', '/v1/parties', '/oidc/jwks']) {
      expect((await fetch(`${metrics}${path}`)).status, path).toBe(404);
    }
  };
  if (name === 'api') it('shows metrics on their own port only, and nothing else there', apart);

  const token = async () => {
    const { out } = await runCommand('token', env, ['--authority', '--scope', 'parties:read']);
    const ask = (token: string) => fetch(`${address}/v1/parties`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask(out.trim())).status).toBe(200);
    expect((await ask(`${out.trim().slice(0, -8)}AAAAAAAA`)).status).toBe(401);
  };
  if (name === 'api') it('accepts a token that the command issued, and no other', token);

  it('ends with 0 on a signal', async () => {
    entry.kill(name === 'api' ? 'SIGINT' : 'SIGTERM');
    expect(await entry.ended).toBe(0);
    expect(entry.output.err).toBe('');
  });
});

describe('a service that cannot start', () => {
  it('says in one sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((done) =>
      other.once('listening', () => done((other.address() as { port: number }).port)),
    );
    const err = await refusalOf('api', { ...env, LEADLOOP_PORT: String(port) });
    other.close();
    expect(err).toBe(
      `Port ${port} of 127.0.0.1 is in use by another program; stop that one or choose another port with LEADLOOP_PORT.\n`,
    );
  });

  it('says in one sentence that no database answers', async () => {
    const url = `postgres://leadloop:secret@127.0.0.1:${await freePort()}/leadloop`;
    const err = await refusalOf('worker', { ...env, DATABASE_URL: url });
    expect(err).toMatch(/^The database leadloop at 127\.0\.0\.1:\d+ cannot be used \(ECONNREFUSED\); .+\.\n$/);
    expect(err).not.toContain('secret');
  });

  it('says in one sentence that the keys are missing', async () => {
    const err = await refusalOf('api', { ...env, LEADLOOP_KEYS_DIR: join(folder, 'elsewhere') });
    expect(err.replace(folder, '…')).toBe(
      'The key file …/elsewhere/issuer.json is missing; run "npm run migrate", which makes it.\n',
    );
  });

  it('refuses a database that is ahead of the code, or behind it', async () => {
    const { $client } = database.owner;
    const { rows } = await $client.query(
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a newer release', 0) returning id`,
    );
    const ahead = await refusalOf('api', env);
    expect(ahead).toMatch(/^[^\n]+start a newer release\.\n$/);
    await $client.query('delete from drizzle.__drizzle_migrations where id = $1', [rows[0].id]);
    const removed = await $client.query(
      'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning hash, created_at',
    );
    const behind = await refusalOf('worker', env);
    expect(behind).toMatch(/^[^\n]+run "npm run migrate" before[^\n]*\n$/);
    const { hash, created_at } = removed.rows[0];
    await $client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
      hash,
      created_at,
    ]);
  });
});

describe('the command for tokens', () => {
  const party = randomUUID();

  it('gives an organisation what organisations may have, for an hour', async () => {
    const { out } = await runCommand('token', env, ['--party', party]);
    const claims = decodeJwt<{ scope: string; party_id: string }>(out.trim());
    expect(claims).toMatchObject({
      party_id: party,
      sub: 'operator',
      iss: 'urn:leadloop:issuer',
      aud: 'urn:leadloop:api',
    });
    expect(claims.scope.split(' ')).not.toContain('oversight:read');
    expect(claims.scope.split(' ')).toContain('batches:write');
    expect(claims).toMatchObject({ roles: ['enterprise_manager'] });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3_600);
  });

  it.each([
    [
      'neither an organisation nor the authority',
      [],
      /^Give exactly one of --party \(an organisation\), --division \(a place\) and --authority\./,
    ],
    [
      'both',
      ['--authority', '--party', party],
      /^Give exactly one of --party \(an organisation\), --division \(a place\) and --authority\./,
    ],
    [
      'an unknown scope',
      ['--party', party, '--scope', 'batches:write lead:melt'],
      /^The roles do not include the scope lead:melt; they include: /,
    ],
    ['a role that does not fit', ['--division', '4501', '--role', 'auditor'], /^The role auditor needs --authority/],
    ['a role nobody knows', ['--authority', '--role', 'king'], /^There is no role king; there are: /],
    ['a time without end', ['--party', party, '--ttl', '1e99'], /^--ttl must be a whole number of seconds/],
    ['an unknown option', ['--admin'], /^The option --admin is not known/],
    [
      'an unknown organisation',
      ['--party', '91450100MA5KXXXXXX'],
      /^No organisation with the social credit code 91450100MA5KXXXXXX/,
    ],
  ])('refuses %s', async (_, args, message) => {
    expect(await runCommand('token', env, args)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(message),
    });
  });
});
