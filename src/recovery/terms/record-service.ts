/** Use case: reading the records of every term of the lead balance of an enterprise in a period. */
import { WASTE_BATTERY_CODE } from '../../batches/index.ts';
import { countLoneManifests, listAcceptedLines, listOriginsOf, listSuppliersOf } from '../../manifests/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import {
  type Assay,
  listContents,
  listEmissionsOf,
  listGeneralAssays,
  listLeadMovements,
} from '../../recycling/index.ts';
import {
  contentOf,
  type LeadRecord,
  NO_CONTENT,
  recordOfEmission,
  recordOfMovement,
  type SiteMovement,
} from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import type { Period } from '../periods/period.ts';
import { collectStock, type StockLaw } from '../stock/service.ts';
import type { Circumstances, TermRules } from './findings.ts';
import { dividedLoad, recordsOfLine } from './load.ts';
import { collectOutside } from './stock-service.ts';

type Reading = {
  readonly db: Reader;
  readonly partyId: string;
  readonly period: Period;
  readonly rules: TermRules;
  readonly general: readonly Assay[];
};

export type Collected = {
  readonly records: readonly LeadRecord[];
  /** Ends of the period without a stock count, such as `2026-10-31 <site id>`. */
  readonly missingCounts: readonly string[];
  /** Differences between counts and books. */
  readonly stockFindings: readonly Finding[];
  readonly circumstances: Circumstances;
};

/** Reads the records, oldest first, and the circumstances that they do not show. */
export async function collect(
  db: Reader,
  partyId: string,
  period: Period,
  rules: TermRules & { readonly stockLaw: StockLaw },
): Promise<Collected> {
  const during = duringOf(partyId, period);
  const reading = { db, partyId, period, rules, general: await listGeneralAssays(db, during) };
  const stock = await collectStock(db, partyId, period, rules.stockLaw);
  const outside = await collectOutside(reading);
  const records = [
    ...(await lineRecords(reading)),
    ...(await movementRecords(reading)),
    ...(await listEmissionsOf(db, during)).map(recordOfEmission),
    ...stock.records,
    ...outside.records,
  ];
  records.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1));
  const manifests = new Set(records.flatMap(({ subject }) => subject.match(/^manifest:(.+)$/)?.[1] ?? []));
  const { gates, withoutManifestGrams } = outside;
  const circumstances = { gates, withoutManifestGrams, loneManifests: await countLoneManifests(db, [...manifests]) };
  return { records, missingCounts: stock.missingCounts, stockFindings: stock.findings, circumstances };
}

const duringOf = (partyId: string, { from, to }: Period) => ({ partyId, from, to });

async function lineRecords({ db, partyId, period, rules, general }: Reading): Promise<LeadRecord[]> {
  const lines = await listAcceptedLines(db, { receiverId: partyId, from: period.from, to: period.to });
  // Between two recycling sites of the enterprise both ends of a load have one lead content: that with which it left.
  const left = (line: (typeof lines)[number]) =>
    line.consignorId === partyId && line.consignorSiteKind === 'recycler' ? line.batchId : null;
  const batchOf = (line: (typeof lines)[number]) => left(line) ?? line.receivedBatchId;
  const contents = await listContents(
    db,
    lines.flatMap((line) => batchOf(line) ?? []),
  );
  const suppliers = await listSuppliersOf(
    db,
    lines.flatMap((line) => left(line) ?? []),
  );
  return lines.flatMap((line) => {
    const batchId = batchOf(line);
    const query = {
      own: batchId === null ? null : contents.get(batchId),
      supplierId: left(line) === null ? line.consignorId : (suppliers.get(batchId ?? '') ?? null),
      batteryKind: line.batteryKind,
    };
    const at = left(line) === null ? line.decidedAt : (line.handedOverAt ?? line.decidedAt);
    return recordsOfLine(line, contentOf(query, general, at), {
      batteryWasteCode: WASTE_BATTERY_CODE,
      disposalMethods: rules.disposalMethods,
      fromOwnSite: line.consignorId === partyId && left(line) === null,
    });
  });
}

/** Movements of batteries whose term depends on the decision under which they came. */
const BY_ORIGIN = ['feed', 'dispatch', 'return'];

async function movementRecords({ db, partyId, period, rules, general }: Reading): Promise<LeadRecord[]> {
  const movements = await listLeadMovements(db, duringOf(partyId, period));
  const batteries = movements.filter(({ batchKind }) => batchKind === 'battery');
  const moved = batteries.filter(({ kind }) => BY_ORIGIN.includes(kind)).map(({ batchId }) => batchId);
  const origins = await listOriginsOf(db, moved, rules.disposalMethods);
  const suppliers = await listSuppliersOf(db, moved);
  return movements.flatMap((movement) => {
    const { batchId, batchKind, batteryKind, content, countedPpm } = movement;
    const site: SiteMovement = { ...movement, forDisposal: origins.get(batchId)?.forDisposal ?? false };
    if (countedPpm !== null) {
      return recordOfMovement(site, { ppm: countedPpm, moisturePpm: 0, basis: 'count', assayId: null }) ?? [];
    }
    const query = { own: content, supplierId: suppliers.get(batchId) ?? null, batteryKind };
    const known = batchKind === 'battery' || content;
    const record = recordOfMovement(site, known ? contentOf(query, general, movement.occurredAt) : NO_CONTENT);
    if (!record) return [];
    return record.term === 'forwarded' && movement.kind === 'dispatch' ? dividedLoad(record, movement) : record;
  });
}
