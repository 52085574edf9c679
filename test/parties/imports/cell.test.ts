import { describe, expect, it } from 'vitest';
import { exampleRow, readRow, writeRow } from '../../../src/parties/imports/cell.ts';
import { COLUMNS, type Column, IMPORT_KINDS } from '../../../src/parties/imports/columns.ts';
import { PARTY_TERMS } from '../../../src/parties/terms.ts';

const columnOf = (kind: (typeof IMPORT_KINDS)[number], field: string): Column => {
  const column = COLUMNS[kind].find((one) => one.field === field);
  if (!column) throw new Error(`no column ${field}`);
  return column;
};
const textCell = (text: string) => ({ text, number: false });
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
  ] as const)('of %s in the column %s reads %j as %j', (kind, field, text, value) => {
    expect(read(columnOf(kind, field), text)).toEqual(value);
  });

  it('that is empty has no value', () => {
    expect(readRow([columnOf('parties', 'name')], [textCell('')])).toEqual({ values: {}, faults: [] });
  });

  it('with an identifier must not be a number, and needs a column', () => {
    const columns = [columnOf('parties', 'uscc'), undefined, columnOf('sites', 'latitude')];
    const { values, faults } = readRow(columns, [
      { text: '91', number: true },
      textCell('more'),
      { text: '22.5', number: true },
    ]);
    expect(values).toEqual({ latitude: 22.5 });
    expect(faults.map(({ place, problem }) => [place, problem.code])).toEqual([
      [0, 'cell-is-number'],
      [1, 'row-too-long'],
    ]);
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
