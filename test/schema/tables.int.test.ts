/** The tables of drizzle (`tables.ts` of the features) against those of the database, both ways. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { is, SQL } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../setup/database.ts';

const database = useDatabase();

/** Tables that only SQL reads and writes. */
const WITHOUT_DEFINITION: Readonly<Record<string, string>> = {
  certificate_pairs: 'a view for the release before',
  earlier_certificate_pairs: 'pairs of before, which nothing reads',
  idempotency_keys: 'claimed and answered by statements that must be one round trip',
  journal_entries: 'appended by set-based statements, read by index',
  journal_entries_default: 'a partition',
  journal_heads: 'locked and moved by the statement that appends entries',
  journal_sealer: 'one row, moved by the sealer',
  journal_seals: 'numbered by the sealer in one statement',
  journal_subscriptions: 'moved by followers under a lock',
  journal_tree: 'one row, grown by the sealer',
  journal_tree_heads: 'written by the sealer',
  journal_verification: 'one row, moved by the check of the journal',
  manifest_deadline_notices: 'written by one statement for all manifests, and read within it',
  shared_certificates: 'written by the database alone, when a sample or a statement is inserted',
};

/** Columns that only SQL reads and writes, by their table. */
const COLUMNS_WITHOUT_DEFINITION: Readonly<Record<string, readonly string[]>> = {
  // A mark on what was recorded: a batch as features pass it on does not carry it.
  batches: ['unlicensed'],
};

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => /(^|\/)tables\.ts$/.test(path));
const modules = await Promise.all(files.map((path) => import(`${SRC}/${path}`)));
const tables = modules
  .flatMap((module) => Object.values(module))
  .filter((value): value is PgTable => is(value, PgTable));

type Column = {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly identity: string;
  /** Returns JSON text; null without a value. */
  readonly default: string | null;
  readonly inKey: boolean;
};

const nameOf = (column: PgColumn) => (column.keyAsName ? toSnakeCase(column.name) : column.name);
const typeOf = (column: PgColumn) => column.getSQLType().replace(/^char\(/, 'character(');

function defined(table: PgTable): Column[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const keyed = primaryKeys.flatMap((key) => key.columns.map(({ name }) => name));
  return columns.map((column) => {
    if (is(column.default, SQL)) throw new Error(`${column.name}: compare defaults of SQL as well`);
    return {
      name: nameOf(column),
      type: typeOf(column),
      notNull: column.notNull,
      identity: { always: 'a', byDefault: 'd' }[String(column.generatedIdentity?.type)] ?? '',
      default: column.default === undefined ? null : JSON.stringify(column.default),
      inKey: column.primary || keyed.includes(column.name),
    };
  });
}

async function migrated(table: string): Promise<Column[]> {
  const { rows } = await database.db.$client.query<Omit<Column, 'default'> & { expression: string | null }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as "notNull", attidentity as identity,
       pg_get_expr(adbin, adrelid) as expression,
       exists (select from pg_constraint where conrelid = attrelid and contype = 'p' and attnum = any (conkey)) as "inKey"
     from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return Promise.all(
    rows.map(async ({ expression, ...column }) => ({
      ...column,
      default: expression === null ? null : JSON.stringify(await evaluate(expression)),
    })),
  );
}

async function evaluate(expression: string): Promise<unknown> {
  const { rows } = await database.db.$client.query(`select to_json(${expression}) as value`);
  return rows[0].value;
}

const byName = (columns: readonly Column[]) => columns.toSorted((one, other) => (one.name < other.name ? -1 : 1));

describe('the database', () => {
  it('has the tables that drizzle defines, each defined once, and those named without a definition', async () => {
    const { rows } = await database.db.$client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
    );
    const names = [...tables.map((table) => getTableConfig(table).name), ...Object.keys(WITHOUT_DEFINITION)];
    expect(names.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
    expect(files.length).toBeGreaterThan(5);
  });
});

describe.each(tables.map((table) => [getTableConfig(table).name, table] as const))('%s', (name, table) => {
  it('has the columns, types, nullability, defaults and primary key of its definition', async () => {
    const unnamed = COLUMNS_WITHOUT_DEFINITION[name] ?? [];
    const found = await migrated(name);
    expect(found.map((column) => column.name)).toEqual(expect.arrayContaining([...unnamed]));
    const named = found.filter((column) => !unnamed.includes(column.name));
    expect(byName(named)).toEqual(byName(defined(table)));
  });

  it('leaves other constraints and indexes to the migrations, where schema.sql shows them', () => {
    const { foreignKeys, uniqueConstraints, checks, indexes, columns, policies } = getTableConfig(table);
    const unique = columns.filter((column) => column.isUnique);
    expect([...foreignKeys, ...uniqueConstraints, ...checks, ...indexes, ...unique, ...policies]).toEqual([]);
  });
});
