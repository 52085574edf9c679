import { describe, expect, it } from 'vitest';
import { dayOfNumber, isErrorValue, isPlaceholder, isSpoiled } from '../../../src/core/identifiers/spoiled.ts';

describe('a spoiled value', () => {
  it('is an error only when it is the whole text of one', () => {
    expect(['#N/A', '#n/a', '#DIV/0!', '####'].map(isErrorValue)).toEqual([true, true, true, true]);
    expect(['#', '#1', '#N/A 厂', 'N/A!', ''].map(isErrorValue)).toEqual([false, false, false, false, false]);
  });

  it('is a rounded code, a date or a wrapped text, and never a plain code', () => {
    expect(['4.501E+09', '9e+17', '12月31日', '31-Dec', '="1"'].map(isSpoiled)).toEqual([true, true, true, true, true]);
    expect(['45E01', '12E+5', '1-2-3', 'Dec', '450100'].map(isSpoiled)).toEqual([false, false, false, false, false]);
  });

  it('is a day with its year, but not a year with a number', () => {
    const days = [
      '2026/1/5',
      '2026-01-05',
      '2026.1.5',
      '2026年1月5日',
      '2026年1月',
      '1/5/2026',
      '31/12/2026',
      '2026/1/5 0:00',
    ];
    expect(days.filter((text) => !isSpoiled(text))).toEqual([]);
    const numbers = [
      '2026-01',
      '2026-013-05',
      '2026-13-05',
      '2026-1/5',
      '450100-2026-01-05',
      '2026-01-05-1',
      '1-2-3',
      '20260105',
    ];
    expect(numbers.filter(isSpoiled)).toEqual([]);
  });

  it('is a word for nothing', () => {
    expect(['NULL', '—', '/', '无'].map(isPlaceholder)).toEqual([true, true, true, true]);
    expect(['无锡1', 'A-1', '0', ''].map(isPlaceholder)).toEqual([false, false, false, false]);
  });

  it('is a number of a day from 1970 to 2100', () => {
    expect(dayOfNumber('46027')).toBe('2026-01-05');
    expect(dayOfNumber('46027.5')).toBe('2026-01-05');
    expect(['25568', '73416', '2026', '460270', 'x'].map(dayOfNumber)).toEqual(Array(5).fill(undefined));
  });
});
