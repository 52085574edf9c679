/** A table read from a file: rows of text cells, each row with the line on which a person finds it. */

/**
 * Form in which a file holds a cell. `number`: leading zeros and long digits are lost. `day`: a number shown as a date. `flag`: true or
 * false. `error`: an error value such as `#N/A`. `disguised`: the cell shows something else than its value.
 */
type CellForm = 'text' | 'number' | 'day' | 'flag' | 'error' | 'disguised';

export type TableCell = {
  readonly text: string;
  readonly form: CellForm;
  /** Start of the text that the cell shows, where that is written in another way than `text`. */
  readonly shown?: string;
  /**
   * The cell is covered by a merged region and has its value. The region reaches here from above, or from the side. `unseen`:
   * the region shows nothing, and `text` is what the file stores below it.
   */
  readonly covered?: 'from-above' | 'from-side' | 'unseen';
  /** The text was marked as text by an apostrophe, as exports mark it. */
  readonly marked?: true;
};

/**
 * `line` counts from 1 as an editor (CSV) or a spreadsheet (XLSX) does; a record over several lines has its first. A hidden
 * row is in the file, and the person who sends it does not see it.
 */
export type TableRow = { readonly line: number; readonly cells: readonly TableCell[]; readonly hidden?: true };

/** `encoding` names the encoding of a CSV file, `sheet` the sheet of a workbook. Empty rows are left out. */
export type Table = {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  readonly encoding: Encoding;
  readonly sheet: string | null;
};

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const TABLE_CONTENT_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Maximum number of rows below the header, of columns, of characters in a cell, and of characters in all cells. */
export const TABLE_ROWS_MAX = 20_000;
export const TABLE_COLUMNS_MAX = 64;
export const TABLE_CELL_MAX = 4_000;
export const TABLE_TEXT_MAX = 8_000_000;

/**
 * Matches beginnings of text that a spreadsheet treats as a formula, including full-width and escaped ones. Digits after an
 * apostrophe are text that a person has marked.
 */
const FORMULA = /^(?:'*[=+\-@\t\r\n＝＋－＠]|'+\d)/;
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠\d]/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula. `readText` removes it. */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Makes the cell of a text, without the apostrophe that marks it as text. */
export function readText(text: string): TableCell {
  return ESCAPED.test(text) ? { text: text.slice(1), form: 'text', marked: true } : { text, form: 'text' };
}

/** Returns the letters of a spreadsheet column, counted from 1: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Returns the column of letters such as `AB`, counted from 1; 0 without letters. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
