/** Slag leaves on the record of the enterprise alone, as before 2027: for tests that are about products, not about slag. */
import { sql } from 'drizzle-orm';
import type { TestApp } from '../../app/fixture.ts';

export const letSlagLeaveByRecord = ({ database }: TestApp) =>
  database.db.execute(
    sql`insert into law_values (key, valid_from, valid_to, value, source, confidence)
      values ('recycling.waste-by-manifest', '2027-01-02', null, '{"moves": "recorded"}', '演示', 'I') on conflict do nothing`,
  );
