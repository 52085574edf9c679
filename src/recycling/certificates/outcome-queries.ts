/** Valid statements of laboratories on the certificates of records, for rates. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { type Certified, OUTCOMES, type Outcome } from './confirmation.ts';

const OutcomeRow = z.object({ id: z.string(), outcome: z.enum(OUTCOMES) });

/** Reads the outcome of the valid statement on each record; a record without one is left out. */
export async function listCertificateOutcomes(
  db: Reader,
  kind: Certified['kind'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Outcome>> {
  if (ids.length === 0) return new Map();
  const column = sql.identifier(`${kind}_id`);
  const { rows } = await db.execute(sql`
    select c.${column} as id, c.outcome from certificate_confirmations c
    where c.${column} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      and not exists (select from certificate_confirmations later where later.replaces_id = c.id)`);
  return new Map(
    z
      .array(OutcomeRow)
      .parse(rows)
      .map(({ id, outcome }) => [id, outcome]),
  );
}
