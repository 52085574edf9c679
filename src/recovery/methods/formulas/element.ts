/**
 * Elements that Delegated Regulation (EU) 2025/606 lets recyclers count or leave out, on both sides alike: of input and of
 * output. Which may be left out is dated law.
 */
import type { Fraction } from '../../fraction.ts';
import { millionths, NONE } from './rational.ts';

export const ELEMENTS = ['oxygen', 'carbon', 'iron', 'phosphorus', 'chlorine', 'sulphur'] as const;
export type Element = (typeof ELEMENTS)[number];

/** `may`: the recycler chooses; `shall`: it counts on both sides. */
export const ELEMENT_RULES = ['may', 'shall'] as const;

export type ElementRule = {
  readonly code: Element;
  readonly rule: (typeof ELEMENT_RULES)[number];
  /** Share of the element in H2SO4, by which its mass is known; null for an element of which no record has the mass. */
  readonly sulphuricAcidPpm: number | null;
};

export type LeavingOut = {
  /** Elements that must count. */
  readonly refused: readonly Element[];
  /** Elements of which the records do not have the mass, so that no figure without them can be computed. */
  readonly unknown: readonly Element[];
  /** Share of H2SO4 that is left out. */
  readonly share: Fraction;
};

/** Judges a choice of elements to be left out by the rules of a day. */
export function leavingOut(chosen: readonly Element[], rules: readonly ElementRule[]): LeavingOut {
  const ruleOf = (element: Element) => rules.find(({ code }) => code === element);
  const ppm = chosen.reduce((sum, element) => sum + (ruleOf(element)?.sulphuricAcidPpm ?? 0), 0);
  return {
    refused: chosen.filter((element) => ruleOf(element)?.rule !== 'may'),
    unknown: chosen.filter((element) => (ruleOf(element)?.sulphuricAcidPpm ?? null) === null),
    share: ppm === 0 ? NONE : millionths(ppm),
  };
}
