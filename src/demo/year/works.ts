/** The works of a recycler: runs, what they yield, how it is analysed, and to whom it goes. */
import { LABORATORY } from '../trade/laboratory.ts';
import { Anything, Made, RunBatches } from '../trade/wire.ts';
import { at, dayOf, type Month } from './calendar.ts';
import { DISPOSER } from './cast.ts';
import type { Desk } from './desk.ts';
import { type Lot, piecesOf, TONNE, travel } from './load.ts';

type Product = { readonly name: string; readonly kind: 'sale' | 'use'; readonly use?: string };

type Recipe = {
  readonly material: string;
  readonly leadPpm: number;
  /** Its share of the lead, or its share of the mass of the batteries. */
  readonly of: { readonly lead: number } | { readonly mass: number };
  /** Null for hazardous residues, which go to the disposer by manifest. */
  readonly goesTo: Product | null;
  /** Content besides lead that comprehensive rates need. */
  readonly analysis?: { readonly substance: string; readonly ppm: number };
};

const BATTERY_MAKER: Product = { name: '演示电池制造厂', kind: 'sale' };
const CEMENT: Product = { name: '演示建材厂', kind: 'use', use: 'building-material' };
const PLASTICS: Product = { name: '演示塑料厂', kind: 'use', use: 'raw-material' };
const CHEMICALS: Product = { name: '演示化工厂', kind: 'use', use: 'raw-material' };

/** The shares of lead sum to 0.9983: no scale and no laboratory finds the rest. */
const RECIPES: readonly Recipe[] = [
  { material: 'refined_lead', leadPpm: 999_940, of: { lead: 0.69 }, goesTo: BATTERY_MAKER },
  { material: 'lead_alloy', leadPpm: 974_500, of: { lead: 0.296 }, goesTo: BATTERY_MAKER },
  {
    ...{ material: 'slag_used', leadPpm: 24_000, of: { lead: 0.002 }, goesTo: CEMENT },
    analysis: { substance: 'water', ppm: 60_000 },
  },
  { material: 'slag', leadPpm: 17_000, of: { lead: 0.006 }, goesTo: null },
  { material: 'dust', leadPpm: 455_000, of: { lead: 0.0035 }, goesTo: null },
  { material: 'separators', leadPpm: 18_000, of: { lead: 0.0008 }, goesTo: null },
  {
    ...{ material: 'plastics_light', leadPpm: 600, of: { mass: 0.058 }, goesTo: PLASTICS },
    analysis: { substance: 'water', ppm: 30_000 },
  },
  {
    ...{ material: 'plastics_heavy', leadPpm: 900, of: { mass: 0.021 }, goesTo: PLASTICS },
    analysis: { substance: 'water', ppm: 30_000 },
  },
  {
    ...{ material: 'waste_acid_recovered', leadPpm: 20, of: { mass: 0.12 }, goesTo: CHEMICALS },
    analysis: { substance: 'sulphuric_acid', ppm: 320_000 },
  },
  {
    ...{ material: 'sodium_sulphate', leadPpm: 15, of: { mass: 0.05 }, goesTo: CHEMICALS },
    analysis: { substance: 'sulphate', ppm: 990_000 },
  },
];

const PRODUCTS = ['refined_lead', 'lead_alloy'];
/** Ingots and bags are weighed to the kilogram. */
const WEIGHED_TO_GRAMS = 1_000;

export type Smelt = {
  readonly month: Month;
  readonly fed: readonly Lot[];
  /** Lead that goes into the furnace truly. */
  readonly leadGrams: number;
  /** Share of the usual yield of products; the rest is lost without a record. */
  readonly yielded: number;
};

/** One run of a month with all that follows from it. Returns the lead of its products, in grams. */
export async function smelt(desk: Desk, { month, fed, leadGrams, yielded }: Smelt): Promise<number> {
  const { id: as, siteId } = desk;
  const key = `run-${month}`;
  const opening = { path: '/v1/runs', body: { siteId, startedAt: at(month, 10, 8), process: 'integrated' }, as };
  const { id } = await desk.post(key, opening, Made);
  const lines = fed.map(({ batchId, tonnes }) => ({ batchId, massGrams: tonnes * TONNE, pieces: piecesOf(tonnes) }));
  const feeding = { path: `/v1/runs/${id}/feeds`, body: { fedAt: at(month, 10, 9), lines }, as };
  await desk.post(`${key}/feeds`, feeding, Anything);
  const batteryGrams = lines.reduce((sum, { massGrams }) => sum + massGrams, 0);
  const outputs = RECIPES.map(({ material, leadPpm, of }) => {
    const share = PRODUCTS.includes(material) ? yielded : 1;
    const grams = 'lead' in of ? (leadGrams * of.lead * share * 1e6) / leadPpm : batteryGrams * of.mass;
    return { material, massGrams: Math.round(grams / WEIGHED_TO_GRAMS) * WEIGHED_TO_GRAMS };
  });
  const yielding = { path: `/v1/runs/${id}/outputs`, body: { yieldedAt: at(month, 11, 20), outputs }, as };
  const { batches } = await desk.post(`${key}/outputs`, yielding, RunBatches);
  const closing = { path: `/v1/runs/${id}/close`, body: { closedAt: at(month, 11, 22), carriedGrams: 0 }, as };
  await desk.post(`${key}/close`, closing, Anything);
  const made = RECIPES.map((recipe, place) => ({ recipe, batchId: batches[place]?.id ?? '' }));
  await Promise.all(made.map((one) => analyse(desk, month, one)));
  await Promise.all(
    made.map((one, place) => leave(desk, month, { ...one, massGrams: outputs[place]?.massGrams ?? 0 })),
  );
  return RECIPES.reduce(
    (sum, { material, leadPpm }, place) =>
      sum + (PRODUCTS.includes(material) ? ((outputs[place]?.massGrams ?? 0) * leadPpm) / 1e6 : 0),
    0,
  );
}

type Yielded = { readonly recipe: Recipe; readonly batchId: string };

async function analyse(desk: Desk, month: Month, { recipe, batchId }: Yielded): Promise<void> {
  const { certificateId: certificateFileId } = desk;
  const { material, leadPpm: ppm, analysis } = recipe;
  const key = `${month}-${material}`;
  const report = { laboratory: LABORATORY, certificateFileId, sampledAt: at(month, 12, 9), batchId };
  const assay = {
    ...report,
    laboratoryKind: 'external',
    ppm,
    method: 'ICP-OES',
    certificateNumber: desk.numberOf(key),
  };
  await desk.record(`assay-${key}`, { path: '/v1/assays', body: assay });
  if (analysis === undefined) return;
  const found = {
    ...report,
    ...analysis,
    basis: 'batch',
    method: '化学分析法',
    certificateNumber: desk.numberOf(`${key}-2`),
  };
  await desk.record(`analysis-${key}`, { path: '/v1/analyses', body: found });
}

/** Lets an output leave: residues by manifest, all others by a disposition. Receivers confirm what they received and used before the month ends. */
async function leave(desk: Desk, month: Month, of: Yielded & { readonly massGrams: number }): Promise<void> {
  const { recipe, batchId, massGrams } = of;
  const { id: as, plant, registry } = desk;
  const key = `${month}-${recipe.material}`;
  if (recipe.goesTo === null) return sendToDisposer(desk, month, { key: `leaves-${key}`, batchId, massGrams });
  const { name: receiverName, kind, use = 'raw-material' } = recipe.goesTo;
  const receiverId = registry.receiver(plant.province, receiverName);
  const contractNumber = '演示合同-2027';
  const sent = { kind, massGrams, receiverName, receiverId, contractNumber, occurredAt: at(month, 20, 9) };
  const body = { ...sent, ...(kind === 'use' && { use }) };
  const leaving = { path: `/v1/batches/${batchId}/dispositions`, body, as };
  const { id } = await desk.post(`leaves-${key}`, leaving, Made);
  if (receiverId === null) return;
  const confirmed = { number: `演示确-${key}`, use, massGrams, confirmedOn: dayOf(month, 24) };
  const confirming = { path: `/v1/dispositions/${id}/confirmations`, body: confirmed, as: receiverId };
  await desk.post(`received-${key}`, confirming, Anything);
}

type Residue = { readonly key: string; readonly batchId: string; readonly massGrams: number };

/** Sends a residue to the disposer on a manifest. */
async function sendToDisposer(desk: Desk, month: Month, { key, batchId, massGrams }: Residue): Promise<void> {
  const line = { batchId, massGrams, pieces: 0, packaging: 'bulk-bag' };
  const accepted = { acceptedGrams: massGrams, acceptedPieces: 0, treatmentMethod: 'D1' };
  await travel(desk, { key, month, day: 20, from: desk.plant, to: DISPOSER, line, accepted });
}

/** Records the lead that left with air and water in a month. */
export async function emit(desk: Desk, month: Month): Promise<void> {
  const { id: as, siteId } = desk;
  for (const medium of ['air', 'water'] as const) {
    const measured = medium === 'air' ? ['CEMS', 'DA001', 9_000] : ['手工监测', 'DW001', 300];
    const [method, monitoringPoint, leadGrams] = measured;
    const body = { siteId, medium, leadGrams, method, monitoringPoint, occurredAt: at(month, 25, 9) };
    await desk.post(`emission-${month}-${medium}`, { path: '/v1/emissions', body, as }, Anything);
  }
}

export type CountLine = { readonly item: string; readonly massGrams: number; readonly leadPpm: number };

/** Counts the stock at the end of a day. Returns the id of the count. */
export async function count(desk: Desk, countedOn: string, lines: readonly CountLine[]): Promise<string> {
  const body = { siteId: desk.siteId, countedOn, countedBy: '演示盘点人', lines };
  const { id } = await desk.post(`count-${countedOn}`, { path: '/v1/stock-counts', body, as: desk.id }, Made);
  return id;
}

/** Lets the authority state what it saw on the site on the day of a count. */
export async function observe(
  { client, plant }: Desk,
  { countId, observedOn, seen }: { readonly countId: string; readonly observedOn: string; readonly seen: CountLine },
): Promise<void> {
  const lines = [{ item: seen.item, massGrams: seen.massGrams }];
  const body = { observedOn, observer: '演示市生态环境局', reportNumber: `演示核查-${observedOn}`, lines };
  const path = `/v1/stock-counts/${countId}/observations`;
  await client.post({ path, key: `${plant.key}/observed-${observedOn}`, body }, Anything);
}

export const countOf = ({ tonnes, leadPpm }: Lot): CountLine => ({
  item: 'batteries',
  massGrams: tonnes * TONNE,
  leadPpm,
});

const SAMPLE = {
  ...{ femtogramsPerCubicMetre: 50_000, oxygenBasisPoints: 1_450, cubicMetresPerHour: 6_000 },
  ...{ celsius: 82, moistureBasisPoints: 610, loadBasisPoints: 9_200 },
};

/** Records the dioxin measurement of the year, with its three samples. */
export async function measureDioxin(desk: Desk, productGrams: number): Promise<void> {
  const { id: as, siteId, certificateId: certificateFileId } = desk;
  const body = {
    ...{ siteId, outlet: 'DA003', furnace: '侧吹炉', pvcSeparated: true, technologyClass: '3', cmaNumber: '演示' },
    ...{ laboratory: LABORATORY, method: 'HJ 77.2-2008', nonDetectRule: 'half_limit', teqScheme: 'i_tef' },
    ...{ samples: [SAMPLE, SAMPLE, SAMPLE], operatingHours: 7_200, productGrams, certificateFileId },
    ...{ startedAt: at(12, 15, 8), sampledAt: at(12, 15, 16), certificateNumber: '演示检-二噁英-2027' },
  };
  await desk.post('dioxin', { path: '/v1/dioxin-measurements', body, as }, Anything);
}
