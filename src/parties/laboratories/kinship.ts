/** Signs that a laboratory belongs to the organisation that names it: its name, its people, and telephone numbers. */

/** Legal forms and words for a plant at the end of a name, which a laboratory of the same owner would not repeat. */
const FORMS = /(?:股份有限公司|有限责任公司|有限公司|集团公司|分公司|公司|集团|工厂|厂)$/u;
/** Characters of a name without its form from which on it is a sign. */
const STEM_MIN = 4;

const simple = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]/gu, '')
    .toLowerCase();

/** Returns true when one name contains the other one, or what it says before its legal form. */
export function shareStem(one: string, other: string): boolean {
  const [a, b] = [simple(one), simple(other)];
  return holdsStem(a, b) || holdsStem(b, a);
}

function holdsStem(name: string, of: string): boolean {
  const stem = of.replace(FORMS, '');
  return name.includes(of) || (stem.length >= STEM_MIN && name.includes(stem));
}

/** Words in place of a given name, such as in 李经理: many people bear them. */
const TITLES = /(?:经理|主任|厂长|站长|所长|会计|老师|师傅|先生|女士|小姐|联系人|负责人|某|总|工)$/u;
/** Characters of a name from which on it names one person. */
const PERSON_MIN = 2;

/** Returns true when two names are one that names a person. */
export function samePerson(one: string, other: string): boolean {
  const [a, b] = [simple(one), simple(other)];
  return a === b && [...a].length >= PERSON_MIN && !TITLES.test(a);
}

/** Digits of a number without its area code, from which on one number can hold another one. */
const LOCAL_MIN = 7;
/** Digits of a number with its area code. */
const FULL_MIN = 10;
const EXTENSION_MAX = 6;

/** Returns the digits of a telephone number without country code, leading zeros and extension. */
function mainNumber(phone: string): string {
  const [stated = ''] = phone.normalize('NFKC').split(/转|分机|ext|x|#|,|;/iu);
  const groups = stated.match(/\d+/gu) ?? [];
  const last = groups.at(-1) ?? '';
  const before = domestic(groups.slice(0, -1).join(''));
  return last.length <= EXTENSION_MAX && before.length >= FULL_MIN ? before : domestic(groups.join(''));
}

/** A country code is followed by a whole number. */
const domestic = (digits: string): string => digits.replace(/^0*86(?=\d{10})/u, '').replace(/^0+/u, '');

/** Returns true when two telephone numbers are one, also without the area code of one or with an extension of it. */
export function samePhone(one: string, other: string): boolean {
  const [short = '', long = ''] = [mainNumber(one), mainNumber(other)].sort((a, b) => a.length - b.length);
  return short !== '' && (short === long || (short.length >= LOCAL_MIN && long.includes(short)));
}
