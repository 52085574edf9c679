import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../src/core/messages/problem.ts';
import { COLUMN_TERMS, COLUMNS, IMPORT_KINDS } from '../../../../src/parties/imports/columns.ts';
import { readHeader, refuseHeader, writeHeader } from '../../../../src/parties/imports/file/header.ts';

const headings = (names: readonly string[]) => names.map((text) => ({ text, letters: '' }));

describe('a header', () => {
  it.each(IMPORT_KINDS)('of %s is found in either language and in any order', (kind) => {
    for (const language of ['en', 'zh'] as const) {
      const names = writeHeader(COLUMNS[kind], language).toReversed();
      const { places, missing, unknown, repeated, chinese } = readHeader(kind, headings(names));
      expect(places).toEqual(COLUMNS[kind].toReversed());
      expect([missing, unknown, repeated, chinese]).toEqual([[], [], [], language === 'zh']);
    }
  });

  it('ignores case, width and blanks of names', () => {
    const { places, chinese } = readHeader('sites', headings([' NAME ', '贮存能力(克)']));
    expect([places.map((one) => one?.field), chinese]).toEqual([['name', 'storageLimitGrams'], true]);
  });

  it('may have the earlier name of a column, or both as a repetition', () => {
    const { places, chinese, repeated } = readHeader('licences', headings(['许可方式', '经营方式']));
    expect([places.map((one) => one?.field), chinese, repeated]).toEqual([['mode', 'mode'], true, ['mode']]);
    expect(readHeader('licences', headings(['许可方式'])).chinese).toBe(true);
    expect(writeHeader(COLUMNS.licences, 'zh')).toContain('经营方式');
  });

  it('with missing, unknown or repeated columns is refused, in the words of the reader', () => {
    const header = readHeader('parties', headings(['name', 'colour', '', '单位名称']));
    expect([header.missing, header.unknown, header.repeated]).toEqual([['divisionCode'], ['colour'], ['name']]);
    let problem: unknown;
    try {
      refuseHeader(header, 3);
    } catch (error) {
      problem = error;
    }
    if (!(problem instanceof Problem)) throw new Error('a problem is thrown');
    expect([problem.code, problem.facts]).toMatchObject(['table-header-wrong', { line: 3, missing: ['divisionCode'] }]);
    expect(problem.text('zh').detail).toContain('缺少的列：行政区划代码；未知的列：colour；重复的列：名称');
    expect(problem.text('en').detail).toContain('missing columns: divisionCode; unknown columns: colour');
  });

  it('that fits is not refused', () => {
    expect(() => refuseHeader(readHeader('parties', headings(['name', 'divisionCode', ''])), 1)).not.toThrow();
  });
});

it('every column has a word in both languages', () => {
  for (const { field } of Object.values(COLUMNS).flat()) expect(COLUMN_TERMS.column?.[field]?.en).toBe(field);
});
