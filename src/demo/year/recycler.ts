/** Plays the year of a recycler, month by month. */
import { lastDayOf, MONTHS, type Month, OPENING_DAY } from './calendar.ts';
import { EAST, WEST } from './cast.ts';
import type { Desk, Refusal } from './desk.ts';
import { deliver, type Lot, leadGramsOf } from './load.ts';
import type { Trick, TrickName } from './tricks.ts';
import { count, countOf, emit, measureDioxin, observe, smelt } from './works.ts';

/** Manipulation that an enterprise tried, and the share of lead recovered that it hoped for. */
export type Attempt = {
  readonly name: TrickName;
  readonly month: Month;
  readonly hopedShare: number;
  readonly refusal?: Refusal;
};

const LOAD_TONNES = 90;
/** Share of the usual yield in a month in which the furnace ran badly. */
const BAD_YIELD = 0.92;

/** Share of the usual yield, which varies a little from month to month. */
const yieldOf = (month: Month): number => 1 - ((month * 5) % 7) * 0.0005;

/** Contents of the two suppliers vary from month to month. */
const contentOf = (month: Month, base: number): number => base + ((month * 7) % 5) * 1_500 - 3_000;

/**
 * Two loads come each month. The first is smelted with the second of the month before, so that a load is always in stock when a
 * month ends. Returns what was tried.
 */
export async function playRecycler(desk: Desk, tricks: readonly Trick[]): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  await count(desk, OPENING_DAY, []);
  let stock: Lot[] = [];
  let producedGrams = 0;
  for (const month of MONTHS) {
    const [first, second] = await Promise.all([
      deliver(desk, { ...loadOf(month, 'east'), from: EAST, leadPpm: contentOf(month, 574_000) }),
      deliver(desk, { ...loadOf(month, 'west'), from: WEST, leadPpm: contentOf(month, 584_000) }),
    ]);
    const lots = [...stock, first];
    const trick = tricks.find((one) => one.month === month);
    const { lots: fed, hiddenLeadGrams, refusal } = (await trick?.feed(desk, lots)) ?? { lots, hiddenLeadGrams: 0 };
    const leadGrams = fed.reduce((sum, lot) => sum + leadGramsOf(lot), hiddenLeadGrams);
    const productGrams = await smelt(desk, { month, fed, leadGrams, yielded: trick ? BAD_YIELD : yieldOf(month) });
    producedGrams += Math.round(productGrams);
    await emit(desk, month);
    if (month === 12) await measureDioxin(desk, producedGrams);
    const line = countOf(second);
    const [observedOn, counted] = [lastDayOf(month), trick?.count(line) ?? line];
    const countId = await count(desk, observedOn, [counted]);
    // The authority is there each month, except when the count lists what is not there.
    if (counted.massGrams === line.massGrams) await observe(desk, { countId, observedOn, seen: line });
    stock = [second];
    if (trick === undefined) continue;
    const hopedShare = productGrams / trick.naiveLeadGrams({ lots, stock: line });
    attempts.push({ name: trick.name, month, hopedShare, ...(refusal && { refusal }) });
  }
  desk.close();
  return attempts;
}

const loadOf = (month: Month, side: string) =>
  ({ key: `${month}-${side}`, month, day: side === 'east' ? 3 : 4, tonnes: LOAD_TONNES }) as const;
