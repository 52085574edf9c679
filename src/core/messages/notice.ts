/**
 * Notices: warnings and findings that stop nothing. They are kept as plain values, a code with the facts of the case, and
 * get their words when they are shown. Each feature defines its own beside its problems, in the same catalogue.
 */
import type { Language } from './language.ts';
import { type Facts, fill, type HolesOf, type Terms } from './text.ts';

/** `note`: good to know; `flag`: somebody must look at it; `block`: a figure cannot be certified with it. */
export const SEVERITIES = ['note', 'flag', 'block'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One notice in one language: what it is, and what it means in this case. */
export type NoticeText = { readonly title: string; readonly detail: string };
export type NoticeEntry = { readonly severity: Severity } & Readonly<Record<Language, NoticeText>>;
export type NoticeEntries = Readonly<Record<string, NoticeEntry>>;

/** The stored form of a notice. */
export type Notice<Code extends string = string> = {
  readonly code: Code;
  readonly severity: Severity;
  readonly facts: Facts;
};

type Rest<Entry extends NoticeEntry> =
  HolesOf<Entry[Language][keyof NoticeText]> extends never
    ? [facts?: Facts, severity?: Severity]
    : [facts: Facts & { readonly [Name in HolesOf<Entry[Language][keyof NoticeText]>]: unknown }, severity?: Severity];

export type NoticeFactory<Entries extends NoticeEntries = NoticeEntries> = {
  <Code extends keyof Entries & string>(code: Code, ...rest: Rest<Entries[Code]>): Notice<Code>;
  readonly entries: Entries;
  readonly terms: Terms;
  /** The texts of a notice in one language, with its facts filled in; a code from elsewhere is its own text. */
  readonly text: (notice: { readonly code: string; readonly facts: Facts }, language: Language) => NoticeText;
};

/**
 * Defines the notices of a feature.
 * @param entries texts by code, with the severity that a notice has unless it is made with another
 * @param terms words for the codes that the texts show with a form, such as `{step:step}`
 * @returns a factory: `recoveryFinding('ASSAY_MISSING', { records })`; a fact that a text shows and the call lacks does not compile
 */
export function defineNotices<const Entries extends NoticeEntries>(
  entries: Entries,
  terms: Terms = {},
): NoticeFactory<Entries> {
  const make = (code: string, facts: Facts = {}, severity?: Severity): Notice => {
    const entry = entries[code];
    if (entry === undefined) throw new Error(`there is no notice ${code}`);
    return { code, severity: severity ?? entry.severity, facts };
  };
  const text = ({ code, facts }: { readonly code: string; readonly facts: Facts }, language: Language): NoticeText => {
    const texts = entries[code]?.[language];
    if (texts === undefined) return { title: code, detail: code };
    return { title: texts.title, detail: fill(texts.detail, facts, language, terms) };
  };
  return Object.assign(make, { entries, terms, text }) as NoticeFactory<Entries>;
}
