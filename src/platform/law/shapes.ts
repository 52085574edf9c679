/** Schemas of the legal parameters that every feature reads. Each feature has schemas of its own in addition. */
import { z } from 'zod';
import { codeList, ListedCode } from '../http/index.ts';

/** The form of each rule by its key. */
export type LawShapes = Readonly<Record<string, z.ZodType>>;

/** Seconds that a clock may be ahead; a day is no error of a clock. */
export const SkewShape = z.strictObject({ seconds: z.int().min(0).max(86_400) });

/** Hours after which an entry counts as late; one year at most. */
export const LateEntryShape = z.strictObject({ hours: z.int().min(0).max(8_760) });

/** Hours after the end of a partner's key in which an envelope may still arrive for the first time; one year at most. */
export const KeyGraceShape = z.strictObject({ hours: z.int().min(0).max(8_760) });

const Name = z.string().trim().min(1).max(300);

const Coded = z.looseObject({ code: ListedCode });

/** A list of codes of which readers need the codes only; each occurs once. */
export const CodesShape = codeList(Coded);

/** A list of codes with their names and further members. */
export const NamedCodesShape = codeList(Coded.extend({ zh: Name, en: Name }));

export const LAW_SHAPES: LawShapes = {
  'clock.future-skew': SkewShape,
  'acts.late-entry': LateEntryShape,
  'exchange.key-grace': KeyGraceShape,
};
