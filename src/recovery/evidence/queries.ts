/** Reads the frozen evaluation that was certified, and what is frozen with an evaluation. */
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Reader } from '../../platform/database/db.ts';
import { lawRowOn } from '../../platform/law/index.ts';
import { listAssaysByIds } from '../../recycling/index.ts';
import { findAssessment } from '../assessments/queries.ts';
import type { Evaluation } from '../evaluation.ts';
import { METHODS } from '../methods/registry/registry.ts';
import type { Period } from '../periods/period.ts';
import { LAW_SHAPES } from '../question/law-schemas.ts';
import { toRecoveryResponse } from '../schemas.ts';
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

/** Reads what is frozen with an evaluation: assays with their certificates, law, and the certification it would replace. */
export async function readFreezing(
  db: Reader,
  visibility: Visibility,
  id: string,
  { evaluation, day }: { readonly evaluation: Evaluated; readonly day: string },
) {
  const [replaced] = await db
    .select({ round, contentSha256 })
    .from(assessmentSnapshots)
    .where(certifiedOf(id))
    .orderBy(desc(round))
    .limit(1);
  return {
    assessment: await findAssessment(db, visibility, id),
    assays: await listAssays(db, [...new Set(evaluation.records.flatMap(({ assayId }) => assayId ?? []))]),
    lawRows: await lawOf(db, day),
    replaces: replaced ?? null,
  };
}

type Evaluated = { readonly records: readonly { readonly assayId: string | null }[] };

/** Law that an evaluation reads besides that of recovery. */
const OTHER_LAW = ['recycling.counted-items', 'recycling.counted-materials', 'recycling.content-ranges'];

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

type Read = Omit<Parameters<typeof toRecoveryResponse>[3], 'language'> & {
  readonly assessment: Freezing['assessment'];
  readonly period: Period;
  readonly evaluation: Evaluation;
  readonly lawRows: Freezing['law'];
  readonly replaces: Freezing['replaces'];
  readonly assays: readonly {
    readonly id: string;
    readonly certificateNumber: string | null;
    readonly certificateSha256: string | null;
    readonly laboratory: string;
    readonly laboratoryKind: string | null;
  }[];
};

/** Freezes an evaluation that was read on one snapshot of the database. */
export function toFrozen({ assessment, period, evaluation, lawRows, assays, replaces, ...read }: Read): Frozen {
  const { asOf: takenAt, journalIndex, provisional, controls, uncertainties, targets } = read;
  const {
    asOf: _,
    journalIndex: __,
    ...shown
  } = toRecoveryResponse(assessment.partyId, period, evaluation, {
    ...{ provisional, controls, uncertainties, targets, asOf: takenAt, journalIndex },
    language: 'zh',
  });
  return freeze({
    ...{ assessment, takenAt, journalIndex, evaluation: shown, records: evaluation.records, law: lawRows, replaces },
    method: METHODS.find((one) => one.id === assessment.method) ?? null,
    certificates: assays.map(({ id: assayId, certificateNumber, certificateSha256, laboratory, laboratoryKind }) => ({
      ...{ assayId, certificateNumber, certificateSha256, laboratory, laboratoryKind },
    })),
  });
}
