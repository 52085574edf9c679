/** Circumstances of assays that weaken them as evidence, and the runs and materials that outputs came from. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { uuidsOf } from '../../platform/database/uuids.ts';

/** An assay with what it says of its evidence. */
type AssayEvidence = {
  readonly assayId: string;
  readonly basis: string;
  readonly material: string;
  readonly ppm: number;
  readonly moisturePpm: number;
  readonly laboratory: string;
  readonly laboratoryKind: 'external' | 'own' | null;
  readonly partyName: string;
  readonly hasCertificate: boolean;
  readonly hasNumber: boolean;
  readonly hasStoredCertificate: boolean;
  readonly replaces: boolean;
  readonly sampledAt: Date;
  readonly recordedAt: Date;
  readonly firstAt: Date | null;
};

/** An assay as the database returns it. A year has too many assays to check each. */
type EvidenceRow = Omit<AssayEvidence, 'sampledAt' | 'recordedAt' | 'firstAt'> & {
  readonly sampledAt: string;
  readonly recordedAt: string;
  readonly firstAt: string | null;
};

/** SQL for the name that the organisation had when the sample was taken: a later change of its name hides no own laboratory. */
const NAME_THEN = sql`case when p.id in (select renamed.record_id from register_changes renamed where renamed.kind = 'party' and renamed.before ? 'name')
      then coalesce((
        select changed.before ->> 'name' from register_changes changed
        where changed.record_id = p.id and changed.kind = 'party' and changed.recorded_at > a.sampled_at
          and changed.before ? 'name' order by changed.version limit 1), p.name)
      else p.name end`;

/** SQL for the first instant at which a batch was there to be sampled. */
const FIRST = sql`coalesce(f.handed_over_at, r.started_at, b.occurred_at)`;

/**
 * Reads the evidence of assays. `firstAt` is the first instant of a batch that was sampled earlier; null for all others, another
 * basis, bought feed, and batches that were split or merged.
 */
export async function listAssayEvidence(db: Reader, assayIds: readonly string[]): Promise<AssayEvidence[]> {
  if (assayIds.length === 0) return [];
  const { rows } = await db.execute<EvidenceRow>(sql`
    select a.id as "assayId", a.basis, coalesce(a.material, o.material, b.material, '900-052-31') as material, a.ppm,
      a.moisture_ppm as "moisturePpm", a.laboratory, a.laboratory_kind as "laboratoryKind", ${NAME_THEN} as "partyName",
      coalesce(a.certificate_number, a.certificate_sha256, a.certificate_file_id::text) is not null as "hasCertificate",
      a.certificate_number is not null as "hasNumber",
      a.certificate_file_id is not null as "hasStoredCertificate",
      a.replaces_id is not null as replaces, a.sampled_at as "sampledAt", a.recorded_at as "recordedAt",
      case when a.basis = 'run' then sampled.started_at
        when a.sampled_at >= ${FIRST} then null
        when b.evidence like 'supply:%' or exists (select from movements m
          where m.to_batch_id = b.id and m.kind in ('split', 'merge', 'return')) then null
        else ${FIRST} end as "firstAt"
    from assays a join parties p on p.id = a.party_id left join batches b on b.id = a.batch_id
      left join run_outputs o on o.batch_id = b.id left join runs r on r.id = o.run_id left join runs sampled on sampled.id = a.run_id
      left join manifest_lines line on line.received_batch_id = b.id left join manifests f on f.id = line.manifest_id
    where a.id = any(${uuidsOf(assayIds)}::uuid[])`);
  return rows.map(({ sampledAt, recordedAt, firstAt, ...assay }) => ({
    ...assay,
    ...{ sampledAt: new Date(sampledAt), recordedAt: new Date(recordedAt) },
    firstAt: firstAt === null ? null : new Date(firstAt),
  }));
}

const LaboratoryRow = z.object({ analysisId: z.string(), laboratory: z.string(), partyName: z.string() });

/** Reads the laboratories of analyses, with the name that the organisation had when the sample was taken. */
export async function listAnalysisLaboratories(
  db: Reader,
  analysisIds: readonly string[],
): Promise<z.infer<typeof LaboratoryRow>[]> {
  if (analysisIds.length === 0) return [];
  const { rows } = await db.execute(sql`
    select a.id as "analysisId", a.laboratory, ${NAME_THEN} as "partyName"
    from analyses a join parties p on p.id = a.party_id
    where a.id in (select jsonb_array_elements_text(${JSON.stringify(analysisIds)}::jsonb)::uuid)`);
  return z.array(LaboratoryRow).parse(rows);
}

const MadeRow = z.object({
  ...{ batchId: z.string(), runId: z.string(), material: z.string(), madeAt: z.coerce.date() },
});

/** Reads the runs that made batches, or the batches from which they were split. Others are left out. */
export async function listMadeOf(db: Reader, batchIds: readonly string[]): Promise<z.infer<typeof MadeRow>[]> {
  if (batchIds.length === 0) return [];
  const { rows } = await db.execute(sql`
    with recursive lineage as (
      select id as batch_id, id as ancestor_id, 0 as depth from (
        select distinct id from unnest(${uuidsOf(batchIds)}::uuid[]) one(id)) asked
      union all
      select l.batch_id, m.from_batch_id, l.depth + 1 from lineage l
        join movements m on m.to_batch_id = l.ancestor_id and m.kind in ('split', 'dispatch', 'return')
      where m.from_batch_id is not null and l.depth < 50
    )
    select distinct on (l.batch_id) l.batch_id as "batchId", o.run_id as "runId", o.material, o.occurred_at as "madeAt"
    from lineage l join run_outputs o on o.batch_id = l.ancestor_id order by l.batch_id, l.depth`);
  return z.array(MadeRow).parse(rows);
}
