import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AdjustedBatch,
  changeOf,
  changeOfAll,
  countedItem,
  instantOf,
  judgeLimit,
  type LineDifference,
  refuseBeyondDifference,
  refuseDecided,
  refuseOvertaken,
  refuseOwnProposal,
  refuseReplaced,
  refuseSecond,
  type StockAdjustment,
  stateAt,
} from '../../../src/recycling/adjustments/stock-adjustment.ts';
import { codeOf, problemOf } from '../../batches/examples.ts';

const LINE: LineDifference = {
  ...{ item: 'batteries', countedGrams: 990_000, bookGrams: 1_000_000, countedPieces: 59, bookPieces: 60 },
};
const batch = (changes: Partial<AdjustedBatch> = {}): AdjustedBatch => ({
  ...{ batchId: 'b', bookGrams: 500_000, bookPieces: 30, countedGrams: 490_000, countedPieces: 29 },
  ...changes,
});
const adjustment = (changes: Partial<StockAdjustment> = {}): StockAdjustment => ({
  ...{ id: 'a', partyId: 'p', siteId: 's', countId: 'c', countedAt: new Date(0), reasonCode: 'entry', reason: '漏登' },
  ...{ ...LINE, leadPpm: 600_000, batches: [batch()], aboveLimit: true, limitGrams: 1, state: 'proposed' },
  ...{ proposedBy: 'anna', proposedAt: new Date(0), expiresAt: new Date(1_000) },
  ...{ decidedBy: null, decidedAt: null, decision: null, affected: [], unlisted: [] },
  ...changes,
});
const LIMIT = { shareBasisPoints: 50, floorGrams: 20_000, floorPieces: 1, windowDays: 31, decisionDays: 30 };
const NONE = { massGrams: 0, pieces: 0 };

describe('the difference of a line', () => {
  const refused = (line: Partial<LineDifference>, ...batches: AdjustedBatch[]) =>
    codeOf(() => refuseBeyondDifference({ ...LINE, ...line }, batches));

  it.each<[string, Partial<LineDifference>, AdjustedBatch[], string | undefined]>([
    ['its whole', {}, [batch()], undefined],
    ['a part of it', {}, [batch({ countedGrams: 499_999, countedPieces: 30 })], undefined],
    [
      'two parts',
      {},
      [batch({ countedGrams: 495_000 }), batch({ countedGrams: 495_000, countedPieces: 30 })],
      undefined,
    ],
    ['pieces alone', { countedGrams: 1_000_000 }, [batch({ countedGrams: 500_000 })], undefined],
    [
      'a surplus',
      { countedGrams: 1_010_000, countedPieces: 61 },
      [batch({ countedGrams: 510_000, countedPieces: 31 })],
      undefined,
    ],
    ['nothing', { countedGrams: 1_000_000, countedPieces: 60 }, [batch()], 'stock-adjustment-without-difference'],
    [
      'a batch that agrees',
      {},
      [batch(), batch({ countedGrams: 500_000, countedPieces: 30 })],
      'stock-adjustment-batch-agrees',
    ],
    ['a gram too much', {}, [batch({ countedGrams: 489_999 })], 'stock-adjustment-exceeds-difference'],
    ['a piece too much', {}, [batch({ countedPieces: 28 })], 'stock-adjustment-exceeds-difference'],
    ['a gain', {}, [batch({ countedGrams: 500_001 })], 'stock-adjustment-against-difference'],
    ['a gain of pieces', {}, [batch({ countedPieces: 31 })], 'stock-adjustment-against-difference'],
    [
      'pieces of a mass that stays',
      { countedPieces: null, countedGrams: 1_000_000 },
      [batch()],
      'stock-adjustment-without-difference',
    ],
    ['pieces that were not counted', { countedPieces: null }, [batch({ countedPieces: 20 })], undefined],
  ])('allows or refuses %s', (_, line, batches, code) => {
    expect(refused(line, ...batches)).toBe(code);
  });

  it('of mass and of counted pieces may go opposite ways, each within its own', () => {
    const line = { countedGrams: 1_010_000, countedPieces: 59 };
    const of = (countedGrams: number, countedPieces: number) => batch({ countedGrams, countedPieces });
    expect(refused(line, of(510_000, 29))).toBeUndefined();
    expect(refused(line, of(510_000, 30))).toBeUndefined();
    expect(refused(line, of(500_000, 29))).toBeUndefined();
    expect(refused(line, of(510_000, 31))).toBe('stock-adjustment-against-difference');
    expect(refused(line, of(510_001, 29))).toBe('stock-adjustment-exceeds-difference');
    expect(refused({ ...line, countedPieces: null }, of(510_000, 29))).toBe('stock-adjustment-against-difference');
  });

  it('of mass, and of pieces, is adjusted once', () => {
    const [mass, pieces] = [batch({ countedPieces: 30 }), batch({ countedGrams: 500_000 })];
    const twice = (earlier: AdjustedBatch, next: AdjustedBatch) =>
      problemOf(() => refuseSecond([adjustment({ batches: [earlier] })], [next]))?.facts.quantities;
    expect([twice(mass, pieces), twice(pieces, mass)]).toEqual([undefined, undefined]);
    expect([twice(mass, mass), twice(mass, batch()), twice(batch(), mass)]).toEqual(
      Array.from({ length: 3 }, () => ['massGrams']),
    );
    expect([twice(pieces, batch()), twice(batch(), batch())]).toEqual([['pieces'], ['massGrams', 'pieces']]);
    expect(twice(mass, batch({ countedGrams: 500_000, countedPieces: 30 }))).toEqual(['massGrams']);
    expect(codeOf(() => refuseSecond([], [batch()]))).toBeUndefined();
  });

  it('allows no batches that together or alone leave it, whatever they are', () => {
    const amount = fc.integer({ min: 0, max: 2_000 });
    const some = fc.array(fc.record({ bookGrams: amount, countedGrams: amount }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amount, amount, some, (bookGrams, countedGrams, masses) => {
        const batches = masses.map((one) => batch({ ...one, bookPieces: 0, countedPieces: 0 }));
        const line = { bookGrams, countedGrams, bookPieces: 0, countedPieces: null };
        const difference = countedGrams - bookGrams;
        const changes = batches.map((one) => changeOf(one).massGrams);
        const along = changes.every((one) => one !== 0 && Math.sign(one) === Math.sign(difference));
        const within = Math.abs(changeOfAll(batches).massGrams) <= Math.abs(difference);
        expect(refused(line, ...batches) === undefined).toBe(difference !== 0 && along && within);
      }),
    );
  });
});

describe('the limit of one person', () => {
  const above = (massGrams: number, pieces = 0, earlier = NONE, bookGrams = 1_000_000) =>
    judgeLimit({ bookGrams, bookPieces: 60 }, { massGrams, pieces }, earlier, LIMIT).aboveLimit;

  it('is the larger of share and floor, and the limit itself is within', () => {
    expect([above(20_000), above(20_001), above(-20_000), above(-20_001)]).toEqual([false, true, false, true]);
    expect([above(50_000, 0, NONE, 10_000_000), above(50_001, 0, NONE, 10_000_000)]).toEqual([false, true]);
    expect([above(1, 1), above(1, -2)]).toEqual([false, true]);
  });

  it('counts what one person has booked near that day, whichever way it went', () => {
    expect(above(-10_000, 0, { massGrams: 10_000, pieces: 0 })).toBe(false);
    expect(above(-10_001, 0, { massGrams: 10_000, pieces: 0 })).toBe(true);
    expect(above(-1, -1, { massGrams: 0, pieces: 1 })).toBe(true);
  });

  it('is exact for the largest stocks', () => {
    const bookGrams = 9_000_000_000_000_001;
    expect(judgeLimit({ bookGrams, bookPieces: 0 }, NONE, NONE, LIMIT).limitGrams).toBe(45_000_000_000_000);
  });
});

describe('a proposal', () => {
  it('expires at its instant and is not decided afterwards, or twice', () => {
    const at = (ms: number) => stateAt(adjustment(), new Date(ms));
    expect([at(999), at(1_000)]).toEqual(['proposed', 'expired']);
    expect(codeOf(() => refuseDecided(adjustment(), new Date(999)))).toBeUndefined();
    const facts = (one: StockAdjustment) => problemOf(() => refuseDecided(one, new Date(2_000)))?.facts;
    expect(facts(adjustment())).toMatchObject({ state: 'expired', at: new Date(1_000).toISOString() });
    const decided = { state: 'booked', decidedAt: new Date(500) } as const;
    expect(facts(adjustment(decided))).toMatchObject({ state: 'booked', at: new Date(500).toISOString() });
  });

  it('is confirmed by any person but the proposer', () => {
    const confirmedBy = (subject: string, loggedIn = true) =>
      codeOf(() =>
        refuseOwnProposal(
          adjustment(),
          { ...{ subject, source: 'local', roles: [], scopes: [] }, ...(loggedIn && { loggedIn: true }) },
          { subject: adjustment().proposedBy, passwordGivers: [] },
          { subject, passwordGivers: subject === 'clara' ? [{ subject: 'anna', isSystem: false }] : [] },
        ),
      );
    expect(confirmedBy('anna')).toBe('stock-adjustment-own-proposal');
    expect(confirmedBy('bert')).toBeUndefined();
    expect(confirmedBy('clara')).toBe('second-person-dependent');
    expect(confirmedBy('erp', false)).toBe('second-person-not-logged-in');
  });

  it.each<[string, Partial<StockAdjustment>]>([
    ['mass of the item', { bookGrams: 999_999 }],
    ['pieces of the item', { bookPieces: 61 }],
    ['mass of a batch', { batches: [batch({ bookGrams: 499_999 })] }],
    ['pieces of a batch', { batches: [batch({ bookPieces: 31 })] }],
  ])('is overtaken when the %s in the books has changed', (_, now) => {
    expect(codeOf(() => refuseOvertaken(adjustment(), adjustment(now)))).toBe('stock-adjustment-overtaken');
    expect(codeOf(() => refuseOvertaken(adjustment(), adjustment()))).toBeUndefined();
  });
});

it('a proposal is not overtaken by the books of a quantity that it leaves as it is', () => {
  const mass = adjustment({ batches: [batch({ countedPieces: 30 })] });
  const now = { bookPieces: 59, batches: [batch({ bookPieces: 29, countedPieces: 30 })] };
  expect(codeOf(() => refuseOvertaken(mass, adjustment(now)))).toBeUndefined();
  const pieces = adjustment({ batches: [batch({ countedGrams: 500_000 })] });
  expect(codeOf(() => refuseOvertaken(pieces, adjustment(now)))).toBe('stock-adjustment-overtaken');
});

describe('a count', () => {
  const line = (changes: object = {}) => ({
    ...({
      item: 'batteries',
      term: 'battery_stock',
      massGrams: 100,
      pieces: 4,
      leadPpm: 500_000,
      evidence: null,
    } as const),
    ...changes,
  });

  it('says about an item what all of its lines say, with their mean content by mass', () => {
    const lines = [line(), line({ massGrams: 300, pieces: 5, leadPpm: 700_000 }), line({ item: 'slag', massGrams: 9 })];
    expect(countedItem({ id: 'c', lines }, 'batteries')).toEqual({ massGrams: 400, pieces: 9, leadPpm: 650_000 });
    expect(countedItem({ id: 'c', lines: [line(), line({ pieces: null })] }, 'batteries').pieces).toBeNull();
    expect(countedItem({ id: 'c', lines: [line({ massGrams: 0 })] }, 'batteries').leadPpm).toBe(500_000);
    const problem = problemOf(() => countedItem({ id: 'c', lines }, 'dust'));
    expect([problem?.code, problem?.facts.counted]).toEqual(['stock-count-without-item', ['batteries', 'slag']]);
  });

  it('is of the end of its day, or of its record when that was before', () => {
    const at = (recordedAt: string) =>
      instantOf({ countedOn: '2026-09-30', recordedAt: new Date(recordedAt) }).toISOString();
    expect(at('2026-10-02T00:00:00.000Z')).toBe('2026-09-30T15:59:59.999Z');
    expect(at('2026-09-30T10:00:00.000Z')).toBe('2026-09-30T10:00:00.000Z');
  });

  it('that was replaced is not adjusted to', () => {
    expect(codeOf(() => refuseReplaced('c', 'later'))).toBe('stock-count-replaced');
    expect(codeOf(() => refuseReplaced('c', null))).toBeUndefined();
  });
});
