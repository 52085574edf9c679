/** The choices of a question that a method allows, judged by the law of the period. */
import type { MassChoice } from './formulas/definition.ts';
import { type Element, type ElementRule, leavingOut } from './formulas/element.ts';
import type { NextStep } from './formulas/mass-term.ts';
import { millionths } from './formulas/rational.ts';
import { methodProblem } from './problems.ts';
import type { MethodId } from './registry/method-words.ts';

type Asked = {
  readonly method: MethodId;
  readonly leaveOut: readonly Element[];
  readonly next: Readonly<Partial<Record<NextStep, number>>>;
};

type ChoiceLaw = {
  readonly on: string;
  readonly elements: readonly ElementRule[];
  readonly so4Ppm: number;
};

/** The figures of a method where nothing was chosen. */
export const defaultChoice = ({ so4Ppm }: Pick<ChoiceLaw, 'so4Ppm'>): MassChoice => ({
  ...{ so4Share: millionths(so4Ppm), leftOut: { numerator: 0n, denominator: 1n }, nextSteps: {} },
});

/** @throws Problems `choice-of-other-method`, `element-must-count`, `element-mass-unknown` */
export function choiceOf({ method, leaveOut, next }: Asked, law: ChoiceLaw): MassChoice {
  const pointer = leaveOut.length > 0 ? '#/query/leaveOut' : '#/query/next';
  const isChosen = leaveOut.length > 0 || Object.keys(next).length > 0;
  if (isChosen && method !== 'eu-2025-606') throw methodProblem('choice-of-other-method', { method, pointer });
  const { refused, unknown, share } = leavingOut(leaveOut, law.elements);
  if (refused[0]) throw methodProblem('element-must-count', { element: refused[0], on: law.on, pointer });
  if (unknown[0]) throw methodProblem('element-mass-unknown', { element: unknown[0], pointer });
  return { ...defaultChoice(law), leftOut: share, nextSteps: next };
}
