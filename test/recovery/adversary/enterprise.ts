/** The enterprise of a history: its accounts, its physical stock, and every request that it made. */
import { sql } from 'drizzle-orm';
import type { Client, Enterprise, TestApp } from '../../app/fixture.ts';
import { type Laboratory, openLaboratory, sampleOf } from '../../recycling/certificates/laboratory.ts';
import { type Buyer, buyerOf } from '../buying.ts';
import { certificateFileOf, certificateNumber } from '../certificate.ts';
import type { Finding } from './acts.ts';
import { type Physics, physics } from './model.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
export type Json = any;

/** Organisations that many histories share: an independent supplier, buyer and laboratory, and a friend who signs every statement. */
export type Neighbours = {
  readonly supplier: Enterprise;
  readonly friend: Enterprise;
  readonly laboratory: Laboratory;
  readonly buyer: Buyer;
};

/** Batteries: what the books have of them, and what they are. */
export type Lot = {
  batchId: string;
  siteId: string;
  grams: number;
  pieces: number;
  trueGrams: number;
  /** Mass that is in the furnace, and that books and counts list. */
  ghostGrams: number;
  readonly truePpm: number;
  shownPpm: number;
  assayId: string | null;
  /** Day from which the books have it; without one, since it came. */
  readonly from?: string;
};

/** An output of a run as it was recorded, and the mass of it that was never made. */
type Output = { readonly runId?: string; outGrams?: number; inventedGrams?: number };

/** Slag or the rest of a furnace. */
type Heap = Output & {
  readonly batchId: string;
  grams: number;
  leadGrams: number;
  shownPpm: number;
  assayId: string | null;
};

/** Bought feed: the item of a count that lists it, and whether its lead is that of batteries. */
type Bought = {
  readonly id: string;
  readonly batchId: string;
  grams: number;
  /** Mass that is there; the rest is in the furnace. */
  trueGrams: number;
  readonly truePpm: number;
  readonly shownPpm: number;
  readonly item: 'bought_crude_lead' | 'bought_reagents' | 'received_waste';
  readonly flow: 'fed' | 'otherFed';
};

/** Errors of honest measurements. An adversary has none: all that raises its rate is a lie. */
export type Errors = {
  /** Error of the content of a group, ppm. */
  readonly content: (group: 'batteries' | 'products' | 'other') => number;
  /** True mass of what the scale at the gate shows, and what the scale of the line shows of a true mass, as factors. */
  readonly gate: number;
  readonly line: number;
  /** Factor of a weighing of stock. */
  readonly count: (item: string) => number;
};
export const NO_ERRORS: Errors = { content: () => 0, gate: 1, line: 1, count: () => 1 };

export type CountLine = { readonly item: string; readonly massGrams: number; readonly leadPpm: number };

/** Batteries in the books of an own point that does not recycle. */
type Stashed = {
  readonly grams: number;
  readonly trueGrams: number;
  readonly shownPpm: number;
  readonly counted: 'no' | 'yes' | 'observed';
};

export type Plant = {
  readonly app: TestApp;
  readonly own: Enterprise;
  readonly neighbours: Neighbours;
  /** Own sites: the smelter, a collection point, a second smelter and a transfer point that are registered when they are needed. */
  readonly sites: { readonly smelter: string; readonly point: string; second: string | null; store: string | null };
  /** The file of certificates of its independent laboratory. */
  readonly certificateFileId: string;
  readonly physics: Physics;
  readonly lots: Lot[];
  /** Every batch that came, also when it is used up. */
  readonly received: Lot[];
  readonly slag: Heap[];
  readonly furnace: Heap[];
  /** Products in the books, and the part of them that was never made. */
  readonly products: (Output & { readonly batchId: string; grams: number })[];
  readonly supplies: Bought[];
  readonly plastics: { readonly batchId: string; grams: number; readonly shownPpm: number }[];
  readonly stashed: Stashed[];
  /** Batteries that are in the furnace, and whose feed is dated later. */
  readonly awaited: {
    readonly siteId: string;
    readonly grams: number;
    readonly shownPpm: number;
    readonly fed: string;
  }[];
  readonly disposals: { readonly id: string; readonly heap: Heap; grams: number }[];
  /** The run that was opened last, with its true lead. */
  readonly lastRun: { runId: string | null; siteId: string; leadGrams: number; isByRun: boolean };
  /** Mass that open runs hold in the books, by site. */
  readonly openGrams: Map<string, number>;
  /** The valid count of the smelter of each day. */
  readonly counts: Map<string, { readonly id: string; readonly lines: readonly CountLine[] }>;
  /** Lead that is in the furnace and in no record of a feed. */
  readonly hidden: { leadGrams: number };
  readonly lastFeed: { runId: string; lot: Lot; grams: number } | { runId: null };
  readonly errors: Errors;
  readonly calls: string[];
  /** Days on which a smelter must have been counted before now. */
  readonly openings: string[];
  refused: number;
  /** Posts in the name of the enterprise, or of another one. Returns undefined when the service refuses it. */
  readonly post: (path: string, body: object, by?: Client) => Promise<Json | undefined>;
};

export const TONNE = 1_000_000;
export const PIECES_PER_TONNE = 50;

async function enrol(app: TestApp, { partyId }: Enterprise, modes: readonly string[]): Promise<void> {
  for (const mode of modes) {
    const { status, text } = await app.authority.post(`/v1/parties/${partyId}/licences`, {
      ...{ number: `演示证-${mode}-${partyId.slice(-6)}`, mode, issuer: '演示厅' },
      ...{ wasteCodes: ['900-052-31', '321-016-48'] },
      ...{ validFrom: '2020-01-01', validTo: '2035-01-01' },
    });
    if (status !== 201) throw new Error(text);
  }
}

export async function neighboursOf(app: TestApp): Promise<Neighbours> {
  const supplier = await app.enterprise();
  const friend = await app.enterprise({ kind: 'recycler' });
  await enrol(app, supplier, ['collection', 'transport']);
  await enrol(app, friend, ['recycling', 'collection', 'transport']);
  return { supplier, friend, laboratory: await openLaboratory(app), buyer: await buyerOf(app) };
}

/** Asks again while the service says that it is busy: many histories share one machine. */
export async function patiently<Answer extends { readonly status: number }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let left = 60; ; left -= 1) {
    const answer = await ask();
    if (answer.status !== 503 || left === 0) return answer;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** Founds a smelter whose sites are older than every period. */
export async function found(app: TestApp, neighbours: Neighbours, errors: Errors): Promise<Plant> {
  const own = await app.enterprise({ kind: 'recycler' });
  await enrol(app, own, ['recycling', 'collection', 'transport']);
  const calls: string[] = [];
  const post: Plant['post'] = async (path, body, by = own) => {
    const { status, json, text } = await patiently(() =>
      by.post(`/v1${path}`, { ...body }, /corrections$/.test(path) ? { 'if-match': '*' } : {}),
    );
    const code = status >= 400 ? ` ${json?.code}` : '';
    calls.push(`POST /v1${path} ${JSON.stringify(body)} → ${status}${code}`);
    if (status >= 500) throw new Error(text);
    if (status < 400) return json;
    plant.refused += 1;
    return undefined;
  };
  const plant: Plant = {
    certificateFileId: await certificateFileOf(own),
    ...{ app, own, neighbours, physics: physics(), lots: [], slag: [], furnace: [], products: [], supplies: [] },
    ...{
      plastics: [],
      stashed: [],
      awaited: [],
      disposals: [],
      lastRun: { runId: null, siteId: own.siteId, leadGrams: 0, isByRun: false },
      openGrams: new Map(),
      counts: new Map(),
      received: [],
      openings: [],
      hidden: { leadGrams: 0 },
      lastFeed: { runId: null },
      errors,
      calls,
      refused: 0,
      post,
    },
    sites: { smelter: own.siteId, point: await registerSite(app, own, 'collection_point'), second: null, store: null },
  };
  return plant;
}

/** Registers a site, and makes it as old as the others. */
export async function registerSite(app: TestApp, { partyId }: Enterprise, kind: string): Promise<string> {
  const body = { kind, name: `演示场所 ${kind}`, divisionCode: '450100' };
  const { json, text } = await app.authority.post(`/v1/parties/${partyId}/sites`, body);
  if (json?.id === undefined) throw new Error(text);
  await app.database.db.execute(
    sql`update sites set registered_at = '2019-01-01T00:00:00Z' where party_id = ${partyId}`,
  );
  return json.id;
}

/** Returns the last day of the month before, or the first one of the next month. */
export function dayBeside(day: string, month: 'before' | 'next'): string {
  const [year = 0, number = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month === 'next' ? number : number - 1, month === 'next' ? 1 : 0))
    .toISOString()
    .slice(0, 10);
}

/** An instant of a day, in Beijing. */
export const at = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`;

const LABORATORY = '演示省检测中心';

/** Returns the content that is stated for a true one, within what is possible. */
export function statedPpm({ errors }: Plant, truePpm: number, { by, error }: Finding): number {
  const group = truePpm > 900_000 ? 'products' : truePpm > 200_000 ? 'batteries' : 'other';
  const deviation = by === 'laboratory' ? errors.content(group) : error;
  return Math.min(1_000_000, Math.max(1, Math.round(truePpm + deviation)));
}

/** Makes the members of an assay that say who made it. Every laboratory is said to be external. */
export function findingOf({ certificateFileId, neighbours }: Plant, { by }: Finding, sampledAt: string) {
  const named = {
    certificateNumber: certificateNumber(),
    certificateFileId,
    laboratoryId: neighbours.laboratory.partyId,
  };
  const certified = ['laboratory', 'best', 'forged', 'borrowed'].includes(by) ? named : {};
  const laboratory = by === 'own' ? '本厂化验室' : LABORATORY;
  return { method: 'GB/T 20975', laboratory, laboratoryKind: 'external', sampledAt, ...certified };
}

type Sampling = {
  readonly truePpm: number;
  readonly finding: Finding;
  readonly sampledAt: string;
  readonly replacesId?: string;
  /** The run and the material that were sampled instead of the batch. */
  readonly ofRun?: { readonly runId: string; readonly material: string };
};

/** Records the content of a batch. Returns what was stated, and the id of the assay. */
export async function assay(
  plant: Plant,
  batchId: string,
  of: Sampling,
): Promise<{ readonly shownPpm: number; readonly assayId: string } | undefined> {
  const { truePpm, finding, sampledAt, replacesId, ofRun } = of;
  const ppm = statedPpm(plant, truePpm, finding);
  const body = {
    ...(ofRun ? { basis: 'run', sampleMark: '样-炉', ...ofRun } : { batchId }),
    ppm,
    ...findingOf(plant, finding, sampledAt),
    ...(replacesId && { replacesId }),
  };
  const made = await plant.post('/assays', body);
  if (made) await answer(plant, made, { truePpm, finding });
  return made && { shownPpm: ppm, assayId: made.id };
}

/** The load from which a laboratory took a sample that an enterprise uses for another one. */
const OTHER_LOAD = { seenMassGrams: 1_000_000, seenManifestNumber: '纸-另一车' };
const DELIVERED = { sampling: 'delivered', seenMassGrams: null, seenManifestNumber: null };

/** The true content, what the enterprise made of it, and what the laboratory saw of a class. */
type Answered = { readonly truePpm: number; readonly finding: Finding; readonly seen?: object };

/** Lets the independent laboratory answer for a certificate: it confirms what it found, and never a forged content. */
export async function answer(
  { post, neighbours: { laboratory } }: Plant,
  { id, ppm, certificateNumber: number, certificateSha256 }: Json,
  { truePpm, finding: { by, error }, seen: stated = {} }: Answered,
): Promise<void> {
  const issued = { answer: 'issued', certificateNumber: number, certificateSha256 };
  const isFound = by === 'laboratory' || by === 'best' || by === 'borrowed';
  const found = isFound ? ppm : by === 'forged' && error % 2 === 0 ? truePpm : null;
  if (found === null) return;
  const sample = await sampleOf(laboratory, `/v1/assays/${id}`);
  const seen = by !== 'borrowed' ? stated : error % 2 === 0 ? DELIVERED : OTHER_LOAD;
  await post(`/assays/${id}/confirmations`, { ...issued, ...sample, ...seen, ppm: Math.round(found) }, laboratory);
}

/** An analysis by an independent laboratory. */
export const TRUE_FINDING: Finding = { by: 'laboratory', error: 0 };
