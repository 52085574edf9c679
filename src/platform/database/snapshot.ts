/**
 * One snapshot of the database on several connections, for work that reads much: one statement is computed while another
 * one is.
 */
import type pg from 'pg';
import { type Db, type Reader, type Tx, transactionOn } from './db.ts';

/** Readers with several connections. */
const spread = new WeakSet<Reader>();

/**
 * Reads on one snapshot. A statement takes the connection that is free.
 * @param settings statements by which every connection begins; without any, it reads as the service, to whom every row is visible
 */
export async function readSnapshot<Result>(
  db: Db,
  connections: number,
  work: (reader: Tx) => Promise<Result>,
  settings = '',
): Promise<Result> {
  const clients = await Promise.all(Array.from({ length: connections }, () => db.$client.connect()));
  try {
    const [first, ...others] = clients;
    if (first === undefined) throw new RangeError('a snapshot needs a connection');
    await first.query(`${BEGIN}; ${settings}`);
    const { rows } = await first.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    const share = `${BEGIN}; set transaction snapshot '${rows[0]?.snapshot}'; ${settings}`;
    await Promise.all(others.map((client) => client.query(share)));
    const reader = transactionOn(inTurns(clients));
    spread.add(reader);
    return await work(reader);
  } finally {
    // A closed connection ends its transaction, in which nothing was written.
    for (const client of clients) client.release(true);
  }
}

const BEGIN = 'begin isolation level repeatable read, read only';

/** Gives each query to a connection that is free, or to the next one that becomes free. */
function inTurns(clients: readonly pg.PoolClient[]): pg.PoolClient {
  const free = [...clients];
  const waiting: ((client: pg.PoolClient) => void)[] = [];
  const query = async (...statement: Parameters<pg.PoolClient['query']>) => {
    const client = free.pop() ?? (await new Promise<pg.PoolClient>((resolve) => waiting.push(resolve)));
    try {
      return await client.query(...statement);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(client);
      else next(client);
    }
  };
  return { query } as unknown as pg.PoolClient;
}

type Works<Results extends readonly unknown[]> = { readonly [At in keyof Results]: () => Promise<Results[At]> };

/** Does several readings: at the same time on a snapshot of several connections, else one after the other. */
export async function readEach<Results extends readonly unknown[]>(
  db: Reader,
  works: Works<Results>,
): Promise<Results> {
  if (spread.has(db)) return (await Promise.all(works.map((work) => work()))) as unknown as Results;
  const results: unknown[] = [];
  for (const work of works) results.push(await work());
  return results as unknown as Results;
}
