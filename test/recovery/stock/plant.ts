/** A smelter that receives, processes and counts over the API, for tests of its recovery rates. */
import { sql } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { type Answer, batchInput, type Client, type Enterprise, useApp } from '../../app/fixture.ts';
import { confirm, type Laboratory, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { type Buyer, buyerOf, confirmSale } from '../buying.ts';
import { certificateFileOf, certificateNumber } from '../certificate.ts';
import { inBothForms } from '../forms.ts';
import { observeCount } from '../observing.ts';

export type Output = readonly [material: string, massGrams: number, ppm: number | null];
export type Line = { readonly item: string; readonly massGrams: number; readonly leadPpm: number };
// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
type Json = any;

/** Tonnes in grams. */
export const t = (tonnes: number): number => Math.round(tonnes * 1_000_000);
/** Returns the time of a day in October, or of the day that is given in full, in Beijing. */
const on = (day: number | string, time = '08:00:00'): string =>
  `${typeof day === 'string' ? day : `2026-10-${String(day).padStart(2, '0')}`}T${time}+08:00`;

async function ok(answering: Promise<Answer>): Promise<Json> {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

export const codesOf = ({ findings }: Json): string[] => findings.map(({ code }: { code: string }) => code);
export const termOf = ({ terms }: Json, term: string): Json => terms.find((one: { term: string }) => one.term === term);

/** Call it at the top of a test file. */
export function usePlant() {
  const app = useApp();
  let certificateFileId: string;
  let laboratory: Laboratory;
  let buyer: Buyer;
  const who = { serial: 0 } as { plant: Enterprise; first: Client; second: Client; point: Enterprise; serial: number };
  const post = (path: string, body: object, by: Client = who.plant): Promise<Json> =>
    ok(by.post(`/v1${path}`, { ...body }));
  const get = (path: string, by: Client = who.plant): Promise<Json> => ok(by.get(`/v1${path}`));

  const license = ({ partyId }: Enterprise, mode: string) =>
    post(
      `/parties/${partyId}/licences`,
      {
        ...{ number: `演示证-${mode}-${partyId.slice(-6)}`, mode, wasteCodes: ['900-052-31'], issuer: '演示厅' },
        ...{ validFrom: '2020-01-01', validTo: '2035-01-01' },
      },
      app.authority,
    );

  /** Registers a fresh smelter, whose site existed before the periods of the tests, and a collection point. */
  async function settle(): Promise<void> {
    who.plant = await app.enterprise({ kind: 'recycler' });
    who.point = await app.enterprise();
    certificateFileId = await certificateFileOf(who.plant);
    laboratory = await laboratoryOf(app);
    buyer = await buyerOf(app);
    await registeredAt(who.plant.siteId, '2019-01-01T00:00:00Z');
    who.serial += 1;
    const { partyId } = who.plant;
    who.first = await app.client({ subject: `first-${who.serial}`, partyId, loggedIn: true });
    who.second = await app.client({ subject: `second-${who.serial}`, partyId, loggedIn: true });
    for (const mode of ['recycling', 'transport']) await license(who.plant, mode);
    await license(who.point, 'collection');
  }

  /** Makes a site as old as that. */
  const registeredAt = (siteId: string, at: string) =>
    app.database.db.execute(sql`update sites set registered_at = ${at} where id = ${siteId}`);

  const finding = (sampledAt: string) => ({
    ...{
      method: 'XRF',
      laboratory: '演示检测中心',
      laboratoryKind: 'external',
      certificateNumber: certificateNumber(),
    },
    ...{ certificateFileId, sampledAt, laboratoryId: laboratory.partyId, sampleMark: '样-1' },
  });
  const assay = async (batchId: string, ppm: number, sampledAt: string) => {
    const made = await post('/assays', { batchId, ppm, ...finding(sampledAt) });
    await ok(confirm(laboratory, made));
    return made;
  };

  type Load = { readonly batchId: string; readonly massGrams: number; readonly pieces: number };

  /** The site to which a load goes, and the time of the decision. */
  type Arrival = { readonly to?: string; readonly time?: string };

  /** Sends batteries on a paper manifest to a site of the smelter, which accepts them. Returns the accepted batch. */
  async function send(load: Load & { readonly day: number | string; readonly from: Enterprise } & Arrival) {
    const { batchId, massGrams, pieces, day, from, to = who.plant.siteId, time = '05:00:00' } = load;
    const { plant } = who;
    const { id } = await post(
      '/manifests',
      {
        ...{ carrierId: plant.partyId, receiverId: plant.partyId, receiverSiteId: to, consignorSiteId: from.siteId },
        lines: [{ batchId, massGrams, pieces, packaging: 'pallet', packages: 1 }],
      },
      from,
    );
    const step = (by: Client, path: string, body: object) => post(`/manifests/${id}/${path}`, body, by);
    const at = on(day, '01:00:00');
    await step(from, 'register-paper', { at, number: `纸-${id.slice(-8)}`, reason: '演示', transferCompletedAt: at });
    await step(from, 'backfill', { at });
    await step(from, 'hand-over', { at: on(day, '02:00:00') });
    await step(plant, 'depart', { at: on(day, '03:00:00'), plates: ['桂A12345'], from: '演示' });
    await step(plant, 'arrive', { at: on(day, '04:00:00') });
    const lines = [{ line: 1, acceptedGrams: massGrams, acceptedPieces: pieces, treatmentMethod: 'R4' }];
    const { lines: decided } = await step(plant, 'accept', { at: on(day, time), lines });
    return { batchId: decided[0].receivedBatchId as string, massGrams, pieces };
  }

  /** Receives batteries from the collection point; without an own assay when `ppm` is null. */
  async function receive(massGrams: number, ppm: number | null, day: number | string, to?: string, time?: string) {
    const pieces = Math.max(1, Math.round(massGrams / 16_000));
    const declaration = { massGrams, pieces, occurredAt: on(day, '00:00:00') };
    const { id: batchId } = await post('/batches', batchInput(who.point.siteId, declaration), who.point);
    const received = await send({
      batchId,
      massGrams,
      pieces,
      day,
      from: who.point,
      ...(to && { to }),
      ...(time && { time }),
    });
    if (ppm !== null) await assay(received.batchId, ppm, on(day, time));
    return received;
  }

  const open = async (day: number | string, siteId = who.plant.siteId): Promise<string> =>
    (await post('/runs', { siteId, startedAt: on(day), process: 'integrated' })).id;
  const feed = (run: string, day: number | string, lines: readonly object[]) =>
    post(`/runs/${run}/feeds`, { fedAt: on(day, '09:00:00'), lines });
  /** Takes outputs from a run, with their assays. Returns the ids of their batches. */
  async function yieldFrom(run: string, day: number | string, outputs: readonly Output[]): Promise<string[]> {
    const { batches } = await post(`/runs/${run}/outputs`, {
      yieldedAt: on(day, '10:00:00'),
      outputs: outputs.map(([material, massGrams]) => ({ material, massGrams })),
    });
    const ids: string[] = batches.map(({ id }: { id: string }) => id);
    for (const [at, [, , ppm]] of outputs.entries()) {
      if (ppm !== null) await assay(ids[at] ?? '', ppm, on(day, '10:00:00'));
    }
    return ids;
  }
  const close = (run: string, day: number | string, carriedGrams = 0) =>
    post(`/runs/${run}/close`, { closedAt: on(day, '11:00:00'), carriedGrams });

  /** Sells a part of a batch; the buyer confirms what it received, unless it is said not to. */
  const sell = async (
    batchId: string,
    massGrams: number,
    day: number | string,
    { confirmed = true }: { readonly confirmed?: boolean } = {},
  ): Promise<Json> => {
    const sold = await post(`/batches/${batchId}/dispositions`, {
      ...{ kind: 'sale', massGrams, receiverName: '演示电池厂', contractNumber: '合同-3' },
      ...{ receiverId: buyer.partyId, occurredAt: on(day, '12:00:00') },
    });
    if (confirmed) await ok(confirmSale(buyer, sold));
    return sold;
  };

  /** Counts the stock; the authority is there and sees it, unless it is said not to be. */
  const count = async (
    countedOn: string,
    lines: readonly Line[] = [],
    {
      observed = true,
      ...more
    }: { readonly observed?: boolean; readonly siteId?: string; readonly replacesId?: string } = {},
  ): Promise<Json> => {
    const counting = { siteId: who.plant.siteId, countedOn, countedBy: '演示盘点人', lines, ...more };
    const counted = await post('/stock-counts', counting);
    if (observed) await observeCount(app.authority, counted);
    return counted;
  };
  /** Reads the rate; its records and their sums give the same one. */
  const rate = async (period = '2026-10', by: Client = who.plant): Promise<Json> => {
    await inBothForms(app, who.plant.partyId, period);
    return get(`/recovery?partyId=${who.plant.partyId}&period=${period}`, by);
  };

  beforeAll(() => {
    app.clock.now = new Date('2026-11-02T04:00:00.000Z');
  });
  return {
    ...{ app, who, post, get, settle, registeredAt, finding, assay, send, receive },
    ...{ open, feed, yieldFrom, close, sell, count, rate },
  };
}
