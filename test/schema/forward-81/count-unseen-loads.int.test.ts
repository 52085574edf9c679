/** The migration 0091: from when on loads on the way, and loads from own sites that do not recycle, need more than one word. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it.each([
  ['recovery.loads-on-the-way', { loads: 'believed' }, { loads: 'counted' }],
  ['recovery.unconfirmed-sites', { sites: 'recyclers' }, { sites: 'all' }],
] as const)('0091_count_unseen_loads dates %s', async (key, before, since) => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [key],
  );
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: before, confidence: 'I' },
    { since: '2026-01-01', until: null, value: since, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(LAW_SHAPES[key].parse(value)).toEqual(value);
});
