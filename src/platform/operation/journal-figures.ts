/** Metrics of the check of the journal. */
import { sql } from 'drizzle-orm';
import type { Figures } from './metrics.ts';

const VERIFIED = 'leadloop_journal_verified_index';
const FAULTS = 'leadloop_journal_faults';
const AGE = 'leadloop_journal_verification_age_seconds';

export const JOURNAL_FIGURES: Figures = {
  gauges: [
    { name: VERIFIED, help: 'Index up to which the background check has verified the journal', labels: [] },
    { name: FAULTS, help: '1 while the background check stands at a fault of the journal', labels: [] },
    {
      name: AGE,
      help: 'Time since the background check last reached the end of the journal without a fault',
      labels: [],
    },
  ],
  read: async (db) => {
    const { rows } = await db.execute<{ position: string; faulty: number; age: number }>(sql`
      select position, (fault is not null)::int as faulty,
        extract(epoch from now() - coalesce(finished_at, begun_at))::float8 as age from journal_verification`);
    return rows.flatMap(({ position, faulty, age }) => [
      { name: VERIFIED, labels: {}, value: Number(position) },
      { name: FAULTS, labels: {}, value: faulty },
      { name: AGE, labels: {}, value: age },
    ]);
  },
};
