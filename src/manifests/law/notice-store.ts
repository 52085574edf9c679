/** Records that a last day is near or has passed, once for each manifest and duty. Contains no rule. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import type { Duty, DutyKind } from './duties.ts';
import { DUTY_STATES } from './duties.ts';

export type NoticeKind = 'near' | 'passed';

/** Last days of which a notice is due: from the first one on, up to and without the second one. */
export type DueDays = { readonly from: string | null; readonly before: string };

export type DeadlineNotice = { readonly manifestId: string; readonly duty: DutyKind; readonly dueOn: string };

const STATES = Object.keys(DUTY_STATES);
const DUTY = sql`case m.state when 'offline_paper' then 'backfill' else 'confirm' end`;
const DUE_ON = sql`case m.state when 'offline_paper' then m.backfill_due_on else m.confirmation_due_on end`;

/**
 * Inserts the missing notices of open duties with such a last day. A manifest whose step is being recorded is left for the next
 * pass, so no step waits for many. Another process that inserts the same waits, and inserts none.
 */
export async function insertNotices(
  tx: Tx,
  { kind, days, at, limit }: { kind: NoticeKind; days: DueDays; at: Date; limit: number },
): Promise<DeadlineNotice[]> {
  const { rows } = await tx.execute<{ manifestId: string; duty: Duty['kind']; dueOn: string }>(sql`
    insert into manifest_deadline_notices (manifest_id, duty, kind, due_on, recorded_at)
    select o.id, o.duty, ${kind}, o.due_on, ${at.toISOString()} from (
      select m.id, ${DUTY} as duty, ${DUE_ON} as due_on from manifests m
      where m.state in ${STATES} and ${DUE_ON} < ${days.before} and ${DUE_ON} >= ${days.from ?? '-infinity'}
        and not exists (select 1 from manifest_deadline_notices n
          where n.manifest_id = m.id and n.duty = ${DUTY} and n.kind = ${kind})
      order by m.id limit ${limit} for key share of m skip locked) o
    on conflict do nothing
    returning manifest_id as "manifestId", duty, due_on::text as "dueOn"`);
  return rows;
}
