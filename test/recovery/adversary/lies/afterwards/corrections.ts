/** Corrections of what others saw before: a laboratory its sample, an authority the stock, a receiver the load. */
import type { Afterwards, Correction } from '../../acts.ts';
import { trueLines } from '../../counting.ts';
import { assay, at, type Json, type Plant } from '../../enterprise.ts';

type Of<Name extends Correction['act']> = Extract<Correction, { readonly act: Name }>;

const part = (whole: number, thousandths: number): number => Math.round((whole * thousandths) / 1000);
const PURE = 1_000_000;
const REASON = '过磅单重量抄录有误';

/** Makes a correction. @param day day of what is corrected, as the books shall have it */
export function correct(plant: Plant, act: Correction, day: string): Promise<void> {
  switch (act.act) {
    case 'correct-feed':
      return correctFeed(plant, act);
    case 'correct-batch':
      return correctBatch(plant, act);
    case 'correct-output':
      return correctOutput(plant, act);
    case 'add-output':
      return addOutput(plant, act, day);
    case 'correct-supply':
      return correctSupply(plant, act);
    case 'correct-disposal':
      return correctDisposal(plant, act);
  }
}

/** Makes the corrections after all periods. The last count lists the corrected books when it is replaced. */
export async function correctAfterwards(plant: Plant, { acts, recount }: Afterwards, lastDay: string): Promise<void> {
  for (const act of acts) await correct(plant, act, lastDay);
  const before = plant.counts.get(lastDay);
  if (!recount || !before) return;
  const lines = trueLines(plant, plant.sites.smelter, lastDay);
  const body = { siteId: plant.sites.smelter, countedOn: lastDay, countedBy: '演示盘点人', lines };
  const made = await plant.post('/stock-counts', { ...body, replacesId: before.id });
  if (made) plant.counts.set(lastDay, { id: made.id, lines });
}

/** Says that less was fed than was. What the books then have too much is not there. */
async function correctFeed(plant: Plant, { kept, listed = false }: Of<'correct-feed'>): Promise<void> {
  const { lastFeed } = plant;
  if (lastFeed.runId === null) return;
  const { items } = (await plant.own.get(`/v1/runs/${lastFeed.runId}/movements?limit=50`)).json;
  const feedOf = items.find((one: Json) => one.kind === 'feed' && one.batchId === lastFeed.lot.batchId);
  if (!feedOf) return;
  const massGrams = part(feedOf.massGrams, kept);
  const body = { reason: REASON, massGrams, pieces: part(feedOf.pieces, kept) };
  if (!(await plant.post(`/runs/${lastFeed.runId}/feeds/${feedOf.id}/corrections`, body))) return;
  lastFeed.lot.grams += feedOf.massGrams - massGrams;
  lastFeed.lot.pieces += feedOf.pieces - body.pieces;
  if (listed) lastFeed.lot.ghostGrams += feedOf.massGrams - massGrams;
}

/** Corrects the mass with which a batch was recorded, by a share of what is left of it, or of what came. */
async function correctBatch(plant: Plant, { lot: index, kept }: Of<'correct-batch'>): Promise<void> {
  const lot = plant.lots[index % Math.max(1, plant.lots.length)];
  if (!lot) return;
  const came = plant.received.find(({ batchId }) => batchId === lot.batchId) ?? lot;
  const of = kept > 1000 ? came : lot;
  const [grams, pieces] = [part(of.grams, kept) - of.grams, kept > 1000 ? part(of.pieces, kept) - of.pieces : 0];
  const body = { reason: REASON, massGrams: came.grams + grams, ...(pieces > 0 && { pieces: came.pieces + pieces }) };
  if (!(await plant.post(`/batches/${lot.batchId}/corrections`, body))) return;
  if (came !== lot) Object.assign(came, { grams: came.grams + grams, pieces: came.pieces + pieces });
  lot.grams += grams;
  lot.pieces += pieces;
  lot.ghostGrams += Math.max(0, grams);
}

/** Says that more came out of a run. */
async function correctOutput(plant: Plant, { of, factor }: Of<'correct-output'>): Promise<void> {
  const output = (of === 'product' ? plant.products : plant.slag).findLast(({ runId }) => runId !== undefined);
  if (!output) return;
  const { runId, batchId, outGrams = 0, inventedGrams = 0 } = output;
  const massGrams = part(outGrams, factor);
  const body = { reason: REASON, massGrams };
  if (!(await plant.post(`/runs/${runId}/outputs/${batchId}/corrections`, body))) return;
  const more = massGrams - outGrams;
  Object.assign(output, { grams: output.grams + more, outGrams: massGrams, inventedGrams: inventedGrams + more });
}

/** Records one more product of the last run. A run of which the laboratory sampled the outputs needs no analysis of it. */
async function addOutput(plant: Plant, { share }: Of<'add-output'>, day: string): Promise<void> {
  const { runId, siteId, leadGrams, isByRun } = plant.lastRun;
  const massGrams = part(leadGrams, share);
  if (runId === null || massGrams === 0) return;
  const outputs = [{ material: 'refined_lead', massGrams }];
  const made = await plant.post(`/runs/${runId}/outputs`, { yieldedAt: at(day, 15), outputs });
  const [batch] = made?.batches ?? [];
  if (!batch) return;
  const output = { runId, batchId: batch.id, outGrams: massGrams, inventedGrams: massGrams };
  plant.products.push({ ...output, grams: massGrams });
  plant.openGrams.set(siteId, Math.max(0, (plant.openGrams.get(siteId) ?? 0) - massGrams));
  const finding = { by: 'own', error: 0 } as const;
  if (!isByRun) await assay(plant, batch.id, { truePpm: PURE, finding, sampledAt: at(day, 16) });
}

/** Says that less feed was bought. */
async function correctSupply(plant: Plant, { kept }: Of<'correct-supply'>): Promise<void> {
  const bought = plant.supplies.at(-1);
  if (!bought) return;
  const massGrams = part(bought.grams, kept);
  const body = { reason: REASON, massGrams };
  if (await plant.post(`/supplies/${bought.id}/corrections`, body)) bought.grams = massGrams;
}

/** Says that less slag left. What the books then have is not there. */
async function correctDisposal(plant: Plant, { kept }: Of<'correct-disposal'>): Promise<void> {
  const left = plant.disposals.at(-1);
  if (!left) return;
  const massGrams = part(left.grams, kept);
  if (!(await plant.post(`/dispositions/${left.id}/corrections`, { reason: REASON, massGrams }))) return;
  const { heap, grams } = left;
  heap.grams += grams - massGrams;
  heap.inventedGrams = (heap.inventedGrams ?? 0) + grams - massGrams;
  left.grams = massGrams;
}
