/** Pages of a table in the order of its ids. */
import { and, asc, eq, gt, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { type Page, readCursor, toPage } from '../http/index.ts';
import type { Reader } from './db.ts';

type PagedTable = PgTable & { readonly id: PgColumn };

type PageOf<Row, Item> = {
  readonly query: { readonly limit: number; readonly cursor?: string | undefined };
  /** Conditions that all hold; `undefined` is no condition. */
  readonly where?: readonly (SQL | undefined)[];
  readonly toItem: (row: Row) => Item;
};

/** Reads the page of a table that a list query asks for. @throws Problem `cursor-invalid` */
export async function page<Table extends PagedTable, Item>(
  db: Reader,
  table: Table,
  { query, where = [], toItem }: PageOf<Table['$inferSelect'], Item>,
): Promise<Page<Item>> {
  const rows: Table['$inferSelect'][] = await db
    .select()
    .from<PgTable>(table)
    .where(and(...where, afterCursor(table.id, query.cursor)))
    .orderBy(asc(table.id))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, ({ id }) => String(id), toItem);
}

const NumberPlace = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** The condition that rows come after the one a cursor names by its id. @throws Problem `cursor-invalid` */
export function afterCursor(id: PgColumn, cursor: string | undefined): SQL | undefined {
  const after = readCursor<string | number>(cursor, id.dataType === 'number' ? NumberPlace : z.uuid());
  return after === undefined ? undefined : gt(id, after);
}

/** The condition that a column equals a filter of a query. A filter that was not given is no condition. */
export function equals<Value>(column: PgColumn, value: Value | undefined): SQL | undefined {
  return value === undefined ? undefined : eq(column, value);
}
