/** Metric of files whose bytes are damaged. */
import { sql } from 'drizzle-orm';
import type { Figures } from '../platform/operation/metrics.ts';

const DAMAGED = 'leadloop_files_damaged';

export const FILE_FIGURES: Figures = {
  gauges: [
    {
      name: DAMAGED,
      help: 'Contents of files that were read and did not have their SHA-256, or were gone; restore them from the backup',
      labels: [],
    },
  ],
  read: async (db) => {
    const { rows } = await db.execute<{ found: number }>(sql`
      select count(*)::float8 as found from file_contents where damaged_at is not null`);
    return [{ name: DAMAGED, labels: {}, value: rows[0]?.found ?? 0 }];
  },
};
