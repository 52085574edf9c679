/**
 * Valid statements of laboratories on the certificates of records, for rates. A confirmation that a laboratory made after its
 * qualification was withdrawn counts as none.
 */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { type Certified, OUTCOMES, type Outcome } from './confirmation.ts';

const OutcomeRow = z.object({ id: z.string(), outcome: z.enum(OUTCOMES) });

/** Days of a qualification as a row, half-open; it ends early on the day of its withdrawal. */
const QualificationRow = z.object({
  ...{ qualificationId: z.string(), laboratoryId: z.string() },
  ...{ validFrom: z.string(), validTo: z.string(), withdrawnOn: z.string().nullable() },
});
export type LaboratoryQualification = Readonly<z.infer<typeof QualificationRow>>;

/** SQL for the day of an instant, in Beijing. */
const day = (column: string) => sql`(${sql.raw(column)} at time zone 'Asia/Shanghai')::date`;

/** SQL for qualifications of the laboratory that were withdrawn when it spoke, or that covered the sample and were not. */
const WITHDRAWN = sql`select from qualifications q join qualification_withdrawals w on w.qualification_id = q.id
        where q.party_id = c.laboratory_id and w.withdrawn_on <= ${day('c.recorded_at')}`;
const STANDING = (samples: SQL) => sql`select from qualifications q
          join ${samples} a on ${day('a.sampled_at')} >= q.valid_from and ${day('a.sampled_at')} < q.valid_to
          left join qualification_withdrawals w on w.qualification_id = q.id
        where q.party_id = c.laboratory_id and a.id = coalesce(c.assay_id, c.analysis_id)
          and (w.withdrawn_on is null or w.withdrawn_on > ${day('c.recorded_at')})`;

/** Reads the outcome of the valid statement on each record; a record without one is left out. */
export async function listCertificateOutcomes(
  db: Reader,
  kind: Certified['kind'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Outcome>> {
  if (ids.length === 0) return new Map();
  const column = sql.identifier(`${kind}_id`);
  const samples = sql`${sql.identifier(kind === 'assay' ? 'assays' : 'analyses')}`;
  const { rows } = await db.execute(sql`
    select c.${column} as id, c.outcome from certificate_confirmations c
    where c.${column} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      and not exists (select from certificate_confirmations later where later.replaces_id = c.id)
      and (c.outcome <> 'confirmed' or not exists (${WITHDRAWN}) or exists (${STANDING(samples)}))`);
  return new Map(
    z
      .array(OutcomeRow)
      .parse(rows)
      .map(({ id, outcome }) => [id, outcome]),
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
