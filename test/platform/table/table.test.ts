import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { read as readSheets } from 'xlsx';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  columnLetters,
  escapeFormula,
  readTable,
  readText,
  TABLE_ROWS_MAX,
  toCsvLine,
  toXlsx,
} from '../../../src/platform/table/index.ts';

const read = async (text: string | Buffer, format: 'csv' | 'xlsx' = 'csv', charset?: string) => {
  const { header, rows, encoding } = await readTable(Buffer.from(text), format, charset);
  const shown = [header, ...rows].map(({ line, cells }) => [line, ...cells.map((cell) => cell.text)]);
  return { encoding, shown };
};

const codeOf = async (bytes: Buffer | string, format: 'csv' | 'xlsx', charset?: string) => {
  try {
    await readTable(Buffer.from(bytes), format, charset);
    return 'read';
  } catch (error) {
    if (error instanceof Problem) return `${error.code} ${error.facts.reason ?? error.facts.what}`;
    throw error;
  }
};

describe('a CSV file', () => {
  it('is read with the line of each row, over quoted line ends and past empty lines', async () => {
    expect((await read('\ufeffa,b\r\n"1\n2",x\r\n\r\n ,\r\n3,"say ""no"""\r\n')).shown).toEqual([
      [1, 'a', 'b'],
      [2, '1\n2', 'x'],
      [6, '3', 'say "no"'],
    ]);
  });

  it('is read as UTF-8 if it can be, else as GB18030, or as its charset says', async () => {
    const gb = Buffer.from('b5a5cebbc3fbb3c62c61', 'hex');
    expect(await read(gb)).toEqual({ encoding: 'gb18030', shown: [[1, '单位名称', 'a']] });
    expect(await read('单位名称,a')).toEqual({ encoding: 'utf-8', shown: [[1, '单位名称', 'a']] });
    expect(await codeOf(gb, 'csv', 'utf-8')).toMatch(/^table-unreadable bytes$/);
    expect(await codeOf('a', 'csv', 'latin1')).toMatch(/^table-unreadable charset$/);
  });

  it.each([
    ['', 'table-unreadable empty'],
    ['\n\n , \n', 'table-unreadable empty'],
    ['a\n"b', 'table-unreadable quotes-open'],
    [`a\n${'x'.repeat(4_001)}`, 'table-too-large cell'],
    [`a\n"${'x'.repeat(100_000)}`, 'table-unreadable quotes-open'],
    [`a\n"${'x'.repeat(100_000)}"`, 'table-too-large record'],
    [`a\n${','.repeat(64)}x`, 'table-too-large columns'],
    [`a${'\n1'.repeat(TABLE_ROWS_MAX + 1)}`, 'table-too-large rows'],
    [Buffer.from('ff80ff00ff', 'hex'), 'table-unreadable bytes'],
  ])('%# is refused when it cannot be a table', async (text, problem) => {
    expect(await codeOf(text, 'csv')).toBe(problem);
  });
});

describe('what a spreadsheet could run', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '＝1', "'0450"])(
    '%j is escaped, and read back as it was',
    (text) => {
      expect(escapeFormula(text)).toBe(`'${text}`);
      expect(readText(escapeFormula(text)).text).toBe(text);
    },
  );

  it('leaves every other text alone', () => {
    for (const text of ['', "'", "'a", "''", '1-2', 'a=b', '桂A12345'])
      expect([escapeFormula(text), readText(text).text]).toEqual([text, text]);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1', "'=1", '00123', '_x0041_', 'a\nb', 'a\r\nb', ' a ', '"', ',', '2026-01-05', '1e5', '&lt;'),
);
// Requests reject control characters and broken Unicode, so no registered text holds them.
const written = anyText.filter(
  (text) => text.isWellFormed() && !/[\p{Cc}\uFFFE\uFFFF]/u.test(text.replace(/[\n\r\t]/g, '')),
);

describe('what is written', () => {
  it('is read back the same from CSV', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(written, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const csv = [['head', 'x'], ...rows.map((row) => ['.', ...row])].map(toCsvLine).join('');
          const table = await readTable(Buffer.from(csv), 'csv');
          expect(table.rows.map(({ cells }) => cells.slice(1).map(({ text }) => text))).toEqual(rows);
        },
      ),
    );
  });

  it('is read back the same from a spreadsheet', async () => {
    const own = ['__proto__', 'toString', 'constructor', 'valueOf'];
    const read = await readTable(await toXlsx('a', [['head'], own]), 'xlsx');
    expect(read.rows[0]?.cells.map(({ text }) => text)).toEqual(own);
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 3 }), async (row) => {
        const table = await readTable(await toXlsx('a', [['head'], ['.', ...row]]), 'xlsx');
        expect(row.map((_, at) => table.rows[0]?.cells[at + 1]?.text ?? '')).toEqual(row);
        expect(table.rows[0]?.cells.every(({ form }) => form === 'text')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is exported, in programs of others', () => {
  const texts = ['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', "'=1", '=HYPERLINK("http://x","y")', '演示'];
  const plain = texts.map((text) => `"${text.replaceAll('"', '""')}"`);

  it('has no formula in CSV, where the same texts would be some', () => {
    const formulas = (text: string) =>
      Object.values(readSheets(text, { type: 'string' }).Sheets.Sheet1 ?? {}).filter((cell) => cell.f !== undefined);
    expect(formulas(plain.join('\n')).length).toBeGreaterThan(0);
    expect(formulas(texts.map((text) => toCsvLine([text])).join(''))).toEqual([]);
  });

  it('has no formula in a workbook, and shows each text', async () => {
    const bytes = await toXlsx('a', [['head'], ...texts.map((text) => [text])]);
    const { Sheets } = readSheets(bytes, { type: 'buffer' });
    expect(Object.values(Sheets.a ?? {}).filter((cell) => cell.f !== undefined)).toEqual([]);
    const [sheet] = await readXlsxFile(bytes, { trim: false });
    expect(sheet?.data.slice(1).map(([cell]) => cell)).toEqual(texts.map(escapeFormula));
  });
});

describe('a workbook', () => {
  it('keeps text as text, days as days, and says what is a number', async () => {
    const bytes = await writeXlsxFile(
      [
        [{ value: 'a', type: String }],
        [],
        [
          { value: '00123', type: String },
          { value: 450100, type: Number },
          { value: new Date('2026-01-05T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        ],
      ],
      { sheet: 'x' },
    ).toBuffer();
    const { rows } = await readTable(bytes, 'xlsx');
    expect(rows).toEqual([
      {
        line: 3,
        cells: [
          { text: '00123', form: 'text' },
          { text: '450100', form: 'number' },
          { text: '2026-01-05', form: 'day' },
        ],
      },
    ]);
  });
});

it('columns have letters', () => {
  expect([1, 26, 27, 52, 53].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
});
