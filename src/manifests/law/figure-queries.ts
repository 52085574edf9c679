/** Metrics of manifests on their way: how many are in each state, and how many of them are overdue. */
import { sql } from 'drizzle-orm';
import type { Figures } from '../../platform/operation/metrics.ts';
import type { ManifestState } from '../rules/document.ts';

const OPEN = 'leadloop_manifests_open';
const OVERDUE = 'leadloop_manifests_overdue';

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

export const MANIFEST_FIGURES: Figures = {
  gauges: [
    { name: OPEN, help: 'Manifests on their way, by state', labels: ['state'] },
    { name: OVERDUE, help: 'Manifests whose next step the law wanted before today, by state', labels: ['state'] },
  ],
  // The index of states leads to the open manifests, which are few among all.
  read: async (db) => {
    const { rows } = await db.execute<{ state: string; open: number; overdue: number }>(sql`
      select state, count(*)::float8 as open, count(*) filter (where
        case state when 'offline_paper' then backfill_due_on else confirmation_due_on end
          < (now() at time zone 'Asia/Shanghai')::date)::float8 as overdue
      from manifests where state in ${NAMES} group by state`);
    const found = new Map(rows.map((row) => [row.state, row]));
    return Object.entries(STATES).flatMap(([state, hasLastDay]) => [
      { name: OPEN, labels: { state }, value: found.get(state)?.open ?? 0 },
      ...(hasLastDay ? [{ name: OVERDUE, labels: { state }, value: found.get(state)?.overdue ?? 0 }] : []),
    ]);
  },
};
