/** Rows and columns of a sheet that cannot be seen: hidden, or lower or narrower than a pixel. */
import { tooLarge, unreadable } from './limits.ts';
import { TABLE_COLUMNS_MAX } from './table.ts';
import { type Attributes, flag } from './xml.ts';

/** Columns of the largest sheet. */
export const LAST_COLUMN = 16_384;

/** A pixel in points of a row, and in characters of a column. */
const ROW_MIN = 0.75;
const COLUMN_MIN = 0.14;

const isBelow = (size: string | undefined, min: number) => size !== undefined && Number(size) < min;

/** Bits of a column: it has a width of its own, or it is hidden. */
const [NAMED, HIDDEN] = [1, 2];

/**
 * Collects the layout before the rows. Hiding all rows by default (`zeroHeight`) leaves those with cells visible; a default height
 * counts only when the sheet says that it is its own.
 */
export function createLayout() {
  const columns = new Uint8Array(TABLE_COLUMNS_MAX + 1);
  let named = 0;
  let [defaultHeight, defaultWidth]: (string | undefined)[] = [];
  return {
    /** @throws Problem `table-unreadable` for a layout after the rows, `table-too-large` */
    add: (name: string, attributes: Attributes, parent: string, late: boolean): void => {
      const isColumn = name === 'col' && parent === 'cols';
      if (!isColumn && name !== 'sheetFormatPr') return;
      if (late) throw unreadable('damaged');
      if (isColumn) {
        named += 1;
        if (named > LAST_COLUMN) throw tooLarge('columns');
        const { min, max, hidden, width } = attributes;
        const last = Math.min(Number(max), TABLE_COLUMNS_MAX);
        const hides = flag(hidden) || isBelow(width, COLUMN_MIN);
        for (let column = Math.max(1, Number(min)); column <= last; column++) {
          columns[column] = (columns[column] ?? 0) | (hides ? HIDDEN : NAMED);
        }
      } else {
        defaultWidth = attributes.defaultColWidth;
        defaultHeight = flag(attributes.customHeight) ? attributes.defaultRowHeight : undefined;
      }
    },
    hidesColumn: (column: number): boolean =>
      columns[column] === 0 ? isBelow(defaultWidth, COLUMN_MIN) : ((columns[column] ?? 0) & HIDDEN) > 0,
    hidesRow: ({ hidden, ht }: Attributes): boolean => flag(hidden) || isBelow(ht ?? defaultHeight, ROW_MIN),
  };
}
