/** Use case: reading what batteries became besides lead, and what was fed, in a period. */
import type { Reader } from '../../platform/database/db.ts';
import {
  listAnalysisLaboratories,
  listBatteryContents,
  listCertificateOutcomes,
  listDeniedBefore,
  listFractionMovements,
  listGeneralAnalyses,
  listSharedCertificates,
} from '../../recycling/index.ts';
import { isOwn } from '../assays/evidence.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import type { Period } from '../periods/period.ts';
import { type AnalysisRules, analysesOf, analysisFindings } from './analysis-evidence.ts';
import { batteryRecordOf, type Composition } from './composition.ts';
import { type FateLaw, recordsOfMovement } from './fate.ts';
import { evidenceFindings, type FractionGrounds, usesOf } from './findings.ts';
import type { BatteryInput, FractionRecord } from './fraction-record.ts';
import { openUseOf, type UseRules } from './open-uses.ts';

export type FractionLaw = FateLaw & UseRules & { readonly composition: Composition; readonly analyses: AnalysisLaw };

type AnalysisLaw = AnalysisRules & {
  readonly ownWords: readonly string[];
  /** Tolerance between the mass that a laboratory saw and the present one. */
  readonly sampledMassBasisPoints: number;
};

export type Fractions = {
  /** Oldest first. The records of a material add up to what was produced in the period. */
  readonly records: readonly FractionRecord[];
  readonly input: BatteryInput;
  /** Faults of the evidence; `gapFindings` says what the records lack. */
  readonly findings: readonly Finding[];
  readonly grounds: FractionGrounds;
  /** Used mass that no independent receiver confirmed; none while the law believes uses. */
  readonly openUses: readonly FractionRecord[];
};

/**
 * Reads the fractions of an enterprise.
 * @param leadRecords records of the lead balance of the same period: they say which batteries were fed
 */
export async function readFractions(
  db: Reader,
  partyId: string,
  period: Period,
  { law, leadRecords }: { readonly law: FractionLaw; readonly leadRecords: readonly LeadRecord[] },
): Promise<Fractions> {
  const during = { partyId, from: period.from, to: period.to };
  const movements = await listFractionMovements(db, during);
  const general = await listGeneralAnalyses(db, during);
  const known = await listBatteryContents(
    db,
    leadRecords.flatMap(({ batchId }) => batchId ?? []),
  );
  const { composition } = law;
  const moved = movements.map((movement) => ({ movement, made: recordsOfMovement(movement, law) }));
  const records = moved.flatMap(({ made }) => made);
  const openUses = moved.flatMap(({ movement, made }) =>
    law.uses === 'confirmed' ? openUseOf(movement, made, period.closedOn) : [],
  );
  const input = {
    records: leadRecords.flatMap(
      (record) => batteryRecordOf(record, known.get(record.batchId ?? ''), general, composition) ?? [],
    ),
  };
  const ids = analysesOf(records, input);
  const named = await listAnalysisLaboratories(db, ids);
  const own = named.filter((one) => isOwn(one, law.analyses)).map(({ analysisId }) => analysisId);
  const stated = [...(await listCertificateOutcomes(db, 'analysis', ids, law.analyses.sampledMassBasisPoints))];
  const laboratories = {
    own: new Set(own),
    outcomes: new Map(stated.map(([id, { outcome }]) => [id, outcome])),
    sampledByLaboratory: new Set(stated.flatMap(([id, { sampledByLaboratory }]) => (sampledByLaboratory ? id : []))),
    shared: await listSharedCertificates(db, 'analysis', ids),
    deniedBefore: await listDeniedBefore(db, 'analysis', ids),
  };
  const present = new Map(stated.map(([id, one]) => [id, one.present]));
  const findings = [
    ...evidenceFindings({ input, movements, composition, to: period.to }),
    ...analysisFindings(records, input, laboratories, law.analyses),
  ];
  const grounds = {
    ...usesOf(movements, period.to),
    ...(law.uses === 'confirmed' && { uses: openUses.map(({ id, massGrams }) => ({ recordId: id, massGrams })) }),
    analyses: ids.map((analysisId) => ({
      ...{ analysisId, outcome: laboratories.outcomes.get(analysisId) ?? null, own: laboratories.own.has(analysisId) },
      sampledByLaboratory: laboratories.sampledByLaboratory.has(analysisId),
      present: present.get(analysisId),
      ...{ shared: laboratories.shared.has(analysisId), deniedBefore: laboratories.deniedBefore.has(analysisId) },
    })),
  };
  return { records, input, findings, grounds, openUses };
}
