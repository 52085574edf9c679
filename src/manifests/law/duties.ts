/** Duties with a last day by law. The state of a manifest says which one is open; whether it is overdue is a fact of today. */
import { daysBetween } from '../../core/calendar.ts';
import type { ManifestState } from '../rules/document.ts';
import type { ManifestDeadlines } from './deadlines.ts';

export const DUTIES = ['backfill', 'confirm'] as const;

/** `confirm`: the receiver confirms the load (Order 23, Art 18). `backfill`: the consignor enters the paper manifest (Art 20). */
export type DutyKind = (typeof DUTIES)[number];

/** States in which a duty is open. The law gives no last day for the closing of a decided manifest. */
export const DUTY_STATES = {
  offline_paper: 'backfill',
  arrived: 'confirm',
  disputed: 'confirm',
} as const satisfies Partial<Record<ManifestState, DutyKind>>;

/** An open duty. Its due day is null before the event that starts the deadline, and without the calendar of its year. */
export type Duty = {
  readonly kind: DutyKind;
  readonly role: 'consignor' | 'receiver';
  readonly dueOn: string | null;
};

/** Returns the open duty of a manifest; undefined when it has none. */
export function dutyOf(
  state: ManifestState,
  { confirmationDueOn, backfillDueOn }: Pick<ManifestDeadlines, 'confirmationDueOn' | 'backfillDueOn'>,
): Duty | undefined {
  const kind = DUTY_STATES[state as keyof typeof DUTY_STATES] as DutyKind | undefined;
  if (kind === undefined) return undefined;
  return kind === 'backfill'
    ? { kind, role: 'consignor', dueOn: backfillDueOn }
    : { kind, role: 'receiver', dueOn: confirmationDueOn };
}

/** Returns true when the last day of a duty has ended. */
export function isOverdue(duty: Duty | undefined, today: string): boolean {
  return duty !== undefined && duty.dueOn !== null && duty.dueOn < today;
}

/** Returns the days until the last day of a duty, negative when it is overdue; null when it is unknown. */
export function daysLeft({ dueOn }: Duty, today: string): number | null {
  return dueOn === null ? null : daysBetween(today, dueOn);
}
