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

/** Returns why a password is easy to guess; undefined when it is not. */
export function guessReason(password: string, { names, isCommon }: Guessing): GuessReason | undefined {
  const text = comparable(password);
  if (containsName(text, names)) return 'name';
  if (formsOf(text).some(isCommon)) return 'common';
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

/** Returns a name, and an organisation's name also without its legal form. One character alone says nothing. */
function stemsOf(name: string): string[] {
  const whole = comparable(name);
  const stem = whole.replace(/(股份|集团)?有限(责任)?公司.*$/, '');
  return [...new Set([whole, stem])].filter((one) => one.length > 1);
}

/** Returns the words to look up: as they are, without signs and digits around them, as letters, and what is repeated. */
function formsOf(text: string): string[] {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const forms = [text, bare].flatMap((form) => [form, asLetters(form)]);
  const repeated = forms.flatMap((form) => /^(.+?)\1+$/.exec(form)?.[1] ?? []);
  return [...new Set([...forms, ...repeated])].filter((form) => form.length >= RUN_MIN);
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
