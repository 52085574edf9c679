/**
 * The database. `Db` may start a transaction, `Tx` joins the caller's, `Reader` only reads on either. `RequestDb` can only
 * begin transactions under row-level security (row-security.ts).
 */
import { drizzle, type NodePgDatabase, NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { transact } from './transaction.ts';

export type DatabaseOptions = {
  readonly url: string;
  /** Maximum of connections. More than six on two database cores lose throughput. */
  readonly poolMax?: number;
  readonly applicationName?: string;
  /** Maximum duration of a statement, in milliseconds. */
  readonly statementMs?: number;
  /** Maximum pause between two statements of a transaction, in milliseconds. */
  readonly pauseMs?: number;
  /** Settings of the sessions, such as `work_mem`. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Time after the maximum duration of a statement in which the answer of the database must arrive, in milliseconds. */
const ANSWER_MS = 5_000;

/**
 * Lifetime of a connection, in seconds. The session of a connection keeps plans and descriptions of all that it has used, so its
 * memory grows with its age.
 */
const LIFETIME_SECONDS = 600;

/** Probes of the network on a connection without traffic. The first is sent after ten seconds. */
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

declare const pool: unique symbol;

/** The pool. Functions that take a `Db` may start a transaction, as the service, to whom every row is visible. */
export type Db = Omit<NodePgDatabase, 'transaction'> & {
  readonly $client: pg.Pool;
  readonly [pool]: true;
  /** Commits the work, or rolls it back when it throws. */
  readonly transaction: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
};

/**
 * The pool as routes get it: opaque, so that a route cannot query it or hand it to a store. Only `readAs` and `writeAs`
 * begin transactions on it.
 */
export type RequestDb = Pick<Db, typeof pool>;

/** An open transaction. Functions that take a `Tx` join the caller's and never commit. */
export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

/** Either, for functions that only read. */
export type Reader = Pick<Db, 'select' | 'selectDistinctOn' | 'execute'>;

const CASING = 'snake_case';
const DIALECT = new PgDialect({ casing: CASING });

/**
 * Search path of every connection. Temporary tables come last: one that a transaction left would otherwise hide the table
 * of the same name from every later query of its connection.
 */
const SEARCH_PATH = '-c search_path=public,pg_temp';

/**
 * Opens a pool. An idle transaction would stop the sealer of the journal, and an endless statement would keep its locks.
 * So both have limits here, and nowhere else. A connection that is silent beyond the limit of its statement is lost: the
 * statement fails, and the pool closes the connection and opens another one.
 */
export function openDatabase(options: DatabaseOptions): Db {
  const {
    url,
    poolMax = 6,
    applicationName = 'leadloop',
    statementMs = 30_000,
    pauseMs = 10_000,
    settings = {},
  } = options;
  const client = new pg.Pool({
    connectionString: url,
    max: poolMax,
    application_name: applicationName,
    options: [SEARCH_PATH, ...Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)].join(' '),
    connectionTimeoutMillis: 10_000,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    idle_in_transaction_session_timeout: pauseMs,
    statement_timeout: statementMs,
    query_timeout: statementMs + ANSWER_MS,
    lock_timeout: 10_000,
    ...KEEP_ALIVE,
  });
  // A connection that breaks while idle is replaced by the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  // A connection that breaks between two statements would end it too: the next statement fails and reports it.
  client.on('connect', (connection) => connection.on('error', () => undefined));
  const transaction = <Result>(work: (tx: Tx) => Promise<Result>) => transact(client, begin, work);
  return Object.assign(drizzle({ client, casing: CASING }), { transaction }) as Db;
}

async function begin(client: pg.PoolClient): Promise<Tx> {
  await client.query('begin');
  return transactionOn(client);
}

/** Returns drizzle's view of the transaction that is open on a connection. */
export const transactionOn = (client: pg.PoolClient): Tx =>
  new NodePgTransaction(DIALECT, new NodePgSession(client, DIALECT, undefined), undefined);

/**
 * Opens one connection outside the pool, for work that needs a session of its own. The caller ends it. A connection that
 * breaks between two statements would end the process without a listener; the next statement fails and reports it.
 */
export async function openConnection({ url, applicationName = 'leadloop' }: DatabaseOptions): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    options: SEARCH_PATH,
    connectionTimeoutMillis: 10_000,
    ...KEEP_ALIVE,
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
