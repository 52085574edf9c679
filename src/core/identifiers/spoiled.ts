/** Values that a spreadsheet has spoiled: errors, rounded codes, codes turned into dates, and words for nothing. */

const ERROR_VALUES = new Set([
  ...['#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#DIV/0!', '#GETTING_DATA', '#SPILL!', '#CALC!'],
  ...['#FIELD!', '#BLOCKED!', '#CONNECT!', '#BUSY!', '#UNKNOWN!', '#PYTHON!', '#EXTERNAL!', '#ERROR!'],
]);

/** True for the value that a spreadsheet shows instead of a result, also when only the text of it was pasted. */
export function isErrorValue(text: string): boolean {
  return text.startsWith('#') && (ERROR_VALUES.has(text.toUpperCase()) || /^#{2,}$/.test(text));
}

const ROUNDED = /^\d(\.\d+)?E\+\d{1,3}$/i;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const DATED = new RegExp(`^(?:\\d{1,2}月\\d{1,2}日|\\d{1,2}-${MONTH}(?:-\\d{2,4})?|${MONTH}-\\d{2})$`, 'i');
/** Whole days with their year, and months as spreadsheets write them. A year and a number, such as 2026-01, may be a number. */
const [YEAR_PART, MONTH_PART, DAY_PART] = ['(?:19|20)\\d{2}', '(?:0?[1-9]|1[0-2])', '(?:0?[1-9]|[12]\\d|3[01])'];
const WHOLE_DAY = new RegExp(
  [
    `^(?:${YEAR_PART}([-/.])${MONTH_PART}\\1${DAY_PART}|${YEAR_PART}年${MONTH_PART}月(?:${DAY_PART}日)?`,
    `|${MONTH_PART}/${DAY_PART}/(?:${YEAR_PART}|\\d{2})|${DAY_PART}([-/.])${MONTH_PART}\\2${YEAR_PART})`,
    '(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?$',
  ].join(''),
);
const FORMULA_TEXT = /^="[^"]*"$/;

/** True for a code that a spreadsheet has changed: `4.501E+09`, `5-Jan`, `2026/1/5`, or one still wrapped as `="0450"`. */
export function isSpoiled(text: string): boolean {
  return ROUNDED.test(text) || DATED.test(text) || WHOLE_DAY.test(text) || FORMULA_TEXT.test(text);
}

const NOTHING = new Set([
  ...['null', 'n/a', 'na', 'nan', 'none', 'nil', 'undefined', 'unknown', 'tbd'],
  ...['无', '空', '暂无', '没有', '待定', '不详', '未知'],
]);

/** True for a word or mark that people write where they have no code. */
export function isPlaceholder(text: string): boolean {
  return NOTHING.has(text.toLowerCase()) || /^[-–—_/\\.?？、*]+$/.test(text);
}

const DAY_MS = 86_400_000;
/** Numbers of the days from 1970 to 2100 in spreadsheets. */
const [FIRST, LAST] = [25_569, 73_415];

/** Returns the day of a number that stands for a date in spreadsheets, such as 46027; undefined for other texts. */
export function dayOfNumber(text: string): string | undefined {
  const number = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (number < FIRST || number > LAST) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + number * DAY_MS).toISOString().slice(0, 10);
}
