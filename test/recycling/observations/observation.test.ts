import { expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  refuseOtherDay,
  refuseOtherObservation,
  type StockObservation,
} from '../../../src/recycling/observations/observation.ts';

const ONE: StockObservation = {
  ...{ id: 'second', countId: 'count', partyId: 'party', siteId: 'site', countedOn: '2026-10-31' },
  ...{ observedOn: '2026-10-31', observer: '演示局', reportNumber: '1', lines: [], replacesId: 'first' },
  recordedAt: new Date('2026-11-01T00:00:00Z'),
};
/** Returns the code of the problem of an act; undefined without one. */
function refusalOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

const LAW = { days: 3, today: '2026-11-03' };
const on = (observedOn: string) => refusalOf(() => refuseOtherDay({ ...ONE, observedOn }, LAW));

it('a visit is within the days of law of the count, before or after, and not to come', () => {
  expect(['2026-10-28', '2026-10-31', '2026-11-03'].map(on)).toEqual([undefined, undefined, undefined]);
  expect([on('2026-10-27'), on('2026-11-04')]).toEqual(['stock-observation-too-far', 'stock-observation-in-future']);
  expect(refusalOf(() => refuseOtherDay({ ...ONE, observedOn: '2026-11-04' }, { ...LAW, today: '2026-12-01' }))).toBe(
    'stock-observation-too-far',
  );
});

it('a correction is of the same site and day, whichever count was valid', () => {
  const replacing = (before: Partial<StockObservation> | undefined) =>
    refusalOf(() => refuseOtherObservation(ONE, before && { ...ONE, ...before }));
  expect(replacing({ countId: 'other' })).toBeUndefined();
  for (const before of [{ siteId: 'other' }, { countedOn: '2026-10-30' }, undefined]) {
    expect(replacing(before)).toBe('stock-observation-not-its-correction');
  }
});
