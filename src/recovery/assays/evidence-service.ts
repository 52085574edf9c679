/** Use case: reading the evidence of the assays behind the records of a rate. */
import type { Reader } from '../../platform/database/db.ts';
import { readEach } from '../../platform/database/snapshot.ts';
import { listAssayEvidence } from '../../recycling/index.ts';
import type { LeadPicograms } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { type EvidenceLaw, evidenceFindings, movableBehind } from './evidence.ts';

/** Findings about the assays, and the lead that weak evidence could move in favour of the enterprise. */
type Evidence = { readonly findings: readonly Finding[]; readonly movable: LeadPicograms };

export async function readEvidence(
  db: Reader,
  records: readonly LeadRecord[],
  law: EvidenceLaw,
  available: LeadPicograms,
): Promise<Evidence> {
  const ids = [...new Set(records.flatMap(({ assayId }) => assayId ?? []))];
  const half = Math.ceil(ids.length / 2);
  const [some, others] = await readEach(db, [
    () => listAssayEvidence(db, ids.slice(0, half)),
    () => listAssayEvidence(db, ids.slice(half)),
  ]);
  const assays = [...some, ...others];
  return {
    findings: evidenceFindings(records, assays, law, available),
    movable: movableBehind(records, assays, law),
  };
}
