/** Metrics of manifests: on their way and overdue by state, waiting for a number, and lately with irregular dates. */
import { sql } from 'drizzle-orm';
import type { Db } from '../../platform/database/db.ts';
import type { Figures } from '../../platform/operation/metrics.ts';
import type { ManifestState } from '../rules/document.ts';
import type { Warning } from '../rules/warning.ts';

const OPEN = 'leadloop_manifests_open';
const OVERDUE = 'leadloop_manifests_overdue';
const WAITING = 'leadloop_manifests_waiting_for_number';
const WAITING_SINCE = 'leadloop_manifests_waiting_for_number_seconds';
const BEFORE_NUMBER = 'leadloop_manifests_before_number';
const AGAINST_COMPLETION = 'leadloop_manifests_against_completion';
const OUTSIDE_OUTAGE = 'leadloop_manifests_outside_outage';

/** Days from the draft on in which a manifest with an irregular date is counted. */
const LATELY = 7;
const markOf = (code: Warning['code']) => JSON.stringify([{ code }]);

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

/** States of manifests that may have an irregular step: on paper, or handed over. */
const BEGUN: readonly ManifestState[] = [
  ...(['offline_paper', 'submitted', 'handed_over', 'in_transit', 'arrived', 'disputed'] as const),
  ...(['accepted', 'partially_accepted', 'rejected', 'closed'] as const),
];

/** Returns the least id of records made at an instant: ids begin with their time (UUIDv7). */
const firstIdOf = (at: number): string => at.toString(16).padStart(12, '0').padEnd(32, '0');

export const MANIFEST_FIGURES: Figures = {
  gauges: [
    { name: OPEN, help: 'Manifests on their way, by state', labels: ['state'] },
    { name: OVERDUE, help: 'Manifests whose next step the law wanted before today, by state', labels: ['state'] },
    { name: WAITING, help: 'Manifests that wait for their national number', labels: [] },
    { name: WAITING_SINCE, help: 'Time since the last step of the manifest that has waited longest', labels: [] },
    {
      name: BEFORE_NUMBER,
      help: `Manifests drafted in the last ${LATELY} days with a step dated before the national number`,
      labels: [],
    },
    {
      name: AGAINST_COMPLETION,
      help: `Manifests drafted in the last ${LATELY} days with a step that contradicts the completion of their transfer on paper`,
      labels: [],
    },
    {
      name: OUTSIDE_OUTAGE,
      help: `Manifests drafted in the last ${LATELY} days on paper, at a time and place without a declared outage`,
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
    const { rows: marked } = await db.execute<{ before: number; against: number; outside: number }>(sql`
      select count(*) filter (where warnings @> ${markOf('before-number')}::jsonb)::float8 as before,
        count(*) filter (where warnings @> ${markOf('against-completion')}::jsonb)::float8 as against,
        count(*) filter (where warnings @> ${markOf('paper-outside-outage')}::jsonb)::float8 as outside
      from manifests where state in ${BEGUN}
        and id >= ${firstIdOf(now.getTime() - LATELY * 86_400_000)}::uuid and warnings <> '[]'::jsonb`);
    const ofStates = Object.entries(STATES).flatMap(([state, hasLastDay]) => [
      { name: OPEN, labels: { state }, value: found.get(state)?.open ?? 0 },
      ...(hasLastDay ? [{ name: OVERDUE, labels: { state }, value: found.get(state)?.overdue ?? 0 }] : []),
    ]);
    return [
      ...ofStates,
      ...(await readWaiting(db, now)),
      { name: BEFORE_NUMBER, labels: {}, value: marked[0]?.before ?? 0 },
      { name: AGAINST_COMPLETION, labels: {}, value: marked[0]?.against ?? 0 },
      { name: OUTSIDE_OUTAGE, labels: {}, value: marked[0]?.outside ?? 0 },
    ];
  },
};

/** Reads the manifests without a number. One on paper goes on without it, and waits nevertheless. */
async function readWaiting(db: Db, now: Date) {
  const { rows } = await db.execute<{ found: number; seconds: number }>(sql`
    select count(*)::float8 as found,
      greatest(coalesce(extract(epoch from ${now.toISOString()}::timestamptz - min(updated_at)), 0), 0)::float8 as seconds
    from manifests where state in ${NAMES} and version > 0 and number is null`);
  return [
    { name: WAITING, labels: {}, value: rows[0]?.found ?? 0 },
    { name: WAITING_SINCE, labels: {}, value: rows[0]?.seconds ?? 0 },
  ];
}
