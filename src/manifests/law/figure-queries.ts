/** Metrics of manifests: on their way by state, overdue by state, and lately dated before their number. */
import { sql } from 'drizzle-orm';
import type { Figures } from '../../platform/operation/metrics.ts';
import type { ManifestState } from '../rules/document.ts';

const OPEN = 'leadloop_manifests_open';
const OVERDUE = 'leadloop_manifests_overdue';
const BEFORE_NUMBER = 'leadloop_manifests_before_number';

/** Days from the draft on in which a manifest with a step before its number is counted. */
const LATELY = 7;
const MARKED = JSON.stringify([{ code: 'before-number' }]);

/** States from which a manifest goes on, each with true when the law sets a last day for the next step. */
const STATES = {
  offline_paper: true,
  submitted: false,
  handed_over: false,
  in_transit: false,
  arrived: true,
  disputed: true,
} as const satisfies Partial<Record<ManifestState, boolean>>;

const NAMES = Object.keys(STATES);

/** States of manifests that were handed over, so that one of their steps may be dated before the number. */
const UNDER_WAY: readonly ManifestState[] = [
  ...(['handed_over', 'in_transit', 'arrived', 'disputed'] as const),
  ...(['accepted', 'partially_accepted', 'rejected', 'closed'] as const),
];

/** Returns the least id of records made at an instant: ids begin with their time (UUIDv7). */
const firstIdOf = (at: number): string => at.toString(16).padStart(12, '0').padEnd(32, '0');

export const MANIFEST_FIGURES: Figures = {
  gauges: [
    { name: OPEN, help: 'Manifests on their way, by state', labels: ['state'] },
    { name: OVERDUE, help: 'Manifests whose next step the law wanted before today, by state', labels: ['state'] },
    {
      name: BEFORE_NUMBER,
      help: `Manifests drafted in the last ${LATELY} days with a step dated before the national number`,
      labels: [],
    },
  ],
  // The index of states leads to the open manifests, which are few among all.
  read: async (db, now) => {
    const { rows } = await db.execute<{ state: string; open: number; overdue: number }>(sql`
      select state, count(*)::float8 as open, count(*) filter (where
        case state when 'offline_paper' then backfill_due_on else confirmation_due_on end
          < (now() at time zone 'Asia/Shanghai')::date)::float8 as overdue
      from manifests where state in ${NAMES} group by state`);
    const found = new Map(rows.map((row) => [row.state, row]));
    const { rows: marked } = await db.execute<{ found: number }>(sql`
      select count(*)::float8 as found from manifests where state in ${UNDER_WAY}
        and id >= ${firstIdOf(now.getTime() - LATELY * 86_400_000)}::uuid and warnings @> ${MARKED}::jsonb`);
    const ofStates = Object.entries(STATES).flatMap(([state, hasLastDay]) => [
      { name: OPEN, labels: { state }, value: found.get(state)?.open ?? 0 },
      ...(hasLastDay ? [{ name: OVERDUE, labels: { state }, value: found.get(state)?.overdue ?? 0 }] : []),
    ]);
    return [...ofStates, { name: BEFORE_NUMBER, labels: {}, value: marked[0]?.found ?? 0 }];
  },
};
