/**
 * Spreadsheets (ECMA-376, `.xlsx`): the first sheet that people see, values only. Formulas and macros are refused, never run.
 */
import { openArchive } from './archive.ts';
import { toTable, unreadable } from './limits.ts';
import { readSheet } from './sheet.ts';
import { escapeFormula, type Table } from './table.ts';
import { openWorkbook } from './workbook.ts';
import { createXmlReader } from './xml.ts';

/** First bytes of ZIP files, and of older or encrypted documents. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Reads the first visible sheet. @throws Problem `table-unreadable`, `table-too-large`, `table-has-formulas` */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  if (bytes.subarray(0, 4).equals(COMPOUND)) throw unreadable('encrypted-or-xls');
  if (!bytes.subarray(0, 4).equals(ZIP)) throw unreadable('not-xlsx');
  const archive = openArchive(bytes);
  const readXml = createXmlReader();
  const workbook = await openWorkbook(archive, readXml);
  const pieces = archive.open(workbook.sheet.path);
  if (pieces === undefined) throw unreadable('damaged');
  return toTable(await readSheet(pieces, readXml, workbook), { encoding: 'utf-8', sheet: workbook.sheet.name });
}

/** Makes a sheet of text cells only, so that no spreadsheet drops a zero or turns a number into a date. */
export async function toXlsx(name: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const data = rows.map((cells, at) =>
    cells.map((text) =>
      text === ''
        ? null
        : { value: escapeCodes(escapeFormula(text)), type: String, format: '@', ...(at === 0 ? BOLD : undefined) },
    ),
  );
  const columns = (rows[0] ?? []).map(() => ({ width: 24 }));
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(data, { sheet: name, columns, stickyRowsCount: 1 }).toBuffer();
}

const BOLD = { fontWeight: 'bold' } as const;

/**
 * Escapes text that looks like `_x0041_`, which stands for a character in a cell, by writing its underscore as a code.
 */
export function escapeCodes(text: string): string {
  // The writer looks texts up in a plain object and takes these for known ones.
  if (text in {}) return `_x${text.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${text.slice(1)}`;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_');
}
