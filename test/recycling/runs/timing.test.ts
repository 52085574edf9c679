import { describe, expect, it } from 'vitest';
import type { Posting } from '../../../src/batches/ledger/ledger.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { close, feed, open } from '../../../src/recycling/runs/run.ts';
import { settleClose, settleFeed, settleOutput } from '../../../src/recycling/runs/timing.ts';
import { codeOf, problemOf } from '../../batches/examples.ts';

const day = (n: number, ms = 0) => new Date(Date.UTC(2026, 9, n) + ms);
const opened = (startedAt: Date, recordedAt: Date) =>
  open({ id: 'run', partyId: 'party', siteId: 'site', process: 'smelting', startedAt, recordedAt });
const RUN = feed(opened(day(1), day(2)), toGrams(1_000), day(20));
const FED: readonly Posting[] = [{ massGrams: 1_000, pieces: 9, occurredAt: day(20), recordedAt: day(29) }];
const stated = (at: Date) => ({ at, skewSeconds: 300 });

describe('an output', () => {
  it('is not before the feeds that cover it, however late they are entered', () => {
    const problem = problemOf(() => settleOutput(RUN, 10, FED, stated(day(5))));
    expect(problem).toMatchObject({
      code: 'run-output-early',
      facts: { runId: 'run', earliestAt: day(20).toISOString(), pointer: '#/body/yieldedAt' },
    });
    expect(problem?.text('zh').remedy).toContain('2026-10-20 08:00');
    expect(settleOutput(RUN, 1_000, FED, stated(day(20)))).toEqual(day(20));
  });

  it('of more than the run holds, which is uptake, is not before all feeds', () => {
    expect(codeOf(() => settleOutput(RUN, 1_100, FED, stated(day(19))))).toBe('run-output-early');
    expect(settleOutput(RUN, 1_100, FED, stated(day(21)))).toEqual(day(21));
  });

  it('is left to the limit of uptake where nothing was fed', () => {
    expect(settleOutput(opened(day(1), day(2)), 5, [], stated(day(3)))).toEqual(day(3));
  });
});

describe('the closing', () => {
  it('is not before the last feed or output', () => {
    const problem = problemOf(() => settleClose(RUN, FED, stated(day(19))));
    expect(problem).toMatchObject({ code: 'run-close-early', facts: { earliestAt: day(20).toISOString() } });
    expect(settleClose(RUN, FED, stated(day(20)))).toEqual(day(20));
  });

  it('is final', () => {
    const { run } = close(RUN, toGrams(0), day(21), 0);
    expect(codeOf(() => settleClose(run, FED, stated(day(1))))).toBe('run-closed');
  });
});

describe('a clock that was ahead', () => {
  const ahead = opened(day(3, 240_000), day(3));

  it('of the start never blocks the feed, the output or the closing', () => {
    for (const settle of [
      () => settleFeed(ahead, [], new Map(), stated(day(3))),
      () => settleOutput(ahead, 1, [], stated(day(3))),
      () => settleClose(ahead, [], stated(day(3))),
    ]) {
      expect(settle()).toEqual(ahead.startedAt);
    }
    expect(codeOf(() => settleFeed(ahead, [], new Map(), stated(day(2))))).toBe('run-instant-early');
  });

  it('of a feed never blocks the closing', () => {
    const fed = FED.map((one) => ({ ...one, recordedAt: day(20, -200_000) }));
    expect(settleClose(RUN, fed, stated(day(20, -100_000)))).toEqual(day(20));
  });
});

it('a feed is not before its batch holds it', () => {
  const lines = [{ batchId: 'batch', massGrams: toGrams(1_000), pieces: 9 }];
  const ledgers = new Map([['batch', FED]]);
  expect(codeOf(() => settleFeed(RUN, lines, ledgers, stated(day(19))))).toBe('batch-instant-early');
  expect(settleFeed(RUN, lines, ledgers, stated(day(20)))).toEqual(day(20));
});
