import { expect, it } from 'vitest';
import type { NetMovement } from '../../../src/batches/rules.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { decideRunCorrection } from '../../../src/recycling/corrections/run-correction.ts';
import { open } from '../../../src/recycling/runs/run.ts';
import { problemOf } from '../../batches/examples.ts';

const DAY = (day: number) => new Date(Date.UTC(2026, 9, day));
const NOW = DAY(20);
const when = (day: number) => ({ occurredAt: DAY(day), recordedAt: DAY(day) });
const move = (
  id: number,
  kind: NetMovement['kind'],
  ends: Pick<NetMovement, 'from' | 'to'>,
  grams: number,
  day: number,
) => ({
  ...{ id, kind, ...ends, massGrams: toGrams(grams), pieces: 0, evidence: 'run:run', ...when(day) },
  recorded: { massGrams: grams, pieces: 0 },
});
const feed = move(1, 'feed', { from: { batchId: 'in' }, to: { batchId: 'run' } }, 1_000, 2);
const gain = move(2, 'process_difference', { from: { boundary: 'adjustment' }, to: { batchId: 'run' } }, 50, 3);
const output = move(3, 'output', { from: { batchId: 'run' }, to: { batchId: 'out' } }, 1_050, 3);
const run = {
  ...open({ id: 'run', partyId: 'p', siteId: 's', process: 'refining', startedAt: DAY(1), recordedAt: DAY(1) }),
  ...{ fedGrams: toGrams(1_000), yieldedGrams: toGrams(1_050), gainedGrams: toGrams(50) },
};
const postings = [
  { massGrams: 1_000, pieces: 0, ...when(2) },
  { massGrams: 50, pieces: 0, ...when(3) },
  { massGrams: -1_050, pieces: 0, ...when(3) },
];
const known = { run, moved: [feed, gain, output], postings, carried: false, gainLimitBasisPoints: 2_000 };
const decide = (original: NetMovement, massGrams: number, more: object = {}) =>
  decideRunCorrection({ ...known, original, right: { massGrams, pieces: 0 }, ...more }, NOW);

it('gives an uptake back before the run holds more', () => {
  const { run: after, entries } = decide(feed, 1_080);
  expect([after.fedGrams, after.gainedGrams]).toEqual([1_080, 0]);
  expect(entries.map(({ correctsId, massGrams }) => [correctsId, massGrams])).toEqual([
    [1, 80],
    [2, 50],
  ]);
});

it('takes what it lacks as uptake, dated as the entry, up to the limit of the law', () => {
  const { run: after, entries } = decide(feed, 900);
  expect([after.fedGrams, after.gainedGrams]).toEqual([900, 150]);
  expect(entries[1]).toMatchObject({ kind: 'process_difference', massGrams: 100, occurredAt: DAY(2) });
  expect(problemOf(() => decide(feed, 800))?.code).toBe('run-gain-implausible');
});

it('changes the loss of a closed run, and makes one where there was none', () => {
  const closed = { ...run, closedAt: DAY(5) };
  const { run: after, entries } = decide(output, 1_000, { run: closed });
  expect([after.yieldedGrams, after.gainedGrams, after.lostGrams]).toEqual([1_000, 0, 0]);
  expect(entries).toHaveLength(2);
  const lost = decide(output, 900, { run: closed });
  expect(lost.run.lostGrams).toBe(100);
  expect(lost.entries.at(-1)).toMatchObject({ to: { boundary: 'loss' }, massGrams: 100, occurredAt: DAY(5) });
});

it('counts the mass that the closing carried over apart from the outputs', () => {
  const closed = { ...run, closedAt: DAY(5), yieldedGrams: toGrams(0), carriedGrams: toGrams(1_050) };
  expect(decide(output, 1_000, { run: closed, carried: true }).run).toMatchObject({
    carriedGrams: 1_000,
    yieldedGrams: 0,
  });
});
