import { describe, expect, it } from 'vitest';
import { COLUMNS, type Column, IMPORT_KINDS } from '../../../../src/parties/imports/columns.ts';
import { type Cell, exampleRow, readRow, writeRow } from '../../../../src/parties/imports/file/cell.ts';
import { PARTY_TERMS } from '../../../../src/parties/terms.ts';

const columnOf = (kind: (typeof IMPORT_KINDS)[number], field: string): Column => {
  const column = COLUMNS[kind].find((one) => one.field === field);
  if (!column) throw new Error(`no column ${field}`);
  return column;
};
const textCell = (text: string) => ({ text, form: 'text' as const });
const read = (column: Column, text: string) => readRow([column], [textCell(text)]).values[column.field];

describe('a cell', () => {
  it.each([
    ['sites', 'latitude', ' 22.5 ', 22.5],
    ['sites', 'latitude', 'north', 'north'],
    ['sites', 'kind', '收集网点', 'collection_point'],
    ['sites', 'kind', 'collection_point', 'collection_point'],
    ['sites', 'kind', '再生利用', 'recycler'],
    ['sites', 'kind', '运输', '运输'],
    ['licences', 'mode', '运输', 'transport'],
    ['licences', 'wasteCodes', '900-052-31、384-004-31', ['900-052-31', '384-004-31']],
    ['licences', 'validFrom', '2026年1月2日', '2026-01-02'],
    ['licences', 'validFrom', '2026/1/2', '2026-01-02'],
    ['licences', 'validFrom', 'soon', 'soon'],
    ['vehicles', 'trailer', '是', true],
    ['vehicles', 'trailer', 'No', false],
    ['vehicles', 'plateColor', '渐变绿色', 'green'],
    ['parties', 'state', '审核中', 'under_review'],
    ['parties', 'name', ' 演示 ', ' 演示 '],
    ['licences', 'validFrom', '2026/1/2 0:00', '2026-01-02'],
    ['licences', 'validFrom', '２０２６-01-02 00:00:00', '2026-01-02'],
    ['parties', 'divisionCode', '４５０１００', '450100'],
    ['licences', 'wasteCodes', '９００-052-31，384-004-31', ['900-052-31', '384-004-31']],
    ['parties', 'uscc', '\u200b91450100000999993U\u00a0', '91450100000999993U'],
    ['licences', 'annualLimitGrams', '500,000,000', 500_000_000],
    ['licences', 'annualLimitGrams', '5,00', '5,00'],
    ['vehicles', 'trailer', '１', true],
  ] as const)('of %s in the column %s reads %j as %j', (kind, field, text, value) => {
    expect(read(columnOf(kind, field), text)).toEqual(value);
  });

  it('that is empty has no value', () => {
    expect(readRow([columnOf('parties', 'name')], [textCell('')])).toEqual({ values: {}, faults: [] });
  });

  it('with an identifier must not be a number, and needs a column', () => {
    const columns = [columnOf('parties', 'uscc'), undefined, columnOf('sites', 'latitude')];
    const { values, faults } = readRow(columns, [
      { text: '91', form: 'number' },
      textCell('more'),
      { text: '22.5', form: 'number' },
    ]);
    expect(values).toEqual({ latitude: 22.5 });
    expect(faults.map(({ place, problem }) => [place, problem.code])).toEqual([
      [0, 'cell-is-number'],
      [1, 'row-too-long'],
    ]);
  });
});

describe('a cell that does not hold what it shows', () => {
  const faultOf = (kind: (typeof IMPORT_KINDS)[number], field: string, cell: Partial<Cell>) => {
    const { faults, values } = readRow([columnOf(kind, field)], [{ text: '', form: 'text', ...cell }]);
    return faults[0]?.problem.code ?? values[field];
  };
  const number = (text: string) => faultOf('licences', 'number', { text });

  it('with an error value is a fault in every column, whether it is an error or its text', () => {
    for (const kind of IMPORT_KINDS) {
      for (const { field } of COLUMNS[kind]) {
        for (const text of [
          '#N/A',
          '#REF!',
          '#n/a',
          '#DIV/0!',
          '#####',
          '\u200b#REF!',
          '＃ＲＥＦ！',
          '\u2800#\u00adN/A',
          `${'\u200b'.repeat(200)}#REF!`,
        ]) {
          expect([field, faultOf(kind, field, { text })]).toEqual([field, 'cell-is-error']);
        }
        expect(faultOf(kind, field, { text: '#SOMETHING!', form: 'error' })).toBe('cell-is-error');
        expect(faultOf(kind, field, { text: '5', form: 'disguised' })).toBe('cell-disguised');
        expect(faultOf(kind, field, { text: '5', covered: 'from-side' })).toBe('cell-covered');
        expect(faultOf(kind, field, { text: '5', covered: 'unseen' })).toBe('cell-covered');
      }
    }
    expect(faultOf('parties', 'name', { text: '#1 厂' })).toBe('#1 厂');
  });

  it('has the value of a region over rows, but a quantity over rows may be meant for all of them', () => {
    expect(faultOf('licences', 'issuer', { text: '厅', covered: 'from-above' })).toBe('厅');
    expect(faultOf('licences', 'annualLimitGrams', { text: '5', form: 'number', covered: 'from-above' })).toBe(
      'cell-covered',
    );
  });

  it('names what it shows and what it stores', () => {
    const { faults } = readRow(
      [columnOf('licences', 'annualLimitGrams')],
      [{ text: '5000', form: 'disguised', shown: '5000万' }],
    );
    for (const language of ['en', 'zh'] as const) {
      expect(faults[0]?.problem.text(language).detail).toMatch(/“5000万”.* 5000[.，]? ?/);
    }
  });

  it('shows a number in another way than a column takes that has no numbers', () => {
    const cell = { text: '5000', form: 'number', shown: '5,000' } as const;
    expect(faultOf('parties', 'address', cell)).toBe('cell-disguised');
    expect(faultOf('parties', 'divisionCode', cell)).toBe('cell-disguised');
    expect(faultOf('licences', 'annualLimitGrams', cell)).toBe(5_000);
  });

  it.each(['4.501E+09', '9E+17', '="0450100001"', '1月2日', '5-Jan', 'Jan-26', '3-Mar-26'])(
    'has the spoiled code %s',
    (text) => {
      expect(number(text)).toBe('cell-spoiled');
      expect(faultOf('parties', 'name', { text })).toBe(text);
    },
  );

  it.each(['NULL', 'n/a', '-', '——', '/', '无', '暂无', '...'])('has %s in place of a code', (text) => {
    expect(number(text)).toBe('cell-placeholder');
    expect(faultOf('parties', 'usccMissingReason', { text })).toBe(text);
  });

  it('has a code that is one, also when it was marked as text', () => {
    for (const text of ['0450100001', 'GX-1', '2E5', '12E+5', '桂环-1']) expect(number(text)).toBe(text);
    expect(faultOf('licences', 'number', { text: '-', marked: true })).toBe('-');
  });

  it('has a date in place of a code, or the number of a day in place of a date', () => {
    expect(faultOf('licences', 'number', { text: '2026-01-05', form: 'day' })).toBe('cell-is-number');
    expect(faultOf('parties', 'divisionCode', { text: '2026-01-05', form: 'day' })).toBe('cell-is-number');
    expect(faultOf('parties', 'divisionCode', { text: '450100', form: 'number' })).toBe('450100');
    expect(faultOf('licences', 'validFrom', { text: '46027', form: 'number' })).toBe('cell-is-serial');
    const { faults } = readRow([columnOf('licences', 'validFrom')], [textCell('46027')]);
    expect(faults[0]?.problem.text('zh').remedy).toContain('2026-01-05');
    expect(faults[0]?.problem.text('en').remedy).toContain('2026-01-05');
  });
});

describe('cells in Chinese', () => {
  const choices = IMPORT_KINDS.flatMap((kind) => COLUMNS[kind].filter(({ terms }) => terms !== undefined));

  it('show every code of every choice as its word, which reads as the code again', () => {
    expect(choices.map(({ field }) => field)).toEqual(['state', 'kind', 'mode', 'plateColor']);
    for (const column of choices) {
      for (const [code, { zh }] of Object.entries(column.terms ? PARTY_TERMS[column.terms] : {})) {
        const [cell = ''] = writeRow([column], { [column.field]: code }, 'zh');
        expect([cell, read(column, cell)]).toEqual([zh, code]);
        expect(writeRow([column], { [column.field]: code }, 'en')).toEqual([code]);
      }
    }
  });

  it('show flags as words, and other values unchanged', () => {
    const trailer = columnOf('vehicles', 'trailer');
    expect([true, false].map((value) => writeRow([trailer], { trailer: value }, 'zh')[0])).toEqual(['是', '否']);
    expect(writeRow([trailer], { trailer: true }, 'en')).toEqual(['true']);
    const codes = columnOf('licences', 'wasteCodes');
    expect(writeRow([codes], { wasteCodes: ['900-052-31', '384-004-31'] }, 'zh')).toEqual(['900-052-31 384-004-31']);
    expect(writeRow([codes], { wasteCodes: null }, 'zh')).toEqual(['']);
  });
});

it('the example row of a template is in the language of its header', () => {
  expect(exampleRow(COLUMNS.vehicles, 'zh')).toEqual(expect.arrayContaining(['黄色', '否']));
  expect(exampleRow(COLUMNS.vehicles, 'en')).toEqual(expect.arrayContaining(['yellow', 'false']));
});
