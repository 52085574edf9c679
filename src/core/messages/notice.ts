/**
 * Notices: warnings and findings that do not stop a request. They are stored as plain values, a code with its facts.
 * The texts are filled in when they are shown. Each feature defines its notices in the same catalogue as its problems.
 */
import type { Bilingual, Language } from './language.ts';
import { type Facts, fill, type HolesOf, type Terms } from './text.ts';

/** `note`: for information; `flag`: a person must review it; `block`: the figure cannot be certified. */
export const SEVERITIES = ['note', 'flag', 'block'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One notice in one language: what it is, and what it means in this case. */
export type NoticeText = { readonly title: string; readonly detail: string };
export type NoticeEntry = { readonly severity: Severity } & Readonly<Record<Language, NoticeText>>;
export type NoticeEntries = Readonly<Record<string, NoticeEntry>>;

/** Returns the titles of notices by their codes, for the description of the codes. */
export function titlesOf<Code extends string>(
  entries: Readonly<Record<Code, NoticeEntry>>,
): Readonly<Record<Code, Bilingual>> {
  const titles = Object.entries<NoticeEntry>(entries).map(([code, { en, zh }]) => [
    code,
    { en: en.title, zh: zh.title },
  ]);
  return Object.fromEntries(titles);
}

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
  /**
   * Returns the texts of a notice in one language, with its facts filled in. An unknown code is shown as its own text.
   */
  readonly text: (notice: { readonly code: string; readonly facts: Facts }, language: Language) => NoticeText;
};

/**
 * Defines the notices of a feature.
 * @param entries texts by code, with the default severity
 * @param terms words for codes that the texts show in a form such as `{step:step}`
 * @returns a factory: `recoveryFinding('ASSAY_MISSING', { records })`. A call without a fact that the text shows does
 *   not compile.
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
