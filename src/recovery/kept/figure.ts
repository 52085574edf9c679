/**
 * Figures that are kept after they were computed. A kept figure is current while its basis is the same, and no later entry of
 * the journal is about its organisation.
 */
import { canonicalHash } from '../../core/canonical.ts';
import type { Language } from '../../core/messages/language.ts';

/** Subscription to the journal that notes which organisations entries touch. */
export const TOUCHES = 'recovery.touches';

/** Facts about days by which something is due. No figure depends on them, and every load has several. */
export const NO_FIGURE_KINDS: readonly string[] = [
  'manifest.terms_computed',
  'assessment.terms_computed',
  'deadline.near',
  'deadline.passed',
];

/** A figure to keep, by its organisation and its name. */
export type FigureKey = {
  readonly partyId: string;
  /** Method and period, such as `lead-recovery/2026-10`. */
  readonly name: string;
  /** SHA-256 of what it depends on other than the records of the organisation. */
  readonly basis: string;
};

/** The answer to the question for a figure, in every language. */
export type Answers<Answer> = Readonly<Record<Language, Answer>>;

export type KeptFigure<Answer> = {
  readonly journalIndex: number;
  readonly computedAt: Date;
  readonly answers: Answers<Answer>;
};

/** Form of the stored answers; it grows when their members or their findings change. */
const FORM = 12;

/** Returns the basis of a figure. @param law fingerprint of the law */
export const basisOf = (method: object, law: string, provisional: boolean): string =>
  canonicalHash({ form: FORM, method, law, provisional });
