/** A table as it was read from a file: rows of cells as text, each row with the line a person finds it on. */

/** `text` is what stands there; `number` says that the file holds it as a number, so that leading zeros are lost. */
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

/** Most rows that one file may hold below its header, most columns, and most characters of a cell. */
export const TABLE_ROWS_MAX = 20_000;
export const TABLE_COLUMNS_MAX = 64;
export const TABLE_CELL_MAX = 4_000;

/** Beginnings that a spreadsheet takes for a formula, full-width forms and escaped ones included. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Keeps a spreadsheet from running a text as a formula: an apostrophe before it. `unescapeFormula` takes it away again. */
export function escapeFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Returns the text that was escaped; any other text as it is. */
export function unescapeFormula(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}

/** The letters of a column of a spreadsheet, counted from 1: A, B, … Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
