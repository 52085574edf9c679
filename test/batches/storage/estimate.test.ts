import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { keepEstimates } from '../../../src/batches/storage/estimate-queries.ts';

const START = Date.UTC(2026, 9, 15);
const STOCK = { stockGrams: 700, limitGrams: 1_000, alertShares: [8_000, 10_000] };

/** Estimates whose readings the test supplies. */
function estimates() {
  const clock = { ms: START };
  const readings: {
    readonly siteId: string;
    readonly answer: (stock?: typeof STOCK) => void;
    readonly fail: () => void;
  }[] = [];
  const { add } = keepEstimates(
    { clock: () => new Date(clock.ms), log: pino({ level: 'silent' }) },
    (siteId) =>
      new Promise((answer, reject) => {
        readings.push({ siteId, answer, fail: () => reject(new Error('no database')) });
      }),
  );
  const settled = () => new Promise((done) => setImmediate(done));
  return { clock, readings, add, settled };
}

describe('the estimated stock of a site', () => {
  it('is read once at the first record, and then adds up recorded mass', async () => {
    const { readings, add, settled } = estimates();
    expect([add('a', 50), add('a', 50)]).toEqual([undefined, undefined]);
    expect(readings.map(({ siteId }) => siteId)).toEqual(['a']);
    readings[0]?.answer(STOCK);
    await settled();
    expect(add('a', 99)).toBeUndefined();
    expect(add('a', 1)).toEqual({
      code: 'storage-limit-reached',
      severity: 'note',
      facts: { siteId: 'a', shareBasisPoints: 8_000, stockGrams: 800, limitGrams: 1_000 },
    });
    expect(add('a', 200)?.facts).toMatchObject({ shareBasisPoints: 10_000, stockGrams: 1_000 });
    expect(readings).toHaveLength(1);
  });

  it('is read again after a minute, and adds to the old estimate until then', async () => {
    const { clock, readings, add, settled } = estimates();
    add('a', 1);
    readings[0]?.answer(STOCK);
    await settled();
    clock.ms += 60_001;
    expect(add('a', 200)?.facts.stockGrams).toBe(900);
    expect(readings).toHaveLength(2);
    readings[1]?.answer({ ...STOCK, stockGrams: 0 });
    await settled();
    expect(add('a', 200)).toBeUndefined();
  });

  it('is separate for each site, and a site without a limit has no warning', async () => {
    const { readings, add, settled } = estimates();
    add('a', 1);
    add('b', 1);
    readings[0]?.answer(STOCK);
    readings[1]?.answer(undefined);
    await settled();
    expect([add('a', 300)?.facts.siteId, add('b', 1_000_000)]).toEqual(['a', undefined]);
    expect(readings).toHaveLength(2);
  });

  it('is read again at the next record when it could not be read', async () => {
    const { readings, add, settled } = estimates();
    add('a', 1);
    readings[0]?.fail();
    await settled();
    expect(add('a', 1)).toBeUndefined();
    expect(readings).toHaveLength(2);
  });
});
