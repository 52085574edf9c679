/** Acts on batteries: how they come, are divided, merged, analysed and sent on. */
import { batchInput, type Enterprise } from '../../app/fixture.ts';
import type { Act } from './acts.ts';
import {
  answer,
  assay,
  at,
  findingOf,
  type Lot,
  PIECES_PER_TONNE,
  type Plant,
  registerSite,
  statedPpm,
  TONNE,
} from './enterprise.ts';

type Of<Name extends Act['act']> = Extract<Act, { readonly act: Name }>;
type Side = { readonly who: Enterprise; readonly siteId: string };
type Load = { readonly batchId: string; readonly massGrams: number; readonly pieces: number };

const part = (whole: number, thousandths: number): number => Math.round((whole * thousandths) / 1000);
const lotAt = ({ lots }: Plant, index: number): Lot | undefined => lots[index % Math.max(1, lots.length)];

/** Declares batteries on a site. */
export async function collectAt(plant: Plant, { who, siteId }: Side, massGrams: number, day: string) {
  const pieces = Math.max(1, Math.round((massGrams * PIECES_PER_TONNE) / TONNE));
  const batch = await plant.post('/batches', batchInput(siteId, { massGrams, pieces, occurredAt: at(day, 1) }), who);
  return batch && { batchId: batch.id as string, massGrams, pieces };
}

/**
 * Sends a load on a paper manifest, up to the decision. Returns the batch that was accepted.
 * @param arrives day on which the receiver dates its arrival, when it is not that of the hand-over
 */
export async function carry(
  plant: Plant,
  from: Side,
  to: Side,
  load: Load & {
    readonly day: string;
    readonly accepted: number | 'undecided';
    readonly arrives?: string;
    readonly hour?: number;
  },
) {
  const { day, accepted, arrives = day, hour = 2, ...line } = load;
  const drafted = await plant.post(
    '/manifests',
    {
      ...{
        carrierId: to.who.partyId,
        receiverId: to.who.partyId,
        consignorSiteId: from.siteId,
        receiverSiteId: to.siteId,
      },
      lines: [{ ...line, packaging: 'pallet', packages: 1 }],
    },
    from.who,
  );
  if (!drafted) return undefined;
  const step = (who: Enterprise, name: string, body: object) =>
    plant.post(`/manifests/${drafted.id}/${name}`, body, who);
  const paper = {
    at: at(day, hour),
    number: `纸-${drafted.id.slice(-8)}`,
    reason: '演示',
    transferCompletedAt: at(day, hour),
  };
  await step(from.who, 'register-paper', paper);
  await step(from.who, 'backfill', { at: at(day, hour) });
  await step(from.who, 'hand-over', { at: at(day, hour + 1) });
  await step(to.who, 'depart', { at: at(day, hour + 2), plates: ['桂A12345'], from: '演示' });
  await step(to.who, 'arrive', { at: at(arrives, hour + 3) });
  if (accepted === 'undecided') return undefined;
  const acceptedGrams = Math.max(1, part(line.massGrams, accepted));
  const decided = { line: 1, acceptedGrams, acceptedPieces: line.pieces, treatmentMethod: 'R4' };
  const more = acceptedGrams === line.massGrams ? {} : { differenceKinds: ['quantity'], remarks: '演示差异' };
  const done = await step(to.who, 'accept', { at: at(arrives, hour + 4), lines: [decided], ...more });
  return done && { batchId: done.lines[0].receivedBatchId as string, massGrams: acceptedGrams, pieces: line.pieces };
}

/** Takes received batteries into stock, and analyses them. */
export async function stock(
  plant: Plant,
  load: Load,
  of: Pick<Of<'deliver'>, 'assay' | 'ppm'> & {
    readonly siteId: string;
    readonly trueGrams: number;
    readonly day: string;
  },
): Promise<Lot> {
  const { batchId, massGrams: grams, pieces } = load;
  const { siteId, trueGrams, ppm: truePpm, day, assay: finding } = of;
  const stated = await assay(plant, batchId, { truePpm, finding, sampledAt: at(day, 7) });
  const { shownPpm, assayId } = stated ?? { shownPpm: truePpm, assayId: null };
  const lot: Lot = { batchId, siteId, grams, pieces, trueGrams, ghostGrams: 0, truePpm, shownPpm, assayId };
  plant.lots.push(lot);
  plant.received.push({ ...lot });
  return lot;
}

/** Batteries of an independent supplier. */
export async function deliver(plant: Plant, { tonnes, accepted, ...of }: Of<'deliver'>, day: string): Promise<void> {
  const { supplier } = plant.neighbours;
  const from = { who: supplier, siteId: supplier.siteId };
  const batch = await collectAt(plant, from, tonnes * TONNE, day);
  const to = { who: plant.own, siteId: plant.sites.smelter };
  const load = batch && (await carry(plant, from, to, { ...batch, day, accepted }));
  if (load) await stock(plant, load, { ...of, siteId: to.siteId, trueGrams: batch.massGrams * plant.errors.gate, day });
}

/** Batteries of an independent supplier that go from the truck into the furnace. */
export async function gate(plant: Plant, { tonnes, ppm }: Of<'gate'>, day: string): Promise<void> {
  const { supplier } = plant.neighbours;
  const from = { who: supplier, siteId: supplier.siteId };
  const batch = await collectAt(plant, from, tonnes * TONNE, day);
  if (!batch) return;
  await carry(plant, from, { who: plant.own, siteId: plant.sites.smelter }, { ...batch, day, accepted: 'undecided' });
  plant.physics.happens(day, 'fed', tonnes * ppm);
  plant.hidden.leadGrams += tonnes * ppm;
}

/** Batteries of the stock that are fed without a record: books and counts go on to list them. */
export function feedUnrecorded(plant: Plant, { lot: chosen, share }: Of<'feed-unrecorded'>, day: string): void {
  const held = plant.lots.filter(({ trueGrams }) => trueGrams > 0);
  const lot = held[chosen % Math.max(1, held.length)];
  if (!lot) return;
  const grams = part(lot.trueGrams, share);
  const leadGrams = (grams * lot.truePpm) / 1_000_000;
  plant.physics.happens(day, 'fed', leadGrams);
  plant.hidden.leadGrams += leadGrams;
  lot.trueGrams -= grams;
  lot.ghostGrams += grams;
}

/** Bought feed that goes into the furnace without a record. */
export function feedBoughtUnrecorded(plant: Plant, { share }: Of<'feed-bought-unrecorded'>, day: string): void {
  for (const bought of plant.supplies) {
    const grams = part(bought.trueGrams, share);
    const leadGrams = (grams * bought.truePpm) / 1_000_000;
    plant.physics.happens(day, bought.flow, leadGrams);
    plant.hidden.leadGrams += leadGrams;
    bought.trueGrams -= grams;
  }
}

/** Batteries that come to the smelter without a manifest. */
export async function collect(plant: Plant, { tonnes, declared, ...of }: Of<'collect'>, day: string): Promise<void> {
  const siteId = plant.sites.smelter;
  const batch = await collectAt(plant, { who: plant.own, siteId }, part(tonnes * TONNE, declared), day);
  if (batch) await stock(plant, batch, { ...of, siteId, trueGrams: tonnes * TONNE, day });
}

/** Batteries that the enterprise collects on a site of its own, and sends to itself. */
export async function gather(plant: Plant, { tonnes, declared, accepted, ...of }: Of<'gather'>, day: string) {
  const from = { who: plant.own, siteId: plant.sites.point };
  const batch = await collectAt(plant, from, part(tonnes * TONNE, declared), day);
  const to = { who: plant.own, siteId: plant.sites.smelter };
  const load = batch && (await carry(plant, from, to, { ...batch, day, accepted }));
  if (load) await stock(plant, load, { ...of, siteId: to.siteId, trueGrams: tonnes * TONNE, day });
}

/** Lead-bearing feed of a seller, who states its mass. */
export async function supply(plant: Plant, { tonnes, assay: finding }: Of<'supply'>, day: string): Promise<void> {
  const truePpm = 960_000;
  const ppm = statedPpm(plant, truePpm, finding);
  const made = await plant.post('/supplies', {
    ...{ siteId: plant.sites.smelter, sourceKind: 'crude_lead', supplierName: '演示供货方', documentNumber: '发票-1' },
    ...{ massGrams: tonnes * TONNE, receivedAt: at(day, 8) },
    assay: { ppm, ...findingOf(plant, finding, at(day, 7)) },
  });
  const of = { item: 'bought_crude_lead', flow: 'otherFed' } as const;
  if (!made) return;
  plant.supplies.push({
    ...{ ...of, id: made.id },
    batchId: made.batchId,
    grams: tonnes * TONNE,
    trueGrams: tonnes * TONNE,
    truePpm,
    shownPpm: ppm,
  });
  await answerForFeed(plant, made.batchId, { truePpm, finding });
}

/** Lets the laboratory answer for the assay that came with feed. */
async function answerForFeed(plant: Plant, batchId: string, of: Parameters<typeof answer>[2]): Promise<void> {
  const { items } = (await plant.own.get(`/v1/assays?batchId=${batchId}`)).json;
  await answer(plant, items[0], of);
}

/** Feed that is bought as a reagent, of which no law asks an analysis. */
export async function reagent(plant: Plant, { tonnes, ppm: truePpm, assay: finding }: Of<'reagent'>, day: string) {
  const shownPpm = finding === null ? 0 : statedPpm(plant, truePpm, finding);
  const made = await plant.post('/supplies', {
    ...{ siteId: plant.sites.smelter, sourceKind: 'reagent', supplierName: '演示化工厂', documentNumber: '发票-2' },
    ...{ massGrams: tonnes * TONNE, receivedAt: at(day, 8) },
    ...(finding && { assay: { ppm: shownPpm, ...findingOf(plant, finding, at(day, 9)) } }),
  });
  const of = { item: 'bought_reagents', flow: truePpm > BATTERY_PPM ? 'fed' : 'otherFed' } as const;
  if (!made) return;
  plant.supplies.push({
    ...{ ...of, id: made.id },
    batchId: made.batchId,
    grams: tonnes * TONNE,
    trueGrams: tonnes * TONNE,
    truePpm,
    shownPpm,
  });
  if (finding) await answerForFeed(plant, made.batchId, { truePpm, finding });
}

/** Content from which on feed is batteries under another name, ppm. */
const BATTERY_PPM = 400_000;

/** Divides a batch, and analyses the part. */
export async function split(
  plant: Plant,
  { lot: index, share, assay: finding }: Of<'split'>,
  day: string,
): Promise<void> {
  const lot = lotAt(plant, index);
  if (!lot) return;
  const [massGrams, pieces] = [part(lot.grams, share), part(lot.pieces, share)];
  const made = await plant.post(`/batches/${lot.batchId}/split`, { massGrams, pieces });
  if (!made) return;
  const trueGrams = part(lot.trueGrams, share);
  const stated = await assay(plant, made.id, { truePpm: lot.truePpm, finding, sampledAt: at(day, 9) });
  const { shownPpm, assayId } = stated ?? lot;
  plant.lots.push({ ...lot, batchId: made.id, grams: massGrams, pieces, trueGrams, ghostGrams: 0, shownPpm, assayId });
  lot.grams -= massGrams;
  lot.pieces -= pieces;
  lot.trueGrams -= trueGrams;
}

/** Merges the batches of the smelter, and analyses what became of them. */
export async function merge(plant: Plant, { assay: finding }: Of<'merge'>, day: string): Promise<void> {
  const lots = plant.lots.filter(({ siteId, grams }) => siteId === plant.sites.smelter && grams > 0);
  if (lots.length < 2) return;
  const made = await plant.post('/batches/merge', { batchIds: lots.map(({ batchId }) => batchId) });
  if (!made) return;
  const sum = (of: (lot: Lot) => number) => lots.reduce((total, lot) => total + of(lot), 0);
  const trueGrams = sum((lot) => lot.trueGrams);
  const truePpm = sum((lot) => lot.trueGrams * lot.truePpm) / trueGrams;
  const shown = sum((lot) => lot.grams * lot.shownPpm) / sum((lot) => lot.grams);
  const stated = await assay(plant, made.id, { truePpm, finding, sampledAt: at(day, 9) });
  const { shownPpm, assayId } = stated ?? { shownPpm: shown, assayId: null };
  plant.lots.splice(0, plant.lots.length, ...plant.lots.filter((lot) => !lots.includes(lot)));
  plant.lots.push({
    ...{
      batchId: made.id,
      siteId: plant.sites.smelter,
      grams: sum((lot) => lot.grams),
      pieces: sum((lot) => lot.pieces),
    },
    ...{ trueGrams, ghostGrams: sum((lot) => lot.ghostGrams), truePpm, shownPpm, assayId },
  });
}

/** Replaces the analysis of a batch. */
export async function reassay(plant: Plant, { lot: index, assay: finding }: Of<'reassay'>, day: string): Promise<void> {
  const lot = lotAt(plant, index);
  if (!lot?.assayId) return;
  const { batchId, truePpm, assayId: replacesId } = lot;
  const stated = await assay(plant, batchId, { truePpm, finding, sampledAt: at(day, 9), replacesId });
  if (stated) Object.assign(lot, stated);
}

/** Sends a part of a batch to the friend, who states what came; `ghost` batteries stay, and are fed without a record. */
export async function forward(plant: Plant, act: Of<'forward'>, day: string): Promise<void> {
  const lot = lotAt(plant, act.lot);
  if (!lot) return;
  const { friend } = plant.neighbours;
  const load = { batchId: lot.batchId, massGrams: part(lot.grams, act.share), pieces: part(lot.pieces, act.share) };
  const to = { who: friend, siteId: friend.siteId };
  if (!(await carry(plant, { who: plant.own, siteId: lot.siteId }, to, { ...load, day, accepted: act.accepted })))
    return;
  if (!act.ghost) lot.trueGrams -= part(lot.trueGrams, act.share);
  lot.grams -= load.massGrams;
  lot.pieces -= load.pieces;
}

/** Registers the second smelter, which had nothing in stock before. */
async function openSecond(plant: Plant): Promise<string> {
  const siteId = await registerSite(plant.app, plant.own, 'recycler');
  for (const countedOn of plant.openings) {
    await plant.post('/stock-counts', { siteId, countedOn, countedBy: '演示盘点人', lines: [] });
  }
  return siteId;
}

/** Moves a batch to a second smelter, which is registered late, or from a site to itself , without one. */
export async function move(plant: Plant, { lot: index, accepted }: Of<'move'>, day: string): Promise<void> {
  const lot = lotAt(plant, index);
  if (!lot) return;
  plant.sites.second ??= await openSecond(plant);
  const [from, to] = [lot.siteId, lot.siteId === plant.sites.second ? plant.sites.smelter : plant.sites.second];
  const load = { batchId: lot.batchId, massGrams: lot.grams, pieces: lot.pieces, day, accepted };
  const came = await carry(plant, { who: plant.own, siteId: from }, { who: plant.own, siteId: to }, load);
  if (came) Object.assign(lot, { batchId: came.batchId, siteId: to, grams: came.massGrams });
}
