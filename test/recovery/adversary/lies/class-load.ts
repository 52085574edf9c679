/** Loads of which a small one gives the content of a large one. */
import type { Act } from '../acts.ts';
import { answer, at, findingOf, type Plant, TONNE, TRUE_FINDING } from '../enterprise.ts';
import { carry, collectAt } from '../loads.ts';

type Of<Name extends Act['act']> = Extract<Act, { readonly act: Name }>;
type Load = { readonly batchId: string; readonly massGrams: number; readonly pieces: number };

/** Two loads of an independent supplier, of which the small one gives the content of both. */
export async function deliverClass(plant: Plant, act: Of<'deliver-class'>, day: string): Promise<void> {
  const { small, smallPpm, tonnes, ppm } = act;
  const { supplier, laboratory } = plant.neighbours;
  const from = { who: supplier, siteId: supplier.siteId };
  const siteId = plant.sites.smelter;
  const loads: Load[] = [];
  for (const [mass, truePpm] of [
    [small, smallPpm],
    [tonnes, ppm],
  ] as const) {
    const batch = await collectAt(plant, from, mass * TONNE, day);
    const load = batch && (await carry(plant, from, { who: plant.own, siteId }, { ...batch, day, accepted: 1000 }));
    if (!load) return;
    const { batchId, massGrams: grams, pieces } = load;
    const lot = { batchId, siteId, grams, pieces, trueGrams: grams, ghostGrams: 0, truePpm, shownPpm: smallPpm };
    plant.lots.push({ ...lot, assayId: null });
    plant.received.push({ ...lot, assayId: null });
    loads.push(load);
  }
  const [sampled] = loads;
  if (!sampled) return;
  const of = { basis: 'supplier_class', supplierId: supplier.partyId, sampleMark: '样-类' };
  const made = await plant.post('/assays', { ...of, ppm: smallPpm, ...findingOf(plant, TRUE_FINDING, at(day, 7)) });
  const seenManifestNumber = await laboratory.papersOf(sampled.batchId);
  const seen = { seenMassGrams: sampled.massGrams, seenManifestNumber };
  if (made) await answer(plant, made, { truePpm: smallPpm, finding: TRUE_FINDING, seen });
}
