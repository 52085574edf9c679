/** Guangxi with its province office and the stand-in of the national system, and the clock of their story. */
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect } from 'vitest';
import { deliverTo } from '../../../src/exchange/deliveries/sending-service.ts';
import { assignNumbers } from '../../../src/exchange/numbers/service.ts';
import { keepProvinces } from '../../../src/national-standin/provinces.ts';
import { createNational } from '../../../src/national-standin/server.ts';
import { openStore } from '../../../src/national-standin/store.ts';
import type { Http } from '../../../src/platform/http/index.ts';
import { useDatabase } from '../../setup/database.ts';
import { type Answer, type Client, makeKey, type TestApp, useApp } from '../fixture.ts';
import type { Speaker } from './story.ts';

export type Stage = {
  readonly app: TestApp;
  /** The province office, with a token of the first day of the story. */
  readonly office: Client;
  /** The stand-in, which takes no tokens. */
  readonly national: Speaker;
  readonly nationalKey: { readonly kid: string; readonly jwk: object };
  readonly nationalUrl: string;
  /** Sets the clock of all services. */
  readonly at: (instant: string) => void;
  /** Records something that the story needs and no example shows. */
  // biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
  readonly make: (by: Client, path: string, body: Record<string, unknown>) => Promise<any>;
  /** Sends to the national system what is due, and takes over the numbers that it issued. */
  readonly exchange: () => Promise<void>;
};

const BEGINNING = '2026-09-01T02:00:00.000Z';

type Opened = Pick<Stage, 'office' | 'national' | 'nationalKey' | 'nationalUrl'> & {
  readonly close: () => Promise<void>;
};

/** Call it at the top of a test file. Its result is available inside tests and hooks. */
export function useStage(): Stage {
  const app = useApp();
  const store = useDatabase();
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = await open(app, store.ownerUrl);
  }, 60_000);
  afterAll(() => opened?.close());
  const there = () => {
    if (opened === undefined) throw new Error('The stage is there inside tests and hooks only');
    return opened;
  };
  return {
    app,
    get office() {
      return there().office;
    },
    get national() {
      return there().national;
    },
    get nationalKey() {
      return there().nationalKey;
    },
    get nationalUrl() {
      return there().nationalUrl;
    },
    at: (instant) => {
      app.clock.now = new Date(instant);
    },
    make: async (by, path, body) => {
      const { status, json, text } = await by.post(path, body);
      expect(status, `${path}: ${text}`).toBeLessThan(300);
      return json;
    },
    exchange: async () => {
      await app.follow();
      await deliverTo(app.deps, 'national');
      await assignNumbers(app.deps);
      await app.follow();
    },
  };
}

async function open(app: TestApp, storeUrl: string): Promise<Opened> {
  app.clock.now = new Date(BEGINNING);
  const office = await app.client({ subject: 'office' });
  const pool = await openStore(storeUrl);
  const key = await makeKey();
  const clock = () => app.clock.now;
  const http = await createNational({ pool, key, provinces: keepProvinces(pool), clock }, pino({ level: 'silent' }));
  await http.listen({ port: 0, host: '127.0.0.1' });
  await app.http.listen({ port: 0, host: '127.0.0.1' });
  const { kty, crv, x, y } = key.publicJwk as Record<string, string>;
  return {
    ...{ office, national: speakTo(http), nationalUrl: addressOf(http) },
    nationalKey: { kid: key.kid, jwk: { kty, crv, x, y } },
    close: async () => {
      await http.close();
      await pool.end();
    },
  };
}

export const addressOf = (http: Http): string => `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;

function speakTo(http: Http): Speaker {
  const send = async (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: string): Promise<Answer> => {
    const headers = payload === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await http.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, json: answer.json() };
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, typeof body === 'string' ? body : JSON.stringify(body)),
    patch: (path, body) => send('PATCH', path, JSON.stringify(body)),
  };
}
