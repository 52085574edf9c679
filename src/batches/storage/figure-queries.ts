/** Metric of stocks: sites above a limit of mass or time. */
import { dayOf } from '../../core/calendar.ts';
import type { Db } from '../../platform/database/db.ts';
import type { Figures } from '../../platform/operation/metrics.ts';
import { countExceeded } from './queries.ts';

const OVER_LIMIT = 'leadloop_storage_sites_over_limit';

export const STORAGE_FIGURES: Figures = {
  gauges: [{ name: OVER_LIMIT, help: 'Sites that store more than their limit, or for longer', labels: [] }],
  read: async (db: Db, now) => [{ name: OVER_LIMIT, labels: {}, value: await countExceeded(db, dayOf(now)) }],
};
