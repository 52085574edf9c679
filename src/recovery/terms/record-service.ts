/** Use case: reading the records of every term of the lead balance of an enterprise in a period. */
import { BATCH_KINDS, WASTE_BATTERY_CODE } from '../../batches/index.ts';
import {
  listAcceptedLines,
  listForDisposal,
  listHeldLoads,
  listLoneManifests,
  sumLoadsOnTheWay,
} from '../../manifests/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { readEach } from '../../platform/database/snapshot.ts';
import {
  assayedBatches,
  listEmissionsOf,
  listGeneralAssays,
  listLateMovements,
  listLeadMovements,
  listOwnContents,
} from '../../recycling/index.ts';
import { classesBehind, contentOf, type SampledClass } from '../assays/content.ts';
import { outputSpans, supplierSpans } from '../assays/spans.ts';
import { type LeadRecord, NO_CONTENT, recordOfEmission, recordOfMovement, type SiteMovement } from '../lead-records.ts';
import { type LateRecord, type LateRules, lateRecordOf } from '../periods/late.ts';
import type { Period } from '../periods/period.ts';
import type { Sales, SalesRules } from '../sales/sales.ts';
import { collectSales } from '../sales/service.ts';
import { openInventory } from '../stock/inventory-service.ts';
import type { ObservationRules } from '../stock/observed.ts';
import { collectStock, type Stock, type StockLaw } from '../stock/service.ts';
import {
  type Reading,
  readMadeContents,
  readOriginContents,
  readOtherContents,
  UNKNOWN_ORIGIN,
} from './content-service.ts';
import type { Circumstances } from './findings.ts';
import { dividedLoad, recordsOfLine } from './load.ts';
import { dividedRecord, isKnown, onlyContent } from './origin.ts';
import { uncountedMoves } from './place.ts';
import { collectOutside } from './stock-service.ts';

export type Collected = {
  readonly records: readonly LeadRecord[];
  readonly stock: Stock;
  readonly circumstances: Circumstances;
  readonly classes: readonly SampledClass[];
  readonly sales: Sales | undefined;
};

/**
 * Reads the records, oldest first, and the circumstances that they do not show.
 * @param sums true adds up records that count alike, so that a large period has few of them
 */
export async function collect(
  db: Reader,
  partyId: string,
  period: Period,
  rules: Reading['rules'] & {
    readonly stockLaw: StockLaw;
    readonly stockObservation: ObservationRules;
    readonly lateRecords: LateRules;
    readonly unconfirmedSales: SalesRules;
  },
  sums: boolean,
): Promise<Collected> {
  const during = duringOf(partyId, period);
  const reading = { db, partyId, period, rules, general: await listGeneralAssays(db, during), sums };
  const knowledge = {
    ...rules.stockLaw,
    observation: rules.stockObservation,
    contentsOf: (ids: readonly string[]) => readOriginContents(reading, ids),
    madeContentsOf: (ids: readonly string[]) => readMadeContents(reading, ids),
  };
  const inventory = openInventory(db, partyId, period, rules.gateReview);
  // The longest readings come first.
  const [moved, lines, stock, outside, emissions, lone, late, sales, onTheWay] = await readEach(db, [
    () => movementRecords(reading),
    () => lineRecords(reading),
    () => collectStock(db, partyId, period, knowledge, inventory),
    () => collectOutside({ ...reading, inventory }),
    () => listEmissionsOf(db, during),
    () => listLoneManifests(db, partyId),
    () => lateRecords(reading, rules.lateRecords),
    () => collectSales(db, reading, rules.unconfirmedSales),
    () => loadsOnTheWay(reading),
  ]);
  const records = [...lines, ...moved, ...emissions.map(recordOfEmission), ...stock.records, ...outside.records];
  // Sums are of many times.
  if (!sums) records.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1));
  const loneSubjects = new Set(records.flatMap(({ subject }) => (lone.has(subject) ? subject : [])));
  const { gates, withoutManifestGrams, oldGrams } = outside;
  const loneManifests = loneSubjects.size;
  const circumstances = { gates, withoutManifestGrams, oldGrams, loneManifests, late, ...onTheWay };
  return { records, stock, circumstances, classes: classesBehind(records, reading.general), sales };
}

const duringOf = (partyId: string, { from, to }: Period) => ({ partyId, from, to });

/** Reads the loads on the way at the end, where the law counts them. */
async function loadsOnTheWay({ db, partyId, period, rules }: Collecting): Promise<Pick<Circumstances, 'onTheWay'>> {
  if (rules.loadsOnTheWay.loads === 'believed') return {};
  return { onTheWay: await sumLoadsOnTheWay(db, { receiverId: partyId, at: period.to }) };
}

type Collecting = Reading & { readonly sums: boolean };

async function lineRecords(reading: Collecting): Promise<LeadRecord[]> {
  const { db, partyId, period, rules, general, sums } = reading;
  const lines = await listAcceptedLines(
    db,
    { receiverId: partyId, from: period.from, to: period.to },
    sums ? { alone: assayedBatches(partyId), ...supplierSpans(general) } : undefined,
  );
  // Between two recycling sites of the enterprise both ends of a load have one lead content: that with which it came.
  const left = (line: (typeof lines)[number]) =>
    line.consignorId === partyId && line.consignorSiteKind === 'recycler' ? line.batchId : null;
  const origins = await readOriginContents(
    reading,
    lines.flatMap((line) => left(line) ?? []),
  );
  const contents = await listOwnContents(
    db,
    lines.flatMap(({ receivedBatchId }) => receivedBatchId ?? []),
  );
  return lines.flatMap((line) => {
    const { receivedBatchId, consignorId, batteryKind, decidedAt } = line;
    const own = receivedBatchId === null ? null : contents.get(receivedBatchId);
    const origin = origins.get(left(line) ?? '');
    const parts =
      origin?.parts ??
      onlyContent(
        contentOf({ own, supplierId: consignorId, batteryKind }, general, decidedAt, rules.evidence.graceDays),
      );
    const [only] = parts;
    const isOne = parts.length === 1 && only !== undefined;
    const records = recordsOfLine(line, isOne ? only.content : NO_CONTENT, {
      batteryWasteCode: WASTE_BATTERY_CODE,
      disposalMethods: rules.disposalMethods,
      fromOwnSite: consignorId === partyId && left(line) === null,
    });
    if (isOne) return records;
    return records.flatMap((record) => (record.kind === 'refused_line' ? record : dividedRecord(record, parts)));
  });
}

async function movementRecords(reading: Collecting): Promise<LeadRecord[]> {
  const { db, partyId, period, general, sums } = reading;
  // Batteries that are fed stay inside, except those for disposal.
  const forDisposal = await listForDisposal(db, { receiverId: partyId, before: period.to });
  const movements = await listLeadMovements(
    db,
    duringOf(partyId, period),
    forDisposal,
    sums ? { uncounted: uncountedMoves(BATCH_KINDS), ...outputSpans(general) } : undefined,
  );
  return recordsOf(reading, movements);
}

/** Reads the records of the period that were made or corrected late, with the mass that this changed, oldest first. */
async function lateRecords(reading: Collecting, { graceDays }: LateRules): Promise<LateRecord[]> {
  const { db, partyId, period } = reading;
  if (graceDays === null) return [];
  const forDisposal = await listForDisposal(db, { receiverId: partyId, before: period.to });
  const movements = await listLateMovements(db, duringOf(partyId, period), graceDays, forDisposal);
  const records = (await recordsOf(reading, movements)).filter(({ term }) => term !== 'not_counted');
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(lateRecordOf);
}

/** Kinds of batches of which a load takes out of the balance what becomes of it. */
const WITH_FATE: readonly string[] = ['battery', 'other_feed'];

/** Makes the records of movements with their terms and lead contents. */
async function recordsOf(
  reading: Collecting,
  movements: Awaited<ReturnType<typeof listLeadMovements>>,
): Promise<LeadRecord[]> {
  if (movements.length === 0) return [];
  const { db } = reading;
  const batteries = movements.filter(({ batchKind }) => batchKind === 'battery');
  const origins = await readOriginContents(
    reading,
    batteries.map(({ batchId }) => batchId),
  );
  const made = await readOtherContents(
    reading,
    movements.flatMap(({ batchId, batchKind, content }) => (batchKind === 'battery' || content ? [] : batchId)),
    new Map(),
  );
  const held = await listHeldLoads(
    db,
    movements.flatMap(({ loadId, batchKind }) => (WITH_FATE.includes(batchKind) ? (loadId ?? []) : [])),
  );
  return movements.flatMap((movement) => {
    const { batchId, content, countedPpm, loadId } = movement;
    const origin = movement.batchKind === 'battery' ? (origins.get(batchId) ?? UNKNOWN_ORIGIN) : undefined;
    const site: SiteMovement = { ...movement, forDisposal: origin?.forDisposal ?? false };
    const counted = countedPpm === null ? NO_CONTENT : ({ ...NO_CONTENT, ppm: countedPpm, basis: 'count' } as const);
    const own = content ? ({ ...content, basis: 'batch' } as const) : (made.get(batchId) ?? NO_CONTENT);
    // An adjustment has the content of its batch; only when that is unknown the one that was counted.
    const measured = own.ppm === null ? counted : own;
    const record = recordOfMovement(site, measured);
    if (!record) return [];
    const heldGrams = held.get(loadId ?? '') ?? 0;
    const fate = { settledGrams: movement.settledGrams - heldGrams, openGrams: movement.openGrams + heldGrams };
    const divided = record.term === 'forwarded' && loadId !== null ? dividedLoad(record, fate) : [record];
    // Batteries whose origin has no content keep the one that was measured of them.
    if (!origin || (!isKnown(origin.parts) && measured.ppm !== null)) return divided;
    return divided.flatMap((part) => dividedRecord(part, origin.parts));
  });
}
