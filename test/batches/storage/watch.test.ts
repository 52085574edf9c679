import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { watchStorage } from '../../../src/batches/storage/watch-service.ts';

const START = Date.UTC(2026, 9, 15);
const STOCK = { stockGrams: 700, limitGrams: 1_000, told: [8_000, 10_000] };

/** A watch whose readings are answered when the test says so. */
function watch() {
  const clock = { ms: START };
  const asked: {
    readonly siteId: string;
    readonly answer: (stock?: typeof STOCK) => void;
    readonly fail: () => void;
  }[] = [];
  const { add } = watchStorage(
    { clock: () => new Date(clock.ms), log: pino({ level: 'silent' }) },
    (siteId) =>
      new Promise((answer, reject) => {
        asked.push({ siteId, answer, fail: () => reject(new Error('no database')) });
      }),
  );
  const settled = () => new Promise((done) => setImmediate(done));
  return { clock, asked, add, settled };
}

describe('the stock of a site', () => {
  it('is read once beside the first record, and added up after that', async () => {
    const { asked, add, settled } = watch();
    expect([add('a', 50), add('a', 50)]).toEqual([undefined, undefined]);
    expect(asked.map(({ siteId }) => siteId)).toEqual(['a']);
    asked[0]?.answer(STOCK);
    await settled();
    expect(add('a', 99)).toBeUndefined();
    expect(add('a', 1)).toEqual({
      code: 'storage-limit-reached',
      facts: { siteId: 'a', shareBasisPoints: 8_000, stockGrams: 800, limitGrams: 1_000 },
    });
    expect(add('a', 200)?.facts).toMatchObject({ shareBasisPoints: 10_000, stockGrams: 1_000 });
    expect(asked).toHaveLength(1);
  });

  it('is read again after a minute, and goes on with what it knows until then', async () => {
    const { clock, asked, add, settled } = watch();
    add('a', 1);
    asked[0]?.answer(STOCK);
    await settled();
    clock.ms += 60_001;
    expect(add('a', 200)?.facts.stockGrams).toBe(900);
    expect(asked).toHaveLength(2);
    asked[1]?.answer({ ...STOCK, stockGrams: 0 });
    await settled();
    expect(add('a', 200)).toBeUndefined();
  });

  it('of each site is its own, and nothing is told where nothing limits it', async () => {
    const { asked, add, settled } = watch();
    add('a', 1);
    add('b', 1);
    asked[0]?.answer(STOCK);
    asked[1]?.answer(undefined);
    await settled();
    expect([add('a', 300)?.facts.siteId, add('b', 1_000_000)]).toEqual(['a', undefined]);
    expect(asked).toHaveLength(2);
  });

  it('that cannot be read is asked for again with the next record', async () => {
    const { asked, add, settled } = watch();
    add('a', 1);
    asked[0]?.fail();
    await settled();
    expect(add('a', 1)).toBeUndefined();
    expect(asked).toHaveLength(2);
  });
});
