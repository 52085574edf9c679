/** The migration 0077: years that came with a release are the first version of their calendar. */
import { expect, it } from 'vitest';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0077_load_calendar keeps the loaded years as notices, with the days that count', async () => {
  const { rows } = await db.db.$client.query(
    `select year, version, number, jsonb_array_length(days_off) as off, jsonb_array_length(working_weekend_days) as work
    from work_calendar_notices order by year`,
  );
  const { rows: days } = await db.db.$client.query(
    `select extract(year from day)::int as year, count(*)::int as named from work_calendar group by 1 order by 1`,
  );
  expect(rows.map(({ year, version, number }) => [year, version, number])).toEqual([
    [2024, 1, null],
    [2025, 1, null],
    [2026, 1, null],
  ]);
  expect(rows.map(({ year, off, work }) => ({ year, named: off + work }))).toEqual(days);
});

it('0077_load_calendar keeps notices as they were loaded', async () => {
  const change = db.db.$client.query("update work_calendar_notices set title = 'x' where year = 2026");
  await expect(change).rejects.toThrow('permission denied');
});
