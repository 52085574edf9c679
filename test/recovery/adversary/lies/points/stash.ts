/** Lies about places and days: batteries at own points, papers of the next month, and sites of another kind. */
import type { Act } from '../../acts.ts';
import { assay, at, dayBeside, type Plant, patiently, registerSite, TONNE } from '../../enterprise.ts';
import { carry, collectAt, stock } from '../../loads.ts';

type Of<Name extends Act['act']> = Extract<Act, { readonly act: Name }>;

const part = (whole: number, thousandths: number): number => Math.round((whole * thousandths) / 1000);

/** Batteries that come to an own point which does not recycle, and of which a share goes into the furnace without a record. */
export async function stash(plant: Plant, act: Of<'stash'>, day: string): Promise<void> {
  const { tonnes, ppm: truePpm, assay: finding, share, way, counted } = act;
  const { supplier, friend } = plant.neighbours;
  plant.sites.store ??= await registerSite(plant.app, plant.own, 'transfer_point');
  const [from, store] = [
    { who: supplier, siteId: supplier.siteId },
    { who: plant.own, siteId: plant.sites.store },
  ];
  const batch = await collectAt(plant, from, tonnes * TONNE, day);
  if (!batch) return;
  const accepted = way === 'wait' ? 'undecided' : 1000;
  const load = await carry(plant, from, store, { ...batch, day, accepted });
  if (!load && way !== 'wait') return;
  const fedGrams = part(batch.massGrams, share);
  const trueGrams = batch.massGrams - fedGrams;
  plant.physics.happens(day, 'fed', (fedGrams * truePpm) / 1_000_000);
  plant.hidden.leadGrams += (fedGrams * truePpm) / 1_000_000;
  if (!load) return;
  const sentOn = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  if (way === 'short') {
    const works = { who: plant.own, siteId: plant.sites.smelter };
    const came = await carry(plant, store, works, { ...load, day: sentOn, accepted: 1000 - share });
    if (came) await stock(plant, came, { siteId: works.siteId, trueGrams, ppm: truePpm, day: sentOn, assay: finding });
    return;
  }
  const stated = await assay(plant, load.batchId, { truePpm, finding, sampledAt: at(day, 7) });
  if (way === 'stay') {
    plant.stashed.push({ grams: load.massGrams, trueGrams, shownPpm: stated?.shownPpm ?? truePpm, counted });
    return;
  }
  const to = { who: friend, siteId: friend.siteId };
  await carry(plant, store, to, { ...load, day: sentOn, accepted: way === 'friend' ? 1000 : 'undecided' });
}

/** A load that is fed on the day of its hand-over, and arrives in the next month by what the enterprise records. */
export async function postdate(plant: Plant, act: Of<'postdate'>, day: string): Promise<void> {
  const { tonnes, ppm, assay: finding } = act;
  const { supplier } = plant.neighbours;
  const from = { who: supplier, siteId: supplier.siteId };
  const arrives = dayBeside(day, 'next');
  const batch = await collectAt(plant, from, tonnes * TONNE, day);
  const to = { who: plant.own, siteId: plant.sites.smelter };
  const load = batch && (await carry(plant, from, to, { ...batch, day, arrives, accepted: 1000 }));
  if (!load) return;
  const lot = await stock(plant, load, { siteId: to.siteId, trueGrams: 0, ppm, day: arrives, assay: finding });
  Object.assign(lot, { ghostGrams: load.massGrams, from: arrives });
  plant.physics.happens(day, 'fed', tonnes * ppm);
  plant.hidden.leadGrams += tonnes * ppm;
}

/** Registers a site as one of another kind, in the name of the owner. */
export async function rekind(plant: Plant, { site, kind }: Of<'rekind'>): Promise<void> {
  const id = plant.sites[site];
  if (id === null) return;
  const { status, json, text } = await patiently(() =>
    plant.own.patch(`/v1/sites/${id}`, { kind, reason: '用途变更' }),
  );
  plant.calls.push(
    `PATCH /v1/sites/${id} ${JSON.stringify({ kind })} → ${status}${status < 400 ? '' : ` ${json?.code}`}`,
  );
  if (status >= 500) throw new Error(text);
  if (status >= 400) plant.refused += 1;
}
