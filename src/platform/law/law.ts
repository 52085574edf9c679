/**
 * Law as data: limits, deadlines, tolerances and code lists are dated rows with their source. A new rule is a new row,
 * and an old record is still judged by the rule of its day.
 */
import type { z } from 'zod';
import type { Problem } from '../../core/messages/problem.ts';
import { coreProblem } from '../../core/problems.ts';
import { lawProblem } from './problems.ts';

/** One row of law: in force from `validFrom` up to, and without, `validTo`. */
export type Dated = { readonly validFrom: string; readonly validTo: string | null };

export type LawRow = Dated & { readonly key: string; readonly value: unknown };

/** The row in force on a day: of several the latest one, so that a successor needs no end of its predecessor. */
export function inForceOn<Row extends Dated>(rows: readonly Row[], day: string): Row | undefined {
  return rows
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
    .reduce<Row | undefined>((latest, row) => (latest && latest.validFrom >= row.validFrom ? latest : row), undefined);
}

/**
 * The value of a key on a day.
 * @throws Problem `law-missing` when no row of this key is in force on that day; `law-not-yet-in-force` when the day lies
 * before the first of them, so that no loading would help
 * @throws Problem `law-unreadable` when the row is not of the shape the code expects: the row is wrong, not the request
 */
export function valueOn<T>(rows: readonly LawRow[], at: { key: string; day: string }, schema: z.ZodType<T>): T {
  const own = rows.filter(({ key }) => key === at.key);
  const row = inForceOn(own, at.day);
  if (!row) throw absent(own, at);
  return readValue(row, at, schema);
}

/** The value of a row as the code expects it. @throws Problem `law-unreadable` */
export function readValue<T>(
  { value }: Pick<LawRow, 'value'>,
  { key, day }: { readonly key: string; readonly day: string },
  schema: z.ZodType<T>,
): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw lawProblem('law-unreadable', { key, on: day }, read.error);
}

function absent(rows: readonly LawRow[], { key, day }: { key: string; day: string }): Problem {
  const [first] = rows.map(({ validFrom }) => validFrom).toSorted();
  if (first !== undefined && day < first) return lawProblem('law-not-yet-in-force', { key, on: day, from: first });
  return coreProblem('law-missing', { key, on: day });
}
