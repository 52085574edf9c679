import { describe, expect, it } from 'vitest';
import { periodOf } from '../../../src/recovery/periods/period.ts';
import { sitesIn } from '../../../src/recovery/stock/site-period.ts';
import { type RegisteredSite, spellsOf } from '../../../src/recycling/stocktaking/site-spell.ts';

const at = (text: string) => new Date(text);
const [AUGUST, OCTOBER, NOVEMBER] = ['2026-08-15', '2026-10-15', '2026-11-15'].map((day) => at(`${day}T00:00:00Z`)) as [
  Date,
  Date,
  Date,
];
const site = (changes: Partial<RegisteredSite>): RegisteredSite => ({
  ...{ kind: 'recycler', registeredAt: AUGUST, firstRecordAt: null, changes: [], ...changes },
});

describe('the spells of a site as a recycler', () => {
  it.each<[string, Partial<RegisteredSite>, unknown]>([
    ['begin with its registration', {}, [{ from: AUGUST, to: null }]],
    ['begin with an earlier record', { registeredAt: NOVEMBER, firstRecordAt: OCTOBER }, [{ from: OCTOBER, to: null }]],
    ['do not wait for its first record', { firstRecordAt: NOVEMBER }, [{ from: AUGUST, to: null }]],
    [
      'begin when it becomes one',
      { changes: [{ kind: 'collection_point', changedAt: OCTOBER }] },
      [{ from: OCTOBER, to: null }],
    ],
    [
      'end when it becomes another',
      { kind: 'producer', changes: [{ kind: 'recycler', changedAt: OCTOBER }] },
      [{ from: AUGUST, to: OCTOBER }],
    ],
    [
      'are empty for a site that is registered later',
      { kind: 'producer', registeredAt: NOVEMBER, changes: [{ kind: 'recycler', changedAt: NOVEMBER }] },
      [],
    ],
  ])('%s', (_, changes, spells) => {
    expect(spellsOf(site(changes))).toEqual(spells);
  });
});

describe('the sites of a period', () => {
  const inOctober = (from: string, to: string | null = null) => {
    const spells = [{ from: at(from), to: to === null ? null : at(to) }];
    const [found] = sitesIn([{ siteId: 's', name: '演示厂', spells, limits: [] }], periodOf('2026-10'));
    return found && [found.opens, found.closes, found.startedAt?.toISOString() ?? null];
  };

  it('may store what its limit was at the end, whatever is registered later', () => {
    const spells = [{ from: at('2020-01-01T00:00:00Z'), to: null }];
    const limits = [
      { grams: 100, until: at('2026-10-31T16:00:00Z') },
      { grams: null, until: null },
    ];
    const limitIn = (period: string) =>
      sitesIn([{ siteId: 's', name: '演示厂', spells, limits }], periodOf(period))[0]?.storageLimitGrams;
    expect([limitIn('2026-10'), limitIn('2026-11')]).toEqual([100, null]);
  });

  it.each([
    ['counts at both ends', '2026-08-01T00:00:00Z', null, [true, true, null]],
    ['counts at the opening until its last instant', '2026-09-30T15:59:59.999Z', null, [true, true, null]],
    [
      'begins empty when it is registered in the period',
      '2026-09-30T16:00:00Z',
      null,
      [false, true, '2026-09-30T16:00:00.000Z'],
    ],
    ['does not count before it exists', '2026-10-31T16:00:00Z', null, undefined],
    ['counts at its opening only when it ends', '2026-08-01T00:00:00Z', '2026-10-31T15:59:59Z', [true, false, null]],
    ['counts at its closing until then', '2026-08-01T00:00:00Z', '2026-10-31T16:00:00Z', [true, true, null]],
    ['does not count after its end', '2026-08-01T00:00:00Z', '2026-09-30T16:00:00Z', undefined],
  ])('%s', (_, from, to, expected) => {
    expect(inOctober(from, to)).toEqual(expected);
  });
});
