/**
 * Corrections of records. A record stays as it was recorded; a correction says what counts now, who said so and why. Mass
 * follows by a counter-entry.
 */
import { dayOf } from '../../core/calendar.ts';
import type { Affected, Unlisted } from '../../core/dependant.ts';
import { correctionProblem } from './problems.ts';

/** Values of a record by the names of the interface. */
export type Values = Readonly<Record<string, string | number | null>>;

export type Correction = {
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string | null;
  /** The corrected record, such as `batch:<id>`, `run-feed:<movement>` or `supply:<id>`. */
  readonly subject: string;
  /** From 1, without gaps for a subject. */
  readonly number: number;
  readonly reason: string;
  /** The values that were replaced, and what counts instead. */
  readonly before: Values;
  readonly after: Values;
  readonly affected: readonly Affected[];
  /** Numbers of records that `affected` leaves out; null where they were not counted. */
  readonly unlisted: readonly Unlisted[] | null;
  /** Subject of the token that corrected. */
  readonly actor: string;
  readonly recordedAt: Date;
};

/**
 * Returns the values that a correction replaces. @throws Problem `correction-changes-nothing`
 * @param current what counts now
 * @param stated the values of the request; undefined ones stay
 */
export function replacedValues(
  current: Values,
  stated: Readonly<Record<string, string | number | null | undefined>>,
): Pick<Correction, 'before' | 'after'> {
  const names = Object.keys(current).filter((name) => stated[name] !== undefined && stated[name] !== current[name]);
  if (names.length === 0) throw correctionProblem('correction-changes-nothing', { pointer: '#/body' });
  const of = (values: typeof stated): Values => Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
  return { before: of(current), after: of(stated) };
}

/**
 * Refuses to correct a withdrawn record so that it stays withdrawn: nothing new is said about what never was.
 * @param current its mass and pieces as they count now
 * @throws Problem `correction-of-withdrawn`
 */
export function refuseWithdrawn(
  subject: string,
  current: { readonly massGrams: number; readonly pieces?: number },
  after: Values,
): void {
  if (current.massGrams === 0 && !current.pieces && !after.massGrams) {
    throw correctionProblem('correction-of-withdrawn', { subject, pointer: '#/body/massGrams' });
  }
}

/** Returns a record with the values that its corrections left, first to last, and their number. */
export function corrected<Record extends object>(
  record: Record,
  corrections: readonly Pick<Correction, 'after'>[],
): Record & { readonly corrections: number } {
  return Object.assign({ ...record }, ...corrections.map(({ after }) => after), { corrections: corrections.length });
}

/** Day of the next year until which the records of a year may be corrected. */
export type YearClosing = { readonly month: number; readonly day: number };

/** Refuses to correct a record of a year that has closed. @throws Problem `correction-year-closed` */
export function refuseClosedYear(occurredAt: Date, now: Date, { month, day }: YearClosing): void {
  const year = Number(dayOf(occurredAt).slice(0, 4));
  const two = (part: number) => String(part).padStart(2, '0');
  const closedOn = `${year + 1}-${two(month)}-${two(day)}`;
  if (dayOf(now) > closedOn) throw correctionProblem('correction-year-closed', { year, closedOn });
}
