/** Acts of the smelter: runs, what leaves it, and what is said of it later. */
import type { Act, Smelt } from './acts.ts';
import { assay, at, dayBeside, type Json, type Lot, type Plant, TONNE, TRUE_FINDING } from './enterprise.ts';
import { carry, collectAt } from './loads.ts';

type Of<Name extends Act['act']> = Extract<Act, { readonly act: Name }>;
const part = (whole: number, thousandths: number): number => Math.round((whole * thousandths) / 1000);
const PURE = 1_000_000;
/** Mass of slag, as a share of what is fed in thousandths. */
const SLAG_SHARE = 250;
/** True lead of what stays in a furnace, ppm. */
const FURNACE_PPM = 40_000;

/** A rest of less than a tonne is fed as well: its pieces would not fit its mass. */
const shareOf = ({ grams }: Lot, share: number): number => (grams - part(grams, share) < TONNE ? 1000 : share);

/** Days that are recorded of a run, and of the feed of its last batch. */
type Feeding = {
  readonly started?: string;
  readonly fedOn?: string;
  readonly later?: string | null;
  readonly bought?: boolean;
};

/** Opens a run on a site, and feeds a share of every batch there. Returns what was fed truly. */
async function feed(plant: Plant, share: number, day: string, feeding: Feeding = {}) {
  const { started = day, fedOn = day, later = null, bought } = feeding;
  const isThere = ({ from = '' }: Lot) => from <= day;
  const siteId = plant.lots.find((lot) => lot.grams > 0 && isThere(lot))?.siteId ?? plant.sites.smelter;
  const lots = plant.lots.filter((lot) => lot.siteId === siteId && part(lot.grams, share) > 0 && isThere(lot));
  const supplies = plant.supplies.filter(
    ({ grams }) => bought !== false && siteId === plant.sites.smelter && part(grams, share) > 0,
  );
  // A rest of bought feed alone is no charge: what it yields holds more lead than it can.
  if (lots.length === 0 && supplies.every(({ grams }) => part(grams, share) < TONNE)) return undefined;
  const run = await plant.post('/runs', { siteId, startedAt: at(started, 9), process: 'integrated' });
  const last = later !== null && lots.length > 1 ? lots.pop() : undefined;
  const lines = [
    ...lots.map((lot) => lineOf(lot, share)),
    ...supplies.map(({ batchId, grams }) => ({ batchId, massGrams: part(grams, share), pieces: 0 })),
  ];
  if (!run || !(await plant.post(`/runs/${run.id}/feeds`, { fedAt: at(fedOn, 10), lines }))) return undefined;
  const fed = last && later !== null ? [...lots, ...(await feedLater(plant, run.id, last, share, later))] : lots;
  const fedGrams = [...lines, ...fed.slice(lots.length).map((lot) => lineOf(lot, share))].reduce(
    (sum, { massGrams }) => sum + massGrams,
    0,
  );
  const [first] = lots;
  if (first)
    Object.assign(plant.lastFeed, { runId: run.id, lot: first, grams: part(first.grams, shareOf(first, share)) });
  let leadGrams = 0;
  for (const lot of fed) leadGrams += consume(plant, lot, shareOf(lot, share), day);
  for (const one of supplies) leadGrams += consumeBought(plant, one, share, day);
  Object.assign(plant.lastRun, { runId: run.id, siteId, leadGrams });
  return { runId: run.id as string, siteId, fedGrams, leadGrams };
}

const lineOf = (lot: Lot, share: number) => ({
  batchId: lot.batchId,
  massGrams: part(lot.grams, shareOf(lot, share)),
  pieces: part(lot.pieces, shareOf(lot, share)),
});

/** Feeds a batch, and dates its feed on a later day. Until then the books have it. Returns it when the service takes that. */
async function feedLater(plant: Plant, runId: string, lot: Lot, share: number, fed: string): Promise<Lot[]> {
  const line = lineOf(lot, share);
  if (!(await plant.post(`/runs/${runId}/feeds`, { fedAt: at(fed, 10), lines: [line] }))) return [];
  plant.awaited.push({ siteId: lot.siteId, grams: line.massGrams, shownPpm: lot.shownPpm, fed });
  return [lot];
}

function consumeBought(plant: Plant, bought: Plant['supplies'][number], share: number, day: string): number {
  const trueGrams = part(bought.trueGrams, share);
  const leadGrams = (trueGrams * bought.truePpm) / PURE;
  plant.physics.happens(day, bought.flow, leadGrams);
  bought.grams -= part(bought.grams, share);
  bought.trueGrams -= trueGrams;
  return leadGrams;
}

function consume(plant: Plant, lot: Lot, share: number, day: string): number {
  const trueGrams = part(lot.trueGrams, share);
  const leadGrams = (trueGrams * lot.truePpm) / PURE;
  plant.physics.happens(day, 'fed', leadGrams);
  lot.grams -= part(lot.grams, share);
  lot.pieces -= part(lot.pieces, share);
  lot.trueGrams -= trueGrams;
  return leadGrams;
}

/** Smelts a share of the stock: products and slag are what they are, the rest is lost. */
export async function smelt(plant: Plant, act: Smelt, day: string) {
  const { share, yielded, slag, end, carried, dated, invented = 0, bought = true, byRun = false } = act;
  const filed = dated === 'before' || dated === 'yield-before' ? dayBeside(day, 'before') : day;
  const later = dated === 'feed-next' ? dayBeside(day, 'next') : null;
  const fedOn = dated === 'before' ? filed : day;
  const fed = await feed(plant, share, day, { started: filed, fedOn, later, bought });
  if (!fed) return;
  plant.lastRun.isByRun = byRun;
  const { runId, siteId, fedGrams, leadGrams } = fed;
  const slagGrams = Math.max(1, part(fedGrams, SLAG_SHARE));
  const slagLead = part(leadGrams, slag);
  const trueProduct = part(leadGrams + plant.hidden.leadGrams, yielded);
  plant.hidden.leadGrams = 0;
  const inventedGrams = part(leadGrams, invented);
  const refined = Math.max(1, Math.round(trueProduct * plant.errors.line)) + inventedGrams;
  const made = await plant.post(`/runs/${runId}/outputs`, {
    yieldedAt: at(filed, 14),
    outputs: [
      { material: 'refined_lead', massGrams: refined },
      { material: 'slag', massGrams: slagGrams },
    ],
  });
  plant.physics.happens(day, 'product', made ? trueProduct : 0);
  plant.physics.happens(day, 'work', made ? slagLead : 0);
  if (made) {
    const [product, residue] = made.batches;
    const output = { runId, inventedGrams: 0 };
    plant.products.push({ ...output, batchId: product.id, grams: refined, outGrams: refined, inventedGrams });
    const slagOf = { ...output, batchId: residue.id, grams: slagGrams, outGrams: slagGrams, leadGrams: slagLead };
    plant.slag.push({ ...slagOf, ...(await assayOutputs(plant, act, { runId, product, residue, filed }, slagOf)) });
  }
  const heldGrams = Math.max(0, fedGrams - (made ? refined + slagGrams : 0));
  if (end === 'open') {
    plant.openGrams.set(siteId, (plant.openGrams.get(siteId) ?? 0) + heldGrams);
    return;
  }
  const carriedGrams = end === 'carried' ? part(heldGrams, carried) : 0;
  // A run is closed after its last feed.
  const closed = await plant.post(`/runs/${runId}/close`, { closedAt: at(later ?? fedOn, 16), carriedGrams });
  const [batch] = closed?.batches ?? [];
  if (!batch) return;
  const left = Math.min((carriedGrams * FURNACE_PPM) / PURE, Math.max(0, leadGrams - refined - slagLead));
  plant.furnace.push({
    batchId: batch.id,
    grams: carriedGrams,
    leadGrams: left,
    shownPpm: (left / carriedGrams) * PURE,
    assayId: null,
  });
  plant.physics.happens(day, 'work', left);
}

type Made = { readonly runId: string; readonly product: Json; readonly residue: Json; readonly filed: string };

/** Has the laboratory analyse a product and the slag. Returns what is stated of the slag. */
async function assayOutputs(
  plant: Plant,
  { byRun = false, slagAssay }: Smelt,
  { runId, product, residue, filed }: Made,
  { grams, leadGrams }: { readonly grams: number; readonly leadGrams: number },
) {
  const ofRun = (material: string) => (byRun ? { ofRun: { runId, material } } : {});
  const sampledAt = at(filed, 15);
  const pure = { truePpm: PURE, finding: TRUE_FINDING, sampledAt };
  await assay(plant, product.id, { ...pure, ...ofRun('refined_lead') });
  const of = { truePpm: (leadGrams / grams) * PURE, finding: slagAssay, sampledAt };
  return (await assay(plant, residue.id, { ...of, ...ofRun('slag') })) ?? { shownPpm: 0, assayId: null };
}

/** Feeds a part of a product again and yields it again, after an analysis of that part. */
export async function refeed(plant: Plant, { share, assay: finding }: Of<'refeed'>, day: string): Promise<void> {
  const product = plant.products.find(({ grams }) => grams > 0);
  if (!product) return;
  const massGrams = part(product.grams - (product.inventedGrams ?? 0), share);
  const made = await plant.post(`/batches/${product.batchId}/split`, { massGrams, pieces: 0 });
  if (!made) return;
  await assay(plant, made.id, { truePpm: PURE, finding, sampledAt: at(day, 9) });
  product.grams -= massGrams;
  const run = await plant.post('/runs', { siteId: plant.sites.smelter, startedAt: at(day, 9), process: 'refining' });
  const lines = [{ batchId: made.id, massGrams, pieces: 0 }];
  if (!run || !(await plant.post(`/runs/${run.id}/feeds`, { fedAt: at(day, 10), lines }))) {
    plant.products.push({ batchId: made.id, grams: massGrams });
    return;
  }
  const outputs = [{ material: 'refined_lead', massGrams: Math.max(1, part(massGrams, 995)) }];
  const again = await plant.post(`/runs/${run.id}/outputs`, { yieldedAt: at(day, 14), outputs });
  plant.physics.happens(day, 'product', (again ? part(massGrams, 995) : 0) - massGrams);
  await plant.post(`/runs/${run.id}/close`, { closedAt: at(day, 16), carriedGrams: 0 });
  const [batch] = again?.batches ?? [];
  if (!batch) return;
  plant.products.push({ batchId: batch.id, grams: part(massGrams, 995) });
  await assay(plant, batch.id, { truePpm: PURE, finding: TRUE_FINDING, sampledAt: at(day, 15) });
}

/** Slag leaves. None of it is used, whatever is said. */
export async function slagOut(plant: Plant, { way }: Of<'slag-out'>, day: string): Promise<void> {
  for (const heap of plant.slag.filter(({ grams }) => grams > 0)) {
    const evidence = way === 'disposal' ? {} : { contractNumber: '合同-1', use: 'building-material' };
    const body = {
      ...{ kind: way === 'disposal' ? 'disposal' : 'use', massGrams: heap.grams, receiverName: '演示建材厂' },
      ...{ occurredAt: at(day, 17), ...evidence, ...(way === 'confirmed' && { confirmationNumber: '确认-1' }) },
    };
    const byManifest = way === 'disposal' && day >= BY_MANIFEST;
    const left = byManifest
      ? await sendSlag(plant, heap, day)
      : await plant.post(`/batches/${heap.batchId}/dispositions`, body);
    if (!left) continue;
    if (way === 'proof') await prove(plant, left.id, heap.grams, day);
    if (!byManifest) plant.disposals.push({ id: left.id, heap, grams: heap.grams });
    plant.physics.happens(day, 'work', -heap.leadGrams);
    Object.assign(heap, { grams: 0, leadGrams: 0, inventedGrams: 0 });
  }
}

/** Day from which hazardous residues leave by manifest only. */
const BY_MANIFEST = '2027-01-01';

/** Sends slag to the friend on a manifest. */
async function sendSlag(plant: Plant, { batchId, grams }: { batchId: string; grams: number }, day: string) {
  const [own, friend] = [plant.own, plant.neighbours.friend];
  const [from, to] = [
    { who: own, siteId: plant.sites.smelter },
    { who: friend, siteId: friend.siteId },
  ];
  const sent = await carry(plant, from, to, { batchId, massGrams: grams, pieces: 0, day, accepted: 1000, hour: 17 });
  return sent && { id: sent.batchId };
}

/** The friend who took the slag confirms in writing that it was used. */
async function prove(plant: Plant, dispositionId: string, massGrams: number, confirmedOn: string): Promise<void> {
  const body = { number: `确-${dispositionId.slice(-8)}`, use: 'building-material', massGrams, confirmedOn };
  await plant.post(`/dispositions/${dispositionId}/confirmations`, { ...body, fileId: plant.certificateFileId });
}

/** Plastics of a run that is opened for them: their lead is little, whatever is said, and the receiver burns them. */
export async function plastics(
  plant: Plant,
  { share, ppm, assay: finding }: Of<'plastics'>,
  day: string,
): Promise<void> {
  const fed = await feed(plant, share, day);
  if (!fed) return;
  const massGrams = Math.max(1, part(fed.fedGrams, 60));
  const outputs = [
    { material: 'refined_lead', massGrams: Math.max(1, part(fed.leadGrams, 850)) },
    { material: 'plastics_light', massGrams },
  ];
  const made = await plant.post(`/runs/${fed.runId}/outputs`, { yieldedAt: at(day, 14), outputs });
  await plant.post(`/runs/${fed.runId}/close`, { closedAt: at(day, 16), carriedGrams: 0 });
  const [product, light] = made?.batches ?? [];
  if (!light) return;
  plant.physics.happens(day, 'product', part(fed.leadGrams, 850));
  plant.products.push({ batchId: product.id, grams: part(fed.leadGrams, 850) });
  await assay(plant, product.id, { truePpm: PURE, finding: TRUE_FINDING, sampledAt: at(day, 15) });
  const stated = await assay(plant, light.id, { truePpm: ppm, finding, sampledAt: at(day, 15) });
  const use = {
    kind: 'use',
    massGrams,
    receiverName: '演示塑料厂',
    contractNumber: '合同-2',
    confirmationNumber: '确认-2',
  };
  if (await plant.post(`/batches/${light.id}/dispositions`, { ...use, occurredAt: at(day, 17) })) return;
  plant.plastics.push({ batchId: light.id, grams: massGrams, shownPpm: stated?.shownPpm ?? 0 });
}

/** Content from which on slag is batteries in truth. */
const BATTERY_PPM = 400_000;

/** A residue of the friend's run that comes on a manifest as slag. With the lead of batteries it is paste. */
export async function receiveSlag(
  plant: Plant,
  { tonnes, ppm, assay: finding }: Of<'slag-in'>,
  day: string,
): Promise<void> {
  const { friend } = plant.neighbours;
  const from = { who: friend, siteId: friend.siteId };
  const massGrams = tonnes * TONNE;
  const batteries = await collectAt(plant, from, 2 * massGrams, day);
  const opened = { siteId: from.siteId, startedAt: at(day, 2), process: 'integrated' };
  const run = batteries && (await plant.post('/runs', opened, friend));
  if (!run) return;
  await plant.post(`/runs/${run.id}/feeds`, { fedAt: at(day, 3), lines: [batteries] }, friend);
  const outputs = [{ material: 'slag', massGrams }];
  const made = await plant.post(`/runs/${run.id}/outputs`, { yieldedAt: at(day, 4), outputs }, friend);
  await plant.post(`/runs/${run.id}/close`, { closedAt: at(day, 5), carriedGrams: 0 }, friend);
  const slag = made && { batchId: made.batches[0].id as string, massGrams, pieces: 0 };
  const to = { who: plant.own, siteId: plant.sites.smelter };
  const load = slag && (await carry(plant, from, to, { ...slag, day, accepted: 1000, hour: 6 }));
  if (!load) return;
  const stated = await assay(plant, load.batchId, { truePpm: ppm, finding, sampledAt: at(day, 12) });
  plant.supplies.push({
    ...{ id: load.batchId, batchId: load.batchId, item: 'received_waste' },
    ...{ grams: massGrams, trueGrams: massGrams, truePpm: ppm, shownPpm: stated?.shownPpm ?? 0 },
    flow: ppm > BATTERY_PPM ? 'fed' : 'otherFed',
  });
}
