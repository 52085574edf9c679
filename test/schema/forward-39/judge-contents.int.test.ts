/** The migration 0042: plausible lead contents, and the tolerance of counted ones. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { LAW_SHAPES as RECOVERY } from '../../../src/recovery/index.ts';
import { LAW_SHAPES } from '../../../src/recycling/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();
const Row = z.object({ key: z.string(), value: z.unknown(), source: z.string(), confidence: z.string() });

it('0042_judge_contents dates a range for every lead-bearing material, as a choice of this service', async () => {
  const { rows } = await db.db.$client.query(
    `select key, value, source, confidence from law_values where valid_to is null and key in (
       'recycling.content-ranges', 'recovery.counted-content', 'recycling.materials') order by key`,
  );
  const [counted, ranges, materials] = z.array(Row).parse(rows);
  for (const one of [counted, ranges]) {
    expect([one?.source.startsWith('Choice of this service'), one?.confidence]).toEqual([true, 'I']);
  }
  expect(RECOVERY['recovery.counted-content'].parse(counted?.value).shareBasisPoints).toBeGreaterThan(0);
  const listed = LAW_SHAPES['recycling.content-ranges'].parse(ranges?.value).map(({ material }) => material);
  const made = LAW_SHAPES['recycling.materials'].parse(materials?.value).map(({ code }) => code);
  expect(listed).toEqual(expect.arrayContaining([...made, 'work_in_progress', '900-052-31']));
  expect(new Set(listed).size).toBe(listed.length);
});
