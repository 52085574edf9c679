/** Lists open duties within the visibility of a caller. */
import { inArray, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';

import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { manifests } from '../tables.ts';
import { DUTY_STATES, daysLeft, dutyOf, isOverdue } from './duties.ts';
import type { DutyListQuery, DutyResponse } from './duty-schemas.ts';

type DutyState = keyof typeof DUTY_STATES;
const STATES = Object.keys(DUTY_STATES) as DutyState[];

/** Last day of the open duty of a manifest. */
const DUE_ON = sql<string | null>`case ${manifests.state} when 'offline_paper' then ${manifests.backfillDueOn}
  when 'arrived' then ${manifests.confirmationDueOn} when 'disputed' then ${manifests.confirmationDueOn} end`;

/** The condition that a duty is open, and that its last day has ended, or that this is not so. */
export function overdue(wanted: boolean, today: string): SQL {
  return wanted ? dueBefore(today) : sql`(${DUE_ON} < ${today}) is not true`;
}

/** The condition that a duty is open, and its last day before a day. */
export const dueBefore = (day: string): SQL => sql`${inArray(manifests.state, STATES)} and ${DUE_ON} < ${day}`;

/** Lists open duties, those of the oldest manifest first. */
export function listDuties(
  db: Reader,
  visible: SQL | undefined,
  query: z.infer<typeof DutyListQuery> & { readonly today: string },
): Promise<Page<z.infer<typeof DutyResponse>>> {
  const { today, duty, partyId } = query;
  const states = STATES.filter((state) => duty === undefined || DUTY_STATES[state] === duty);
  const where = [
    visible,
    inArray(manifests.state, states),
    partyId === undefined ? undefined : ofParty(partyId),
    query.overdue === undefined ? undefined : overdue(query.overdue === 'true', today),
    query.dueBefore === undefined ? undefined : dueBefore(query.dueBefore),
  ];
  return page(db, manifests, { query, where, toItem: (manifest) => toDuty(manifest, today) });
}

const ofParty = (partyId: string): SQL =>
  sql`case ${manifests.state} when 'offline_paper' then ${manifests.consignorId} else ${manifests.receiverId} end = ${partyId}`;

function toDuty(manifest: typeof manifests.$inferSelect, today: string): z.infer<typeof DutyResponse> {
  const { id, state, number } = manifest;
  const open = dutyOf(state, manifest);
  if (open === undefined) throw new Error(`the manifest ${id} has no duty in the state ${state}`);
  return {
    ...{ duty: open.kind, partyId: manifest[`${open.role}Id`], manifestId: id, number, state },
    ...{ dueOn: open.dueOn, daysLeft: daysLeft(open, today), overdue: isOverdue(open, today) },
  };
}
