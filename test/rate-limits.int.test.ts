/** The limits of the production process, as its variables set them, under a flood. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, runCommand } from './setup/commands.ts';
import { useDatabase } from './setup/database.ts';
import { startEntry } from './setup/entry-point.ts';
import { useRedis } from './setup/redis.ts';

const database = useDatabase();
const redis = useRedis();
let env: Record<string, string>;
let token: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-guard-'));
  env = {
    DATABASE_URL: database.url,
    LEADLOOP_OWNER_URL: database.ownerUrl,
    REDIS_URL: redis.url,
    LEADLOOP_DATA_DIR: folder,
    LEADLOOP_PORT: '0',
    LEADLOOP_METRICS_PORT: '0',
  };
  await migrate(env);
  token = (await runCommand('token', env, ['--authority'])).out.trim();
});
afterAll(() => rm(env.LEADLOOP_DATA_DIR ?? '', { recursive: true, force: true }));

async function start(limits: Record<string, string>): Promise<string> {
  const [, address = ''] = await startEntry('api', { ...env, ...limits }).waitForOutput(/"address":"(http:[^"]+)"/);
  await expect.poll(async () => (await request(`${address}/readyz`)).status, { timeout: 10_000 }).toBe(200);
  return address;
}

type Answer = { readonly status: number; readonly retryAfter: string | null; readonly code: string | undefined };

async function request(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const answer = await fetch(url, { method, headers });
  const text = await answer.text();
  const code = answer.status >= 400 && text.startsWith('{') ? JSON.parse(text).code : undefined;
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), code };
}

const flood = (times: number, url: string, headers?: Record<string, string>, method?: string) =>
  Promise.all(Array.from({ length: times }, () => request(url, headers, method)));

/** Health is served during any flood. */
async function lives(address: string): Promise<void> {
  for (const path of ['/livez', '/readyz']) {
    const { status } = await request(address + path);
    expect(status, path).toBe(200);
  }
}

const bearer = (of: string) => ({ authorization: `Bearer ${of}` });

describe('the api process', () => {
  it('admits a client up to its rate, and names the time of the next request', async () => {
    const address = await start({ LEADLOOP_CLIENT_RATE: '2' });
    const flooding = flood(200, `${address}/v1/parties?limit=1`, bearer(token));
    await lives(address);
    const answers = await flooding;
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(40);
    expect(refused.length).toBeGreaterThan(160);
    expect(new Set(refused.map(({ code, retryAfter }) => `${code} ${retryAfter}`))).toEqual(
      new Set(['rate-exceeded 1']),
    );
  });

  it('lets an address send and guess a number of times without a token', async () => {
    const limits = { LEADLOOP_ADDRESS_RATE: '3', LEADLOOP_BAD_TOKENS: '10', LEADLOOP_BAD_SECRETS: '4' };
    const address = await start(limits);
    expect((await request(`${address}/v1/parties`, bearer(token))).status).toBe(200);
    const forged = await flood(50, `${address}/v1/parties`, bearer(`${token.slice(0, -8)}AAAAAAAA`));
    expect(new Set(forged.map(({ status }) => status))).toEqual(new Set([401, 429]));
    const anonymous = await flood(100, `${address}/problems`);
    expect(anonymous.filter(({ status }) => status === 429).length).toBeGreaterThan(60);
    expect(anonymous.every(({ status, retryAfter }) => status === 200 || Number(retryAfter) >= 1)).toBe(true);
    await lives(address);
    expect((await request(`${address}/v1/parties`, bearer(token))).status, 'who was known before').toBe(200);
  });

  it('refuses work it would only queue, lives on, and takes it again afterwards', async () => {
    const address = await start({ LEADLOOP_SHED_WAITING: '2', LEADLOOP_POOL_MAX: '2' });
    const flooding = flood(300, `${address}/v1/flows?from=2026-10&to=2026-11&level=province`, bearer(token));
    await lives(address);
    const shed = (await flooding).filter(({ status }) => status === 503);
    expect(shed.length).toBeGreaterThan(20);
    expect(new Set(shed.map(({ code, retryAfter }) => `${code} ${retryAfter}`))).toEqual(new Set(['overloaded 1']));
    expect((await request(`${address}/v1/parties`, bearer(token))).status).toBe(200);
  });
});
