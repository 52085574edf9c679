/** Mass accepted in a period under licences. */
import { sql } from 'drizzle-orm';
import type { Licence } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';

type AcceptedQuery = {
  readonly licences: readonly Pick<Licence, 'id'>[];
  readonly from: Date;
  readonly to: Date;
  /** The manifest whose decision is being recorded; it is left out. */
  readonly exceptManifestId: string;
  /** Also counts late entries: accepted before the period and entered within it. */
  readonly lateEntries: boolean;
};

/**
 * Reads the grams accepted in a half-open period, by licence. A renewed licence has the number of the licence before it
 * and continues its count: holder, number and mode identify the count.
 */
export async function sumAccepted(
  tx: Tx,
  { licences, from, to, exceptManifestId, lateEntries }: AcceptedQuery,
): Promise<Map<string, number>> {
  const { rows } = await tx.execute<{ id: string; grams: string }>(sql`
    select licence.id, coalesce(sum(manifest_lines.accepted_grams), 0) as grams
    from licences licence
    join licences counted on counted.party_id = licence.party_id and counted.number = licence.number
      and counted.mode = licence.mode
    join manifests on manifests.accepted_licence_id = counted.id and manifests.id <> ${exceptManifestId}
      and ((manifests.decided_at >= ${from.toISOString()} and manifests.decided_at < ${to.toISOString()})${lateEntries ? sql` or (${enteredWithin(from, to)})` : sql``})
    join manifest_lines on manifest_lines.manifest_id = manifests.id
    where licence.id in (select jsonb_array_elements_text(${JSON.stringify(licences.map(({ id }) => id))}::jsonb)::uuid)
    group by licence.id`);
  return new Map(rows.map(({ id, grams }) => [id, Number(grams)]));
}

/** Finds late entries by their warning. */
const enteredWithin = (from: Date, to: Date) => sql`
  manifests.decided_at < ${from.toISOString()} and exists (
    select from jsonb_array_elements(manifests.warnings) warning
    where warning->>'code' = 'late-entry' and warning->>'step' in ('accept', 'accept_partially')
      and (warning->'facts'->>'enteredAt')::timestamptz >= ${from.toISOString()}
      and (warning->'facts'->>'enteredAt')::timestamptz < ${to.toISOString()})`;
