/** Counts of stock at the end of a month, true or false, and the booking of their differences. */
import type { Client } from '../../app/fixture.ts';
import type { CountLie } from './acts.ts';
import { type CountLine as Line, type Lot, NO_ERRORS, PIECES_PER_TONNE, type Plant, TONNE } from './enterprise.ts';

type Part = { readonly grams: number; readonly shownPpm: number };

const sumOf = (parts: readonly { readonly grams: number }[]): number =>
  parts.reduce((sum, { grams }) => sum + grams, 0);

/** Makes the line of an item, with the mean of the contents that the enterprise knows. */
function lineOf(item: string, parts: readonly Part[]): Line[] {
  const massGrams = sumOf(parts);
  // A rest of a gram comes from rounding.
  if (Math.abs(massGrams) < 2) return [];
  const lead = parts.reduce((sum, { grams, shownPpm }) => sum + grams * shownPpm, 0);
  return [{ item, massGrams: Math.round(massGrams), leadPpm: Math.min(1_000_000, Math.round(lead / massGrams)) }];
}

const isHonest = ({ errors }: Plant): boolean => errors !== NO_ERRORS;

/** Returns what is really on a site at the end of a day. What open runs hold is believed, since a furnace cannot be weighed. */
export function trueLines(plant: Plant, siteId: string, day: string): Line[] {
  const here = lotsOn(plant, siteId, day);
  // Batteries that are hidden from the books are hidden from the count as well; missing ones cannot be shown to an inspector.
  const batteries = here.map(({ grams, trueGrams, ghostGrams, shownPpm }) => ({
    grams: isHonest(plant) ? trueGrams : Math.min(grams, trueGrams + ghostGrams),
    shownPpm,
  }));
  const inRuns = { grams: plant.openGrams.get(siteId) ?? 0, shownPpm: 0 };
  const isMain = siteId === plant.sites.smelter;
  const lines = [
    ...lineOf('batteries', [...batteries, ...awaitedOn(plant, siteId, day)]),
    ...lineOf('furnace', [...(isMain ? plant.furnace : []), inRuns]),
    ...(isMain ? lineOf('slag', plant.slag) : []),
    ...(isMain
      ? lineOf(
          'refined_lead',
          plant.products.map(({ grams }) => ({ grams, shownPpm: 1_000_000 })),
        )
      : []),
    ...(isMain
      ? (['bought_crude_lead', 'bought_reagents', 'received_waste'] as const).flatMap((item) =>
          lineOf(
            item,
            plant.supplies.filter((one) => one.item === item),
          ),
        )
      : []),
    ...(isMain ? lineOf('plastics', plant.plastics) : []),
  ];
  return lines.map((line) => ({ ...line, massGrams: Math.round(line.massGrams * plant.errors.count(line.item)) }));
}

/** Returns the batches that the books of a site have on a day. */
const lotsOn = ({ lots }: Plant, siteId: string, day: string): Lot[] =>
  lots.filter((lot) => lot.siteId === siteId && (lot.from ?? '') <= day);

/** Returns batteries that the books of a site have on a day, because their feed is dated later. */
const awaitedOn = ({ awaited }: Plant, siteId: string, day: string) =>
  awaited.filter((one) => one.siteId === siteId && one.fed > day);

/** Applies a lie to the line of its item; a line of nothing becomes one of some tonnes. */
function told(lines: readonly Line[], { item, factor, error }: CountLie): Line[] {
  if (item === 'none') return [...lines];
  const own = lines.find((line) => line.item === item) ?? {
    item,
    massGrams: 0,
    leadPpm: item === 'slag' ? 20_000 : 580_000,
  };
  const massGrams =
    own.massGrams > 0 ? Math.round((own.massGrams * factor) / 1000) : Math.max(0, factor - 1000) * 10_000;
  const leadPpm = Math.min(1_000_000, Math.max(0, own.leadPpm + error));
  return [...lines.filter((line) => line !== own), { item, massGrams, leadPpm }];
}

/** Items that an authority weighs. What is in a furnace it cannot. */
const WEIGHED = ['batteries', 'slag', 'refined_lead', 'bought_crude_lead', 'bought_reagents'] as const;

/** Returns what an authority sees of the books: no batteries or bought feed that are gone and no outputs that were never made, whatever is counted. An honest count is weighed in its presence. */
function seenOf(plant: Plant, siteId: string, day: string, honest: readonly Line[]) {
  const of = (item: string) => honest.find((line) => line.item === item)?.massGrams ?? 0;
  if (isHonest(plant)) return honest.map(({ item, massGrams }) => ({ item, massGrams }));
  const gone = lotsOn(plant, siteId, day).map((lot) => ({ grams: goneOf(lot) }));
  const goneGrams = sumOf([...gone, ...awaitedOn(plant, siteId, day)]);
  const invented = (some: readonly { readonly inventedGrams?: number }[]) =>
    sumOf(some.map(({ inventedGrams = 0 }) => ({ grams: inventedGrams })));
  const notThere = (item: (typeof WEIGHED)[number]): number => {
    if (item === 'batteries') return goneGrams;
    if (item === 'slag') return invented(plant.slag);
    if (item === 'refined_lead') return invented(plant.products);
    return plant.supplies.reduce(
      (sum, one) => sum + (one.item === item ? Math.max(0, one.grams - one.trueGrams) : 0),
      0,
    );
  };
  return WEIGHED.map((item) => ({ item, massGrams: Math.max(0, Math.round(of(item) - notThere(item))) }));
}

/** Returns the mass that an enterprise would count of batteries, and that is in the furnace. */
const goneOf = ({ grams, trueGrams, ghostGrams }: Lot): number =>
  Math.min(grams, trueGrams + ghostGrams) - Math.min(grams, trueGrams);

/** Lets the authority state what it saw for a count. */
async function observe(plant: Plant, countId: string, day: string, lines: readonly object[]): Promise<void> {
  if (lines.length === 0) return;
  const visit = { observedOn: day, observer: '演示市生态环境局', reportNumber: `核查-${day}`, lines };
  await plant.post(`/stock-counts/${countId}/observations`, visit, plant.app.authority);
}

/** Counts every smelter at the end of a day. @param observed whether the authority is there */
export async function count(plant: Plant, day: string, lie: CountLie, observed: boolean): Promise<void> {
  const sites = [plant.sites.smelter, ...(plant.sites.second === null ? [] : [plant.sites.second])];
  for (const siteId of sites) {
    const honest = trueLines(plant, siteId, day);
    const lines = siteId === plant.sites.smelter ? told(honest, lie) : honest;
    const made = await plant.post('/stock-counts', { siteId, countedOn: day, countedBy: '演示盘点人', lines });
    if (made && observed) await observe(plant, made.id, day, seenOf(plant, siteId, day, honest));
    if (made && siteId === plant.sites.smelter) plant.counts.set(day, { id: made.id, lines });
    if (made && lie.booked && siteId === plant.sites.smelter) await book(plant, made.id, lines, lie);
  }
  await countStashed(plant, day);
}

/** Counts an own point that does not recycle as its books have it. An authority sees what is there. */
async function countStashed(plant: Plant, day: string): Promise<void> {
  const { stashed, sites } = plant;
  if (sites.store === null || stashed.every(({ counted }) => counted === 'no')) return;
  const body = { siteId: sites.store, countedOn: day, countedBy: '演示盘点人', lines: lineOf('batteries', stashed) };
  const made = await plant.post('/stock-counts', body);
  if (!made || !stashed.some(({ counted }) => counted === 'observed')) return;
  const massGrams = stashed.reduce((sum, { trueGrams }) => sum + trueGrams, 0);
  await observe(plant, made.id, day, [{ item: 'batteries', massGrams }]);
}

/** Books the difference of an item to its first batch, by a second person. */
async function book(plant: Plant, countId: string, lines: readonly Line[], { item }: CountLie): Promise<void> {
  const line = lines.find((one) => one.item === item);
  const held = item === 'batteries' ? plant.lots : item === 'slag' ? plant.slag : plant.furnace;
  const [first] = held;
  if (!line || !first) return;
  const countedGrams = Math.max(0, first.grams + line.massGrams - sumOf(held));
  const countedPieces = item === 'batteries' ? Math.round((countedGrams * PIECES_PER_TONNE) / TONNE) : null;
  const body = {
    item,
    reasonCode: 'entry',
    reason: '漏登',
    batches: [{ batchId: first.batchId, countedGrams, countedPieces }],
  };
  const made = await plant.post(`/stock-counts/${countId}/adjustments`, body, await person(plant, 'first'));
  if (made?.state !== 'proposed') return;
  await plant.post(`/stock-adjustments/${made.id}/confirm`, { reason: '已复点' }, await person(plant, 'second'));
}

const person = ({ app, own }: Plant, name: string): Promise<Client> =>
  app.client({ subject: `${name}-${own.partyId.slice(-8)}`, partyId: own.partyId, loggedIn: true });
