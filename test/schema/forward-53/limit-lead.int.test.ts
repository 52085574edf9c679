/** The migration 0053: tolerance of the lead of outputs. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { LAW_SHAPES } from '../../../src/recycling/index.ts';
import { useDatabase } from '../../setup/database.ts';

const db = useDatabase();
const Row = z.object({ value: z.unknown(), source: z.string(), confidence: z.string() });

it('0053_limit_lead dates the tolerance between the lead of outputs and feeds, as a choice of this service', async () => {
  const { rows } = await db.db.$client.query(
    `select value, source, confidence from law_values where valid_to is null and key = 'recycling.lead-tolerance'`,
  );
  const [row] = z.array(Row).parse(rows);
  expect(LAW_SHAPES['recycling.lead-tolerance'].parse(row?.value)).toEqual({ shareBasisPoints: 300 });
  expect([row?.source.startsWith('Choice of this service'), row?.confidence]).toEqual([true, 'I']);
});
