/** Codes of a field in words, as descriptions show them. */
import type { Bilingual } from '../../../core/messages/language.ts';

/** Returns codes with their words as one line: `\`carrier\` carrier, 承运人; …`. */
export const wordsOf = (codes: Readonly<Record<string, Bilingual | string | undefined>>): string =>
  Object.entries(codes)
    .map(([code, word]) => {
      if (word === undefined) return `\`${code}\``;
      if (typeof word === 'string') return `\`${code}\` ${word}`;
      return word.en === code ? `\`${code}\` ${word.zh}` : `\`${code}\` ${word.en}, ${word.zh}`;
    })
    .join('; ');
