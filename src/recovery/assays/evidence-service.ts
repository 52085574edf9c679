/** Use case: reading the evidence of the assays behind the records of a rate. */
import type { Reader } from '../../platform/database/db.ts';
import { readEach } from '../../platform/database/snapshot.ts';
import {
  listAssayEvidence,
  listCertificateOutcomes,
  listDeniedBefore,
  listSharedCertificates,
} from '../../recycling/index.ts';
import type { LeadPicograms } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import type { SampledClass } from './content.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type AssayEvidence, type EvidenceLaw, evidenceFindings, judgeAssays, movableBehind } from './evidence.ts';

type Evidence = {
  /** The records, those with an assay with what its laboratory states. */
  readonly records: readonly LeadRecord[];
  readonly findings: readonly Finding[];
  /** Lead that weak evidence could move in favour of the enterprise. */
  readonly movable: LeadPicograms;
  /** Use of contents of classes beyond what laboratories saw. */
  readonly coverage: Coverage;
};

/** Reads the assays behind records and of their classes, with what their laboratories state. */
export async function readAssays(
  db: Reader,
  records: readonly LeadRecord[],
  classes: readonly SampledClass[],
  { sampledMassBasisPoints }: Pick<EvidenceLaw, 'sampledMassBasisPoints'>,
): Promise<AssayEvidence[]> {
  const samples = classes.flatMap((one) => one.samples.map(({ assayId }) => assayId));
  const ids = [...new Set([...records.flatMap(({ assayId }) => assayId ?? []), ...samples])];
  const [assays, shared, outcomes, denied] = await readEach(db, [
    () => listAssayEvidence(db, ids),
    () => listSharedCertificates(db, 'assay', ids),
    () => listCertificateOutcomes(db, 'assay', ids, sampledMassBasisPoints),
    () => listDeniedBefore(db, 'assay', ids),
  ]);
  return assays.map((assay) => {
    const { outcome, seen, present, sampledByLaboratory = false } = outcomes.get(assay.assayId) ?? {};
    return {
      ...{ ...assay, certificate: outcome, sampledByLaboratory, ...seen, present },
      sharesCertificate: shared.has(assay.assayId),
      deniedBefore: denied.has(assay.assayId),
    };
  });
}

/** Judges the assays behind records. @param available lead of which the rate is a share */
export function judgeEvidence(
  records: readonly LeadRecord[],
  { assays, classes }: { readonly assays: readonly AssayEvidence[]; readonly classes: readonly SampledClass[] },
  law: EvidenceLaw,
  available: LeadPicograms,
): Evidence {
  const known = judgeAssays(assays, law);
  const movable = movableBehind(records, known, law);
  const outcomes = new Map(assays.map(({ assayId, certificate }) => [assayId, certificate]));
  return {
    records: records.map((record) => {
      const certificate = outcomes.get(record.assayId ?? '');
      return certificate === undefined ? record : { ...record, certificate };
    }),
    findings: evidenceFindings(records, known, law, available, movable),
    movable,
    coverage: coverageOf(records, classes, known, law),
  };
}
