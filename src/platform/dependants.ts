/**
 * The port of dependants. Each feature reads its own records that depend on a given one; the composition root lists these
 * readings, and a change of a record asks all of them.
 */
import { sql } from 'drizzle-orm';
import {
  type Dependant,
  type DependantKind,
  type Dependants,
  dependantsIn,
  joinDependants,
  type RecordRef,
} from '../core/dependant.ts';
import type { Reader } from './database/db.ts';
import type { Deps } from './deps.ts';

/**
 * Reads the records of one feature that depend on any of some records, each once. A reading lists at most `DEPENDANTS_MAX`,
 * and counts and adds up all of them in the database.
 */
export type ReadDependants = (db: Reader, records: readonly RecordRef[], now: Date) => Promise<Dependants>;

export type DependantsDeps = { readonly dependants: readonly ReadDependants[] };

/** Maximum of dependants that one feature lists. */
export const DEPENDANTS_MAX = 200;

/** Reads the dependants of records. Each is listed or counted once; the records themselves come first, in their order. */
export async function dependantsOf(
  db: Reader,
  { dependants, clock }: DependantsDeps & Pick<Deps, 'clock'>,
  records: readonly RecordRef[],
): Promise<Dependants> {
  const found: Dependants[] = [];
  // One query after the other: they share the transaction's connection.
  for (const read of dependants) found.push(await read(db, records, clock()));
  const joined = joinDependants(found);
  const placeOf = (one: RecordRef): number => {
    const at = records.findIndex(({ kind, id }) => kind === one.kind && id === one.id);
    return at === -1 ? records.length : at;
  };
  return { ...joined, listed: joined.listed.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** Returns the ids of the records of a kind. */
export const idsOf = (kind: DependantKind, records: readonly RecordRef[]): string[] =>
  records.filter((one) => one.kind === kind).map(({ id }) => id);

/** SQL for a list of ids, to use after `in`. An index on the column serves it, also within an `or`. */
export const idsIn = (ids: readonly string[]) => (ids.length > 0 ? sql`${[...ids]}` : sql`(null)`);

/** Column of a query with its limit: the number of rows without the limit. */
export const TOTAL = sql<number>`count(*) over ()`.mapWith(Number);

/** Makes dependants of the rows of a query, and counts those that its limit has cut off. Rows that need most come first. */
export function dependantsFrom<Row extends { readonly total: number }>(
  rows: readonly Row[],
  dependantOf: (row: Row) => Dependant,
): Dependants {
  const listed = rows.map(dependantOf);
  const [last, count] = [listed.at(-1), (rows[0]?.total ?? 0) - rows.length];
  if (last === undefined || count <= 0) return dependantsIn(listed);
  const { kind, repeats, holds } = last;
  return dependantsIn(listed, { unlisted: [{ kind, count, repeats, holds }] });
}
