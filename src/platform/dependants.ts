/**
 * The port of dependants. Each feature reads its own records that depend on a given one; the composition root lists these
 * readings, and a change of a record asks all of them.
 */
import type { Dependant, RecordRef } from '../core/dependant.ts';
import type { Reader } from './database/db.ts';
import type { Deps } from './deps.ts';

/** Reads the records of one feature that depend on a record, at most `DEPENDANTS_MAX`. Other kinds have none. */
export type ReadDependants = (db: Reader, record: RecordRef, now: Date) => Promise<readonly Dependant[]>;

export type DependantsDeps = { readonly dependants: readonly ReadDependants[] };

/** Maximum of dependants that one feature reads. */
export const DEPENDANTS_MAX = 200;

/** Reads the dependants of records, each once. */
export async function dependantsOf(
  db: Reader,
  { dependants, clock }: DependantsDeps & Pick<Deps, 'clock'>,
  records: readonly RecordRef[],
): Promise<Dependant[]> {
  const found = new Map<string, Dependant>();
  // One query after the other: they share the transaction's connection.
  for (const record of records) {
    for (const read of dependants) {
      for (const one of await read(db, record, clock())) found.set(`${one.kind}:${one.id}`, one);
    }
  }
  return [...found.values()];
}
