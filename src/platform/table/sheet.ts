/** Reads the cells of one sheet in a stream: what each shows, or why it shows nothing that can be registered. */

import type { NumberFormat } from './formats/number-format.ts';
import { dayOfSerial } from './formats/serial-day.ts';
import { createLayout, LAST_COLUMN } from './layout.ts';
import { createCounter, hasFormulas, isEmptyRow, type Place, tooLarge, unreadable } from './limits.ts';
import { coverCells, type Region, regionOf } from './merges.ts';
import { columnLetters, columnOf, TABLE_COLUMNS_MAX, type TableCell, type TableRow } from './table.ts';
import { textCell } from './text-cell.ts';
import type { Workbook } from './workbook.ts';
import { type Attributes, flag, type ReadXml } from './xml.ts';

/** Rows of the largest sheet. */
const LAST_LINE = 1_048_576;
const REGIONS_MAX = 50_000;

type Cell = {
  readonly column: number;
  readonly type: string;
  readonly format: NumberFormat | undefined;
  value: string;
};

/** Reads the rows that have content. @throws Problem `table-unreadable`, `table-too-large`, `table-has-formulas` */
export async function readSheet(
  pieces: AsyncIterable<Buffer>,
  readXml: ReadXml,
  workbook: Workbook,
): Promise<readonly TableRow[]> {
  const sheet = createSheet(workbook);
  await readXml(pieces, sheet);
  return sheet.rows();
}

function createSheet(workbook: Workbook) {
  const rows: TableRow[] = [];
  const regions: Region[] = [];
  const layout = createLayout();
  const count = createCounter();
  const state = { line: 0, hidden: false, column: 0, inValue: false };
  let cells: TableCell[] = [];
  let cell: Cell | undefined;
  const placeOf = (column: number): Place => ({
    cell: `${columnLetters(column)}${state.line}`,
    sheet: workbook.sheet.name,
  });

  const open = (name: string, attributes: Attributes, parent: string): void => {
    if (name === 'c' && parent === 'row') {
      state.column = columnAfter(state, attributes.r);
      cell = {
        column: state.column,
        type: attributes.t ?? 'n',
        format: workbook.formats[Number(attributes.s ?? 0)],
        value: '',
      };
    } else if (parent === 'c' && name === 'f') throw hasFormulas('formulas', placeOf(state.column));
    else if (name === 'v' || name === 't') state.inValue = isValue(name, parent);
    else if (name === 'row' && parent === 'sheetData') {
      state.line = lineAfter(state.line, attributes.r);
      state.hidden = layout.hidesRow(attributes);
      state.column = 0;
      cells = [];
    } else if (name === 'mergeCell' && parent === 'mergeCells') {
      if (regions.length >= REGIONS_MAX) throw tooLarge('merges');
      regions.push(regionOf(attributes.ref ?? ''));
    } else layout.add(name, attributes, parent, state.line > 0);
  };

  const close = (name: string): void => {
    if (name === 'v' || name === 't') state.inValue = false;
    else if (name === 'c' && cell !== undefined) {
      keep(cell);
      cell = undefined;
    } else if (name === 'row') {
      const row: TableRow = { line: state.line, cells, ...(state.hidden ? { hidden: true as const } : {}) };
      if (isEmptyRow(row)) return;
      count(row);
      rows.push(row);
    }
  };

  /** Keeps a cell that has content. Formatted empty cells at the edge of the sheet are no columns. */
  const keep = (done: Cell): void => {
    const shown = toCell(done, workbook, placeOf);
    if (shown === undefined || shown.text === '') return;
    if (done.column > TABLE_COLUMNS_MAX) {
      if (shown.text.trim() === '') return;
      throw tooLarge('columns', placeOf(done.column));
    }
    if (layout.hidesColumn(done.column) && shown.text.trim() !== '') {
      throw unreadable('column-hidden', placeOf(done.column));
    }
    while (cells.length < done.column - 1) cells.push({ text: '', form: 'text' });
    cells.push(shown);
  };

  return {
    open,
    close,
    text: (text: string) => {
      if (state.inValue && cell !== undefined) cell.value += text;
    },
    rows: () => {
      if (rows[0]?.hidden) throw unreadable('header-hidden', { cell: `A${rows[0].line}`, sheet: workbook.sheet.name });
      return coverCells(rows, regions);
    },
  };
}

/** Text of a cell, or of a run of its rich text; never of a phonetic reading. */
function isValue(name: string, parent: string): boolean {
  return name === 'v' ? parent === 'c' : parent === 'is' || parent === 'r';
}

/** A row without a number follows the one before. */
function lineAfter(before: number, written: string | undefined): number {
  const line = written === undefined ? before + 1 : Number(written);
  if (!Number.isInteger(line) || line <= before || line > LAST_LINE) throw unreadable('place-damaged');
  return line;
}

/** A cell without a place follows the one before. */
function columnAfter({ column, line }: { column: number; line: number }, written: string | undefined): number {
  if (written === undefined) return column + 1;
  const [, letters = '', digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(written) ?? [];
  const next = columnOf(letters);
  if (Number(digits) !== line || next <= column || next > LAST_COLUMN) throw unreadable('place-damaged');
  return next;
}

/** Returns what a cell shows; undefined for an empty one. */
function toCell(
  { column, type, format, value }: Cell,
  { texts, from1904 }: Workbook,
  placeOf: (column: number) => Place,
): TableCell | undefined {
  const damaged = () => unreadable('cell-damaged', placeOf(column));
  // An error shows itself, also when the file does not say which it is.
  if (type === 'e') return { text: value.trim() === '' ? UNNAMED_ERROR : value, form: 'error' };
  if (value === '') return undefined;
  switch (type) {
    case 's': {
      const cell = /^\s*\d{1,9}\s*$/.test(value) ? texts[Number(value)] : undefined;
      if (cell === undefined) throw damaged();
      return shownText(cell, format);
    }
    case 'str':
    case 'inlineStr':
      return shownText(textCell(value), format);
    case 'b':
      return { text: String(flag(value)), form: 'flag' };
    case 'd':
      return { text: value.replace(/T00:00:00(\.0+)?Z?$/, ''), form: 'day' };
    case 'n':
      return numberCell(value.trim(), format, from1904) ?? fail(damaged());
    default:
      throw damaged();
  }
}

const UNNAMED_ERROR = '#ERROR!';

const fail = (problem: Error): never => {
  throw problem;
};

/** The start of a text says enough about a format that changes it. */
const START = 40;

function shownText(cell: TableCell, format: NumberFormat | undefined): TableCell {
  if (format?.texts === undefined || cell.text === '') return cell;
  return { ...cell, form: 'disguised', shown: format.texts(cell.text.slice(0, START)) };
}

/** Writes whole numbers in full where the file stores them exactly; all others as the file writes them. */
function numberCell(raw: string, format: NumberFormat | undefined, from1904: boolean): TableCell | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(raw)) return undefined;
  const value = Number(raw);
  const text = Number.isSafeInteger(value) ? String(value) : raw;
  if (format === undefined) return { text, form: 'number' };
  const { form, shown } = format.numbers(value);
  if (form !== 'day') return { text, form, ...(shown === undefined || shown === text ? {} : { shown }) };
  const day = dayOfSerial(value, from1904);
  return day === undefined ? { text, form: 'disguised', shown: '######' } : { text: day, form: 'day' };
}
