/** The database. `Db` may start a transaction, `Tx` joins the caller's, `Reader` only reads on either. */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

export type DatabaseOptions = {
  readonly url: string;
  /** Connections at most. More than six on two database cores lose throughput. */
  readonly poolMax?: number;
  readonly applicationName?: string;
};

/** The pool. Functions that take a `Db` may start a transaction. */
export type Db = NodePgDatabase & { readonly $client: pg.Pool };

/** An open transaction. Functions that take a `Tx` join the caller's and never commit. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Either, for functions that only read. */
export type Reader = Pick<Db, 'select' | 'selectDistinctOn' | 'execute'>;

/**
 * Where names are looked for. Temporary tables come last, or one that a transaction left would hide the table of the same
 * name from every later query of its connection.
 */
const SEARCH_PATH = '-c search_path=public,pg_temp';

/**
 * Opens a pool. A transaction left idle would hold the horizon of the journal's sealer, a statement without end would
 * hold its locks, so both have limits here and nowhere else.
 */
export function openDatabase({ url, poolMax = 6, applicationName = 'leadloop' }: DatabaseOptions): Db {
  const client = new pg.Pool({
    connectionString: url,
    max: poolMax,
    application_name: applicationName,
    options: SEARCH_PATH,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
  });
  // A connection that breaks while idle is replaced by the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  // The same for one that breaks between two statements of a transaction: the next statement fails and tells it.
  client.on('connect', (connection) => connection.on('error', () => undefined));
  return drizzle({ client, casing: 'snake_case' });
}

/**
 * One connection outside the pool, for what needs a session of its own or no more than one. End it. One that breaks
 * between two statements would end the process without a listener; the next statement fails and tells it.
 */
export async function openConnection({ url, applicationName = 'leadloop' }: DatabaseOptions): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    options: SEARCH_PATH,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Runs one prepared statement, in the pool as its own transaction or inside `Tx`. */
export async function run<Row extends pg.QueryResultRow>(
  db: Db,
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await db.$client.query<Row>({ ...statement, values: [...values] });
  return rows;
}
