/**
 * Hostile requests to every operation of the description. The suite makes a short run with a fixed seed;
 * `npm run hostile` makes a long one with this file, and says by variables how long.
 */
import { writeFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { useScene } from '../app/isolation/scene.ts';
import { objectionsTo } from './report.ts';
import { runHostile } from './run.ts';
import { openWorld, type World } from './world.ts';

const { HOSTILE_REQUESTS = '1200', HOSTILE_SEED = '1', HOSTILE_MINUTES = '60', HOSTILE_REPORT } = process.env;

const scene = useScene({ rowSecurity: true });
let world: World;

beforeAll(async () => {
  world = await openWorld(scene);
  await scene.app.http.listen({ host: '127.0.0.1', port: 0 });
}, 120_000);

it('are answered by problems, show nothing of others, and leave books and journal whole', async () => {
  const report = await runHostile(world, {
    ...{ requests: Number(HOSTILE_REQUESTS), seed: Number(HOSTILE_SEED), minutes: Number(HOSTILE_MINUTES) },
  });
  if (HOSTILE_REPORT) await writeFile(HOSTILE_REPORT, JSON.stringify(report));
  expect(objectionsTo(report)).toEqual([]);
}, 36_000_000);
