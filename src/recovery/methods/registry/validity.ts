/** Days on which methods are in force. Dates are law; the method of a period is judged by the last day of the period. */
import type { Period } from '../../periods/period.ts';
import { methodProblem } from '../problems.ts';
import type { MethodId } from './method-words.ts';

export type Validity = {
  readonly code: MethodId;
  readonly validFrom: string;
  /** Last day; null without an end. */
  readonly validTo: string | null;
};

/** A method that the law does not name is in force on no day. */
const NEVER = { validFrom: '9999-12-31', validTo: '9999-12-31' } as const;

export const validityOf = (method: MethodId, validities: readonly Validity[]): Validity =>
  validities.find(({ code }) => code === method) ?? { code: method, ...NEVER };

export function isInForce({ validFrom, validTo }: Validity, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** Refuses a method that is not in force on the last day of the period. @throws Problem `method-not-in-force` */
export function requireInForce(
  method: MethodId,
  validities: readonly Validity[],
  { closedOn }: Period,
  pointer = '#/params/method',
): void {
  if (isInForce(validityOf(method, validities), closedOn)) return;
  throw methodProblem('method-not-in-force', { method, on: closedOn, pointer });
}
