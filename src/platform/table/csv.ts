/** CSV (RFC 4180): UTF-8 with or without a byte order mark, or GB18030, as Chinese spreadsheets still write it. */
import { asText, tooLarge, toTable, unreadable } from './limits.ts';
import { escapeFormula, type Table, unescapeFormula } from './table.ts';

/** Maximum record in characters, so that an unclosed quote ends here. */
const RECORD_MAX = 64 * 1024;

const CHARSETS: Readonly<Record<string, Table['encoding']>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};

/**
 * Reads a CSV file. Without a `charset` it is UTF-8 if its bytes allow, else GB18030. The reader of the header decides
 * whether that guess is right.
 * @throws Problem `table-unreadable`, `table-too-large`
 */
export async function readCsv(bytes: Buffer, charset?: string): Promise<Table> {
  const { text, encoding } = decode(bytes, charset);
  const lines = (await split(text)).map(({ line, record }) => ({
    line,
    cells: record.map((cell) => asText(unescapeFormula(cell))),
  }));
  return toTable(lines, encoding);
}

function decode(bytes: Buffer, charset: string | undefined): { text: string; encoding: Table['encoding'] } {
  const named = charset === undefined ? undefined : CHARSETS[charset.toLowerCase()];
  if (charset !== undefined && named === undefined) throw unreadable('charset');
  for (const encoding of named === undefined ? (['utf-8', 'gb18030'] as const) : [named]) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // The next encoding may fit.
    }
  }
  throw unreadable('bytes');
}

type Numbered = { readonly line: number; readonly record: readonly string[] };

async function split(text: string): Promise<Numbered[]> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const rows: Numbered[] = [];
  try {
    let end = 0;
    parse(text, {
      relax_column_count: true,
      max_record_size: RECORD_MAX,
      on_record: (record: string[], { lines }) => {
        rows.push({ line: end + 1, record });
        end = lines;
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLarge('record');
    throw unreadable('quotes-open', { cause: error, ...(typeof error.lines === 'number' && { line: error.lines }) });
  }
}

/** Returns one record with its line end. Text that a spreadsheet could run as a formula is escaped. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(escapeFormula(cell))).join(',')}\r\n`;
}

function quote(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Byte order mark before the header, by which spreadsheets recognise UTF-8. */
export const CSV_MARK = '\ufeff';
