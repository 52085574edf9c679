/** Merged regions of a sheet: every covered cell gets the value of its region, and a mark. */
import { tooLarge, unreadable } from './limits.ts';
import { columnOf, TABLE_COLUMNS_MAX, type TableCell, type TableRow } from './table.ts';

/** Cells of a sheet that merged regions may cover. */
const COVERED_MAX = 200_000;

export type Region = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** Reads a region such as `A1:B3`. @throws Problem `table-unreadable` */
export function regionOf(reference: string): Region {
  const [, left, top, right, bottom] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (left === undefined || right === undefined) throw unreadable('merge-damaged');
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) };
}

/** Gives covered cells the values of their regions. Rows are in the order of lines. @throws Problem `table-too-large` */
export function coverCells(rows: readonly TableRow[], regions: readonly Region[]): readonly TableRow[] {
  if (regions.length === 0) return rows;
  const places = new Map(rows.map(({ line }, at) => [line, at]));
  const changed = rows.map((row) => [...row.cells]);
  let covered = 0;
  for (const { top, left, bottom, right } of regions) {
    const start = places.get(top);
    const source = start === undefined ? undefined : changed[start]?.[left - 1];
    // An empty region covers cells that are empty too.
    if (start === undefined || source === undefined || source.text.trim() === '') continue;
    for (let at = start; (rows[at]?.line ?? Number.POSITIVE_INFINITY) <= bottom; at++) {
      const cells = changed[at] ?? [];
      for (let column = left; column <= Math.min(right, TABLE_COLUMNS_MAX); column++) {
        if (at === start && column === left) continue;
        covered += 1;
        if (covered > COVERED_MAX) throw tooLarge('merges');
        cover(cells, column, { ...source, covered: column === left ? 'from-above' : 'from-side' });
      }
    }
  }
  return rows.map((row, at) => ({ ...row, cells: changed[at] ?? row.cells }));
}

function cover(cells: TableCell[], column: number, cell: TableCell): void {
  while (cells.length < column - 1) cells.push({ text: '', form: 'text' });
  cells[column - 1] = cell;
}
