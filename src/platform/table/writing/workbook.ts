/** Writes workbooks (ECMA-376, `.xlsx`) with numbers, texts and formulas of ours, each formula with its value. */
import { lettersOf, type Sheet, type SheetCell } from '../../../core/documents/workbook.ts';
import { escapeCodes } from '../xlsx.ts';

const BOLD = { fontWeight: 'bold' } as const;
/** Characters that XML 1.0 cannot hold, and other control characters. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Makes the workbook. Texts are strings of the file and never formulas. */
export async function toWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const written = sheets.map(({ name, widths, headings, rows }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    data: rows.map((cells, row) => cells.map((cell) => toCell(cell, headings.includes(row)))),
  }));
  return writeXlsxFile(written, { features: [withValues(sheets)] }).toBuffer();
}

function toCell(cell: SheetCell, heading: boolean) {
  if (cell === null || cell === '') return null;
  const style = heading ? BOLD : undefined;
  if (typeof cell === 'number') return { value: cell, type: Number, ...style };
  if (typeof cell === 'string') {
    return {
      value: escapeCodes(cell.toWellFormed().replace(UNWRITABLE, '\ufffd')),
      type: String,
      format: '@',
      ...style,
    };
  }
  return { value: cell.formula, type: 'Formula' as const, ...style };
}

/**
 * Adds the value of each formula to its cell. The library writes formulas without values, and then a viewer that does not compute
 * shows empty cells.
 */
function withValues(sheets: readonly Sheet[]) {
  const transform = (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
    const values = new Map<string, number>();
    for (const [row, cells] of (sheets[sheetIndex]?.rows ?? []).entries()) {
      for (const [column, cell] of cells.entries()) {
        if (typeof cell === 'object' && cell !== null) values.set(`${lettersOf(column)}${row + 1}`, cell.value);
      }
    }
    return xml.replace(
      /(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)(<\/c>)/g,
      (whole, open: string, place: string, close: string) => {
        const value = values.get(place);
        return value === undefined ? whole : `${open}<v>${value}</v>${close}`;
      },
    );
  };
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}
