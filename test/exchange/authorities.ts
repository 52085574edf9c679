/** Two provinces and the stand-in of the national system, each listening on a port of its own, with their own databases. */
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { deliverTo } from '../../src/exchange/deliveries/sending-service.ts';
import { assignNumbers } from '../../src/exchange/numbers/service.ts';
import { keepProvinces } from '../../src/national-standin/provinces.ts';
import { createNational } from '../../src/national-standin/server.ts';
import { openStore } from '../../src/national-standin/store.ts';
import type { KeyPair } from '../../src/platform/auth/index.ts';
import type { Http } from '../../src/platform/http/index.ts';
import { NOW, type TestApp, useApp } from '../app/fixture.ts';
import { addLicence, addParty, addSite, addTrade, requestOf, type Trade } from '../manifests/province.ts';
import { useDatabase } from '../setup/database.ts';
import { makeKey } from './keys.ts';

export type Authorities = {
  readonly guangxi: TestApp;
  readonly guangdong: TestApp;
  readonly national: { readonly url: string; readonly pool: pg.Pool };
  /** Delivers everything that is due, until no message is due. */
  readonly settle: () => Promise<void>;
  readonly reconnectNational: () => Promise<void>;
  /** Registers at `at` the address and the signing key of `code`. */
  readonly connect: (at: TestApp, code: string, baseUrl: string, jwk: object) => Promise<void>;
};

export function useAuthorities(): Authorities {
  const guangxi = useApp({ province: '45' });
  const guangdong = useApp({ province: '44' });
  const store = useDatabase();
  let national: { url: string; pool: pg.Pool; http: Http; key: KeyPair } | undefined;
  const reconnectNational = async () => {
    if (!national) throw new Error('The stand-in is there inside tests and hooks only');
    for (const app of [guangxi, guangdong]) await connect(app, 'national', national.url, national.key.publicJwk);
  };

  beforeAll(async () => {
    const pool = await openStore(store.ownerUrl);
    const key = await makeKey();
    const log = pino({ level: 'silent' });
    const http = await createNational({ pool, key, provinces: keepProvinces(pool), clock: () => NOW }, log);
    await http.listen({ port: 0, host: '127.0.0.1' });
    national = { url: addressOf(http), pool, http, key };
    for (const app of [guangxi, guangdong]) {
      await app.http.listen({ port: 0, host: '127.0.0.1' });
      await post(`${national.url}/v1/partners`, { code: app.deps.province, baseUrl: addressOf(app.http) });
    }
    await reconnectNational();
    await connect(guangxi, '44', addressOf(guangdong.http), guangdong.deps.exchangeKey.publicJwk);
    await connect(guangdong, '45', addressOf(guangxi.http), guangxi.deps.exchangeKey.publicJwk);
  });

  afterAll(async () => {
    await national?.http.close();
    await national?.pool.end();
  });

  const connect = async (at: TestApp, code: string, baseUrl: string, jwk: object) => {
    const { kid, kty, crv, x, y } = jwk as Record<string, string>;
    const answer = await at.authority.post('/v1/exchange/partners', {
      code,
      name: `演示${code}`,
      kind: code === 'national' ? 'national' : 'province',
      baseUrl,
      keys: [{ kid, jwk: { kty, crv, x, y }, notBefore: '2026-01-01T00:00:00Z' }],
    });
    if (answer.status !== 201) throw new Error(answer.text);
  };

  return {
    guangxi,
    guangdong,
    connect,
    reconnectNational,
    get national() {
      if (!national) throw new Error('The stand-in is there inside tests and hooks only');
      return national;
    },
    settle: async () => {
      for (let idle = 0, round = 0; idle < 2 && round < 200; round++) {
        idle = (await settleOnce([guangxi, guangdong])) ? 0 : idle + 1;
      }
    },
  };
}

async function settleOnce(apps: readonly TestApp[]): Promise<boolean> {
  let open = 0;
  for (const app of apps) {
    await app.follow();
    for (const code of ['44', '45', 'national']) await deliverTo(app.deps, code);
    await assignNumbers(app.deps);
    const status = (await app.authority.get('/v1/exchange/status')).json;
    open += status.numbersWaiting;
    for (const partner of status.partners) open += partner.parked > 0 ? 0 : partner.due;
  }
  return open > 0;
}

export const addressOf = (http: Http): string => `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
export async function post(url: string, body: object): Promise<any> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** Registers the parties of a load from Guangxi to Guangdong on both sides. */
export async function makeRoute({ guangxi, guangdong }: Pick<Authorities, 'guangxi' | 'guangdong'>) {
  const trade = await addTrade(guangxi.deps, '44', { massGrams: 5_000_000, pieces: 300 });
  const { uscc, name, divisionCode } = trade.receiver;
  const receiver = await addParty(guangdong.deps, '44', { uscc, name, divisionCode });
  await addSite(guangdong.deps, receiver, 'recycler');
  await addLicence(guangdong.deps, receiver, 'recycling');
  return {
    trade,
    consignor: await guangxi.client({ partyId: trade.consignor.id }),
    carrier: await guangxi.client({ partyId: trade.carrier.id }),
    receiver: await guangdong.client({ partyId: receiver.id }),
  };
}
export type Route = Awaited<ReturnType<typeof makeRoute>>;

type Speaker = Route['consignor'];

/** Takes a step over HTTP. */
export async function step(by: Speaker, id: string, name: string, body: object = {}) {
  const answer = await by.post(`/v1/manifests/${id}/${name}`, body as Record<string, unknown>);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
  return answer.json;
}

/** Submits a manifest without sending it. */
export async function submit({ consignor, trade }: Route, massGrams = 1_000_000, pieces = 60): Promise<string> {
  const draft = await consignor.post('/v1/manifests', requestOf(trade as Trade, massGrams, pieces));
  if (draft.status !== 201) throw new Error(draft.text);
  await step(consignor, draft.json.id, 'submit');
  return draft.json.id;
}

export const DEPARTURE = { plates: ['桂A12345'], from: '南宁', via: '梧州', protections: ['rain'] };

export const held = async (app: TestApp, id: string) => (await app.authority.get(`/v1/manifests/${id}`)).json;

/** Returns whether each counterpart agrees. */
export async function agreement(app: TestApp, id: string): Promise<[string, boolean | 'pending'][]> {
  const { counterparts } = (await app.authority.get(`/v1/exchange/manifests/${id}`)).json;
  return counterparts.map(({ partner, agreed }: { partner: string; agreed: boolean | 'pending' }) => [partner, agreed]);
}
