import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../../src/core/calendar.ts';
import { meantSite, receivingModes, transportModeOf } from '../../../src/manifests/licensing/carriage.ts';
import { dueOn, isLate } from '../../../src/manifests/rules/deadlines.ts';
import { findDiscrepancy } from '../../../src/manifests/taking/discrepancy.ts';
import { draft } from './documents.ts';

const calendar: WorkCalendar = {
  years: new Set([2026]),
  exceptions: new Map([
    ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => [day, false] as const),
    ['2026-10-10', true],
  ]),
};
const term = { workingDays: 5, calendar };

describe('the term of confirmation', () => {
  it.each([
    ['2026-09-28T02:00:00.000Z', '2026-10-10'],
    ['2026-09-30T02:00:00.000Z', '2026-10-13'],
    ['2026-09-27T16:30:00.000Z', '2026-10-10'],
  ])('that begins with receipt at %s ends on %s', (at, due) => expect(dueOn(at, term)).toBe(due));

  it('is unknown when it reaches a year whose holidays are not loaded', () => {
    expect(dueOn('2026-12-30T02:00:00.000Z', term)).toBeNull();
  });

  it('is kept until the last day in China has ended', () => {
    expect(isLate('2026-10-10T15:59:59.999Z', '2026-10-10')).toBe(false);
    expect(isLate('2026-10-10T16:00:00.000Z', '2026-10-10')).toBe(true);
    expect(isLate('2026-10-10T16:00:00.000Z', null)).toBeNull();
  });
});

describe('a difference of weight', () => {
  const threshold = { shareBasisPoints: 50, floorGrams: 20_000 };
  const find = (massGrams: number, weighed: number, declared: string[] = []) => {
    const [line] = draft.lines;
    if (!line) throw new Error('the draft has lines');
    const decided = {
      line: 1,
      acceptedGrams: weighed,
      acceptedPieces: 0,
      refusedGrams: 0,
      refusedPieces: 0,
      treatmentMethod: 'R4',
    };
    return findDiscrepancy([{ ...line, massGrams }], [decided], { declared, threshold });
  };

  it.each([
    [1_000_000, 980_000, false],
    [1_000_000, 979_999, true],
    [1_000_000, 1_020_000, false],
    [1_000_000, 1_020_001, true],
    [10_000_000, 9_950_000, false],
    [10_000_000, 9_949_999, true],
    [100_000_000_000, 100_500_000_000, false],
    [100_000_000_000, 100_500_000_001, true],
  ])('of %d g sent and %d g weighed is significant: %s', (sent, weighed, significant) => {
    expect(find(sent, weighed).significantDifference).toBe(significant);
    expect(find(sent, weighed).differenceKinds).toEqual(significant ? ['quantity'] : []);
  });

  it('is significant as well when the receiver declares another kind', () => {
    expect(find(100, 100, ['nature', 'nature'])).toEqual({ significantDifference: true, differenceKinds: ['nature'] });
    expect(find(1_000_000, 1, ['packaging']).differenceKinds).toEqual(['packaging', 'quantity']);
  });

  it('of one line is not made up for by another', () => {
    const lines = draft.lines.map((line) => ({ ...line, massGrams: 1_000_000 }));
    const decided = [900_000, 1_100_000].map((acceptedGrams, i) => ({
      line: i + 1,
      acceptedGrams,
      acceptedPieces: 0,
      refusedGrams: 0,
      refusedPieces: 0,
      treatmentMethod: 'R4',
    }));
    expect(findDiscrepancy(lines, decided, { declared: [], threshold }).significantDifference).toBe(true);
  });
});

describe('the exemption of unbroken batteries', () => {
  const exemption = { wasteCodes: ['900-052-31'], conditions: ['whole'], riskClasses: ['I'] };
  const whole = { condition: 'whole', riskClass: 'I' };
  it.each([
    [[whole, whole], 'exempt_unbroken'],
    [[whole, { ...whole, riskClass: 'II' }], 'hazardous'],
    [[{ ...whole, condition: 'broken' }], 'hazardous'],
    [[whole, { condition: null, riskClass: null }], 'hazardous'],
  ])('of %j: %s', (lines, mode) => expect(transportModeOf('900-052-31', lines, exemption)).toBe(mode));

  it('covers no other waste, and nothing when it is not in force', () => {
    expect(transportModeOf('384-004-31', [whole], exemption)).toBe('hazardous');
    expect(transportModeOf('900-052-31', [whole], undefined)).toBe('hazardous');
  });
});

describe('the receiving site', () => {
  it.each([
    ['recycler', ['recycling']],
    ['transfer_point', ['collection']],
    ['collection_point', ['collection']],
    ['producer', ['recycling']],
    [null, ['recycling', 'collection']],
  ])('of kind %s needs a licence for one of %j', (kind, modes) => expect(receivingModes(kind)).toEqual(modes));

  const sites = [
    { id: 'a', kind: 'transfer_point', name: '中转', divisionCode: '4401' },
    { id: 'b', kind: 'recycler', name: '工厂', divisionCode: '440103' },
    { id: 'c', kind: 'recycler', name: '工厂', divisionCode: '440300' },
  ];
  it.each([
    ['中转', '440103', 'a'],
    ['工厂', '4401', 'b'],
    ['别处', '4401', 'b'],
    ['工厂', '4403', 'c'],
    ['工厂', '4404', undefined],
  ])('that a document calls %s in %s is %s', (name, divisionCode, id) => {
    expect(meantSite(sites, { name, divisionCode, address: null })?.id).toBe(id);
  });
});
