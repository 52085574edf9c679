/** Guesses that attackers make first (OWASP ASVS 5.0, 6.2.4 and 6.2.11): common passwords, simple runs, known names. */

/** Reason for which a password is easy to guess. */
export type GuessReason = 'common' | 'run' | 'name';

/** Knowledge about the person who chooses a password. `isCommon` looks a text up in the list of common passwords. */
export type Guessing = {
  /** Login name, name of the organisation and other names that a password must not contain. */
  readonly names: readonly string[];
  readonly isCommon: (text: string) => boolean;
};

/** Names of the product, in the form in which they are compared. */
const PRODUCT_NAMES = ['leadloop', '铅环'];

/** Minimum number of characters that are in no run. */
const FREE_MIN = 6;
/** Minimum length of a run. */
const RUN_MIN = 4;

/** Keys side by side or in a slanted column, on a keyboard with Latin letters; signs also by their shifted row. */
const KEYBOARD = [
  ...['`1234567890-=', '~!@#$%^&*()_+', 'qwertyuiop[]\\', "asdfghjkl;'", 'zxcvbnm,./'],
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,', '9ol.', '0p;/'],
];

const NEXT_KEYS: ReadonlySet<string> = new Set(
  KEYBOARD.flatMap((row) => [...row].slice(1).flatMap((key, at) => [`${row[at]}${key}`, `${key}${row[at]}`])),
);

/** Signs and digits that often stand for letters. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' },
};

/**
 * One to three syllables of Chinese in Latin letters (Hanyu Pinyin): names of people, cities and provinces, and most words.
 * There are about 400 syllables, so a list of words and names is much shorter than what this form allows.
 */
const PINYIN = new RegExp(
  `^(?:(?:${[
    '[bpm](?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)|f(?:a|o|ei|an|en|ang|eng|ou|u)|m(?:e|ou|iu)|pou',
    '[dtnl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|v|ue|ve)',
    '[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)',
    '[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)',
    '(?:zh|ch|sh|r|z|c|s)(?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)',
    'y(?:a|e|ao|ou|an|ang|i|in|ing|ong|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)|a|e|ai|ei|ao|ou|an|en|ang|er',
  ].join('|')})){1,3}$`,
);

/** Returns why a password is easy to guess; undefined when it is not. */
export function guessReason(password: string, { names, isCommon }: Guessing): GuessReason | undefined {
  const text = comparable(password);
  if (containsName(text, names)) return 'name';
  if (formsOf(text).some((form) => isCommon(form) || PINYIN.test(form)) || areCommon(text, isCommon)) return 'common';
  return isRun(text) ? 'run' : undefined;
}

/** Returns a text in the form in which passwords and names are compared: small letters, without blanks, NFKC. */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function containsName(text: string, names: readonly string[]): boolean {
  const all = [...PRODUCT_NAMES, ...names.flatMap(stemsOf)];
  return [text, asLetters(text)].some((form) => all.some((name) => form.includes(name)));
}

/**
 * Returns a name, an organisation's name also without its legal form, and a place also without its rank. One character
 * or two letters alone say nothing.
 */
function stemsOf(name: string): string[] {
  const whole = comparable(name);
  const company = whole.replace(/(股份|集团)?有限(责任)?公司.*$/, '');
  const place = whole.replace(/((壮|回|维吾尔)?族?自治区|省|市|自治州|自治县)$/, '');
  return [...new Set([whole, company, place])].filter((one) => one.length > (/^\p{ASCII}+$/u.test(one) ? 2 : 1));
}

/** Returns the words to look up: as they are, without signs and digits around them, as letters, and what is repeated. */
function formsOf(text: string): string[] {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const forms = [text, bare].flatMap((form) => [form, asLetters(form)]);
  const repeated = forms.flatMap((form) => /^(.+?)\1+$/.exec(form)?.[1] ?? []);
  return [...new Set([...forms, ...repeated])].filter((form) => form.length >= RUN_MIN);
}

/** Maximum of common words that digits and signs do not make a good password. */
const WORDS_MAX = 2;

/** Returns true for one or two common words with digits and signs around and between them. */
function areCommon(text: string, isCommon: (text: string) => boolean): boolean {
  const words = text.split(/[^\p{L}]+/u).filter(Boolean);
  return words.length > 0 && words.length <= WORDS_MAX && words.every((word) => isCommon(word) || PINYIN.test(word));
}

function asLetters(text: string): string {
  return text.replace(/[\d@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);
}

/** Returns true when little is left without the runs: characters that repeat, count up or down, or lie side by side. */
function isRun(text: string): boolean {
  const unit = /^(.+?)\1+$/.exec(text)?.[1] ?? text;
  const characters = [...unit];
  let [free, run] = [0, 0];
  for (const [at, character] of characters.entries()) {
    const continues = at > 0 && isNext(characters[at - 1] ?? '', character);
    if (!continues) {
      free += run >= RUN_MIN ? 0 : run;
      run = 0;
    }
    run += 1;
  }
  return free + (run >= RUN_MIN ? 0 : run) < FREE_MIN;
}

function isNext(before: string, character: string): boolean {
  const distance = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  return Math.abs(distance) <= 1 || NEXT_KEYS.has(before + character);
}
