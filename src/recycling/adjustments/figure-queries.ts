/** Metric of stock adjustments above the limit of one person: those that wait, and those that were booked lately. */
import { sql } from 'drizzle-orm';
import type { Figures } from '../../platform/operation/metrics.ts';

const ABOVE_LIMIT = 'leadloop_stock_adjustments_above_limit';

/** Days over which decided adjustments are counted. */
const LATELY = 30;

const STATES = ['proposed', 'booked', 'rejected', 'expired'] as const;

export const ADJUSTMENT_FIGURES: Figures = {
  gauges: [
    {
      name: ABOVE_LIMIT,
      help: 'Stock adjustments that one person may not book: all that are proposed, and those decided or expired in the last 30 days, by state',
      labels: ['state'],
    },
  ],
  read: async (db, now) => {
    const at = now.toISOString();
    const { rows } = await db.execute<{ state: string; found: number }>(sql`
      select case when state = 'proposed' and expires_at <= ${at} then 'expired' else state end as state,
        count(*)::float8 as found
      from stock_adjustments where above_limit and (state = 'proposed' and expires_at > ${at}
        or coalesce(decided_at, expires_at) > ${at}::timestamptz - make_interval(days => ${LATELY})) group by 1`);
    const found = new Map(rows.map((row) => [row.state, row.found]));
    return STATES.map((state) => ({ name: ABOVE_LIMIT, labels: { state }, value: found.get(state) ?? 0 }));
  },
};
