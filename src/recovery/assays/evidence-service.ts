/** Use case: reading the evidence of the assays behind the records of a rate. */
import type { Reader } from '../../platform/database/db.ts';
import { listAssayEvidence } from '../../recycling/index.ts';
import type { LeadPicograms } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { type EvidenceLaw, evidenceFindings, movableBehind } from './evidence.ts';

/** Findings about the assays, and the lead that weak evidence could move in favour of the enterprise. */
type Evidence = { readonly findings: readonly Finding[]; readonly movable: LeadPicograms };

type Assays = Awaited<ReturnType<typeof listAssayEvidence>>;

/** Reads the assays behind records. */
export const readAssays = (db: Reader, records: readonly LeadRecord[]): Promise<Assays> =>
  listAssayEvidence(db, [...new Set(records.flatMap(({ assayId }) => assayId ?? []))]);

/** Judges the assays behind records. @param available lead of which the rate is a share */
export function judgeEvidence(
  records: readonly LeadRecord[],
  assays: Assays,
  law: EvidenceLaw,
  available: LeadPicograms,
): Evidence {
  const movable = movableBehind(records, assays, law);
  return { findings: evidenceFindings(records, assays, law, available, movable), movable };
}
