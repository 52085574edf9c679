/** A smelter whose batteries have one assay, for tests of its certificate. */
import { ok, type plantOf, TONNE } from '../plant.ts';

/** Lets a smelter make lead of 100 tonnes of batteries. Returns the batch that it received, and its assay. */
export async function smelterOf(plant: ReturnType<typeof plantOf>) {
  const point = await plant.enterprise('collection_point', ['collection']);
  const who = await plant.enterprise('recycler', ['recycling', 'transport']);
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  await plant.smelt(who, { [received]: 100 }, 57);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 57 * TONNE, leadPpm: 1_000_000 }]);
  const { items } = await ok(who.get(`/v1/assays?batchId=${received}`));
  return { who, received: received as string, assay: items.at(-1) };
}
