/** The migration 0097: from when on receipts count in their period only, the whole closing gate counts, and counts are observed on their day. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { LAW_SHAPES as RECYCLING_SHAPES } from '../../../src/recycling/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();
const SHAPES = { ...LAW_SHAPES, ...RECYCLING_SHAPES };

it.each([
  ['recovery.sale-receipts', { receipts: 'transit' }, { receipts: 'period' }],
  ['recovery.gate-loads', { scope: 'growth' }, { scope: 'closing' }],
  ['recycling.stock-observation', { days: 3 }, { days: 0 }],
] as const)('0097_hold_evidence_to_days dates %s', async (key, before, since) => {
  const { rows } = await db.db.$client.query(
    `select valid_from::text as since, valid_to::text as until, value, confidence from law_values
     where key = $1 order by valid_from`,
    [key],
  );
  expect(rows).toEqual([
    { since: '2020-01-01', until: '2026-01-01', value: before, confidence: 'I' },
    { since: '2026-01-01', until: null, value: since, confidence: 'I' },
  ]);
  for (const { value } of rows) expect(SHAPES[key].parse(value)).toEqual(value);
});
