/**
 * The port of dependants. Each feature reads its own records that depend on a given one; the composition root lists these
 * readings, and a change of a record asks all of them.
 */
import { sql } from 'drizzle-orm';
import {
  type DependantKind,
  type Dependants,
  type Figures,
  joinDependants,
  type RecordRef,
} from '../core/dependant.ts';
import type { Reader } from './database/db.ts';
import type { Deps } from './deps.ts';

/**
 * Reads the records of one feature that depend on a record. A reading lists at most `DEPENDANTS_MAX`, and counts and adds up
 * all of them in the database.
 */
export type ReadDependants = (db: Reader, record: RecordRef, now: Date) => Promise<Dependants>;

export type DependantsDeps = { readonly dependants: readonly ReadDependants[] };

/** Maximum of dependants that one feature lists. */
export const DEPENDANTS_MAX = 200;

/** Reads the dependants of records. Each is listed once. */
export async function dependantsOf(
  db: Reader,
  { dependants, clock }: DependantsDeps & Pick<Deps, 'clock'>,
  records: readonly RecordRef[],
): Promise<Dependants> {
  const found: Dependants[] = [];
  // One query after the other: they share the transaction's connection.
  for (const record of records) {
    for (const read of dependants) found.push(await read(db, record, clock()));
  }
  return joinDependants(found);
}

/** Column of a query with its limit: the number of rows without the limit. */
export const TOTAL = sql<number>`count(*) over ()`.mapWith(Number);

/** Returns the number of rows that the limit of a query has cut off, under their kind. */
export function unlistedOf(kind: DependantKind, rows: readonly { readonly total: number }[]): Figures {
  const cut = (rows[0]?.total ?? 0) - rows.length;
  return cut > 0 ? { [kind]: cut } : {};
}
