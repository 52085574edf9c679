/** Number formats of spreadsheets: what a cell shows of the number or text that it stores. */
import { type Section, sectionsOf } from './format-code.ts';
import { kept, writeNumber } from './shown-number.ts';

/**
 * `number`: what is shown reads as the number that is stored. `day`: shown as a date. `disguised`: another number or text is
 * shown. `shown` is left out where it is the number itself.
 */
type ShownNumber = { readonly form: 'number' | 'day' | 'disguised'; readonly shown?: string };

/** Shows numbers and texts. `texts` is left out where texts are shown as they are; it gets and returns the start of a text. */
export type NumberFormat = {
  readonly numbers: (value: number) => ShownNumber;
  readonly texts?: (text: string) => string;
};

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const NUMBER: ShownNumber = { form: 'number' };
const DAY: ShownNumber = { form: 'day' };
const PLAIN: NumberFormat = { numbers: () => NUMBER };
const DAYS: NumberFormat = { numbers: () => DAY };

/** Numbers of built-in formats (ECMA-376, 18.8.30) that show dates, with those of Chinese spreadsheets. */
const DAY_FORMATS = new Set([...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);
const CODES: Readonly<Record<number, string>> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??' },
  ...{ 5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;"¥"-#,##0.00' },
  ...{ 37: '#,##0_);(#,##0)', 38: '#,##0_);(#,##0)', 39: '#,##0.00_);(#,##0.00)', 40: '#,##0.00_);(#,##0.00)' },
  ...{ 41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ' },
  ...{ 42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ' },
  ...{ 44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ', 48: '##0.0E+0' },
};

/** Reads a format with its code; without one, a built-in format. Unknown ones show numbers as they are. */
export function formatOf(number: number, written: string | undefined): NumberFormat {
  if (written === undefined && DAY_FORMATS.has(number)) return DAYS;
  const code = written ?? CODES[number];
  if (code === undefined || /^(?:general|@)$/i.test(code)) return PLAIN;
  const sections = sectionsOf(code);
  const texts = textsOf(sections);
  return { numbers: (value) => shownBy(sections, value), ...(texts === undefined ? {} : { texts }) };
}

function shownBy(sections: readonly Section[], value: number): ShownNumber {
  const shown = sectionsFor(sections, value).map(({ section, signed }) => shownIn(section, value, signed));
  return shown.find(({ form }) => form === 'disguised') ?? shown[0] ?? { form: 'disguised', shown: '######' };
}

function shownIn(section: Section, value: number, signed: boolean): ShownNumber {
  const { parts, days } = section;
  // A date with fixed digits shows another one.
  if (days) return parts.some((part) => part.kind === 'text' && /\d/.test(part.text)) ? UNKNOWN : DAY;
  const unsigned = parts.length > PARTS_MAX ? undefined : writeNumber(section, Math.abs(value));
  if (unsigned === undefined) return UNKNOWN;
  const shown = (value < 0 && signed ? `-${unsigned}` : unsigned).trim();
  if (!readsAs(shown, value)) return { form: 'disguised', shown };
  return shown === String(value) ? NUMBER : { form: 'number', shown };
}

/** Parts of a section that a person can follow, and digits above any quantity. */
const PARTS_MAX = 60;

/** A text that only a spreadsheet can show, such as a fraction. */
const UNKNOWN: ShownNumber = { form: 'disguised', shown: '…' };

const PLAIN_NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?$/;

/** True when a person reads the number in what is shown. */
function readsAs(shown: string, value: number): boolean {
  const text = shown.normalize('NFKC').replace(/^([+-])\s+/, '$1');
  const plain = GROUPED.test(text) ? text.replace(/[, ]/g, '') : text;
  return PLAIN_NUMBER.test(plain) && Number(plain) === kept(value);
}

type Chosen = { readonly section: Section; readonly signed: boolean };

/** Returns the sections that may show a number; more than one where spreadsheets differ. */
function sectionsFor(sections: readonly Section[], value: number): readonly Chosen[] {
  const ofText = sections.length > 1 && sections.length < 4 && hasText(sections.at(-1));
  const numbers = sections.slice(0, ofText ? -1 : 3);
  const [first, second, third] = numbers;
  if (first === undefined) return [];
  if (!numbers.some(({ condition }) => condition !== undefined)) {
    if (second === undefined) return [{ section: first, signed: true }];
    if (value < 0) return [{ section: second, signed: false }];
    return [{ section: value === 0 ? (third ?? first) : first, signed: false }];
  }
  if (first.condition?.(value)) return [{ section: first, signed: !first.negativeOnly }];
  const others = first.condition === undefined ? numbers : numbers.slice(1);
  const met = others.find(({ condition }) => condition?.(value));
  const open = others.filter(({ condition }) => condition === undefined);
  const chosen = met === undefined ? open : first.condition === undefined ? [met, ...open] : [met];
  return chosen.map((section) => ({ section, signed: false }));
}

const hasText = (section: Section | undefined) => section?.parts.some(({ kind }) => kind === 'value') ?? false;

/** Texts have the fourth section, or the last one if it has a place for them. */
function textsOf(sections: readonly Section[]): NumberFormat['texts'] {
  const last = sections.at(-1);
  const section = sections[3] ?? (hasText(last) ? last : undefined);
  if (section === undefined) return undefined;
  const isPlace = ({ kind }: Section['parts'][number]) => kind === 'value' || kind === 'general';
  const write = (text: string) =>
    section.parts.map((part) => (part.kind === 'text' ? part.text : isPlace(part) ? text : ''));
  const around = write('').join('').trim();
  return around === '' && section.parts.filter(isPlace).length === 1 ? undefined : (text) => write(text).join('');
}
