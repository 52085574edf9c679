/** Records that count alike are added up before they are read, and give the figures that the records give. */
import { beforeAll, expect, it } from 'vitest';
import { countOf, type LeadRecord } from '../../src/recovery/lead-records.ts';
import { inBothForms } from './forms.ts';
import { t, usePlant } from './stock/plant.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, count, post, finding } = usePlant();
const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}T08:00:00+08:00`;
const ofTerm = (records: readonly LeadRecord[], term: string) => records.filter((one) => one.term === term);
let each: readonly LeadRecord[];
let sums: readonly LeadRecord[];

/** Feeds a load; yields lead, slag and plastics without assays of their own. Slag is discarded, and plastics are used. */
async function smelt(day: number, load: { readonly batchId: string; readonly massGrams: number }): Promise<string> {
  const run = await open(day);
  await feed(run, day, [load]);
  const outputs = ['refined_lead', 'slag', 'plastics_light'].map((material, place) => {
    const share = [0.56, 0.2, 0.05][place] ?? 0;
    return [material, Math.round(load.massGrams * share), null] as const;
  });
  const [, slag, plastics] = await yieldFrom(run, day, outputs);
  await close(run, day);
  for (const [batch, kind, share] of [
    [slag, 'disposal', 0.2],
    [plastics, 'use', 0.05],
  ] as const) {
    const massGrams = Math.round(load.massGrams * share);
    const left = { kind, massGrams, receiverName: '演示接收单位', occurredAt: `2026-10-${day}T20:00:00+08:00` };
    await post(`/batches/${batch}/dispositions`, { ...left, ...(kind === 'use' && { contractNumber: 'C1' }) });
  }
  return run;
}

beforeAll(async () => {
  await settle();
  const sample = (body: object, day: number) => post('/assays', { ...finding(at(day)), ...body });
  const supplier = { basis: 'supplier_class', supplierId: who.point.partyId };
  await sample({ ...supplier, ppm: 580_000 }, 4);
  await sample({ ...supplier, ppm: 590_000 }, 8);
  const loads = [];
  for (const [day, ppm] of [
    [3, null],
    [5, null],
    [6, 585_000],
    [9, null],
    [9, null],
  ] as const) {
    loads.push(await receive(t(10), ppm, day));
  }
  const lead = { basis: 'product', material: 'refined_lead' };
  const slag = { basis: 'product', material: 'slag' };
  await sample({ ...lead, ppm: 999_000 }, 10);
  await sample({ ...slag, ppm: 20_000 }, 10);
  await sample({ ...slag, ppm: 30_000 }, 16);
  const runs: string[] = [];
  for (const [place, load] of loads.entries()) runs.push(await smelt(12 + 2 * place, load));
  await sample({ basis: 'run', runId: runs[0], material: 'slag', ppm: 25_000 }, 20);
  await count('2026-09-30');
  await count('2026-10-31');
  ({ each, sums } = await inBothForms(app, who.plant.partyId, '2026-10'));
}, 60_000);

it('a month has fewer sums than records, which stand for all of them', () => {
  expect([each.length, countOf(sums)]).toEqual([countOf(each), each.length]);
  expect(sums.length).toBeLessThan(each.length);
});

it('loads of a span have one sum, and one with an assay of its own counts alone', () => {
  const received = ofTerm(sums, 'received').map(({ summed = 1, ppm, basis }) => `${summed} ${basis} ${ppm}`);
  expect(received.toSorted()).toEqual([
    '1 batch 585000',
    '1 supplier_class 580000',
    '1 supplier_class 580000',
    '2 supplier_class 590000',
  ]);
});

it('outputs of a span of their material have one sum, and those of a run with an assay count alone', () => {
  const products = ofTerm(sums, 'products').map(({ summed = 1, ppm }) => `${summed} ${ppm}`);
  expect(products.toSorted()).toEqual(['1 999000', '4 999000']);
  const slag = ofTerm(sums, 'loss_slag').map(({ summed = 1, ppm, basis }) => `${summed} ${basis} ${ppm}`);
  expect(slag.toSorted()).toEqual(['1 product 20000', '1 run 25000', '3 product 30000']);
});
