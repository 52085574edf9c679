import type { Problem } from '../../core/messages/problem.ts';
import { tableProblem } from './problems.ts';
import {
  TABLE_CELL_MAX,
  TABLE_COLUMNS_MAX,
  TABLE_ROWS_MAX,
  type Table,
  type TableCell,
  type TableRow,
} from './table.ts';

/** @throws Problem `table-unreadable` */
export function unreadable(reason: string, cause?: unknown): Problem {
  return tableProblem('table-unreadable', { reason, pointer: '#/body' }, cause);
}

/** @throws Problem `table-too-large` */
export function tooLarge(what: string): Problem {
  return tableProblem('table-too-large', {
    what,
    ...{ rowsMax: TABLE_ROWS_MAX, columnsMax: TABLE_COLUMNS_MAX, cellMax: TABLE_CELL_MAX, pointer: '#/body' },
  });
}

/** Splits the header from the rows. @throws Problem `table-unreadable`, `table-too-large` */
export function toTable(lines: readonly TableRow[], encoding: Table['encoding']): Table {
  const [header, ...rows] = lines.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  if (header === undefined) throw unreadable('it is empty');
  if (rows.length > TABLE_ROWS_MAX) throw tooLarge(`${rows.length} rows`);
  for (const { line, cells } of lines) {
    if (cells.length > TABLE_COLUMNS_MAX) throw tooLarge(`${cells.length} columns in line ${line}`);
    const long = cells.find(({ text }) => text.length > TABLE_CELL_MAX);
    if (long) throw tooLarge(`a cell of ${long.text.length} characters in line ${line}`);
  }
  return { header, rows, encoding };
}

export const asText = (text: string): TableCell => ({ text, number: false });
