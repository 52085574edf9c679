import type { Problem } from '../../core/messages/problem.ts';
import { tableProblem } from './problems.ts';
import type { Reason } from './reasons.ts';
import {
  TABLE_CELL_MAX,
  TABLE_COLUMNS_MAX,
  TABLE_ROWS_MAX,
  type Table,
  type TableCell,
  type TableRow,
} from './table.ts';

/** Makes the problem `table-unreadable`. `line` counts from 1, if it is known. */
export function unreadable(reason: Reason, { line, cause }: { line?: number; cause?: unknown } = {}): Problem {
  return placed(tableProblem('table-unreadable', { reason, pointer: '#/body' }, cause), line);
}

/** Makes the problem `table-too-large`. `line` counts from 1, if it is known. */
export function tooLarge(what: Reason, line?: number): Problem {
  const limits = { rowsMax: TABLE_ROWS_MAX, columnsMax: TABLE_COLUMNS_MAX, cellMax: TABLE_CELL_MAX };
  return placed(tableProblem('table-too-large', { what, ...limits, pointer: '#/body' }), line);
}

const placed = (problem: Problem, line: number | undefined): Problem =>
  line === undefined ? problem : problem.with({ line }, { en: ` See line ${line}.`, zh: `见第 ${line} 行。` });

/** Splits the header from the rows. @throws Problem `table-unreadable`, `table-too-large` */
export function toTable(lines: readonly TableRow[], encoding: Table['encoding']): Table {
  const [header, ...rows] = lines.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  if (header === undefined) throw unreadable('empty');
  if (rows.length > TABLE_ROWS_MAX) throw tooLarge('rows');
  for (const { line, cells } of lines) {
    if (cells.length > TABLE_COLUMNS_MAX) throw tooLarge('columns', line);
    if (cells.some(({ text }) => text.length > TABLE_CELL_MAX)) throw tooLarge('cell', line);
  }
  return { header, rows, encoding };
}

export const asText = (text: string): TableCell => ({ text, number: false });
