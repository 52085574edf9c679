import { describe, expect, it } from 'vitest';
import { type CollectingLaw, neededLicences, warnOfCollection } from '../../../src/batches/collecting/collecting.ts';

const NOW = new Date('2027-01-05T08:00:00.000Z');
const LAW: CollectingLaw = {
  effect: 'refused',
  offlineMinutes: 15,
  sites: [
    { kind: 'generator', modes: [] },
    { kind: 'collection_point', modes: ['collection'] },
  ],
  exemptions: [{ kinds: ['collection_point'], wasteCodes: ['900-052-31'], conditions: ['whole'], riskClasses: ['I'] }],
};
const broken = { wasteCode: '900-052-31', condition: 'broken', riskClass: 'II', occurredAt: NOW };
const needed = (changes: Partial<typeof broken> = {}, law: Partial<CollectingLaw> = {}) =>
  neededLicences({ ...broken, ...changes }, { on: '2027-01-05', now: NOW }, { ...LAW, ...law });

describe('a collection', () => {
  it('needs the licences of its day, by the kind of the site', () => {
    expect(needed()).toEqual({
      ...{ on: '2027-01-05', refused: true },
      modes: { generator: [], collection_point: ['collection'] },
    });
  });

  it.each([
    ['exempt', {}, { generator: [] }],
    ['of another waste', { wasteCode: '384-004-31' }, { generator: [], collection_point: ['collection'] }],
    ['of another class', { riskClass: 'II' }, { generator: [], collection_point: ['collection'] }],
    ['of another condition', { condition: 'broken' }, { generator: [], collection_point: ['collection'] }],
  ])('that is %s needs them at %j', (_, changes, modes) => {
    expect(needed({ condition: 'whole', riskClass: 'I', ...changes }).modes).toEqual(modes);
  });

  it.each([
    [15, 'refused', true],
    [16, 'refused', false],
    [0, 'warned', false],
  ] as const)(
    'that is recorded after %d minutes under a law that says %s is refused: %s',
    (minutes, effect, refused) => {
      const occurredAt = new Date(NOW.getTime() - minutes * 60_000);
      expect(needed({ occurredAt }, { effect }).refused).toBe(refused);
    },
  );

  it('without a licence has a warning of the site and the waste', () => {
    expect(warnOfCollection('site', '900-052-31')).toEqual({
      ...{ code: 'collection-unlicensed', severity: 'flag', facts: { siteId: 'site', wasteCode: '900-052-31' } },
    });
  });
});
