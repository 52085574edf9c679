/** Merged regions of a sheet: every covered cell shows what its region shows, and has a mark. */
import { tooLarge, unreadable } from './limits.ts';
import { columnOf, TABLE_COLUMNS_MAX, TABLE_TEXT_MAX, type TableCell, type TableRow } from './table.ts';

/** Cells of a sheet that merged regions may cover. */
const COVERED_MAX = 200_000;

export type Region = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** Reads a region such as `A1:B3`, from either of its corners. @throws Problem `table-unreadable` */
export function regionOf(reference: string): Region {
  const [, left, top, right, bottom] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (left === undefined || right === undefined) throw unreadable('merge-damaged');
  const [rows, columns] = [
    [Number(top), Number(bottom)],
    [columnOf(left), columnOf(right)],
  ];
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
}

/** Gives covered cells what their regions show. Rows are in the order of lines. @throws Problem `table-too-large` */
export function coverCells(rows: readonly TableRow[], regions: readonly Region[]): readonly TableRow[] {
  if (regions.length === 0) return rows;
  const changed = rows.map((row) => [...row.cells]);
  let [covered, text] = [0, 0];
  for (const { top, left, bottom, right } of regions) {
    const end = Math.min(right, TABLE_COLUMNS_MAX);
    // Beyond the columns of a table there is nothing to cover.
    if (left > end) continue;
    const start = firstFrom(rows, top);
    const source = rows[start]?.line === top ? changed[start]?.[left - 1] : undefined;
    for (let at = start; (rows[at]?.line ?? Number.POSITIVE_INFINITY) <= bottom; at++) {
      const isTop = rows[at]?.line === top;
      const cells = changed[at] ?? [];
      for (let column = left; column <= end; column++) {
        if (isTop && column === left) continue;
        covered += 1;
        text += source?.text.length ?? 0;
        if (covered > COVERED_MAX) throw tooLarge('merges');
        if (text > TABLE_TEXT_MAX) throw tooLarge('text');
        cover(cells, column, source, column === left ? 'from-above' : 'from-side');
      }
    }
  }
  return rows.map((row, at) => ({ ...row, cells: changed[at] ?? row.cells }));
}

/** Returns the index of the first row that is on a line or below it. */
function firstFrom(rows: readonly TableRow[], line: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cover(
  cells: TableCell[],
  column: number,
  source: TableCell | undefined,
  from: 'from-above' | 'from-side',
): void {
  const stored = cells[column - 1];
  if (source === undefined || source.text === '') {
    // A region that shows nothing hides what its other cells store.
    if (stored !== undefined && stored.text !== '') cells[column - 1] = { ...stored, covered: 'unseen' };
    return;
  }
  while (cells.length < column - 1) cells.push({ text: '', form: 'text' });
  cells[column - 1] = { ...source, covered: source.covered === 'unseen' ? 'unseen' : from };
}
