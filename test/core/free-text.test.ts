import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneLine, lineOf, linesOf, maskWithin } from '../../src/core/free-text.ts';
import { comparedForm } from '../../src/core/identifiers/spelling.ts';
import { spellingsOf } from './identifiers/decorations.ts';

it.each([
  ['电话13812341234。', '电话138****1234。'],
  ['司机 138 1234 1234, 139-1234-5678', '司机 138****1234, 139****5678'],
  ['＋8613812341234', '＋861****1234'],
  ['tel +86-13812341234', 'tel 861****1234'],
  ['电话１３８１２３４１２３４', '电话138****1234'],
  ['办公室0771-1234567转8', '办公室077****4567转8'],
  ['(0771)12345678', '077****5678'],
  ['02012345678', '020****5678'],
  ['身份证450103198503071234，', '身份证450****34，'],
  ['11010119900307123x', '110****3x'],
])('%s is shown as %s', (text, shown) => {
  expect(maskWithin(text)).toBe(shown);
});

it.each([
  '联单 20264502000001',
  '914501000000000195',
  '91450100MA5KXXXXXX',
  '桂A12345 198400 g',
  '批次 01999999-0000-7000-8000-013812341234',
  '合同 HT13812341234',
  '23812341234',
  '138123412345',
  '2026-10-05 08:30',
  '450103198513071234',
  '电话88123456',
  '全角１２３',
  '',
])('%s holds no number of a person', (text) => {
  expect(maskWithin(text)).toBe(text);
});

it('hides any mobile number between words, and takes no long time over any text', () => {
  const words = fc.stringMatching(/^[ ，。;:张王李a-z]{0,9}$/);
  const mobiles = fc
    .tuple(fc.constantFrom('13', '15', '18', '19'), fc.stringMatching(/^\d{9}$/))
    .map((one) => one.join(''));
  fc.assert(
    fc.property(words, mobiles, words, (before, mobile, after) => {
      expect(maskWithin(`${before} ${mobile} ${after}`)).not.toContain(mobile);
    }),
  );
  const started = performance.now();
  for (const part of ['1', '0', '(0', '86', '1 ', '4501031985', '１']) maskWithin(part.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});

describe('words on one line', () => {
  it('lose blanks around them, and invisible marks', () => {
    expect(lineOf('\ufeff 演示（广西）\u3000 有限\u200b公司 \r\n')).toBe('演示（广西） 有限公司');
    expect(['   ', '\u200b\u2060', '\u3000\u2800', '\ufeff'].map(lineOf)).toEqual(['', '', '', '']);
  });

  it('keep a line end inside them, which is refused', () => {
    expect(lineOf('甲\n乙')).toBe('甲\n乙');
    expect(['甲\n乙', '甲\r乙', '甲\u2028乙', '甲\u0085乙'].map(isOneLine)).toEqual([false, false, false, false]);
    expect(isOneLine('甲 乙')).toBe(true);
  });

  it('have one form, in every spelling', () => {
    fc.assert(
      fc.property(spellingsOf('李四五六', { inside: false, width: false }), (name) => lineOf(name) === '李四五六'),
    );
    for (const form of [lineOf, linesOf, comparedForm]) {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => form(form(text)) === form(text)),
        { numRuns: 2_000 },
      );
    }
  });
});

it('words on several lines have line ends of one kind', () => {
  expect(linesOf(' 第一行 \r\n第二行\r第三行\u2028\n\n')).toBe('第一行\n第二行\n第三行');
});

it('names are compared without blanks, width, letter case and kind of dots', () => {
  const names = ['演示（广西）A公司', '演示(广西) Ａ公司', '演示（广西） a公司'];
  expect(new Set(names.map(comparedForm)).size).toBe(1);
  expect(comparedForm('阿不都•热合曼')).toBe(comparedForm('阿不都·热合曼'));
  expect(comparedForm('李四五六')).not.toBe(comparedForm('李四五'));
});
