/** Use case: evaluating the lead recovery of an enterprise. It reads and computes, and stores nothing. */
import { WASTE_BATTERY_CODE } from '../batches/index.ts';
import { listAcceptedLines, listSuppliersOf } from '../manifests/index.ts';
import type { Reader } from '../platform/database/db.ts';
import {
  type Assay,
  listContents,
  listCountsOn,
  listEmissionsOf,
  listGeneralAssays,
  listLeadMovements,
} from '../recycling/index.ts';
import { completenessOf } from './completeness.ts';
import type { Evaluation } from './evaluation.ts';
import {
  contentOf,
  type LeadRecord,
  NO_CONTENT,
  recordOfEmission,
  recordOfMovement,
  recordsOfCount,
  recordsOfLine,
  termOf,
  termsOf,
} from './lead-records.ts';
import { balanceOf, type Controls, judge, ratesOf } from './lead-recovery.ts';
import type { Period } from './periods/period.ts';

export async function evaluate(db: Reader, partyId: string, period: Period, controls: Controls): Promise<Evaluation> {
  const { records, missingCounts } = await collect(db, partyId, period);
  const terms = termsOf(records);
  const { assumedAssayShare, findings, computable } = completenessOf(records, missingCounts, controls);
  return {
    records,
    terms,
    balance: balanceOf(terms),
    rates: computable ? ratesOf(terms) : null,
    assumedAssayShare,
    findings: computable ? [...findings, ...judge(terms, controls)] : findings,
  };
}

/** Reads the records of every term, oldest first, and the missing stock counts. */
async function collect(db: Reader, partyId: string, period: Period) {
  const during = { partyId, from: period.from, to: period.to };
  const general = await listGeneralAssays(db, during);
  const records = [
    ...(await lineRecords(db, during, general)),
    ...(await movementRecords(db, during, general)),
    ...(await listEmissionsOf(db, during)).map(recordOfEmission),
  ];
  const { siteIds, counts } = await listCountsOn(db, partyId, [period.openedOn, period.closedOn]);
  const missingCounts: string[] = [];
  for (const [end, day] of [
    ['opening', period.openedOn],
    ['closing', period.closedOn],
  ] as const) {
    for (const siteId of siteIds) {
      const count = counts.find((one) => one.siteId === siteId && one.countedOn === day);
      if (count) records.push(...recordsOfCount(count, end));
      else missingCounts.push(`${day} ${siteId}`);
    }
  }
  records.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1));
  return { records, missingCounts };
}

type During = { readonly partyId: string; readonly from: Date; readonly to: Date };

async function lineRecords(
  db: Reader,
  { partyId, from, to }: During,
  general: readonly Assay[],
): Promise<LeadRecord[]> {
  const lines = await listAcceptedLines(db, { receiverId: partyId, from, to });
  const contents = await listContents(
    db,
    lines.flatMap(({ receivedBatchId }) => receivedBatchId ?? []),
  );
  return lines.flatMap((line) => {
    const own = line.receivedBatchId === null ? null : contents.get(line.receivedBatchId);
    const query = { own, supplierId: line.consignorId, batteryKind: line.batteryKind };
    return recordsOfLine(line, contentOf(query, general, from), WASTE_BATTERY_CODE);
  });
}

async function movementRecords(db: Reader, during: During, general: readonly Assay[]): Promise<LeadRecord[]> {
  const movements = await listLeadMovements(db, during);
  const suppliers = await listSuppliersOf(
    db,
    movements.filter((moved) => termOf(moved)?.term === 'forwarded').map(({ batchId }) => batchId),
  );
  return movements.flatMap((moved) => {
    const supplierId = suppliers.get(moved.batchId) ?? null;
    const query = { own: moved.content, supplierId, batteryKind: moved.batteryKind };
    const batteries = moved.batchKind === 'battery';
    if (moved.countedPpm !== null) {
      return recordOfMovement(moved, { ppm: moved.countedPpm, moisturePpm: 0, basis: 'count', assayId: null }) ?? [];
    }
    const content = batteries || moved.content ? contentOf(query, general, during.from) : NO_CONTENT;
    return recordOfMovement(moved, content) ?? [];
  });
}
