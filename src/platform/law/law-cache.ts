/**
 * Law for paths that are too hot to read it each time: everything in memory, at most a minute old.
 *
 * Ask it before a transaction is opened: a stale cache reads through the pool, and a transaction that waits for a second
 * connection can wait for itself.
 */
import { asc } from 'drizzle-orm';
import type { z } from 'zod';
import type { WorkCalendar } from '../../core/calendar.ts';
import { canonicalHash } from '../../core/canonical.ts';
import { type CodeNames, codeNames } from '../../core/messages/code-names.ts';
import type { Db } from '../database/db.ts';
import { inForceOn, type LawRow, readValue, valueOn } from './law.ts';
import { CodesShape, KeyGraceShape, LateEntryShape, SkewShape } from './shapes.ts';
import { workCalendar } from './store.ts';
import { lawValues } from './tables.ts';

export type LawCache = {
  /**
   * The value of a rule on a day.
   * @param day `YYYY-MM-DD`, the day by which the law judges, usually that of the event and not today
   * @throws Problem `law-missing`, `law-not-yet-in-force` when the rule has no value on that day
   */
  readonly at: <T>(key: string, day: string, schema: z.ZodType<T>) => T;
  /** The value of a rule on a day, or undefined when none is in force. @throws Problem `law-unreadable` */
  readonly find: <T>(key: string, day: string, schema: z.ZodType<T>) => T | undefined;
  readonly calendar: WorkCalendar;
  /** SHA-256 of all rules: what was computed under another one may differ now. */
  readonly fingerprint: string;
};

const AGE_LIMIT_MS = 60_000;

/** A function that returns the current cache; concurrent callers share one reading, and a failed one is not kept. */
export function keepLawCache({ db, clock }: { readonly db: Db; readonly clock: () => Date }): () => Promise<LawCache> {
  let kept: { readonly cache: Promise<LawCache>; readonly readAt: number } | undefined;
  return () => {
    const now = clock().getTime();
    if (kept && Math.abs(now - kept.readAt) < AGE_LIMIT_MS) return kept.cache;
    const current = { cache: readLawCache(db), readAt: now };
    kept = current;
    current.cache.catch(() => {
      if (kept === current) kept = undefined;
    });
    return current.cache;
  };
}

async function readLawCache(db: Db): Promise<LawCache> {
  const inOrder = db.select().from(lawValues).orderBy(asc(lawValues.key), asc(lawValues.validFrom));
  const [rows, calendar] = await Promise.all([inOrder, workCalendar(db)]);
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const rowsOf = (key: string): readonly LawRow[] => byKey.get(key) ?? [];
  return {
    at: (key, day, schema) => valueOn(rowsOf(key), { key, day }, schema),
    find: (key, day, schema) => {
      const row = inForceOn(rowsOf(key), day);
      return row && readValue(row, { key, day }, schema);
    },
    calendar,
    fingerprint: canonicalHash(rows.map(({ key, validFrom, validTo, value }) => ({ key, validFrom, validTo, value }))),
  };
}

/** Seconds by which a record may lie ahead of this service's clock. */
export function futureSkewSeconds(cache: LawCache, day: string): number {
  return cache.at('clock.future-skew', day, SkewShape).seconds;
}

/** Hours after which an entry counts as late and is also judged by the day of entry. */
export function lateEntryHours(cache: LawCache, day: string): number {
  return cache.at('acts.late-entry', day, LateEntryShape).hours;
}

/** Hours after the end of a partner's key in which an envelope may still arrive for the first time. */
export function keyGraceHours(cache: LawCache, day: string): number {
  return cache.at('exchange.key-grace', day, KeyGraceShape).hours;
}

/** The codes of a list in force on a day, with their names. */
export function codesIn(cache: LawCache, key: string, day: string): CodeNames {
  return codeNames(cache.at(key, day, CodesShape));
}
