/** Reads and writes last days of assessments and revisions that were unknown. Contains no rule. */
import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../platform/database/db.ts';

/** A deadline without a last day. `number` is that of a revision; null for the state of the assessment. */
export type UnknownDay = {
  readonly assessmentId: string;
  readonly number: number | null;
  readonly since: string;
  /** Working days; null where the law of the day on which a revision opened says them. */
  readonly days: number | null;
};

/** A last day that is known now. */
export type KnownDay = Omit<UnknownDay, 'days'> & { readonly dueOn: string };

/** Lists the deadlines without a last day: of the present states, and of open revisions. */
export async function listUnknownDays(reader: Reader): Promise<UnknownDay[]> {
  const { rows } = await reader.execute<UnknownDay>(sql`
    select id as "assessmentId", null::int as number, state_since::text as since, due_days as days
    from assessments where due_on is null and due_days is not null and state <> 'withdrawn'
    union all
    select r.assessment_id, r.number, r.opened_at::text, null from assessment_revisions r
    join assessments a on a.id = r.assessment_id and a.open_revision = r.number where r.due_on is null
    order by 1, 2`);
  return rows;
}

/** Stores the last days that are still unknown, and nothing else. Returns those that it stored. */
export async function saveDays(tx: Tx, known: readonly KnownDay[]): Promise<KnownDay[]> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(known)}::jsonb)
    as k("assessmentId" uuid, number int, since timestamptz, "dueOn" date)`;
  const stored = sql`k."assessmentId", k.number, k.since::text as since, k."dueOn"::text as "dueOn"`;
  const { rows: states } = await tx.execute<KnownDay>(sql`
    update assessments a set due_on = k."dueOn" from ${given}
    where k.number is null and a.id = k."assessmentId" and a.state_since = k.since and a.due_on is null returning ${stored}`);
  const { rows: revisions } = await tx.execute<KnownDay>(sql`
    update assessment_revisions r set due_on = k."dueOn" from ${given}
    where r.assessment_id = k."assessmentId" and r.number = k.number and r.due_on is null returning ${stored}`);
  return [...states, ...revisions];
}
