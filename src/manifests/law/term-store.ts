/** Reads and writes terms that were unknown, many at once. Contains no rule. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import type { ManifestDeadlines } from './deadlines.ts';
import type { Entry, UnknownTerms } from './unknown-terms.ts';

/** Days on which unknown terms begin. */
export type BeginningDays = { readonly arrivals: readonly string[]; readonly transfers: readonly string[] };

const ARRIVED_AT = sql`m.document->>'arrivedAt'`;
const COMPLETED_AT = sql`m.document->'paper'->>'transferCompletedAt'`;
// The conditions of the partial indexes of manifests with unknown terms.
const UNCONFIRMED = sql`m.confirmation_due_on is null and ${ARRIVED_AT} is not null`;
const UNFILLED = sql`m.backfill_due_on is null and ${COMPLETED_AT} is not null`;
const dayOf = (instant: SQL) => sql`((${instant})::timestamptz at time zone 'Asia/Shanghai')::date::text`;

/** Leads the transaction to the partial indexes. The planner knows no share of a member of a document, and would read all manifests. */
const useIndexes = (tx: Tx) => tx.execute(sql`set local enable_seqscan to off`);

/** Lists the days on which unknown terms begin. */
export async function listBeginningDays(tx: Tx): Promise<BeginningDays> {
  await useIndexes(tx);
  const { rows } = await tx.execute<{ arrivals: string[]; transfers: string[] }>(sql`
    select array(select distinct ${dayOf(ARRIVED_AT)} from manifests m where ${UNCONFIRMED}) as arrivals,
      array(select distinct ${dayOf(COMPLETED_AT)} from manifests m where ${UNFILLED}) as transfers`);
  return rows[0] ?? { arrivals: [], transfers: [] };
}

type Row = ManifestDeadlines & {
  id: string;
  arrivedAt: string | null;
  transferCompletedAt: string | null;
  decision: Entry | null;
  backfill: Entry | null;
};

/** Locks manifests whose unknown terms begin on these days. Another process takes others meanwhile. */
export async function lockUnknown(
  tx: Tx,
  { arrivals, transfers }: BeginningDays,
  limit: number,
): Promise<UnknownTerms[]> {
  await useIndexes(tx);
  const among = (days: readonly string[]) => sql`in (select jsonb_array_elements_text(${JSON.stringify(days)}::jsonb))`;
  const { rows } = await tx.execute<Row>(sql`
    select m.id, m.confirmation_due_on::text as "confirmationDueOn", m.late, m.backfill_due_on::text as "backfillDueOn",
      m.backfilled_late as "backfilledLate", ${ARRIVED_AT} as "arrivedAt", ${COMPLETED_AT} as "transferCompletedAt",
      (${entryOf(sql`('accept', 'accept_partially', 'reject')`)}) as decision, (${entryOf(sql`('backfill')`)}) as backfill
    from manifests m
    where m.id in (
      select m.id from manifests m where ${UNCONFIRMED} and ${dayOf(ARRIVED_AT)} ${among(arrivals)}
      union all select m.id from manifests m where ${UNFILLED} and ${dayOf(COMPLETED_AT)} ${among(transfers)})
    order by m.id limit ${limit} for update skip locked`);
  return rows;
}

/** Reads the entry of a step. A step of another province counts as recorded when it was claimed. */
function entryOf(steps: SQL): SQL {
  return sql`select jsonb_build_object('at', s.taken_at, 'recordedAt',
      case when s.source like 'partner:%' then s.taken_at else s.recorded_at end)
    from manifest_steps s where s.manifest_id = m.id and s.step in ${steps} order by s.version desc limit 1`;
}

/** Stores the terms of locked manifests, and nothing else of them. */
export async function saveTerms(
  tx: Tx,
  terms: readonly (ManifestDeadlines & { readonly id: string })[],
): Promise<void> {
  await tx.execute(sql`
    update manifests m set confirmation_due_on = t."confirmationDueOn", late = t.late,
      backfill_due_on = t."backfillDueOn", backfilled_late = t."backfilledLate"
    from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as t(id uuid, "confirmationDueOn" date, late boolean,
      "backfillDueOn" date, "backfilledLate" boolean)
    where m.id = t.id`);
}
