/** Contradictions of laboratories that a correction has not settled, for rates. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import type { Certified } from './confirmation.ts';

/** SQL for a statement on another sample, whose content says nothing of this one. */
const OTHER_SAMPLE = sql`c.sample_differences && array['sampleMaterial', 'sampleMark']`;

const IdRow = z.object({ id: z.string() });

/**
 * Lists the records of which an earlier version was contradicted with a content other than the present one, whatever laboratory
 * the present one names. After a version that was disowned, the present one needs a confirmation; after one of another sample,
 * it needs one of the same laboratory.
 */
export async function listDeniedBefore(
  db: Reader,
  kind: Certified['kind'],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const table = sql.identifier(kind === 'assay' ? 'assays' : 'analyses');
  const column = sql.identifier(`${kind}_id`);
  const moisture = sql.raw(kind === 'assay' ? 'moisture_ppm' : '0');
  const valid = (of: string) =>
    sql`not exists (select from certificate_confirmations later where later.replaces_id = ${sql.raw(of)}.id)`;
  const { rows } = await db.execute(sql`
    with recursive version as (
      select id, ppm, ${moisture} as moisture_ppm, replaces_id as earlier_id from ${table}
      where replaces_id is not null and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      union all
      select v.id, v.ppm, v.moisture_ppm, earlier.replaces_id from version v join ${table} earlier on earlier.id = v.earlier_id
      where earlier.replaces_id is not null
    )
    select distinct v.id from version v join certificate_confirmations c on c.${column} = v.earlier_id
    where ${valid('c')} and (
      c.outcome = 'contradicted' and not ${OTHER_SAMPLE}
        and (c.ppm, coalesce(c.moisture_ppm, 0)) is distinct from (v.ppm, v.moisture_ppm)
      or (c.outcome = 'disowned' or ${OTHER_SAMPLE}) and not exists (
        select from certificate_confirmations present where present.${column} = v.id and present.outcome = 'confirmed'
          and (c.outcome = 'disowned' or present.laboratory_id = c.laboratory_id) and ${valid('present')}))`);
  return new Set(
    z
      .array(IdRow)
      .parse(rows)
      .map(({ id }) => id),
  );
}
