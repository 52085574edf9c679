/** Warnings about national numbers that do not fit their manifest. */
import { expect, it } from 'vitest';
import { renumberedWarnings, strangeNumberWarnings } from '../../../src/manifests/numbering/strange-number.ts';
import type { Warning } from '../../../src/manifests/rules/warning.ts';
import { inState } from '../rules/documents.ts';

const NUMBER = { step: 'number', at: '2026-09-01T00:00:00.000Z' } as const;
const document = {
  ...inState('submitted'),
  submittedAt: '2026-12-31T15:59:59.999Z',
  numberedAt: '2026-12-31T16:00:00.000Z',
  consignorSite: { name: '转运点', divisionCode: '450123', address: null },
};
const codes = (number: string | null, changes: object = {}) =>
  strangeNumberWarnings({ ...document, number, ...changes }, NUMBER).map(({ code }) => code);

it('a number of the year and city of its manifest is not strange, also over the turn of the year in Beijing', () => {
  expect([codes('20264501000001'), codes('20274501000001')]).toEqual([[], []]);
  expect(codes(null)).toEqual([]);
});

it.each([
  ['another year', '20284501000001', ['number-of-another-year']],
  ['a city of another province', '20264401000001', ['number-of-another-place']],
  ['another city of the province', '20264504000001', ['number-of-another-place']],
  ['the serial 0', '20264501000000', ['number-without-serial']],
  [
    'nothing that fits',
    '00000000000000',
    ['number-of-another-year', 'number-of-another-place', 'number-without-serial'],
  ],
])('a number of %s is shown', (_, number, expected) => {
  expect(codes(number)).toEqual(expected);
});

it('says what is stated and what fits', () => {
  const [warning] = strangeNumberWarnings({ ...document, number: '20264401000001' }, NUMBER);
  expect(warning?.facts).toEqual({ number: '20264401000001', statedCode: '4401', code: '4501' });
});

it('a replaced number takes its warnings with it, and leaves the others', () => {
  const late: Warning = { step: 'submit', at: NUMBER.at, code: 'late-entry', facts: { hours: 80 } };
  const strange: Warning = { ...NUMBER, code: 'number-without-serial', facts: { number: '20264501000000' } };
  const warnings = [late, strange];
  expect(renumberedWarnings({ warnings, document: { ...document, number: '20264501000007' } }, NUMBER.at)).toEqual([
    late,
  ]);
  const again = renumberedWarnings({ warnings, document: { ...document, number: '20264501000000' } }, NUMBER.at);
  expect(again.map(({ code }) => code)).toEqual(['late-entry', 'number-without-serial']);
});
