import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plateOf } from '../../../src/core/identifiers/plate.ts';
import {
  capitalCodeOf,
  codeOf,
  comparedForm,
  documentNumberOf,
  smallCodeOf,
  subjectOf,
  tokenOf,
  withoutUnseen,
} from '../../../src/core/identifiers/spelling.ts';
import { spellingsOf } from './decorations.ts';

const ID = '0199f2c4-5b1e-7d30-9a44-00000000004f';

describe('every spelling of an identifier leads to its one form', () => {
  it.each([
    ['UUID', smallCodeOf, ID, { cases: true }],
    ['UUID in capitals', smallCodeOf, ID.toUpperCase(), { cases: true }],
    ['social credit code', capitalCodeOf, '91450100000000887K', { cases: true }],
    ['waste code', codeOf, '900-052-31', {}],
    ['division', codeOf, '450100', {}],
    ['manifest number', codeOf, '20264500000123', {}],
    ['code of a list', codeOf, 'repair-shop', {}],
    ['code of a treatment method', codeOf, 'R4', {}],
    ['SHA-256', smallCodeOf, 'ab'.repeat(32), { cases: true }],
    ['login name', smallCodeOf, 'wang.fang', { cases: true }],
    ['plate', plateOf, '桂A12345', { cases: true }],
    ['subject of the journal', subjectOf, `batch:${ID}`, {}],
    ['licence number, compared', comparedForm, 'GX-2026(001)号', { cases: true }],
    ['licence number', documentNumberOf, '桂环危字第4501号', { inside: false }],
    ['name of a key', tokenOf, 'k-2026', { inside: false, width: false }],
  ] as const)('%s', (_, form, identifier, ways) => {
    const one = form(identifier);
    fc.assert(fc.property(spellingsOf(identifier, ways), (written) => form(written) === one));
  });

  it.each([
    ['code', codeOf],
    ['small code', smallCodeOf],
    ['capital code', capitalCodeOf],
    ['plate', plateOf],
    ['subject', subjectOf],
    ['token', tokenOf],
    ['number', documentNumberOf],
    ['compared number', comparedForm],
  ])('and the form of a form is the form: %s', (_, form) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => form(form(text)) === form(text)),
      { numRuns: 2_000 },
    );
  });
});

describe('different identifiers keep different forms', () => {
  it.each([
    [codeOf, 'GX1', 'GX-1'],
    [codeOf, 'r4', 'R4'],
    [comparedForm, 'GX-1', 'GX-11'],
    [comparedForm, '桂环001', '粤环001'],
    [smallCodeOf, ID, ID.replace('4f', '4e')],
    [tokenOf, 'Key-1', 'key-1'],
    [subjectOf, 'partner:A', 'partner:a'],
  ])('%o: %s and %s', (form, one, other) => {
    expect(form(one)).not.toBe(form(other));
  });
});

it('dashes and brackets of every kind are one', () => {
  expect(['GX–1', 'GX—1', 'GX−1', 'GX－1', 'gx-1 '].map(comparedForm)).toEqual(Array(5).fill('GX-1'));
  expect(['桂〔2026〕1号', '桂（2026） 1号', '桂[2026]1号', '桂【2026】1号'].map(comparedForm)).toEqual(
    Array(4).fill('桂(2026)1号'),
  );
});

it('a number keeps the blanks and the letter case that were printed', () => {
  expect(documentNumberOf('  桂环 \u3000危字\u200b ０４５０ a号 ')).toBe('桂环 危字 0450 a号');
});

it('invisible marks are removed', () => {
  expect(withoutUnseen('李\u200b四\ufeff五\u2066六\ufe0f')).toBe('李四五六');
});
