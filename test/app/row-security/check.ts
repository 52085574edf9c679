/** Queries a table without any filter, for every kind of caller, and complains where the answer differs from the decision. */
import type pg from 'pg';
import { settingsOf, type Viewer } from '../../../src/platform/database/row-security.ts';
import type { Decision } from './decisions.ts';

/** The shares of rows that callers were to read, and the numbers of writes that were to pass and to be rejected. */
export type Tally = { readonly shares: Set<'none' | 'some' | 'all'>; passed: number; rejected: number };

export type Check = {
  readonly client: pg.ClientBase;
  readonly table: string;
  readonly decision: Decision;
  readonly viewers: readonly Viewer[];
  readonly tally?: Tally;
};

/** Tries everything inside a transaction of the owner, and leaves nothing behind. */
export async function* complaintsOf(check: Check): AsyncGenerator<string> {
  for (const viewer of check.viewers) {
    const label = `${check.table} for ${JSON.stringify(viewer)}`;
    yield* complaintsOfReading(check, viewer, label);
    yield* complaintsOfWriting(check, viewer, label);
  }
}

async function* complaintsOfReading({ client, table, decision, tally }: Check, viewer: Viewer, label: string) {
  const { rows: all } = await client.query<{ key: string; visible: boolean | null }>(
    `select (${decision.key})::text as key, (${decision.visible(viewer)}) as visible from ${table}`,
  );
  const expected = all.filter(({ visible }) => visible === true).map(({ key }) => key);
  tally?.shares.add(expected.length === 0 ? 'none' : expected.length < all.length ? 'some' : 'all');
  const found = await attempt(client, viewer, { text: `select (${decision.key})::text as key from ${table}` });
  const keys = found.rows.map(({ key }) => String(key));
  const missing = expected.filter((key) => !keys.includes(key));
  const surplus = keys.filter((key) => !expected.includes(key));
  if (found.code !== undefined) yield `${label}: ${found.code} on reading`;
  else if (missing.length + surplus.length > 0)
    yield `${label}: ${missing.length} rows missing, ${surplus.length} too many`;
}

type Row = { readonly key: string; readonly row: object; readonly lawful: boolean };

/** Some rows like those that the caller may write, and some like those that it may not. */
async function rowsFor({ client, table, decision }: Check, condition: string): Promise<Row[]> {
  const { rows } = await client.query<Row>(`
    select key, row, lawful from (
      select key, row, lawful, row_number() over (partition by lawful order by key) as place from (
        select (${decision.key})::text as key, to_jsonb(one) as row, coalesce(${condition}, false) as lawful
        from ${table} one) judged) placed
    where place <= 2`);
  return rows;
}

async function* complaintsOfWriting(check: Check, viewer: Viewer, label: string) {
  const { client, table, decision, tally } = check;
  const count = (lawful: boolean) => {
    if (tally && lawful) tally.passed += 1;
    if (tally && !lawful) tally.rejected += 1;
  };
  for (const { row, lawful } of await rowsFor(check, decision.added?.(viewer) ?? 'false')) {
    // A copy of a row violates its key, but the server checks the policies first.
    const copy = { ...row, ...EMPTY };
    const text = `insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, $1)`;
    const { code = '' } = await attempt(client, viewer, { text, values: [JSON.stringify(copy)] });
    count(lawful);
    if (code !== '' && code !== DENIED && !code.startsWith('23')) yield `${label}: ${code} on adding`;
    else if ((code !== DENIED) !== lawful) yield `${label}: adding was ${lawful ? 'rejected' : 'allowed'}`;
  }
  // Without a decision there is no right either; another test reads that from the catalogue.
  if (decision.changed !== undefined) yield* complaintsOfChanging(check, viewer, label);
}

async function* complaintsOfChanging(check: Check, viewer: Viewer, label: string) {
  const { client, table, decision, tally } = check;
  const column = /\w+/.exec(decision.key)?.[0] ?? '';
  const condition = decision.changed?.(viewer) ?? 'false';
  for (const { key, lawful } of await rowsFor(check, condition)) {
    const text = `update ${table} set ${column} = ${column} where (${decision.key})::text = $1`;
    const { code, count } = await attempt(client, viewer, { text, values: [key] });
    if (tally && lawful) tally.passed += 1;
    if (tally && !lawful) tally.rejected += 1;
    if (code !== undefined && code !== DENIED) yield `${label}: ${code} on changing`;
    else if ((code === undefined && count === 1) !== lawful)
      yield `${label}: changing was ${lawful ? 'rejected' : 'allowed'}`;
  }
  // An update that reads nothing is limited by the policy for updates alone. The rows it reaches lose their own key.
  const { rows } = await client.query(`select count(*)::int as lawful from ${table} where ${condition}`);
  const text = `update ${table} set ${column} = (jsonb_populate_record(null::${table}, $1)).${column}`;
  const values = [JSON.stringify((await rowsFor(check, 'true'))[0]?.row)];
  const { code, count } = await attempt(client, viewer, { text, values });
  const { lawful } = rows[0];
  const reached =
    code === undefined ? count : code === DENIED && lawful === 0 ? 0 : REFUSALS.test(code) ? 'some' : code;
  if (reached !== lawful && (reached !== 'some' || lawful === 0)) yield `${label}: a blind change reached ${reached}`;
}

const DENIED = '42501';
const REFUSALS = /^(42501|23\d{3})$/;
/** A batch begins with a balance of zero. */
const EMPTY = { mass_grams: 0, pieces: 0 };

type Attempt = { readonly rows: readonly Record<string, unknown>[]; readonly count: number; readonly code?: string };

/** Runs one statement for the caller. Its role, its settings and its writes end with it. */
async function attempt(client: pg.ClientBase, viewer: Viewer, statement: pg.QueryConfig): Promise<Attempt> {
  await client.query(`savepoint attempt; ${settingsOf(viewer)}`);
  try {
    const { rows, rowCount } = await client.query(statement);
    return { rows, count: rowCount ?? 0 };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { rows: [], count: 0, code: String(error.code) };
    throw error;
  } finally {
    await client.query('rollback to savepoint attempt; release savepoint attempt');
  }
}
