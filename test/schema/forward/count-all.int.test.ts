/** The migration 0033 on the law of before, which processes of the release before go on reading. */
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { execute } from '../../setup/postgres-server.ts';
import { useDatabaseBefore } from './database-before.ts';

const TAG = 'forward-25/0033_count_all_stock';

/** The forms that the release before reads; it refuses to record for recyclers when a row in force is of another form. */
const Code = z.string().regex(/^[\w-]{1,60}$/);
const Name = z.string().trim().min(1).max(300);
const SHAPES_OF_BEFORE = {
  'recycling.stock-items': z
    .array(z.looseObject({ code: Code, zh: Name, en: Name, term: z.enum(['battery_stock', 'work']) }))
    .min(1),
  'recycling.stock-materials': z.array(z.strictObject({ item: Code, materials: z.array(Code).min(1).max(100) })).min(1),
} as const;
const KEYS = Object.entries(SHAPES_OF_BEFORE);

/** Reads the rows of a key; those of an installation are among them. */
const rowsOf = (key: string) =>
  execute(
    url,
    `select valid_from::text, valid_to::text, value, source, confidence from law_values where key = '${key}' order by valid_from`,
  );
const lawOfBefore = () => Promise.all(KEYS.map(([key]) => rowsOf(key)));
let held: Awaited<ReturnType<typeof lawOfBefore>>;

const url = useDatabaseBefore(
  TAG,
  `insert into law_values (key, valid_from, valid_to, value, source, confidence) values
      ('recycling.stock-items', '2026-01-01', null, '[{"code": "all", "term": "work", "zh": "全部", "en": "All"}]', 'own', 'I'),
      ('recycling.stock-materials', '2026-01-01', null, '[{"item": "all", "materials": ["slag"]}]', 'own', 'I')`,
);
beforeAll(async () => {
  held = await lawOfBefore();
  await migrateDatabase(url);
});

it('leaves each row that the release before reads as it was', async () => {
  expect(held.map((rows) => rows.length)).toEqual([2, 2]);
  expect(await lawOfBefore()).toEqual(held);
});

it.each(KEYS)('all rows of %s are of the form that the release before reads', async (key, shape) => {
  const rows = await rowsOf(key);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.flatMap(({ value }) => shape.safeParse(value).error?.issues ?? [])).toEqual([]);
});

it.each([
  ['recycling.stock-items', 'recycling.counted-items'],
  ['recycling.stock-materials', 'recycling.counted-materials'],
] as const)('%s gives way to %s, which has the entries of before and more', async (old, key) => {
  const [first] = await rowsOf(old);
  const [row, ...others] = await rowsOf(key);
  expect([row?.valid_from, row?.valid_to, others]).toEqual(['2020-01-01', null, []]);
  const value = row?.value as unknown[];
  expect(value).toEqual(expect.arrayContaining(first?.value as unknown[]));
  expect(value).toHaveLength(15);
  expect(SHAPES_OF_BEFORE[old].safeParse(value).success).toBe(false);
});
