/**
 * CSV (RFC 4180): UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030, as Chinese spreadsheets still write
 * it. A line ends with CRLF, LF or CR, each for itself. Cells are separated by commas, or all by tabs or semicolons.
 */
import { createCounter, isEmptyRow, tooLarge, toTable, unreadable } from './limits.ts';
import {
  type Encoding,
  escapeFormula,
  readText,
  TABLE_COLUMNS_MAX,
  type Table,
  type TableCell,
  type TableRow,
} from './table.ts';

/** Maximum record in characters. */
const RECORD_MAX = 64 * 1024;

/** Maximum of lines, also counting empty ones: those of the largest sheet. */
const LINES_MAX = 1_048_576;

const CHARSETS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};

/**
 * Reads a CSV file. Without a `charset` it is UTF-8 if its bytes allow, else GB18030. The reader of the header decides
 * whether that guess is right.
 * @throws Problem `table-unreadable`, `table-too-large`
 */
export function readCsv(bytes: Buffer, charset?: string): Table {
  const { text, encoding } = decode(bytes, charset);
  const rows: TableRow[] = [];
  const count = createCounter();
  for (const row of recordsOf(text)) {
    if (isEmptyRow(row)) continue;
    count(row);
    rows.push(row);
  }
  return toTable(rows, { encoding, sheet: null });
}

function decode(bytes: Buffer, charset: string | undefined): { text: string; encoding: Encoding } {
  const named = charset === undefined ? markOf(bytes) : CHARSETS[charset.toLowerCase()];
  if (charset !== undefined && named === undefined) throw unreadable('charset');
  for (const encoding of named === undefined ? (['utf-8', 'gb18030'] as const) : [named]) {
    try {
      const label = encoding === 'utf-16' ? `utf-16${bytes[0] === 0xfe ? 'be' : 'le'}` : encoding;
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
    } catch {
      // The next encoding may fit.
    }
  }
  throw unreadable('bytes');
}

/** The encoding that a byte order mark names. UTF-8 is tried anyway. */
function markOf(bytes: Buffer): Encoding | undefined {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) ? 'utf-16' : undefined;
}

const [CR, LF, QUOTE] = [13, 10, 34];

/** Yields the records with the line on which each begins. */
function* recordsOf(text: string): Generator<TableRow> {
  const { separator, from } = separatorOf(text);
  let at = from.at;
  let line = from.line;
  while (at < text.length) {
    if (line > LINES_MAX) throw tooLarge('rows', { line });
    const code = text.charCodeAt(at);
    if (isEnd(code)) {
      at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
      line += 1;
      continue;
    }
    const start = at;
    const first = line;
    const cells: TableCell[] = [];
    for (let column = 1; ; column++) {
      const field = text.charCodeAt(at) === QUOTE ? quoted(text, at, line) : plain(text, at, separator);
      line += field.lines;
      at = field.end;
      if (at - start > RECORD_MAX) throw tooLarge('record', { line: first });
      // Empty cells beyond the table are formats of its edge.
      if (column <= TABLE_COLUMNS_MAX) cells.push(toCell(field.text));
      else if (field.text.trim() !== '') throw tooLarge('columns', { line: first });
      if (text.charCodeAt(at) !== separator) break;
      at += 1;
    }
    if (at < text.length && !isEnd(text.charCodeAt(at))) throw unreadable('quotes', { line });
    at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    line += 1;
    yield { line: first, cells };
  }
}

const isEnd = (code: number) => code === CR || code === LF;

type Field = { readonly text: string; readonly end: number; readonly lines: number };

/** A field without quotes around it. Quotes inside are text, as spreadsheets read them. */
function plain(text: string, at: number, separator: number): Field {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === separator || isEnd(code)) break;
  }
  return { text: text.slice(at, end), end, lines: 0 };
}

/** @throws Problem `table-unreadable` for quotes that do not close */
function quoted(text: string, at: number, line: number): Field {
  let close = text.indexOf('"', at + 1);
  let doubled = false;
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
    doubled = true;
    if (close - at > RECORD_MAX) throw tooLarge('record', { line });
    close = text.indexOf('"', close + 2);
  }
  if (close < 0) throw unreadable('quotes-open', { line });
  const inner = text.slice(at + 1, close);
  const lines = inner.length < RECORD_MAX ? (inner.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
  return { text: doubled ? inner.replaceAll('""', '"') : inner, end: close + 1, lines };
}

/** Returns the separator that the header uses. Spreadsheets may name it in a line of their own. */
function separatorOf(text: string): {
  readonly separator: number;
  readonly from: { readonly at: number; readonly line: number };
} {
  const [named, mark] = /^sep=([,;\t])(?:\r\n|\r|\n)/.exec(text) ?? [];
  if (named !== undefined && mark !== undefined) {
    return { separator: mark.charCodeAt(0), from: { at: named.length, line: 2 } };
  }
  const [header = ''] = /[^\r\n]+/.exec(text.slice(0, RECORD_MAX)) ?? [];
  const bare = header.replace(/"[^"]*"/g, '');
  const separator = [',', '\t', ';'].find((one) => bare.includes(one)) ?? ',';
  return { separator: separator.charCodeAt(0), from: { at: 0, line: 1 } };
}

/** Spreadsheets show the text of `="0123"`, which people write to keep zeros. */
function toCell(field: string): TableCell {
  const [, shown] = /^="([^"]*)"$/.exec(field) ?? [];
  return shown === undefined ? readText(field) : { text: shown, form: 'text' };
}

/** Returns one record with its line end. Text that a spreadsheet could run as a formula is escaped. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quote(escapeFormula(cell))).join(',')}\r\n`;
}

function quote(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Byte order mark before the header, by which spreadsheets recognise UTF-8. */
export const CSV_MARK = '\ufeff';
