/** Spreadsheets (ECMA-376, `.xlsx`): the first sheet, values only. Formulas and macros are refused, never run. */
import { openArchive, packArchive } from './archive.ts';
import { asText, tooLarge, toTable, unreadable } from './limits.ts';
import { tableProblem } from './problems.ts';
import {
  escapeFormula,
  TABLE_COLUMNS_MAX,
  TABLE_ROWS_MAX,
  type Table,
  type TableCell,
  unescapeFormula,
} from './table.ts';

/** First bytes of ZIP files, and of older or encrypted documents. */
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A number in the spelling of the file, so that it is not rounded before it is checked. */
type RawNumber = { readonly raw: string };

/** Reads the first sheet. @throws Problem `table-unreadable`, `table-too-large`, `table-has-formulas` */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  if (bytes.subarray(0, 4).equals(COMPOUND)) throw unreadable('encrypted-or-xls');
  if (!bytes.subarray(0, 4).equals(ZIP)) throw unreadable('not-xlsx');
  const { names, xml } = openArchive(bytes);
  if (names.some((name) => /vbaProject|\.bin$/i.test(name) && !/printerSettings/i.test(name))) {
    throw tableProblem('table-has-formulas', { what: 'macros', pointer: '#/body' });
  }
  for (const content of xml.values()) examine(content.toString('utf8'));
  const sheet = await firstSheet(packArchive(xml));
  const lines = sheet.map((cells, at) => ({ line: at + 1, cells: cells.map(toCell) }));
  return toTable(lines, 'utf-8');
}

/** Matches sheets by their cells, because archives may use any file names. */
const CELL = /<(\w+:)?c[\s/>]/;

/** Checks the position that each cell or row declares, before memory of that size is allocated. */
const PLACE = /\sr\s*=\s*["']([^"']*)["']/g;

function examine(sheet: string): void {
  if (/<!DOCTYPE|<!ENTITY/i.test(sheet)) throw unreadable('entities');
  if (!CELL.test(sheet)) return;
  if (/<(\w+:)?f[\s/>]/.test(sheet)) throw tableProblem('table-has-formulas', { what: 'formulas', pointer: '#/body' });
  for (const [, place = ''] of sheet.matchAll(PLACE)) {
    const [, letters = '', digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    if (digits === undefined) throw unreadable('cell-without-place');
    if (Number(digits) > TABLE_ROWS_MAX * 2) throw tooLarge('rows');
    if (columnOf(letters) > TABLE_COLUMNS_MAX) throw tooLarge('columns');
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

async function firstSheet(archive: Buffer): Promise<readonly (readonly unknown[])[]> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  try {
    const sheets = await readXlsxFile<RawNumber>(archive, { trim: false, parseNumber: (raw) => ({ raw }) });
    return sheets[0]?.data ?? [];
  } catch (error) {
    // Every error of the reader is caused by the file, its only input.
    throw unreadable('damaged', { cause: error });
  }
}

function toCell(value: unknown): TableCell {
  if (value === null || value === undefined) return asText('');
  if (typeof value === 'string') return asText(unescapeFormula(value));
  if (value instanceof Date) return asText(dayOrInstant(value));
  if (typeof value === 'boolean') return { text: String(value), number: true };
  return typeof value === 'object' && 'raw' in value ? fromNumber(String(value.raw)) : asText(String(value));
}

function dayOrInstant(value: Date): string {
  const text = Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return text.replace(/T00:00:00\.000Z$/, '');
}

/** Writes whole numbers in full where the file stores them exactly; all others as the file writes them. */
function fromNumber(raw: string): TableCell {
  const value = Number(raw);
  return { text: Number.isSafeInteger(value) ? String(value) : raw, number: true };
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
function escapeCodes(text: string): string {
  // The writer looks texts up in a plain object and takes these for known ones.
  if (text in {}) return `_x${text.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${text.slice(1)}`;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_');
}
