/** Lies that are made to measure: the owner reads the rate, and hides the lead that no record explains. */
import type { Fit } from './acts.ts';
import { at, findingOf, type Json, type Plant } from './enterprise.ts';

const PURE = 1_000_000;
const REASON = { reason: '过磅单重量抄录有误' };

type Month = { readonly period: string; readonly lastDay: string };

/** Hides a part of the lead that nothing explains. */
export async function hide(plant: Plant, { how, part }: Fit, month: Month): Promise<void> {
  if (how === 'none') return;
  const { json } = await plant.own.get(`/v1/recovery?partyId=${plant.own.partyId}&period=${month.period}`);
  const hidden = Math.round((json.balance.unaccounted.leadGrams * part) / 1000);
  if (hidden <= 0) return;
  if (how === 'batteries' || how === 'slag' || how === 'furnace') return raiseCount(plant, how, hidden, month);
  if (how === 'assay') return lowerLoad(plant, hidden, month);
  if (how === 'slag-assay') return raiseSlag(plant, hidden, month);
  if (how === 'feed') return withdrawFeed(plant, hidden);
  if (how === 'batch') return lessenBatch(plant, hidden);
  const emission = {
    siteId: plant.sites.smelter,
    medium: 'air',
    leadGrams: hidden,
    method: '估算',
    monitoringPoint: 'DA001',
  };
  await plant.post('/emissions', { ...emission, occurredAt: at(month.lastDay, 20) });
}

/** States more lead in stock that is there. */
async function raiseCount(plant: Plant, item: string, hidden: number, { lastDay }: Month): Promise<void> {
  const before = plant.counts.get(lastDay);
  const line = before?.lines.find((one) => one.item === item && one.massGrams > 0);
  if (!before || !line) return;
  const leadPpm = Math.min(PURE, Math.round(line.leadPpm + (hidden / line.massGrams) * PURE));
  const lines = [...before.lines.filter((one) => one !== line), { ...line, leadPpm }];
  const body = {
    siteId: plant.sites.smelter,
    countedOn: lastDay,
    countedBy: '演示盘点人',
    lines,
    replacesId: before.id,
  };
  const made = await plant.post('/stock-counts', body);
  if (made) plant.counts.set(lastDay, { id: made.id, lines });
}

/** States less lead in the load that came last. */
async function lowerLoad(plant: Plant, hidden: number, { lastDay }: Month): Promise<void> {
  const lot = plant.received.findLast(({ assayId }) => assayId !== null);
  if (!lot) return;
  const ppm = Math.max(1, Math.round(lot.shownPpm - (hidden / lot.grams) * PURE));
  const body = {
    batchId: lot.batchId,
    ppm,
    replacesId: lot.assayId,
    ...findingOf(plant, { by: 'own', error: 0 }, at(lastDay, 8)),
  };
  const made = await plant.post('/assays', body);
  if (made) Object.assign(lot, { shownPpm: ppm, assayId: made.id });
}

/** States more lead in the slag of the last run. */
async function raiseSlag(plant: Plant, hidden: number, { lastDay }: Month): Promise<void> {
  const heap = plant.slag.findLast(({ assayId }) => assayId !== null);
  if (!heap) return;
  const { massGrams } = (await plant.own.get(`/v1/batches/${heap.batchId}`)).json;
  const ppm = Math.min(PURE, Math.round(heap.shownPpm + (hidden / Math.max(1, massGrams)) * PURE));
  const body = {
    batchId: heap.batchId,
    ppm,
    replacesId: heap.assayId,
    ...findingOf(plant, { by: 'own', error: 0 }, at(lastDay, 8)),
  };
  const made = await plant.post('/assays', body);
  if (made) Object.assign(heap, { shownPpm: ppm, assayId: made.id });
  await raiseCount(plant, 'slag', hidden, { period: '', lastDay });
}

/** Says that less was fed. The batteries that the books then have are not there, and the count stays as it is. */
async function withdrawFeed(plant: Plant, hidden: number): Promise<void> {
  const { lastFeed } = plant;
  if (lastFeed.runId === null) return;
  const { items } = (await plant.own.get(`/v1/runs/${lastFeed.runId}/movements?limit=50`)).json;
  const feed = items.find((one: Json) => one.kind === 'feed' && one.batchId === lastFeed.lot.batchId);
  if (!feed) return;
  const kept = Math.max(0, 1 - (hidden / feed.massGrams) * (PURE / lastFeed.lot.shownPpm));
  const body = { ...REASON, massGrams: Math.round(feed.massGrams * kept), pieces: Math.round(feed.pieces * kept) };
  await plant.post(`/runs/${lastFeed.runId}/feeds/${feed.id}/corrections`, body);
}

/** Says that less came. */
async function lessenBatch(plant: Plant, hidden: number): Promise<void> {
  const lot = plant.received.at(-1);
  if (!lot) return;
  const massGrams = Math.max(0, Math.round(lot.grams - (hidden / lot.shownPpm) * PURE));
  if (await plant.post(`/batches/${lot.batchId}/corrections`, { ...REASON, massGrams })) lot.grams = massGrams;
}
