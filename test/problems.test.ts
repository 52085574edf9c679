/** The catalogue of problems as a whole: every feature's texts, in both languages. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/core/messages/language.ts';
import { fill, formsIn } from '../src/core/messages/text.ts';
import { PROBLEMS } from '../src/features.ts';
import { catalogueOf, STATUS } from '../src/platform/http/problem-details.ts';

const CHINESE = /\p{Script=Han}/u;
const PARTS = ['title', 'detail', 'remedy'] as const;
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);

it('defines every code once', () => {
  const codes = catalogueOf(PROBLEMS).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(() => catalogueOf([...PROBLEMS, ...PROBLEMS.slice(0, 1)])).toThrow('defined twice');
});

describe.each(
  PROBLEMS.flatMap(({ entries, terms }) => Object.entries(entries).map(([code, it]) => ({ code, it, terms }))),
)('$code', ({ code, it: entry, terms }) => {
  it('has a title, a detail and a remedy in both languages, of which the title shows no facts', () => {
    for (const part of PARTS) {
      expect(entry.en[part].trim(), part).not.toBe('');
      expect(entry.en[part], part).not.toMatch(CHINESE);
      expect(entry.zh[part], part).toMatch(CHINESE);
    }
    expect(placeholders(entry.en.title + entry.zh.title)).toEqual([]);
  });

  it('shows the same facts in both languages, in forms that exist', () => {
    const shown = LANGUAGES.map((language) => placeholders(entry[language].detail + entry[language].remedy));
    expect(new Set(shown[1])).toEqual(new Set(shown[0]));
    const forms = LANGUAGES.flatMap((language) => PARTS.flatMap((part) => formsIn(entry[language][part])));
    expect(forms.filter((form) => form !== 'time' && terms[form] === undefined)).toEqual([]);
  });

  it('has a code of lower-case words, and a status below 500 unless the service itself is at fault', () => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(STATUS[entry.kind] < 500 || ['unavailable', 'failure'].includes(entry.kind)).toBe(true);
  });
});

describe('vocabularies', () => {
  const words = PROBLEMS.flatMap(({ terms }) => Object.entries(terms));
  it.each(words.flatMap(([form, codes]) => Object.entries(codes).map(([code, word]) => [form, code, word] as const)))(
    '%s: %s is said in both languages',
    (_form, _code, { en, zh }) => {
      expect(en).not.toMatch(CHINESE);
      expect(zh).toMatch(CHINESE);
    },
  );
});

it('every text can be filled', () => {
  for (const { entries, terms } of PROBLEMS) {
    for (const { zh } of Object.values(entries)) expect(fill(zh.detail, {}, 'zh', terms)).not.toContain('{');
  }
});
