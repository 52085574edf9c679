import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { collectWork } from '../../src/app.ts';
import { startBackground } from '../../src/platform/process/background.ts';
import { openQueue, type Queue, type QueueServer } from '../../src/platform/queue/queue.ts';
import type { TestApp } from '../app/fixture.ts';
import { useRedis } from '../setup/redis.ts';
import { agreement, DEPARTURE, makeRoute, type Route, step, submit, useAuthorities } from './authorities.ts';

const authorities = useAuthorities();
const { guangxi, guangdong } = authorities;
const redis = useRedis();

const backends: readonly [string, (app: TestApp) => QueueServer][] = [
  ['Redis', () => ({ redisUrl: redis.url })],
  ['PostgreSQL', ({ database }) => ({ postgresUrl: database.url })],
];

type Listed = { readonly id: string; readonly state: string; readonly numbering: string };
const looks = new Map<TestApp, Promise<ReadonlyMap<string, Listed>>>();

/** Lists the manifests of an authority, at most every 100 ms, so that polling takes no time from the workers. */
function lookAt(app: TestApp): Promise<ReadonlyMap<string, Listed>> {
  const look = looks.get(app) ?? listAll(app);
  looks.set(app, look);
  return look;
}

async function listAll(app: TestApp): Promise<ReadonlyMap<string, Listed>> {
  setTimeout(() => looks.delete(app), 100);
  const { json } = await app.authority.get('/v1/manifests?limit=200');
  return new Map(json.items.map((manifest: Listed) => [manifest.id, manifest]));
}

describe.each(backends)('with workers and queues on %s', (_, server) => {
  let route: Route;
  const stopping: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    route = await makeRoute(authorities);
    for (const app of [guangxi, guangdong]) await startWorker(app);
  });

  afterAll(async () => {
    for (const stop of stopping) await stop();
  });

  async function startWorker(app: TestApp): Promise<void> {
    const { log, province } = app.deps;
    const queue: Queue = openQueue({ ...server(app), log, namespace: `${redis.namespace}-${province}` });
    const exchange = { ...app.deps.exchange, timeoutMs: 5_000, sweepMs: 500, retryMaxMs: 1_000 };
    const deps = { ...app.deps, wake: queue.wake, wakeAll: queue.wakeAll, exchange };
    const background = await startBackground(deps, queue, collectWork(deps));
    stopping.push(() => background.stop().then(() => queue.close()));
  }

  /** Waits until a manifest has reached a state at an authority. All waiting tests share one list of manifests. */
  async function until(app: TestApp, id: string, holds: (manifest: Listed) => boolean): Promise<void> {
    for (const start = performance.now(); ; await sleep(20)) {
      const manifest = (await lookAt(app)).get(id);
      if (manifest !== undefined && holds(manifest)) return;
      if (performance.now() - start > 60_000) throw new Error(`${id} is ${JSON.stringify(manifest)}`);
    }
  }

  test('twenty loads cross the border at once, and all authorities come to agree by themselves', async () => {
    const reach = (state: string, app: TestApp) => (id: string) =>
      until(app, id, (manifest) => manifest.state === state);
    const ids: string[] = [];
    for (let count = 0; count < 20; count++) ids.push(await submit(route, 100_000, 6));
    await Promise.all(
      ids.map(async (id) => {
        await until(guangxi, id, ({ numbering }) => numbering === 'issued');
        await step(route.consignor, id, 'hand-over');
        await step(route.carrier, id, 'depart', DEPARTURE);
        await reach('in_transit', guangdong)(id);
        await step(route.receiver, id, 'arrive');
        const lines = [{ line: 1, acceptedGrams: 99_000, acceptedPieces: 6, treatmentMethod: 'R4' }];
        await step(route.receiver, id, 'accept', { lines });
        await reach('accepted', guangxi)(id);
        await step(route.consignor, id, 'close');
        await reach('closed', guangdong)(id);
      }),
    );
    await vi.waitFor(
      async () => {
        for (const id of ids) {
          expect(await agreement(guangxi, id)).toEqual([
            ['44', true],
            ['national', true],
          ]);
        }
      },
      { timeout: 60_000, interval: 200 },
    );
    const { partners } = (await guangxi.authority.get('/v1/exchange/status')).json;
    expect(partners.map(({ code, due, parked }: Record<string, unknown>) => [code, due, parked])).toEqual([
      ['44', 0, 0],
      ['national', 0, 0],
    ]);
  }, 180_000);
});
