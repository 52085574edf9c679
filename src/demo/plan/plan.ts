/**
 * The plan of the month: all requests to the services with their moments, computed in advance and equal for equal
 * seeds. The plan does not know the services; it names the batches that they create by `ref`.
 */
import { collectAt, openingStock, type Sending } from './collection.ts';
import { type Enterprise, makeEnterprises, SMELTERS, smelterKey } from './enterprise.ts';
import { type Load, makeLoad } from './load.ts';
import type { Province } from './place.ts';
import { createRandom } from './random.ts';
import { batchesOf, castOf, loadsOfUsers, pickups, shipments } from './schedule.ts';
import { openBook, type SmelterPlan } from './smelting.ts';
import { createStock } from './stock.ts';

export const DEFAULT_SEED = 20_261_001;

export type Plan = {
  readonly seed: number;
  readonly provinces: readonly Province[];
  readonly enterprises: readonly Enterprise[];
  /** In the order of their moments. */
  readonly sendings: readonly Sending[];
  readonly loads: readonly Load[];
  readonly smelters: readonly SmelterPlan[];
};

/** @param provinces the provinces that take part; with one, nothing crosses a border */
export function makePlan(seed = DEFAULT_SEED, provinces: readonly Province[] = ['45', '44']): Plan {
  const random = createRandom(seed);
  const enterprises = makeEnterprises().filter(({ province }) => provinces.includes(province));
  const cast = castOf(makeEnterprises());
  const takesPart = ({ province }: Enterprise) => provinces.includes(province);
  const users = loadsOfUsers(random, cast);
  const smelters = SMELTERS.map((place) => cast.of(smelterKey(place))).filter(takesPart);
  const points = cast.points.flatMap((point, at) => (takesPart(point) ? collectAt(random, point, at) : []));
  const sendings = [
    ...smelters.map((smelter) => openingStock(random, smelter)),
    ...users.sendings.filter(({ by }) => takesPart(cast.of(by))),
    ...points,
  ].toSorted((a, b) => a.at - b.at);
  const stock = createStock();
  for (const sending of sendings) stock.put(sending.by, batchesOf(sending));
  const books = smelters.map((smelter) => openBook(random, stock, smelter));
  const trips = [...pickups(cast), ...shipments(cast), ...users.trips].filter(
    ({ consignor, receiver }) => takesPart(consignor) && takesPart(receiver),
  );
  const loads: Load[] = [];
  const events = [
    ...trips.map((trip) => ({
      at: trip.at,
      run: () => {
        const load = makeLoad(random, stock, trip, `load-${String(loads.length + 1).padStart(4, '0')}`);
        if (load) loads.push(load);
      },
    })),
    ...books.flatMap((book) => book.runAt.map((at, n) => ({ at, run: () => book.run(n) }))),
  ].toSorted((a, b) => a.at - b.at);
  for (const { run } of events) run();
  return { seed, provinces, enterprises, sendings, loads, smelters: books.map((book) => book.finish()) };
}
