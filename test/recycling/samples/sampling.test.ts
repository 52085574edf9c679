import { describe, expect, it } from 'vitest';
import { differencesSeen, plain, type Recorded, type Seen } from '../../../src/recycling/samples/sampling.ts';

const SEEN: Seen = { sampling: 'by_laboratory', seenMassGrams: 1_000, seenManifestNumber: '45-1' };
const RECORDED: Recorded = { massGrams: 1_000, manifestNumbers: ['45-1'], fittingLoads: 1 };
const differs = (seen: Partial<Seen>, recorded: Partial<Recorded> = {}) =>
  differencesSeen({ ...SEEN, ...seen }, { ...RECORDED, ...recorded }, 200);

describe('what a laboratory saw of a batch', () => {
  it('has the recorded mass up to the tolerance, in both directions', () => {
    expect([differs({ seenMassGrams: 980 }), differs({ seenMassGrams: 1_020 })]).toEqual([[], []]);
    expect([differs({ seenMassGrams: 979 }), differs({ seenMassGrams: 1_021 })]).toEqual([
      ['seenMassGrams'],
      ['seenMassGrams'],
    ]);
  });

  it('has one of the recorded manifests, however it is spelt', () => {
    expect(differs({ seenManifestNumber: ' ４５-1' })).toEqual([]);
    expect(differs({}, { manifestNumbers: ['45-2'] })).toEqual(['seenManifestNumber']);
    expect(differs({}, { manifestNumbers: ['45-2', '45-1'] })).toEqual([]);
    expect(differs({ seenManifestNumber: null })).toEqual([]);
  });

  it('is not known by a number that several loads go under', () => {
    expect(differs({}, { fittingLoads: 2 })).toEqual(['seenManifestNumber']);
    expect(differs({ seenManifestNumber: null }, { fittingLoads: 2 })).toEqual([]);
  });

  it('is compared with no mass of a class, and not at all when the sample was delivered', () => {
    expect(differs({ seenMassGrams: 1 }, { massGrams: null })).toEqual([]);
    expect(differs({ sampling: 'delivered', seenMassGrams: 1 })).toEqual([]);
    expect(differs({ sampling: null, seenMassGrams: 1 })).toEqual([]);
  });
});

it('a text is the same with other spaces and letters', () => {
  expect(plain(' S－1 a')).toBe(plain('s-1A'));
});
