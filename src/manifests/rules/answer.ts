/** Answers of look-ups: the value, or the problem that a rule throws later, in the order of the rules. */
import { Problem } from '../../core/messages/problem.ts';

export type Answer<Value> = Value | Problem;

/** Returns the value of an answer. @throws Problem when the answer is a problem */
export function required<Value>(answer: Answer<Value>): Value {
  if (answer instanceof Problem) throw answer;
  return answer;
}
