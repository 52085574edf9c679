/** Terms of the law that a manifest starts. They depend on the calendar loaded here, so they stand beside the document. */
import { addWorkingDays, dayOf, type WorkCalendar } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';

/** A term in working days and the calendar to count it by. */
export type Term = { readonly workingDays: number; readonly calendar: WorkCalendar };

/**
 * The last day of a term that an event starts; the day of the event does not count. Confirmation: 5 working days from
 * receipt (Order 23, Art 18). Back-filling of paper: 10 working days from the end of the transfer (Art 20).
 * Null when the holiday notice of a year it reaches is not loaded: the transfer goes on, the term is flagged as unknown.
 */
export function dueOn(eventAt: string, { workingDays, calendar }: Term): string | null {
  try {
    return addWorkingDays(dayOf(new Date(eventAt)), workingDays, calendar);
  } catch (error) {
    if (error instanceof Problem && error.code === 'law-missing') return null;
    throw error;
  }
}

/** Whether something happened after its due day, in China; null when no due day is known. */
export function isLate(at: string, due: string | null): boolean | null {
  return due === null ? null : dayOf(new Date(at)) > due;
}
