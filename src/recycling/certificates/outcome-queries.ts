/**
 * Valid statements of laboratories on the certificates of records, for rates. A confirmation that a laboratory made after its
 * qualification was withdrawn counts as none. So does each other answer that it gave after that was recorded, without another one.
 */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { listPresentSamples } from '../samples/present-queries.ts';
import { type PresentSample, SAMPLINGS } from '../samples/sampling.ts';
import { type Certified, differencesNow, OUTCOMES, type Outcome } from './confirmation.ts';

const OutcomeRow = z.object({
  ...{ id: z.string(), outcome: z.enum(OUTCOMES), sampling: z.enum(SAMPLINGS).nullable() },
  ...{ seenMassGrams: z.coerce.number().nullable(), seenManifestNumber: z.string().nullable() },
  ...{ sampleMaterial: z.string().nullable(), recordedAt: z.coerce.date() },
});

/** Outcome of the valid statement on a record, and whether the laboratory took the sample itself. */
export type CertificateStatement = {
  /** A confirmation that no longer fits what the record is now is a contradiction. */
  readonly outcome: Outcome;
  readonly sampledByLaboratory: boolean;
  /** The batch or the delivery as it saw it, when it took the sample itself. */
  readonly seen: { readonly seenMassGrams: number; readonly seenManifestNumber: string | null } | undefined;
  /** The sample that a laboratory took itself and confirmed, as the record of it is now; absent for all others. */
  readonly present?: PresentSample | undefined;
};

/** Days of a qualification as a row, half-open; it ends early on the day of its withdrawal. */
const QualificationRow = z.object({
  ...{ qualificationId: z.string(), laboratoryId: z.string() },
  ...{ validFrom: z.string(), validTo: z.string(), withdrawnOn: z.string().nullable() },
});
export type LaboratoryQualification = Readonly<z.infer<typeof QualificationRow>>;

/** SQL for the day of an instant, in Beijing. */
const day = (column: SQL) => sql`(${column} at time zone 'Asia/Shanghai')::date`;

/** SQL for the day of the sample of a statement. */
const sampledOn = (of: SQL) => sql`select ${day(sql`s.sampled_at`)} from (
  select id, sampled_at from assays union all select id, sampled_at from analyses) s
  where s.id = coalesce(${of}.assay_id, ${of}.analysis_id)`;

/**
 * SQL for the condition that a statement counts. To confirm, a laboratory needs a qualification of the day of the sample that was not withdrawn,
 * whenever that was recorded. Its other answers count until a withdrawal is recorded; then it needs one of the sample or of the answer.
 * @param alias alias of a row of `certificate_confirmations`
 */
function stands(alias: string): SQL {
  const of = sql.raw(alias);
  const answeredOn = day(sql`${of}.recorded_at`);
  const withdrawn = sql`select from qualifications q join qualification_withdrawals w on w.qualification_id = q.id
    where q.party_id = ${of}.laboratory_id and w.withdrawn_on <= ${answeredOn}`;
  const left = sql`select from qualifications q left join qualification_withdrawals w on w.qualification_id = q.id
    where q.party_id = ${of}.laboratory_id`;
  const covers = (on: SQL) => sql`q.valid_from <= ${on} and q.valid_to > ${on}`;
  const ofSample = covers(sql`(${sampledOn(of)})`);
  return sql`case ${of}.outcome when 'confirmed'
    then not exists (${withdrawn}) or exists (${left} and ${ofSample} and (w.withdrawn_on is null or w.withdrawn_on > ${answeredOn}))
    else not exists (${withdrawn} and w.recorded_at <= ${of}.recorded_at)
      or exists (${left} and (${ofSample} or ${covers(answeredOn)})
        and (w.withdrawn_on is null or w.withdrawn_on > ${answeredOn} or w.recorded_at > ${of}.recorded_at)) end`;
}

/** SQL for the condition that no later statement replaces one. */
const unreplaced = (alias: string): SQL =>
  sql`not exists (select from certificate_confirmations later where later.replaces_id = ${sql.raw(alias)}.id)`;

/** SQL for the condition that a denial is valid: it counts, and no later answer that counts follows it. */
export const denying = (alias: string): SQL => {
  const of = sql.raw(alias);
  return sql`${of}.outcome in ('contradicted', 'disowned') and ${stands(alias)} and (${unreplaced(alias)} or not exists (
    select from certificate_confirmations answer where ${stands('answer')}
      and (answer.assay_id = ${of}.assay_id or answer.analysis_id = ${of}.analysis_id)
      and (answer.recorded_at, answer.id) > (${of}.recorded_at, ${of}.id)))`;
};

/** SQL for the condition that a confirmation is valid. */
export const confirming = (alias: string): SQL =>
  sql`${sql.raw(alias)}.outcome = 'confirmed' and ${unreplaced(alias)} and ${stands(alias)}`;

/**
 * Reads the valid statement on each record; a record without one is left out.
 * @param toleranceBasisPoints tolerance of law between the mass that a laboratory saw and the present one
 */
export async function listCertificateOutcomes(
  db: Reader,
  kind: Certified['kind'],
  ids: readonly string[],
  toleranceBasisPoints: number,
): Promise<ReadonlyMap<string, CertificateStatement>> {
  if (ids.length === 0) return new Map();
  const column = sql.identifier(`${kind}_id`);
  const { rows } = await db.execute(sql`
    select c.${column} as id, c.outcome, c.sampling, c.seen_mass_grams as "seenMassGrams",
      c.seen_manifest_number as "seenManifestNumber", c.sample_material as "sampleMaterial", c.recorded_at as "recordedAt"
    from certificate_confirmations c
    where c.${column} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      and (${confirming('c')} or ${denying('c')} or c.outcome = 'withdrawn' and ${unreplaced('c')} and ${stands('c')})`);
  const statements = z.array(OutcomeRow).parse(rows);
  const confirmed = statements.filter(
    ({ outcome, sampling }) => outcome === 'confirmed' && sampling === 'by_laboratory',
  );
  const now = await listPresentSamples(
    db,
    kind,
    confirmed.map(({ id, seenManifestNumber, recordedAt }) => ({
      id,
      recordId: id,
      seenManifestNumber,
      statedAt: recordedAt,
    })),
  );
  return new Map(
    statements.map(({ id, outcome, ...stated }) => {
      const { seenMassGrams, seenManifestNumber } = stated;
      const seen = seenMassGrams === null ? undefined : { seenMassGrams, seenManifestNumber };
      const sampledByLaboratory = stated.sampling === 'by_laboratory';
      const present = outcome === 'confirmed' ? now.get(id) : undefined;
      if (present === undefined) return [id, { outcome, sampledByLaboratory, seen }];
      const agrees = differencesNow(stated, present, toleranceBasisPoints).length === 0;
      return [id, { outcome: agrees ? outcome : 'contradicted', sampledByLaboratory, seen, present }];
    }),
  );
}

/**
 * Lists all qualifications of laboratories of which one was withdrawn, as far as these made statements on the records. A statement
 * of any other laboratory counts as it is.
 */
export async function listWithdrawnLaboratories(
  db: Reader,
  { assays, analyses }: { readonly assays: readonly string[]; readonly analyses: readonly string[] },
): Promise<LaboratoryQualification[]> {
  const among = (ids: readonly string[]) =>
    sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;
  const { rows } = await db.execute(sql`
    select q.id as "qualificationId", q.party_id as "laboratoryId", q.valid_from::text as "validFrom",
      q.valid_to::text as "validTo", w.withdrawn_on::text as "withdrawnOn"
    from qualifications q left join qualification_withdrawals w on w.qualification_id = q.id
    where q.party_id in (select one.party_id from qualifications one
        join qualification_withdrawals early on early.qualification_id = one.id)
      and exists (select from certificate_confirmations c where c.laboratory_id = q.party_id
        and (c.assay_id in ${among(assays)} or c.analysis_id in ${among(analyses)}))
    order by q.id`);
  return z.array(QualificationRow).parse(rows);
}
