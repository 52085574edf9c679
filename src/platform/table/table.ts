/** A table read from a file: rows of text cells, each row with the line on which a person finds it. */

/** Content of a cell. `number` is true when the file stores it as a number, so that leading zeros are lost. */
export type TableCell = { readonly text: string; readonly number: boolean };

/** `line` counts from 1 as an editor (CSV) or a spreadsheet (XLSX) does; a record over several lines has its first. */
export type TableRow = { readonly line: number; readonly cells: readonly TableCell[] };

/** `encoding` names the encoding of a CSV file. Empty rows are left out. */
export type Table = {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  readonly encoding: 'utf-8' | 'gb18030';
};

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const TABLE_CONTENT_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Maximum number of rows below the header, of columns, and of characters in a cell. */
export const TABLE_ROWS_MAX = 20_000;
export const TABLE_COLUMNS_MAX = 64;
export const TABLE_CELL_MAX = 4_000;

/** Matches beginnings of text that a spreadsheet treats as a formula, including full-width and escaped ones. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet would run as a formula. `unescapeFormula` removes it. */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Removes the apostrophe of an escaped text; returns other text unchanged. */
export function unescapeFormula(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}

/** Returns the letters of a spreadsheet column, counted from 1: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
