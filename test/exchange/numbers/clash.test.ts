import { expect, it } from 'vitest';
import { clashesAmong, clashReasonOf, contradicts, isClash } from '../../../src/exchange/numbers/clash.ts';

const one = { manifestId: 'one', number: '20264501000001' };
const two = { manifestId: 'two', number: '20264501000002' };

it('finds no clash in a repetition and in a number of its own', () => {
  expect(clashesAmong([one, two], [one, two])).toEqual([]);
  expect(clashesAmong([one], [])).toEqual([]);
});

it('finds another number of the same manifest, and a number that another manifest has', () => {
  const source = 'national';
  expect(clashesAmong([{ ...one, number: '20264501000009' }], [one])).toEqual([
    { ...one, number: '20264501000009', source, reason: 'other_number', heldNumber: one.number, otherManifestId: null },
  ]);
  expect(clashesAmong([{ ...two, number: one.number }], [one])).toEqual([
    { ...two, number: one.number, source, reason: 'number_taken', heldNumber: null, otherManifestId: 'one' },
  ]);
});

it('names the reason of a problem', () => {
  expect(clashReasonOf('manifest-number-taken')).toBe('number_taken');
  expect(clashReasonOf('manifest-step-not-allowed')).toBe('not_assignable');
  expect([isClash('manifest-number-foreign'), isClash('manifest-missing'), isClash('toString')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('lets a copy contradict by another number, and by a number that two provinces claim', () => {
  const contradicting = (others: readonly string[], shared: boolean) =>
    ['45', '44', 'national'].filter((system) => contradicts({ others, shared }, system));
  expect(contradicting([], false)).toEqual([]);
  expect(contradicting(['45', 'national'], false)).toEqual(['45', 'national']);
  expect(contradicting([], true)).toEqual(['45', '44']);
});
