import { expect, it } from 'vitest';
import { HOUR_MS } from '../../src/demo/plan/moment.ts';
import { createPace } from '../../src/demo/stage/pace.ts';

/** Notes which of the moments, in hours, are admitted by now. */
function ask(pace: ReturnType<typeof createPace>, ...hours: number[]) {
  const admitted: number[] = [];
  for (const hour of hours) void pace.admit(hour * HOUR_MS).then(() => admitted.push(hour));
  return async () => {
    await new Promise((done) => setImmediate(done));
    return admitted;
  };
}

it('holds requests far ahead of open work until that work has moved or ended', async () => {
  const pace = createPace();
  const slow = pace.open(0);
  const other = pace.open(100 * HOUR_MS);
  const admitted = ask(pace, 10, 48, 49, 120, 200);
  expect(await admitted()).toEqual([10, 48]);
  slow.moveTo(80 * HOUR_MS);
  expect(await admitted()).toEqual([10, 48, 49, 120]);
  slow.end();
  expect(await admitted()).toEqual([10, 48, 49, 120]);
  other.end();
  expect(await admitted()).toEqual([10, 48, 49, 120, 200]);
});

it('never moves work back', async () => {
  const pace = createPace();
  const work = pace.open(100 * HOUR_MS);
  work.moveTo(0);
  expect(await ask(pace, 140)()).toEqual([140]);
});

it('admits everything while no work is open', async () => {
  expect(await ask(createPace(), 0, 1_000)()).toEqual([0, 1_000]);
});
