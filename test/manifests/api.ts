/** Routes of manifests over a database, and loads in the state in which a test begins. */
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { PROVINCE_OFFICE_ROLES } from '../../src/core/access/roles.ts';
import { ALL_SCOPES } from '../../src/core/access/scopes.ts';
import type { Actor } from '../../src/core/actor.ts';
import { assignNumber, manifestRoutes } from '../../src/manifests/index.ts';
import type { LawDeps } from '../../src/manifests/law/queries.ts';
import { oversightRoutes } from '../../src/oversight/index.ts';
import type { Party } from '../../src/parties/index.ts';
import type { ServiceDeps } from '../../src/platform/deps.ts';
import type { Http } from '../../src/platform/http/index.ts';
import { createHttp } from '../../src/platform/http/serving.ts';
import { newId } from '../../src/platform/ids.ts';
import { maskPersonalData } from '../../src/platform/personal-data.ts';
import { type TestDatabase, useDatabase } from '../setup/database.ts';
import { actorOf, addTrade, clock, depsOf, NOW, requestOf, type Trade } from './province.ts';

export let deps: ServiceDeps & LawDeps;
export let trade: Trade;
let http: Http;
let serial = 0;

/** The token of these tests is the id of the party; `authority` sees everything. */
const authenticate = async (authorization: string | undefined): Promise<Actor> => {
  const partyId = authorization?.replace('Bearer ', '') ?? '';
  return partyId === 'authority'
    ? { subject: 'authority', roles: PROVINCE_OFFICE_ROLES, source: 'local', scopes: ALL_SCOPES }
    : actorOf({ id: partyId });
};

/** Serves the routes over a database of this file, with a new trade for every test. Call it at the top of the file. */
export function useManifests(): TestDatabase {
  const database = useDatabase();
  beforeAll(async () => {
    deps = depsOf(database.db, '45');
    http = createHttp({ authenticate, log: pino({ level: 'silent' }) });
    maskPersonalData(http, deps);
    await http.register(manifestRoutes(deps), { prefix: '/v1' });
    await http.register(oversightRoutes(deps), { prefix: '/v1' });
    await http.ready();
  });
  afterAll(() => http.close());
  beforeEach(async () => {
    clock.now = NOW;
    trade = await addTrade(deps, '45', { massGrams: 2_000_000, pieces: 120 });
  });
  return database;
}

type Answer = { status: number; body: Body; headers: Record<string, unknown> };
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are looked into here
type Body = any;

export async function send(
  party: { id: string },
  path: string,
  payload?: object,
  headers: object = {},
): Promise<Answer> {
  const response = await http.inject({
    method: payload ? 'POST' : 'GET',
    url: `/v1${path}`,
    headers: { authorization: `Bearer ${party.id}`, ...(payload && { 'idempotency-key': newId() }), ...headers },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
}

export const at = (n: number) => new Date(Date.UTC(2026, 8, 10, 0, n)).toISOString();
export const take = (party: Party, id: string, step: string, body: object = {}, headers = {}) =>
  send(party, `/manifests/${id}/${step}`, body, headers);

export async function drafted(massGrams = 1_000_000, pieces = 60): Promise<string> {
  const { status, body } = await send(trade.consignor, '/manifests', requestOf(trade, massGrams, pieces));
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

export async function numbered(id: string): Promise<string> {
  const number = `2026450100${String(++serial).padStart(4, '0')}`;
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await deps.db.transaction((tx) => assignNumber(tx, deps, { actor, id, number, at: at(1) }));
  return number;
}

export async function submitted(): Promise<string> {
  const id = await drafted();
  expect((await take(trade.consignor, id, 'submit', { at: at(0) })).status).toBe(200);
  return id;
}

export const DEPART = { at: at(12), plates: ['桂A12345'], from: '南宁' };

export async function handedOver(): Promise<string> {
  const id = await submitted();
  await numbered(id);
  expect((await take(trade.consignor, id, 'hand-over', { at: at(10) })).status).toBe(200);
  return id;
}

export async function arrived(): Promise<string> {
  const id = await handedOver();
  expect((await take(trade.carrier, id, 'depart', DEPART)).status).toBe(200);
  expect((await take(trade.receiver, id, 'arrive', { at: at(20) })).status).toBe(200);
  return id;
}

export const accepted = (acceptedGrams: number, acceptedPieces: number) => ({
  at: at(30),
  lines: [{ line: 1, acceptedGrams, acceptedPieces, treatmentMethod: 'R4' }],
});
