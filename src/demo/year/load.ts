/** Loads of the year: batteries that a collection enterprise sends to a recycler, or a recycler sends on, and residues. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Enterprise } from '../plan/enterprise.ts';
import { GUANGXI } from '../plan/place.ts';
import { PATIENCE_MS } from '../stage/stage.ts';
import { LABORATORY } from '../trade/laboratory.ts';
import { Made, Manifest } from '../trade/wire.ts';
import { at, type Month } from './calendar.ts';
import { CARRIER, PLATES } from './cast.ts';
import type { Desk, Request } from './desk.ts';

export const TONNE = 1_000_000;
const PIECES_PER_TONNE = 50;
const POLL_MS = 50;

/** Batteries in stock, with the content that the laboratory found. */
export type Lot = { readonly batchId: string; readonly tonnes: number; readonly leadPpm: number };

export const piecesOf = (tonnes: number): number => Math.round(tonnes * PIECES_PER_TONNE);
export const leadGramsOf = ({ tonnes, leadPpm }: Pick<Lot, 'tonnes' | 'leadPpm'>): number => tonnes * leadPpm;

type Delivery = {
  readonly key: string;
  readonly month: Month;
  readonly day: number;
  readonly from: Enterprise;
  readonly tonnes: number;
  readonly leadPpm: number;
};

/** Batteries are collected, travel on a manifest to the recycler, and are analysed there. */
export async function deliver(desk: Desk, { key, month, day, from, tonnes, leadPpm }: Delivery): Promise<Lot> {
  const collected = await collect(desk, { key, from, tonnes, at: at(month, day, 7) });
  const load = { key, month, day, from, to: desk.plant, batchId: collected, tonnes, acceptedTonnes: tonnes };
  const { batchId, manifestNumber } = await carry(desk, load);
  await analyseBatteries(desk, { key, batchId, manifestNumber, leadPpm, sampledAt: at(month, day, 18) });
  return { batchId, tonnes, leadPpm };
}

type Collected = { readonly key: string; readonly from: Enterprise; readonly tonnes: number; readonly at: string };

/** Records batteries on the site of an enterprise, without a manifest. */
export async function collect(desk: Desk, { key, from, tonnes, at: occurredAt }: Collected): Promise<string> {
  const body = {
    ...{ origin: 'collected', siteId: desk.registry.site(from.key), batteryKind: 'starter', riskClass: 'I' },
    ...{ condition: 'whole', massGrams: tonnes * TONNE, pieces: piecesOf(tonnes), occurredAt },
    ...{ sourceType: 'repair-shop', supplierName: '演示汽车维修店' },
  };
  return (await desk.post(`${key}/collected`, { path: '/v1/batches', body, as: partyOf(desk, from) }, Made)).id;
}

type Load = {
  readonly key: string;
  readonly month: Month;
  readonly day: number;
  readonly from: Enterprise;
  readonly to: Enterprise;
  readonly batchId: string;
  readonly tonnes: number;
  readonly acceptedTonnes: number;
};

/** Batch that a receiver accepted, and the number on its papers. */
type Carried = { readonly batchId: string; readonly manifestNumber: string | null };

/** Takes a load of batteries from its draft to its end. */
export function carry(desk: Desk, load: Load): Promise<Carried> {
  const { tonnes, acceptedTonnes } = load;
  const accepted = { acceptedGrams: acceptedTonnes * TONNE, acceptedPieces: piecesOf(tonnes), treatmentMethod: 'R4' };
  const differs = acceptedTonnes !== tonnes && { differenceKinds: ['quantity'], remarks: '过磅差异（演示）' };
  return travel(desk, { ...load, line: lineOf(load), accepted, ...(differs && { differs }) });
}

type Line = {
  readonly batchId: string;
  readonly massGrams: number;
  readonly pieces: number;
  readonly packaging: string;
};

/** A load of any waste, with what the receiver accepts of it. */
type Journey = Omit<Load, 'batchId' | 'tonnes' | 'acceptedTonnes'> & {
  readonly line: Line;
  readonly accepted: {
    readonly acceptedGrams: number;
    readonly acceptedPieces: number;
    readonly treatmentMethod: string;
  };
  readonly differs?: object;
};

/** Takes a load of any waste from its draft to its end. */
export async function travel(desk: Desk, journey: Journey): Promise<Carried> {
  const { key, month, day, from, to, line, accepted, differs } = journey;
  const { id } = await desk.post(`${key}/draft`, requestOf(desk, { from, to, line }), Made);
  const step = (by: Enterprise, name: string, body: object) =>
    desk.post(`${key}/${name}`, { path: `/v1/manifests/${id}/${name}`, body, as: partyOf(desk, by) }, Manifest);
  await step(from, 'submit', { at: at(month, day, 8) });
  await awaitNumber(desk, id, partyOf(desk, from));
  await step(from, 'hand-over', { at: at(month, day, 9) });
  const road = { plates: PLATES, permitNumber: CARRIER.licence?.number, driver: '陈演示', from: from.site?.name };
  await step(CARRIER, 'depart', { at: at(month, day, 10), ...road, protections: ['rain', 'leakage', 'scattering'] });
  await step(to, 'arrive', { at: at(month, day, 14) });
  const { lines, number: manifestNumber } = await step(to, 'accept', {
    ...{ at: at(month, day, 16), lines: [{ line: 1, ...accepted }], ...differs },
  });
  const [first] = lines;
  if (!first?.receivedBatchId) throw new Error(`The load ${key} was accepted without a batch`);
  return { batchId: first.receivedBatchId, manifestNumber };
}

const lineOf = ({ batchId, tonnes }: Pick<Load, 'batchId' | 'tonnes'>): Line => ({
  ...{ batchId, massGrams: tonnes * TONNE, pieces: piecesOf(tonnes), packaging: 'pallet' },
});

/** Makes the request that drafts the manifest of a load of batteries. */
export const draftOf = (desk: Desk, load: Omit<Load, 'key' | 'month' | 'day'>): Request =>
  requestOf(desk, { ...load, line: lineOf(load) });

function requestOf(desk: Desk, { from, to, line }: Pick<Journey, 'from' | 'to' | 'line'>): Request {
  return {
    path: '/v1/manifests',
    body: {
      ...{ carrierId: partyOf(desk, CARRIER), receiverId: partyOf(desk, to) },
      ...{ consignorSiteId: desk.registry.site(from.key), receiverSiteId: desk.registry.site(to.key) },
      lines: [{ ...line, packages: Math.ceil(line.massGrams / TONNE) }],
    },
    as: partyOf(desk, from),
  };
}

async function awaitNumber({ client }: Desk, id: string, as: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while ((await client.get(`/v1/manifests/${id}`, Manifest, as)).numbering !== 'issued') {
    if (performance.now() > deadline) throw new Error(`The manifest ${id} got no number in time`);
    await sleep(POLL_MS);
  }
}

const partyOf = ({ registry }: Desk, { key }: Enterprise): string => registry.party(GUANGXI, key);

type Analysed = Pick<Carried, 'batchId'> & {
  readonly key: string;
  readonly manifestNumber?: string | null;
  readonly leadPpm: number;
  readonly sampledAt: string;
};

/** Records what an independent laboratory found in batteries: lead, water and sulphur. */
export async function analyseBatteries(
  desk: Desk,
  { key, batchId, manifestNumber = null, ...of }: Analysed,
): Promise<void> {
  const { certificateId: certificateFileId } = desk;
  const { leadPpm, sampledAt } = of;
  const report = { laboratory: LABORATORY, certificateFileId, sampledAt, batchId };
  const assay = {
    ...report,
    laboratoryKind: 'external',
    ppm: leadPpm,
    method: 'GB/T 20975',
    certificateNumber: desk.numberOf(key),
  };
  const others = [
    { substance: 'water', ppm: 100_000, method: '烘干法' },
    { substance: 'sulphur', ppm: 90_000, method: '燃烧法' },
  ];
  await Promise.all([
    desk.record(`${key}/assay`, { path: '/v1/assays', body: assay, manifestNumber }),
    ...others.map(({ substance, ...found }) => {
      const body = {
        ...report,
        ...found,
        substance,
        basis: 'batch',
        certificateNumber: desk.numberOf(`${key}-${substance}`),
      };
      return desk.record(`${key}/${substance}`, { path: '/v1/analyses', body, manifestNumber });
    }),
  ]);
}
