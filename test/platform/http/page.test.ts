import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { PageQuery, readCursor, toPage } from '../../../src/platform/http/page.ts';

/** Reads a list page by page with `limit + 1` rows each, as queries do. */
function readAll(rows: readonly number[], limit: number): number[] {
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const after = readCursor(cursor, z.coerce.number()) ?? Number.NEGATIVE_INFINITY;
    const found = rows.filter((row) => row > after).slice(0, limit + 1);
    const page = toPage(found, limit, String, (row) => row);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && seen.length <= rows.length);
  return seen;
}

it('pages of any size give every row once, in order', () => {
  const lists = fc.uniqueArray(fc.integer(), { maxLength: 50 }).map((rows) => rows.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 60 }), (rows, limit) => {
      expect(readAll(rows, limit)).toEqual(rows);
    }),
  );
});

it('a full last page has no next one', () => {
  expect(toPage([1, 2], 2, String, (row) => row).nextCursor).toBeNull();
  expect(toPage([1, 2, 3], 2, String, (row) => row).nextCursor).not.toBeNull();
});

it.each(['x', 'bm90LWEtdXVpZA', '////', ''])('a cursor that no list gave is refused: %s', (cursor) =>
  expect(() => readCursor(cursor, z.uuid())).toThrow('cursor-invalid'),
);

it.each([
  { limit: '0' },
  { limit: '201' },
  { limit: '1.5' },
  { limit: 'ten' },
  { limit: ['1', '2'] },
  { cursor: '%' },
  { page: '2' },
])('a query as %j is refused', (query) => expect(PageQuery.safeParse(query).success).toBe(false));
