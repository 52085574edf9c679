/** A year is the sum of its months, and of its quarters, for every flow of lead; stocks are those of its own ends. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { listBookedBatches } from '../../../src/recycling/adjustments/book-store.ts';
import { type Output, t, usePlant } from '../stock/plant.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, count, rate, post, finding } = usePlant();

/** A leap year, long enough ago that every month of it is over. */
const YEAR = 2024;
const STOCKS = ['opening_stock', 'uncounted_stock', 'closing_stock', 'opening_work', 'closing_work'];
const OPENINGS = ['opening_stock', 'uncounted_stock', 'opening_work'];

const pad = (part: number) => String(part).padStart(2, '0');
const dayAt = (offset: number): string => {
  const day = new Date(Date.UTC(YEAR, 0, 1 + offset));
  return `${YEAR}-${pad(day.getUTCMonth() + 1)}-${pad(day.getUTCDate())}`;
};
/** The days before and after an end of a month among them, and 29 February. */
const DAYS = [
  2, 29, 30, 31, 57, 58, 59, 60, 89, 90, 91, 120, 151, 152, 181, 182, 200, 243, 244, 272, 273, 304, 334, 364,
];

const instant = fc.record({
  day: fc.oneof(fc.constantFrom(...DAYS), fc.integer({ min: 1, max: 364 })).map(dayAt),
  time: fc.constantFrom('06:00:00', '12:00:00', '23:59:59.999'),
});
const ppm = fc.integer({ min: 400_000, max: 750_000 });
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('receive' as const),
      at: instant,
      tonnes: fc.integer({ min: 1, max: 90 }),
      ppm: fc.option(ppm, { freq: 1 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('sample' as const), at: instant, ppm }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('supply' as const),
      at: instant,
      tonnes: fc.integer({ min: 1, max: 20 }),
      ppm,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('process' as const),
      at: instant,
      yield: fc.integer({ min: 30, max: 60 }),
      closes: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('emit' as const), at: instant, grams: fc.integer({ min: 1, max: 9_999 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('count' as const), at: instant, tonnes: fc.integer({ min: 0, max: 50 }) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Histories in the order of their dates; the seed is fixed, so that a failure is found again. */
const histories: readonly Act[][] = fc
  .sample(fc.array(act, { minLength: 16, maxLength: 22 }), { seed: 2_024, numRuns: 3 })
  .map((acts) => acts.toSorted((a, b) => `${a.at.day}${a.at.time}`.localeCompare(`${b.at.day}${b.at.time}`)));

/** Batteries without an own assay are taken as rich as those of the stock counts. */
const UNKNOWN_PPM = 600_000;

type Batch = { readonly batchId: string; readonly massGrams: number; readonly pieces?: number };
type Stocked = Batch & { readonly day: string; readonly ppm: number };

/** Records a history. Feeds and outputs follow the fixed hours of a day, so they use the stock of the days before. */
async function play(acts: readonly Act[]): Promise<void> {
  const stock: Stocked[] = [];
  const counted = new Set<string>();
  for (const one of acts) {
    const { day, time } = one.at;
    const at = `${day}T${time}+08:00`;
    if (one.act === 'receive')
      stock.push({
        ...(await receive(t(one.tonnes), one.ppm, day, undefined, time)),
        day,
        ppm: one.ppm ?? UNKNOWN_PPM,
      });
    if (one.act === 'sample') {
      const sample = { basis: 'supplier_class', supplierId: who.point.partyId, ppm: one.ppm };
      await post('/assays', { ...finding(at), ...sample });
    }
    if (one.act === 'supply') {
      const bought = { siteId: who.plant.siteId, sourceKind: 'crude_lead', supplierName: '演示冶炼厂', receivedAt: at };
      const massGrams = t(one.tonnes);
      const { batchId } = await post('/supplies', { ...bought, massGrams, assay: { ...finding(at), ppm: one.ppm } });
      stock.push({ batchId, massGrams, day, ppm: one.ppm });
    }
    if (one.act === 'process') await process(one, stock);
    if (one.act === 'emit') {
      const air = { siteId: who.plant.siteId, medium: 'air', method: 'CEMS', monitoringPoint: 'DA001' };
      await post('/emissions', { ...air, leadGrams: one.grams, occurredAt: at });
    }
    if (one.act === 'count' && !counted.has(day)) {
      counted.add(day);
      await count(day, [{ item: 'batteries', massGrams: t(one.tonnes), leadPpm: 600_000 }]);
    }
  }
}

/** Feeds everything that came before that day, and disposes of the slag at the time of the act. */
async function process(
  { at: { day, time }, ...made }: Extract<Act, { readonly act: 'process' }>,
  stock: Stocked[],
): Promise<void> {
  const fed = stock.filter((one) => one.day < day);
  if (fed.length === 0) return;
  stock.splice(0, stock.length, ...stock.filter((one) => one.day >= day));
  const run = await open(day);
  await feed(
    run,
    day,
    fed.map(({ day: _, ppm: __, ...line }) => line),
  );
  const massGrams = fed.reduce((sum, one) => sum + one.massGrams, 0);
  // No more lead comes out than was fed.
  const leadGrams = fed.reduce((sum, one) => sum + (one.massGrams * one.ppm) / 1_000_000, 0);
  const outputs: Output[] = [
    ['refined_lead', Math.floor(Math.min((massGrams * made.yield) / 100, leadGrams * 0.95)), 999_900],
    ['slag', Math.floor(massGrams / 10), 20_000],
  ];
  const [, slag = ''] = await yieldFrom(run, day, outputs);
  if (made.closes) await close(run, day);
  const left = { kind: 'disposal', massGrams: Math.floor(massGrams / 20), receiverName: '演示处置厂' };
  await post(`/batches/${slag}/dispositions`, {
    ...left,
    occurredAt: `${day}T${time < '12' ? '12:00:00' : time}+08:00`,
  });
}

/** Picograms from exact grams. */
const picograms = (exact: string): bigint => {
  const [whole = '0', part = ''] = exact.replace('-', '').split('.');
  const amount = BigInt(whole + part.padEnd(12, '0'));
  return exact.startsWith('-') ? -amount : amount;
};

type Lead = {
  readonly term: string;
  readonly leadGramsExact: string;
  readonly massGrams: number;
  readonly records: number;
};
type Sums = Readonly<Record<string, readonly [lead: bigint, massGrams: number, records: number]>>;

async function sumsOf(period: string): Promise<Sums> {
  const terms: readonly Lead[] = (await rate(period)).terms;
  return Object.fromEntries(
    terms.map(({ term, leadGramsExact, massGrams, records }) => [
      term,
      [picograms(leadGramsExact), massGrams, records],
    ]),
  );
}

const total = (parts: readonly Sums[], term: string) => {
  const of = parts.map((part): Sums[string] => part[term] ?? [0n, 0, 0]);
  return [
    of.reduce((sum, [lead]) => sum + lead, 0n),
    ...[of.reduce((sum, [, mass]) => sum + mass, 0), of.reduce((sum, [, , records]) => sum + records, 0)],
  ];
};

describe.each(histories.map((acts, at) => [at + 1, acts] as const))('the year of random history %i', (_, acts) => {
  let year: Sums;
  let months: Sums[];
  let quarters: Sums[];

  beforeAll(async () => {
    await settle();
    await play(acts);
    year = await sumsOf(String(YEAR));
    months = [];
    for (let month = 1; month <= 12; month += 1) months.push(await sumsOf(`${YEAR}-${pad(month)}`));
    quarters = [];
    for (let quarter = 1; quarter <= 4; quarter += 1) quarters.push(await sumsOf(`${YEAR}-Q${quarter}`));
  }, 120_000);

  it('is the sum of its months and of its quarters, term by term, and something flows', () => {
    expect(app.clock.now.getUTCFullYear()).toBeGreaterThan(YEAR);
    const flows = Object.keys(year).filter((term) => !STOCKS.includes(term));
    expect(flows.filter((term) => (year[term]?.[0] ?? 0n) > 0n).length).toBeGreaterThan(2);
    for (const term of flows) {
      expect([term, ...total(months, term)]).toEqual([term, ...(year[term] ?? [])]);
      expect([term, ...total(quarters, term)]).toEqual([term, ...(year[term] ?? [])]);
    }
  });

  it('opens with the stock of its first month and closes with that of its last', () => {
    for (const term of STOCKS) {
      const at = OPENINGS.includes(term) ? 0 : -1;
      expect([term, months.at(at)?.[term], quarters.at(at)?.[term]]).toEqual([term, year[term], year[term]]);
    }
  });

  it('has the same books whether movements until an instant or since then are added up', async () => {
    const { db } = app.database;
    let held = 0;
    for (let month = 1; month <= 12; month += 1) {
      const place = { ...who.plant, at: new Date(`${YEAR}-${pad(month)}-28T12:00:00+08:00`) };
      const books = await listBookedBatches(db, place, 'until');
      held += books.length;
      expect(await listBookedBatches(db, place, 'since')).toEqual(books);
    }
    expect(held).toBeGreaterThan(0);
  });

  it('has months that open with the work in progress with which the month before closed', () => {
    for (const [at, month] of months.slice(1).entries()) {
      expect(month.opening_work).toEqual(months[at]?.closing_work);
      expect(month.opening_stock).toEqual(months[at]?.closing_stock);
    }
  });
});
