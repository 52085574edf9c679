/** Texts of cells as the file writes them. */
import { readText, TABLE_CELL_MAX, type TableCell } from './table.ts';

/** A code such as `_x000D_` writes one character with seven. */
const WRITTEN_MAX = 7 * TABLE_CELL_MAX;

/** Makes the cell of a text. Blanks alone are empty. A text beyond every limit stays as it is, and is refused by its length. */
export function textCell(written: string): TableCell {
  if (written.length > WRITTEN_MAX) return isBlank(written) ? EMPTY : { text: written, form: 'text' };
  const cell = readText(unescapeCodes(written));
  return isBlank(cell.text) ? EMPTY : cell;
}

const EMPTY: TableCell = { text: '', form: 'text' };

const isBlank = (text: string) => text.trim() === '';

/** Reads codes such as `_x000D_`, which stand for characters in texts. */
function unescapeCodes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
