/** Honest CSV files: every encoding, line end, separator and way of quoting that programs write. */
import { HEADER, honest, type Item, ROWS, TABLE } from './item.ts';

const ENDS: Readonly<Record<string, readonly string[]>> = {
  CRLF: ['\r\n'],
  LF: ['\n'],
  CR: ['\r'],
  'header CRLF, rows LF': ['\r\n', '\n'],
  'header LF, rows CRLF': ['\n', '\r\n'],
  'header CR, rows CRLF': ['\r', '\r\n'],
  'no end at the end': ['\n', '\n', ''],
};
const SEPARATORS: Readonly<Record<string, string>> = { commas: ',', semicolons: ';', tabs: '\t' };
const QUOTING: Readonly<Record<string, (cell: string) => string>> = {
  'where needed': (cell) => (/[",;\t\r\n]/.test(cell) ? always(cell) : cell),
  everywhere: always,
};
function always(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16 LE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 BE': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

function textOf(ends: readonly string[], separator: string, quote: (cell: string) => string): string {
  return TABLE.map((cells, at) => cells.map(quote).join(separator) + (ends[at] ?? ends.at(-1) ?? '')).join('');
}

const forms: Item[] = Object.entries(ENCODINGS).flatMap(([encoding, encode]) =>
  Object.entries(ENDS).flatMap(([end, ends]) =>
    Object.entries(SEPARATORS).map(([mark, separator], at) => {
      const [quoting, quote] = Object.entries(QUOTING)[at % 2] ?? ['', always];
      return honest(`${encoding}, ${end}, ${mark}, quotes ${quoting}`, 'csv', () =>
        encode(textOf(ends, separator, quote)),
      );
    }),
  ),
);

const plain = textOf(['\r\n'], ',', always);
const one = (text: string, name: string, cells: readonly string[]) =>
  honest(name, 'csv', () => Buffer.from(`name,divisionCode\r\n${text}\r\n`), [['name', 'divisionCode'], cells]);

export const HONEST_CSV: readonly Item[] = [
  ...forms,
  honest('empty lines everywhere', 'csv', () =>
    Buffer.from(`\r\n\n\r${plain.replaceAll('\r\n', '\r\n\r\n \r\n,,,\r\n')}`),
  ),
  honest('a separator in a line of its own', 'csv', () => Buffer.from(`sep=;\r\n${textOf(['\r\n'], ';', always)}`)),
  honest(
    '300 empty cells at the edge',
    'csv',
    () => Buffer.from(plain.replaceAll('\r\n', `${','.repeat(300)}\r\n`)),
    TABLE,
  ),
  honest('50 000 empty lines below', 'csv', () => Buffer.from(plain + '\r\n'.repeat(50_000))),
  honest('50 000 lines of commas below', 'csv', () => Buffer.from(plain + ',,,\n'.repeat(50_000))),
  honest(
    '20 000 rows',
    'csv',
    () =>
      Buffer.from(
        [HEADER, ...Array.from({ length: 20_000 }, () => ROWS[0])].map((cells) => cells.join(',')).join('\n'),
      ),
    [HEADER, ...Array.from({ length: 20_000 }, () => ROWS[0])],
  ),
  honest(
    'GB18030',
    'csv',
    () =>
      Buffer.concat([
        Buffer.from('b5a5cebbc3fbb3c6', 'hex'),
        Buffer.from(',divisionCode\r\n'),
        Buffer.from('d1ddcabe', 'hex'),
        Buffer.from(',450100\r\n'),
      ]),
    [
      ['单位名称', 'divisionCode'],
      ['演示', '450100'],
    ],
  ),
  one('"a\nb",450100', 'a quoted LF', ['a\nb', '450100']),
  one('"a\r\nb",450100', 'a quoted CRLF', ['a\r\nb', '450100']),
  one('"a\rb",450100', 'a quoted CR', ['a\rb', '450100']),
  one('="0450",="450100"', 'text written as ="…"', ['0450', '450100']),
  one('"=""0450""",450100', 'text written as ="…" in quotes', ['0450', '450100']),
  one("'0450,'450100", 'text marked by an apostrophe', ['0450', '450100']),
  one("'=1+1,450100", 'an escaped formula', ['=1+1', '450100']),
  one('=1+1,450100', 'a text like a formula', ['=1+1', '450100']),
  one('5" pipe,450100', 'a quote inside', ['5" pipe', '450100']),
  one('"""a""",450100', 'doubled quotes', ['"a"', '450100']),
  one('"",450100', 'an empty cell in quotes', ['', '450100']),
  one(' a ,450100', 'blanks around', [' a ', '450100']),
  one('４５,４５０１００', 'full-width digits', ['４５', '４５０１００']),
  one('#N/A,450100', 'an error value', ['#N/A', '450100']),
  one('a', 'a row that is too short', ['a']),
  one('a,450100,x', 'a row that is too long', ['a', '450100', 'x']),
];
