/** Answers of look-ups: the value that was found, or the problem that a rule raises later, in its own order. */
import { Problem } from '../../core/messages/problem.ts';

export type Answer<Value> = Value | Problem;

/** Returns the value of an answer. @throws Problem the answer itself, when it is a problem */
export function required<Value>(answer: Answer<Value>): Value {
  if (answer instanceof Problem) throw answer;
  return answer;
}
