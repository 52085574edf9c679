/** Use case: evaluating the lead recovery of an enterprise. It reads and computes, and stores nothing. */
import { WASTE_BATTERY_CODE } from '../batches/index.ts';
import { listAcceptedLines, listSuppliersOf } from '../manifests/index.ts';
import type { Reader } from '../platform/database/db.ts';
import { type Assay, listContents, listEmissionsOf, listGeneralAssays, listLeadMovements } from '../recycling/index.ts';
import { completenessOf } from './completeness.ts';
import type { Evaluation } from './evaluation.ts';
import {
  contentOf,
  type LeadRecord,
  NO_CONTENT,
  recordOfEmission,
  recordOfMovement,
  recordsOfLine,
  termOf,
  termsOf,
} from './lead-records.ts';
import { balanceOf, type Controls, judge, ratesOf } from './lead-recovery.ts';
import type { Period } from './periods/period.ts';
import { recoveryFinding } from './problems.ts';
import { collectStock } from './stock/service.ts';

/** Limits of law, and whether the period is still in progress. */
type Conditions = { readonly controls: Controls; readonly provisional: boolean };

export async function evaluate(
  db: Reader,
  partyId: string,
  period: Period,
  { controls, provisional }: Conditions,
): Promise<Evaluation> {
  const { records, missingCounts } = await collect(db, partyId, period);
  const terms = termsOf(records);
  const { assumedAssayShare, findings, computable } = completenessOf(records, missingCounts, controls);
  return {
    records,
    terms,
    balance: balanceOf(terms),
    rates: computable ? ratesOf(terms) : null,
    assumedAssayShare,
    findings: [
      ...(provisional ? [recoveryFinding('PERIOD_IN_PROGRESS')] : []),
      ...findings,
      ...(computable ? judge(terms, controls) : []),
    ],
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
  const stock = await collectStock(db, partyId, period);
  records.push(...stock.records);
  records.sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1));
  return { records, missingCounts: stock.missingCounts };
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
    return recordsOfLine(line, contentOf(query, general, line.decidedAt), WASTE_BATTERY_CODE);
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
    const content = batteries || moved.content ? contentOf(query, general, moved.occurredAt) : NO_CONTENT;
    return recordOfMovement(moved, content) ?? [];
  });
}
