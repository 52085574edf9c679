import { expect, it } from 'vitest';
import { growthOf, readMemory, type Sample } from './memory.ts';

const LIMITS = { warmUpSeconds: 600, windowSeconds: 120 };

/** One sample every ten seconds for half an hour. */
const run = (bytesAt: (seconds: number) => number): Sample[] =>
  Array.from({ length: 180 }, (_, at) => ({ atSeconds: at * 10, bytes: bytesAt(at * 10) }));

it('compares the windows after the warm-up with those of it', () => {
  const filling = run((seconds) => Math.min(seconds, 600) * 1_000_000);
  expect(growthOf(filling, LIMITS)).toEqual({
    ...{ baseMegabytes: 540, highestMegabytes: 600, lastMegabytes: 600, percent: 11.1 },
  });
  expect(
    growthOf(
      run(() => 200_000_000),
      LIMITS,
    ).percent,
  ).toBe(0);
});

it('finds a leak, and takes no notice of garbage that is collected within a window', () => {
  expect(
    growthOf(
      run((seconds) => 200_000_000 + seconds * 50_000),
      LIMITS,
    ).percent,
  ).toBeGreaterThan(20);
  const sawtooth = run((seconds) => 200_000_000 + (seconds % 60) * 1_000_000);
  expect(growthOf(sawtooth, LIMITS).percent).toBeLessThan(10);
});

it('takes no notice of a heap that rises and falls over minutes as it did before', () => {
  const waves = run((seconds) => 200_000_000 + Math.sin(seconds / 100) * 40_000_000);
  expect(growthOf(waves, LIMITS).percent).toBeLessThan(10);
});

it('finds growth that was gone again at the end', () => {
  const hill = run((seconds) => (seconds > 900 && seconds < 1_300 ? 300_000_000 : 200_000_000));
  expect(growthOf(hill, LIMITS)).toMatchObject({ highestMegabytes: 300, lastMegabytes: 200, percent: 50 });
});

it('says so when the run ended before its warm-up', () => {
  const short = run(() => 1).filter(({ atSeconds }) => atSeconds < 500);
  expect(() => growthOf(short, LIMITS)).toThrow('before its warm-up');
});

it('reads the memory of a process with all below it, and none of one that has ended', async () => {
  const held = await readMemory(new Set([process.pid, process.ppid, 2 ** 30]));
  expect([...held.keys()].sort()).toEqual([process.pid, process.ppid].sort());
  expect(held.get(process.pid)).toBeGreaterThan(1_000_000);
  // The parent runs this process, so it holds at least as much with it.
  expect(held.get(process.ppid)).toBeGreaterThan(held.get(process.pid) ?? 0);
});
