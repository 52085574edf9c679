/** The whole API in this process, over a database of its own, with real tokens. Every test of routes uses it. */

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { afterAll, beforeAll } from 'vitest';
import { type AppDeps, collectWork, createApi } from '../../src/app.ts';
import { PROVINCE_OFFICE_ROLES, scopesOf } from '../../src/core/access/roles.ts';
import { ALL_SCOPES } from '../../src/core/access/scopes.ts';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import {
  ALGORITHM,
  createAuthenticate,
  type Grant,
  issuerWithKeys,
  type KeyPair,
  signToken,
} from '../../src/platform/auth/index.ts';
import { openFileStore } from '../../src/platform/file-store/index.ts';
import type { Http } from '../../src/platform/http/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { advance, subscribe } from '../../src/platform/journal/index.ts';
import { keepLawCache } from '../../src/platform/law/index.ts';
import { createLog } from '../../src/platform/operation/log.ts';
import { createMetrics } from '../../src/platform/operation/metrics.ts';
import { createTasks } from '../../src/platform/process/task.ts';
import { type TestDatabase, useDatabase } from '../setup/database.ts';
import { sealAll } from '../setup/sealing.ts';
import { demandListed } from './listed-problems.ts';
import { afterLogin } from './login-token.ts';

export const ISSUER = { issuer: 'https://issuer.test', audience: 'leadloop' } as const;

/** Current time of the app; it changes only when a test sets it. */
export const NOW = new Date('2026-10-15T04:00:00.000Z');

type Body = Record<string, unknown> | readonly unknown[];

/** Sends requests to the API with one token. */
export type Client = {
  readonly token: string;
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** With a new idempotency key unless one is given; without a body when it is left out. */
  readonly post: (path: string, body?: Body | string, headers?: Record<string, string>) => Promise<Answer>;
  /** As `post`, for the version that was read, such as `"1"`; for any version when it is left out. */
  readonly patch: (path: string, body: Body, headers?: Record<string, string>) => Promise<Answer>;
};

export type Answer = {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
  readonly json: any;
};

export type Enterprise = Client & { readonly partyId: string; readonly siteId: string; readonly uscc: string };

export type TestApp = {
  readonly database: TestDatabase;
  readonly http: Http;
  readonly deps: AppDeps;
  /** Folder of the store of files. */
  readonly filesFolder: string;
  readonly issuerKey: KeyPair;
  readonly clock: { now: Date };
  /** The province office: its token names every scope and no organisation. */
  readonly authority: Client;
  /** Speaks with a token of a system; of a person who logged in, if `loggedIn`. */
  readonly client: (grant: Partial<Grant> & { readonly loggedIn?: boolean }) => Promise<Client>;
  /** Registers an organisation with a code and one site, and speaks in its name. */
  readonly enterprise: (options?: { division?: string; kind?: string; name?: string }) => Promise<Enterprise>;
  /** Seals the journal and lets subscriptions follow to its end: all, or the one of that name. */
  readonly follow: (name?: string) => Promise<void>;
};

/** Call it at the top of a test file. Its result is available inside tests and hooks. */
export function useApp({ province = '45' }: { readonly province?: string } = {}): TestApp {
  const database = useDatabase();
  let app: Omit<TestApp, 'database'> | undefined;
  beforeAll(async () => {
    app = await startApp(database, province);
  });
  afterAll(async () => {
    await app?.http.close();
    if (app) await rm(app.filesFolder, { recursive: true, force: true });
  });
  const running = () => {
    if (app === undefined) throw new Error('The app is there inside tests and hooks only');
    return app;
  };
  return {
    database,
    get http() {
      return running().http;
    },
    get deps() {
      return running().deps;
    },
    get filesFolder() {
      return running().filesFolder;
    },
    get issuerKey() {
      return running().issuerKey;
    },
    get clock() {
      return running().clock;
    },
    get authority() {
      return running().authority;
    },
    client: (grant) => running().client(grant),
    enterprise: (options) => running().enterprise(options),
    follow: (name) => running().follow(name),
  };
}

async function startApp({ db, url }: TestDatabase, province: string): Promise<Omit<TestApp, 'database'>> {
  const folder = await mkdtemp(join(tmpdir(), 'leadloop-files-'));
  const [issuerKey, exchangeKey] = await Promise.all([makeKey(), makeKey()]);
  const clock = { now: NOW };
  const log = createLog({ level: 'silent', name: 'test' });
  const readClock = () => clock.now;
  const deps: AppDeps = {
    db,
    log,
    clock: readClock,
    newId,
    province,
    law: keepLawCache({ db, clock: readClock }),
    wake: async () => undefined,
    wakeAll: async () => undefined,
    runTask: createTasks(url),
    exchangeKey,
    publicUrl: 'http://localhost',
    fileStore: openFileStore({ folder }),
    files: { timeMs: 60_000, memoryMb: 160, parallel: 2 },
    exchange: {
      timeoutMs: 15_000,
      sweepMs: 1_000,
      retryMaxMs: 1_000,
      partners: { http: true, networks: ['127.0.0.0/8', '::1'] },
      unsigned: { envelopes: 600, kilobytes: 20_000 },
    },
  };
  const authenticate = createAuthenticate({ issuers: [issuerWithKeys(ISSUER, [issuerKey.publicJwk])] }, readClock);
  const http = await createApi(deps, { authenticate, log, metrics: createMetrics(db), checks: [] });
  const client: TestApp['client'] = async ({ loggedIn = false, ...grant }) => {
    const full = {
      subject: 'tester',
      roles: usualRoles(grant),
      scopes: ALL_SCOPES,
      ttlSeconds: 86_400 * 365,
      ...grant,
    };
    const token = await signToken(ISSUER, issuerKey, full, clock.now, newId());
    return speak(http, loggedIn ? await afterLogin(token, issuerKey) : token);
  };
  const authority = await client({ subject: 'authority' });
  let serial = 0;
  return {
    ...{ http, deps, filesFolder: folder, issuerKey, clock, authority, client },
    enterprise: async ({ division = '450100', kind = 'collection_point', name } = {}) => {
      serial += 1;
      const uscc = composeUscc('91', division, serial);
      const called = name ?? `演示企业${serial}`;
      const contact = { contactName: '王经理', contactPhone: `1391234${String(1_000 + serial)}` };
      const party = await made(
        authority.post('/v1/parties', { uscc, name: called, divisionCode: division, ...contact }),
      );
      const site = await made(
        authority.post(`/v1/parties/${party.id}/sites`, { kind, name: `${called}场所`, divisionCode: division }),
      );
      const own = await client({
        subject: `user-${serial}`,
        partyId: party.id,
        scopes: scopesOf(['enterprise_manager']),
      });
      return { ...own, partyId: party.id, siteId: site.id, uscc };
    },
    follow: (name) => follow(deps, name),
  };
}

/** The province office, or the manager of an organisation. */
const usualRoles = ({ partyId }: Partial<Grant>) =>
  partyId === undefined ? PROVINCE_OFFICE_ROLES : (['enterprise_manager'] as const);

async function follow(deps: AppDeps, name?: string): Promise<void> {
  await sealAll(deps.db);
  for (const subscription of collectWork(deps).subscriptions) {
    if (name !== undefined && name !== subscription.name) continue;
    await subscribe(deps.db, subscription.name);
    while ((await advance(deps.db, subscription)) > 0);
  }
}

async function made(answering: Promise<Answer>) {
  const { status, json, text } = await answering;
  if (status !== 201) throw new Error(`not made: ${text}`);
  return json;
}

function speak(http: Http, token: string): Client {
  const authorization = `Bearer ${token}`;
  const send = async (method: 'GET' | 'POST' | 'PATCH', url: string, rest: { payload?: string; headers?: object }) => {
    const answer = await http.inject({ method, url, ...rest, headers: { authorization, ...rest.headers } });
    const json = /json/.test(String(answer.headers['content-type'])) ? answer.json() : undefined;
    if (answer.statusCode >= 400) demandListed({ method, url, status: answer.statusCode, problem: json ?? {} });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, json };
  };
  return {
    token,
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body, headers = {}) =>
      send('POST', path, {
        ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...{ 'idempotency-key': randomUUID(), ...headers },
        },
      }),
    patch: (path, body, headers = {}) =>
      send('PATCH', path, {
        payload: JSON.stringify(body),
        headers: {
          ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '*' },
          ...headers,
        },
      }),
  };
}

/** A key pair of the kind the service signs with. */
export async function makeKey(): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, publicJwk: { ...jwk, kid, alg: ALGORITHM, use: 'sig' } };
}

/** A batch as a collection point records it; tests change what they are about. */
export const batchInput = (siteId: string, changes: Record<string, unknown> = {}) => ({
  origin: 'collected',
  siteId,
  batteryKind: 'stationary',
  riskClass: 'I',
  condition: 'whole',
  massGrams: 15_000,
  pieces: 1,
  sourceType: 'repair-shop',
  occurredAt: '2026-10-14T10:00:00+08:00',
  ...changes,
});
