/** The migration 0061: certificates that count as evidence. */
import { expect, it } from 'vitest';
import { LAW_SHAPES } from '../../../src/recovery/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();

it('0061_judge_certificates wants confirmed certificates from 2026 on', async () => {
  const { rows } = await db.db.$client.query(
    `select to_char(valid_from, 'YYYY-MM-DD') as "validFrom", value, source, confidence from law_values
    where key = 'recovery.laboratory-evidence' order by valid_from`,
  );
  const shape = LAW_SHAPES['recovery.laboratory-evidence'];
  expect(rows.map(({ validFrom, value, confidence }) => [validFrom, shape.parse(value), confidence])).toEqual([
    ['2020-01-01', { certificates: 'stated' }, 'I'],
    ['2026-01-01', { certificates: 'confirmed' }, 'I'],
  ]);
});
