import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeadRecord } from '../../../src/recovery/lead-records.ts';
import { type DecidedLine, dividedLoad, recordsOfLine } from '../../../src/recovery/terms/load.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const CONTENT = { ppm: 580_000, moisturePpm: 0, basis: 'batch', assayId: 'a' } as const;
const massOf = (records: readonly LeadRecord[], ...terms: string[]) =>
  records.filter(({ term }) => terms.includes(term)).reduce((sum, { massGrams }) => sum + massGrams, 0);

describe('a load that is sent on', () => {
  const record: LeadRecord = {
    ...{ id: 'movement:1', term: 'forwarded', kind: 'dispatch', subject: 'manifest:m', batchId: 'b' },
    ...{ material: '900-052-31', massGrams: 1_000, sign: 1, occurredAt: AT, ...CONTENT },
  };

  it('is divided among terms that add up to it, and never takes out more than was accepted or came back', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), (settledGrams, openGrams) => {
        const parts = dividedLoad(record, { settledGrams, openGrams });
        expect(massOf(parts, 'forwarded', 'loss_weighing', 'under_way')).toBe(1_000);
        expect(massOf(parts, 'forwarded')).toBeLessThanOrEqual(settledGrams);
        expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
      }),
    );
  });
});

describe('a decided line', () => {
  const line: DecidedLine = {
    ...{ manifestId: 'm', line: 1, wasteCode: '900-052-31', receivedBatchId: 'b', treatmentMethod: 'R4' },
    batteryKind: 'starter',
    ...{ acceptedGrams: 700, missingGrams: 100, refusedGrams: 200, accepted: 1, missing: 1, refused: 1, decidedAt: AT },
  };
  const rules = { batteryWasteCode: '900-052-31', disposalMethods: ['D'], fromOwnSite: false };
  const termsOf = (changes: Partial<DecidedLine>, more: Partial<typeof rules> = {}) =>
    recordsOfLine({ ...line, ...changes }, CONTENT, { ...rules, ...more }).map(
      ({ term, massGrams }) => `${term} ${massGrams}`,
    );

  it.each<[string, Partial<DecidedLine>, Partial<typeof rules>, string[]]>([
    [
      'of another consignor is received as accepted, and shows what is missing',
      {},
      {},
      ['received 700', 'not_received 100', 'not_counted 200'],
    ],
    [
      'from a site of its own is received as sent, less what waits to go back',
      {},
      { fromOwnSite: true },
      ['received 700', 'received 100', 'loss_weighing 100', 'not_counted 200'],
    ],
    [
      'from a site of its own is received as sent, less what went back',
      { missingGrams: 250 },
      { fromOwnSite: true },
      ['received 700', 'received 250', 'loss_weighing 250', 'not_counted 200'],
    ],
    ['for disposal is not received', { treatmentMethod: 'D1' }, {}, ['for_disposal 700', 'not_counted 200']],
    [
      'of another waste is other feed',
      { wasteCode: '384-004-31', batteryKind: null },
      {},
      ['other_feed 700', 'not_received 100', 'not_counted 200'],
    ],
    [
      'of residues under the waste code of batteries is other feed',
      { batteryKind: null },
      {},
      ['other_feed 700', 'not_received 100', 'not_counted 200'],
    ],
    [
      'of other waste from a site of its own is other feed as sent',
      { wasteCode: '321-029-48', batteryKind: null },
      { fromOwnSite: true },
      ['other_feed 700', 'other_feed 100', 'loss_weighing 100', 'not_counted 200'],
    ],
    [
      'of other waste for disposal is no feed',
      { wasteCode: '321-029-48', batteryKind: null, treatmentMethod: 'D1' },
      {},
      ['for_disposal 700', 'not_counted 200'],
    ],
  ])('%s', (_, changes, more, expected) => {
    expect(termsOf(changes, more)).toEqual(expected);
  });

  it('that is a sum says of how many lines', () => {
    const sum = recordsOfLine({ ...line, accepted: 7, missing: 2, refused: 1 }, CONTENT, rules);
    expect(sum.map(({ term, summed }) => [term, summed])).toEqual([
      ['received', 7],
      ['not_received', 2],
      ['not_counted', undefined],
    ]);
  });
});
