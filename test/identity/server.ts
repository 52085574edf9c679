/** The API with its authorisation server, listening on a port, with the real clock: as clients see it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type JWK, SignJWT } from 'jose';
import { afterAll, beforeAll } from 'vitest';
import { type AppDeps, createApi } from '../../src/app.ts';
import { PROVINCE_OFFICE_ROLES } from '../../src/core/access/roles.ts';
import {
  type LocalIssuer,
  type LocalIssuerDeps,
  OAUTH_PREFIX,
  oauthRoutes,
  openLocalIssuer,
  useProofOnce,
} from '../../src/identity/index.ts';
import { createAuthenticate, issuerWithKeys, type KeyPair, signToken } from '../../src/platform/auth/index.ts';
import type { Db } from '../../src/platform/database/db.ts';
import { openFileStore } from '../../src/platform/file-store/index.ts';
import type { RateLimits } from '../../src/platform/http/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { keepLawCache } from '../../src/platform/law/index.ts';
import { createLog } from '../../src/platform/operation/log.ts';
import { createMetrics } from '../../src/platform/operation/metrics.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { ISSUER, makeKey } from '../app/fixture.ts';
import { afterLogin } from '../app/login-token.ts';
import { useDatabase } from '../setup/database.ts';

export const AUDIENCE = 'urn:leadloop:api';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
  readonly json: any;
};

export type TokenServer = Awaited<ReturnType<typeof start>>;

/** Starts a server that is available inside tests and hooks; without `limits` it has no rate limits. */
export function useTokenServer(limits?: RateLimits): {
  readonly it: TokenServer;
  readonly databaseUrl: string;
  readonly owner: Db;
} {
  const database = useDatabase();
  let server: TokenServer | undefined;
  beforeAll(async () => {
    server = await start(database.db, limits);
  });
  afterAll(() => server?.close());
  return {
    databaseUrl: database.url,
    get owner() {
      return database.owner;
    },
    get it() {
      if (server === undefined) throw new Error('The server is there inside tests and hooks only');
      return server;
    },
  };
}

async function start(db: AppDeps['db'], limits?: RateLimits) {
  const [issuerKey, port] = await Promise.all([makeKey(), freePort()]);
  const url = `http://127.0.0.1:${port}`;
  const log = createLog({ level: 'silent', name: 'test' });
  const clock = () => new Date();
  const encryptionKey = Buffer.alloc(32, 7);
  const localIssuerDeps = { db, clock, log, issuer: url + OAUTH_PREFIX, audience: AUDIENCE, encryptionKey };
  const { localIssuer, http } = await serve({ localIssuerDeps, issuerKey, url, port, limits });
  const grant = { subject: 'first', roles: PROVINCE_OFFICE_ROLES, ttlSeconds: 600 };
  const administrator = await signToken(ISSUER, issuerKey, grant, clock(), newId());
  const second = await signToken(ISSUER, issuerKey, { ...grant, subject: 'second' }, clock(), newId());
  return {
    /** Token of an administrator who logged in; `administrator` is that of a system. */
    loggedIn: await afterLogin(second, issuerKey),
    ...{ db, url, localIssuer, localIssuerDeps, issuerKey, administrator, ...speak(url, administrator) },
    /** Ends all lock-outs, as waiting for a quarter of an hour would. */
    clearFailedAttempts: async () => void (await db.execute(sql`delete from identity_attempts`)),
    close: async () => {
      localIssuer.stop();
      await http.close();
    },
  };
}

type Serving = {
  readonly localIssuerDeps: LocalIssuerDeps;
  readonly issuerKey: KeyPair;
  /** Public address, and the port it listens on. */
  readonly url: string;
  readonly port: number;
  readonly limits?: RateLimits | undefined;
};

async function serve({ localIssuerDeps, issuerKey, url, port, limits }: Serving) {
  const { db, log, clock } = localIssuerDeps;
  const exchangeKey = await makeKey();
  const localIssuer = await openLocalIssuer(localIssuerDeps);
  const unused = async () => undefined;
  const deps: AppDeps = {
    ...{ db, log, clock, newId, exchangeKey, province: '45', law: keepLawCache({ db, clock }) },
    ...{ wake: unused, wakeAll: unused, runTask: unused, publicUrl: url },
    fileStore: openFileStore({ folder: '' }),
    files: { timeMs: 60_000, memoryMb: 160, parallel: 2 },
    exchange: {
      timeoutMs: 15_000,
      sweepMs: 1_000,
      retryMaxMs: 1_000,
      partners: { http: true, networks: ['127.0.0.0/8', '::1'] },
    },
  };
  const { trusted, isRevoked, isBlocked, refusal } = localIssuer;
  const trust = { issuers: [issuerWithKeys(ISSUER, [issuerKey.publicJwk]), trusted], isRevoked, isBlocked, refusal };
  const authenticate = createAuthenticate(
    { ...trust, proofs: { address: url, useOnce: useProofOnce({ db, clock }) } },
    clock,
  );
  const options = {
    ...{ authenticate, log, metrics: createMetrics(db), checks: [], oauth: oauthRoutes(localIssuer) },
    ...(limits && { rateLimits: { ...limits, waiting: () => 0 } }),
  };
  const http = await createApi(deps, options);
  await http.listen({ host: '127.0.0.1', port });
  return { localIssuer, http };
}

/** Starts a second process of the same service, as behind a load balancer. */
export async function startAnother({ localIssuerDeps: deps, issuerKey, ...server }: TokenServer, url = server.url) {
  const port = await freePort();
  const localIssuerDeps = { ...deps, issuer: url + OAUTH_PREFIX };
  const { localIssuer, http } = await serve({ localIssuerDeps, issuerKey, url, port });
  const close = async () => {
    localIssuer.stop();
    await http.close();
  };
  return { url: `http://127.0.0.1:${port}`, renew: localIssuer.renew, close };
}

function speak(url: string, administrator: string) {
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(url + path, init);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, json: text === '' ? undefined : JSON.parse(text) };
  };
  const get = (path: string, token = administrator) => send(path, { headers: { authorization: `Bearer ${token}` } });
  const post = (path: string, body: object, { token = administrator, key = randomUUID() } = {}) =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
    });
  /** Requests a token with a client secret. */
  const exchange = (client: { id: string; secret: string }, form: Record<string, string> = {}) =>
    send(`${OAUTH_PREFIX}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
      headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
    });
  /** Requests a token with a signed assertion. */
  const present = (assertion: string) =>
    send(`${OAUTH_PREFIX}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: assertion,
      }),
    });
  return { send, get, post, exchange, present };
}

/** Makes an assertion (RFC 7523), valid except for the changes. */
export async function assert(by: KeyPair, id: string, issuer: string, changes: Record<string, unknown> = {}) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: id, sub: id, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60, ...changes };
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: by.kid }).sign(by.privateKey);
}

export const publicPart = ({ publicJwk }: KeyPair): JWK => publicJwk;

/** Opens a second local issuer, without its timer. */
export async function openAnother(server: TokenServer, changes: { encryptionKey?: Buffer } = {}): Promise<LocalIssuer> {
  const localIssuer = await openLocalIssuer({ ...server.localIssuerDeps, ...changes });
  localIssuer.stop();
  return localIssuer;
}
