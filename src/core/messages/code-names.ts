/** Names of the codes of a list that is dated data, such as a list of law. Messages show them with the codes. */
import type { Bilingual, Language } from './language.ts';

/** Names by code. A code without a name of its own is its own name. */
export type CodeNames = ReadonlyMap<string, Bilingual>;

/** An entry of a list. Its names are optional, because some lists have codes only. */
type NamedCode = { readonly code: string; readonly en?: unknown; readonly zh?: unknown };

/** Reads the codes of a list in their order, with their names. */
export function codeNames(list: readonly NamedCode[]): CodeNames {
  const nameOf = (name: unknown, code: string) => (typeof name === 'string' ? name : code);
  return new Map(list.map(({ code, en, zh }) => [code, { en: nameOf(en, code), zh: nameOf(zh, code) }]));
}

/** Returns a code with its name: `drum (Drum)`, in Chinese `drum（桶）`. A code without a name is returned alone. */
export function codeWithName(code: string, name: string | undefined, language: Language): string {
  if (name === undefined || name === code) return code;
  return language === 'zh' ? `${code}（${name}）` : `${code} (${name})`;
}

/** Returns a vocabulary for texts, in which every code is shown with its name. */
export function codesWithNames(names: CodeNames): Readonly<Record<string, Bilingual>> {
  return Object.fromEntries(
    [...names].map(([code, { en, zh }]) => [
      code,
      { en: codeWithName(code, en, 'en'), zh: codeWithName(code, zh, 'zh') },
    ]),
  );
}
