/** Use case: reading the evidence of the assays behind the records of a rate. */
import type { Reader } from '../../platform/database/db.ts';
import { listAssayEvidence } from '../../recycling/index.ts';
import type { LeadPicograms } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { type EvidenceLaw, evidenceFindings } from './evidence.ts';

export async function readEvidenceFindings(
  db: Reader,
  records: readonly LeadRecord[],
  law: EvidenceLaw,
  available: LeadPicograms,
): Promise<Finding[]> {
  const ids = new Set(records.flatMap(({ assayId }) => assayId ?? []));
  return evidenceFindings(records, await listAssayEvidence(db, [...ids]), law, available);
}
