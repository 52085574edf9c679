import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { collectWork } from '../../src/app.ts';
import { startBackground } from '../../src/platform/process/background.ts';
import { openQueue, type Queue, type QueueServer } from '../../src/platform/queue/queue.ts';
import type { TestApp } from '../app/fixture.ts';
import { useRedis } from '../setup/redis.ts';
import { agreement, DEPARTURE, held, makeRoute, type Route, step, submit, useAuthorities } from './authorities.ts';

const authorities = useAuthorities();
const { guangxi, guangdong } = authorities;
const redis = useRedis();

const backends: readonly [string, (app: TestApp) => QueueServer][] = [
  ['Redis', () => ({ redisUrl: redis.url })],
  ['PostgreSQL', ({ database }) => ({ postgresUrl: database.url })],
];

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
    const exchange = { timeoutMs: 5_000, sweepMs: 500, retryMaxMs: 1_000 };
    const deps = { ...app.deps, wake: queue.wake, wakeAll: queue.wakeAll, exchange };
    const background = await startBackground(deps, queue, collectWork(deps));
    stopping.push(() => background.stop().then(() => queue.close()));
  }

  test('twenty loads cross the border at once, and all authorities come to agree by themselves', async () => {
    const reach = (state: string, app: TestApp) => (id: string) =>
      vi.waitFor(async () => expect((await held(app, id)).state).toBe(state), { timeout: 20_000, interval: 100 });
    const ids: string[] = [];
    for (let count = 0; count < 20; count++) ids.push(await submit(route, 100_000, 6));
    await Promise.all(
      ids.map(async (id) => {
        await vi.waitFor(async () => expect((await held(guangxi, id)).numbering).toBe('issued'), { timeout: 20_000 });
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
      { timeout: 20_000, interval: 200 },
    );
    const { partners } = (await guangxi.authority.get('/v1/exchange/status')).json;
    expect(partners.map(({ code, due, parked }: Record<string, unknown>) => [code, due, parked])).toEqual([
      ['44', 0, 0],
      ['national', 0, 0],
    ]);
  });
});
