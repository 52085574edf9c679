import type { Problem } from '../../core/messages/problem.ts';
import { tableProblem } from './problems.ts';
import type { Reason } from './reasons.ts';
import {
  type Encoding,
  TABLE_CELL_MAX,
  TABLE_COLUMNS_MAX,
  TABLE_ROWS_MAX,
  TABLE_TEXT_MAX,
  type Table,
  type TableRow,
} from './table.ts';

/** Place in a file: its line from 1 on, or the cell of a sheet, such as `C5`. */
export type Place = { readonly line?: number; readonly cell?: string; readonly sheet?: string };

/** Makes the problem `table-unreadable`. */
export function unreadable(reason: Reason, { cause, ...place }: Place & { readonly cause?: unknown } = {}): Problem {
  return placed(tableProblem('table-unreadable', { reason, pointer: '#/body' }, cause), place);
}

/** Makes the problem `table-too-large`. */
export function tooLarge(what: Reason, place: Place = {}): Problem {
  const limits = { rowsMax: TABLE_ROWS_MAX, columnsMax: TABLE_COLUMNS_MAX, cellMax: TABLE_CELL_MAX };
  return placed(tableProblem('table-too-large', { what, ...limits, pointer: '#/body' }), place);
}

/** Makes the problem `table-has-formulas`. */
export function hasFormulas(what: 'formulas' | 'macros', place: Place = {}): Problem {
  return placed(tableProblem('table-has-formulas', { what, pointer: '#/body' }), place);
}

/** Adds the place to the detail of a problem. */
export function placed(problem: Problem, { line, cell, sheet }: Place): Problem {
  if (cell !== undefined) {
    const at = sheet === undefined ? { en: '', zh: '' } : { en: ` of the sheet “${sheet}”`, zh: `工作表“${sheet}”` };
    return problem.with(
      { cell, ...(sheet === undefined ? {} : { sheet }) },
      { en: ` See cell ${cell}${at.en}.`, zh: `见${at.zh}单元格 ${cell}。` },
    );
  }
  if (line === undefined) return problem;
  return problem.with({ line }, { en: ` See line ${line}.`, zh: `见第 ${line} 行。` });
}

/** A cell that shows nothing of its own: empty, or covered by a merged region. */
const isBlank = ({ text, covered }: TableRow['cells'][number]) => covered !== undefined || text.trim() === '';

/** True for a row that is left out. */
export const isEmptyRow = ({ cells }: TableRow): boolean => cells.every(isBlank);

/** Characters that mean several. In the plain form of an identifier, one of them becomes up to 18. */
const LIGATURES = /[\u3300-\u33ff\ufdf0-\ufdfc]/g;
const LIGATURE_LENGTH = 18;

const lengthOf = (text: string): number => text.length + (text.match(LIGATURES)?.length ?? 0) * (LIGATURE_LENGTH - 1);

/** Counts the rows and characters of a table while it is read. @throws Problem `table-too-large` */
export function createCounter(): (row: TableRow) => void {
  let [rows, text] = [-1, 0];
  return (row) => {
    rows += 1;
    if (rows > TABLE_ROWS_MAX) throw tooLarge('rows', { line: row.line });
    for (const cell of row.cells) {
      if (cell.text.length > TABLE_CELL_MAX) throw tooLarge('cell', { line: row.line });
      text += lengthOf(cell.text);
    }
    if (text > TABLE_TEXT_MAX) throw tooLarge('text', { line: row.line });
  };
}

/** Splits the header from the rows. @throws Problem `table-unreadable` */
export function toTable(lines: readonly TableRow[], from: { encoding: Encoding; sheet: string | null }): Table {
  const [header, ...rows] = lines.filter((row) => !isEmptyRow(row));
  if (header === undefined) throw unreadable('empty');
  return { header, rows, ...from };
}
