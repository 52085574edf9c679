/** Reads the frozen evaluation that was certified, and what is frozen with an evaluation. */
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Language } from '../../core/messages/language.ts';
import type { Reader } from '../../platform/database/db.ts';
import { type LawCache, lawRowOn } from '../../platform/law/index.ts';
import { type LaboratoryQualification, listAssaysByIds, listWithdrawnLaboratories } from '../../recycling/index.ts';
import { findAssessment } from '../assessments/queries.ts';
import { assessmentSteps } from '../assessments/tables.ts';
import type { DioxinRead } from '../dioxin/findings.ts';
import { dioxinEvidenceOn, dioxinLawOn } from '../dioxin/law-queries.ts';
import { toDioxinAnswer } from '../dioxin/schemas.ts';
import type { Evaluation } from '../evaluation.ts';
import { fractionLawIn } from '../fractions/law-queries.ts';
import { type ComputedMethod, computeMethods, type Fractions } from '../methods/computed.ts';
import { toByMethod, toTerms } from '../methods/evaluation-schemas.ts';
import { methodLawOn } from '../methods/law-queries.ts';
import { METHODS } from '../methods/registry/registry.ts';
import { monthsOf, type Period, periodOf } from '../periods/period.ts';
import { recoveryLawOf } from '../question/law-queries.ts';
import { LAW_SHAPES } from '../question/law-schemas.ts';
import { toRecoveryResponse } from '../schemas.ts';
import type { FrozenGrounds } from './grounds.ts';
import { type Freezing, type Frozen, freeze, type LawRow } from './snapshot.ts';
import { assessmentSnapshots } from './tables.ts';

const { round, contentSha256 } = assessmentSnapshots;

const certifiedOf = (assessmentId: string) =>
  and(eq(assessmentSnapshots.assessmentId, assessmentId), eq(assessmentSnapshots.purpose, 'certification'));

/** Finds the certified evaluation of an assessment that the caller may see: of a round, or the latest one. */
export async function findCertified(db: Reader, assessmentId: string, ofRound?: number) {
  const [row] = await db
    .select()
    .from(assessmentSnapshots)
    .where(and(certifiedOf(assessmentId), ofRound === undefined ? undefined : eq(round, ofRound)))
    .orderBy(desc(round))
    .limit(1);
  return row;
}

/** Reads what is frozen with an evaluation: assays with their certificates, laboratories, law, and the certification it would replace. */
export async function readFreezing(
  db: Reader,
  visibility: Visibility,
  id: string,
  { evaluation, fractions, day }: Evaluated & { readonly day: string },
) {
  const [replaced] = await db
    .select({ round, contentSha256 })
    .from(assessmentSnapshots)
    .where(certifiedOf(id))
    .orderBy(desc(round))
    .limit(1);
  const assessment = await findAssessment(db, visibility, id);
  const assays = [...new Set(evaluation.records.flatMap(({ assayId }) => assayId ?? []))];
  const analyses = fractions.grounds.analyses.map(({ analysisId }) => analysisId);
  return {
    ...{ assessment, review: await findReview(db, assessment) },
    assays: await listAssays(db, assays),
    qualifications: await listWithdrawnLaboratories(db, { assays, analyses }),
    lawRows: await lawOf(db, day),
    replaces: replaced ?? null,
  };
}

/** Finds the opinion of the expert of the present round; null before it. */
async function findReview(db: Reader, { id, round: present }: { readonly id: string; readonly round: number }) {
  const { assessmentId, step, round: ofRound, number, reason, takenBy, details } = assessmentSteps;
  const [row] = await db
    .select({ reason, takenBy, details })
    .from(assessmentSteps)
    .where(and(eq(assessmentId, id), eq(step, 'review'), eq(ofRound, present)))
    .orderBy(desc(number))
    .limit(1);
  const { recommendation = null, flagReasons = [] } = row?.details ?? {};
  return row === undefined ? null : { takenBy: row.takenBy, reason: row.reason, recommendation, flagReasons };
}

type Evaluated = {
  readonly evaluation: { readonly records: readonly { readonly assayId: string | null }[] };
  readonly fractions: { readonly grounds: FrozenGrounds['fractions'] };
};

/** Law that an evaluation reads besides that of recovery. */
const OTHER_LAW = [
  ...['materials.sulphate-factors', 'recycling.battery-composition', 'recycling.content-ranges'],
  ...['recycling.counted-items', 'recycling.counted-materials', 'recycling.material-fractions'],
  ...['recycling.sampled-mass', 'recycling.stock-observation', 'recycling.use-evidence'],
];

/** Reads the dated rows of the law behind a figure. */
async function lawOf(db: Reader, day: string): Promise<LawRow[]> {
  const rows: LawRow[] = [];
  for (const key of [...Object.keys(LAW_SHAPES), ...OTHER_LAW].toSorted()) {
    const row = await lawRowOn(db, key, day, z.unknown());
    if (row) rows.push({ key, validFrom: row.validFrom, validTo: row.validTo, value: row.value, source: row.source });
  }
  return rows;
}

/** Ids in one statement; a year has some thousands of assays. */
const CHUNK = 1_000;

/** Reads assays by their ids. */
export async function listAssays(db: Reader, ids: readonly string[]) {
  const found = [];
  for (let at = 0; at < ids.length; at += CHUNK) found.push(...(await listAssaysByIds(db, ids.slice(at, at + CHUNK))));
  return found;
}

/** Reads the law of everything that an assessment computes. @throws Problem `law-missing` */
export function assessedLawOf(law: LawCache, period: Period) {
  const { conditions, ...shown } = recoveryLawOf(law, period);
  const inside = monthsOf(period.period).filter((month) => month !== period.period);
  return {
    months: inside.map(periodOf).map((month) => ({ period: month, conditions: recoveryLawOf(law, month).conditions })),
    ...{ conditions, shown: { ...shown, controls: conditions.controls } },
    fractionLaw: fractionLawIn(law, period),
    methodLaw: methodLawOn(law, period.closedOn),
    dioxinLaw: yearDioxinLaw(law, period),
  };
}

/** Reads the law of dioxin of the year of a period. @throws Problem `law-missing` */
function yearDioxinLaw(law: LawCache, { period }: Period) {
  const { closedOn } = periodOf(period.slice(0, 4));
  return { ...dioxinLawOn(law, closedOn), evidence: dioxinEvidenceOn(law, closedOn) };
}

type Law = ReturnType<typeof assessedLawOf>;

type Read = {
  readonly law: Law;
  readonly period: Period;
  readonly asOf: Date;
  readonly evaluation: Evaluation;
  readonly fractions: Omit<Fractions, 'fractions'> & {
    readonly records: Fractions['fractions'];
    readonly grounds: FrozenGrounds['fractions'];
  };
  readonly months: FrozenGrounds['months'];
};

/** Computes every method from what was read. */
export function methodsOf({ law, period, evaluation, fractions: { records, ...read } }: Read): ComputedMethod[] {
  const { methodLaw, shown } = law;
  const fractions = { ...read, fractions: records };
  const { uncertainties } = shown;
  return computeMethods({ period, evaluation, fractions, uncertainties, targets: methodLaw.targets }, methodLaw);
}

/** Returns the findings that matter for the assessed method: those of its figures. */
export const findingsOf = (methods: readonly ComputedMethod[], { method: id }: { readonly method: string }) =>
  methods.find(({ method }) => method.id === id)?.computed.findings ?? [];

type WholeRead = Read & {
  readonly provisional: boolean;
  readonly journalIndex: number;
  readonly methods: readonly ComputedMethod[];
  readonly party: { readonly name: string; readonly uscc: string | null };
  readonly dioxin: DioxinRead;
  readonly assessment: Freezing['assessment'];
  readonly lawRows: Freezing['law'];
  readonly replaces: Freezing['replaces'];
  readonly review: Freezing['review'];
  readonly qualifications: readonly LaboratoryQualification[];
  readonly assays: readonly {
    readonly id: string;
    readonly certificateNumber: string | null;
    readonly certificateSha256: string | null;
    readonly laboratory: string;
    readonly laboratoryKind: string | null;
  }[];
};

/** Freezes an evaluation that was read on one snapshot of the database. */
export function toFrozen(read: WholeRead): Frozen {
  const {
    assessment,
    evaluation,
    lawRows,
    assays,
    replaces,
    review,
    asOf: takenAt,
    journalIndex,
    party,
    fractions,
  } = read;
  return freeze({
    ...{ assessment, takenAt, journalIndex, records: evaluation.records, law: lawRows, replaces, review },
    enterprise: { name: party.name, uscc: party.uscc },
    answers: { zh: toAnswer(read, 'zh'), en: { ...toAnswer(read, 'en'), dioxin: toDioxin(read, 'en') } },
    dioxin: toDioxin(read, 'zh'),
    ...{ fractions: fractions.records, fed: fractions.input.records },
    grounds: {
      ...{ ...evaluation.grounds, fractions: fractions.grounds, months: read.months, dioxin: dioxinGrounds(read) },
      qualifications: read.qualifications,
    },
    method: METHODS.find((one) => one.id === assessment.method) ?? null,
    certificates: assays.map(({ id: assayId, certificateNumber, certificateSha256, laboratory, laboratoryKind }) => ({
      ...{ assayId, certificateNumber, certificateSha256, laboratory, laboratoryKind },
    })),
  });
}

/** Makes the answers of the API without time and index. */
function toAnswer(read: WholeRead, language: Language) {
  const { law, assessment, period, evaluation, provisional, asOf, journalIndex, methods } = read;
  const { coverageFactor } = law.shown.uncertainties;
  const answer = { ...law.shown, provisional, asOf, journalIndex, language };
  const { asOf: _, journalIndex: __, ...shown } = toRecoveryResponse(assessment.partyId, period, evaluation, answer);
  return {
    evaluation: shown,
    methods: methods.map((one) => ({
      ...toByMethod(one, { language, period, coverageFactor }),
      terms: toTerms(one.computed, { terms: evaluation.terms, leadRecords: evaluation.records }),
    })),
  };
}

function toDioxin({ law: { dioxinLaw }, dioxin, assessment, period, asOf }: WholeRead, language: Language) {
  const year = periodOf(period.period.slice(0, 4));
  const answer = toDioxinAnswer({ partyId: assessment.partyId, year, now: asOf }, dioxin, dioxinLaw, language);
  return answer.items.length + answer.findings.length === 0 ? null : answer;
}

const dioxinGrounds = ({ law: { dioxinLaw }, dioxin, period, asOf }: WholeRead): FrozenGrounds['dioxin'] => {
  const year = periodOf(period.period.slice(0, 4));
  return { ...dioxin, law: dioxinLaw, year: year.period, isOver: year.to <= asOf };
};
