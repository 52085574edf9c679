import { describe, expect, it } from 'vitest';
import { leadIn } from '../../../src/recovery/lead.ts';
import type { LeadRecord } from '../../../src/recovery/lead-records.ts';
import type { RecordTerm } from '../../../src/recovery/lead-recovery.ts';
import { type Circumstances, gateLead, termFindings, unconfirmedLead } from '../../../src/recovery/terms/findings.ts';

const record = (term: RecordTerm, massGrams: number, kind: LeadRecord['kind'] = 'dispatch'): LeadRecord => ({
  ...{ id: `${term} ${massGrams}`, term, kind, subject: 'manifest:m', batchId: 'b', material: 'x', massGrams, sign: 1 },
  ...{ ppm: 580_000, moisturePpm: 0, basis: 'batch', assayId: 'a', occurredAt: new Date(0) },
});
const RULES = {
  withoutManifest: 'count',
  weighing: { shareBasisPoints: 50, floorGrams: 20 },
  disposalMethods: ['D'],
  stockReview: { days: 183, yearShareBasisPoints: 1_667 },
  gateReview: { days: 15 },
  gateLoads: { scope: 'closing' },
  loadsOnTheWay: { loads: 'counted' },
  unconfirmedSites: { sites: 'all' },
  residues: { use: 'flag', disposal: 'note' },
  evidenceLimits: { unconfirmedShareBasisPoints: 50, unconfirmedFloorGrams: 20, expandedUncertaintyBasisPoints: 150 },
} as const;
const GATE = { countedOn: '2026-10-31', loads: 1, massGrams: 0, listedGrams: 0, waitedLoads: 0, waitedGrams: 0 };
const NOTHING: Circumstances = { gates: [], withoutManifestGrams: 0, oldGrams: 0, loneManifests: 0 };
const found = (records: readonly LeadRecord[], circumstances: Partial<Circumstances> = {}, rules: object = {}) =>
  termFindings(records, { ...NOTHING, ...circumstances }, { ...RULES, ...rules }).map(
    ({ code, severity }) => `${severity} ${code}`,
  );

describe('findings about terms', () => {
  it('are empty where every load was received, decided and weighed alike', () => {
    const gates = [{ ...GATE, loads: 0 }];
    expect(found([record('received', 1_000, 'manifest_line')], { gates })).toEqual([]);
  });

  it.each([
    ['count', 'flag BATTERIES_WITHOUT_MANIFEST'],
    ['block', 'block BATTERIES_WITHOUT_MANIFEST'],
  ])('under the rule %s are %s', (withoutManifest, expected) => {
    expect(found([record('without_manifest', 1, 'generation')], {}, { withoutManifest })).toEqual([expected]);
    expect(found([], { withoutManifestGrams: 1 }, { withoutManifest })).toEqual([expected]);
  });

  it.each([
    [1_000, 20, false],
    [1_000, 21, true],
    [9_950, 50, false],
    [9_949, 51, true],
  ])('of %i g accepted and %i g missing: %s', (accepted, missing, expected) => {
    const sent = [record('forwarded', accepted), record('loss_weighing', missing, 'load_difference')];
    const other = { ...record('received', 10_000_000, 'manifest_line'), subject: 'manifest:other' };
    expect(found([...sent, other])).toEqual(expected ? ['flag WEIGHING_DIFFERENCE_HIGH'] : []);
  });

  it.each([
    [{ loads: 1, massGrams: 50, listedGrams: 0 }, 'note LOADS_AT_GATE'],
    [{ loads: 1, massGrams: 50, listedGrams: 50 }, 'flag LOADS_AT_GATE'],
    [{ loads: 0, massGrams: 0, listedGrams: 20 }, 'flag LOADS_AT_GATE'],
  ])('about the gate with %o are %s', (gate, expected) => {
    expect(found([], { gates: [{ ...GATE, ...gate }] })).toEqual([expected]);
  });

  it('ask for a review of loads that wait long at the end, not at the beginning', () => {
    const waiting = { ...GATE, massGrams: 21, waitedLoads: 1, waitedGrams: 21 };
    expect(found([], { gates: [GATE, waiting] })).toContain('flag LOADS_WAITING');
    expect(found([], { gates: [waiting, GATE] })).not.toContain('flag LOADS_WAITING');
  });

  it.each<[RecordTerm, string]>([
    ['under_way', 'flag LOADS_UNDER_WAY'],
    ['uncounted_stock', 'flag OPENING_STOCK_UNCOUNTED'],
    ['disposal_fed', 'flag DISPOSAL_FED'],
    ['for_disposal', 'note BATTERIES_FOR_DISPOSAL'],
  ])('about %s are %s', (term, expected) => {
    expect(found([record(term, 1)])).toEqual([expected]);
  });

  it.each<[string, RecordTerm, LeadRecord['kind'], string]>([
    ['loads from own sites', 'received', 'own_line', 'ownGrams'],
    ['other waste from own sites', 'other_feed', 'own_line', 'ownGrams'],
    ['mass of others that was not accepted', 'not_received', 'line_difference', 'lessGrams'],
    ['loads for others', 'forwarded', 'dispatch', 'sentGrams'],
  ])('show %s beyond the share of what came', (_, term, kind, fact) => {
    const other = { ...record('received', 9_950, 'manifest_line'), subject: 'manifest:other' };
    const of = (massGrams: number) =>
      termFindings([other, record(term, massGrams, kind)], NOTHING, RULES).filter(
        ({ code }) => code === 'UNCONFIRMED_MASS',
      );
    expect(of(49)).toEqual([]);
    expect(of(60)).toMatchObject([{ severity: 'flag', facts: { [fact]: 60 } }]);
  });

  const disposed = (sign: 1 | -1, massGrams: number, kind: LeadRecord['kind'], subject = 'manifest:out') => ({
    ...record('for_disposal', massGrams, kind),
    ...{ subject, sign },
  });

  it('count batteries for disposal that leave for another organisation as mass on its word, and state both ways', () => {
    const came = disposed(1, 400, 'manifest_line', 'manifest:in');
    const left = [disposed(-1, 400, 'dispatch'), disposed(1, 100, 'return')];
    expect(termFindings([came, ...left], NOTHING, RULES)).toMatchObject([
      { code: 'UNCONFIRMED_MASS', severity: 'flag', facts: { sentGrams: 300 } },
      { code: 'BATTERIES_FOR_DISPOSAL', severity: 'note', facts: { massGrams: 400, sentGrams: 300 } },
    ]);
    expect(unconfirmedLead([came, ...left], 800_000)).toBe(leadIn(300, 580_000, 0));
  });

  it('leave batteries for disposal between own smelters to the records of both', () => {
    const both = [disposed(-1, 400, 'dispatch'), disposed(1, 400, 'manifest_line')];
    expect(found(both)).toEqual(['note BATTERIES_FOR_DISPOSAL']);
    expect(unconfirmedLead(both, 800_000)).toBe(0n);
  });

  it('leave a load between own smelters to the records of both', () => {
    const both = [record('forwarded', 1_000), record('received', 1_000, 'manifest_line')];
    expect(found(both)).toEqual([]);
  });

  it('name loads on which one organisation has all roles', () => {
    expect(found([], { loneManifests: 2 })).toEqual(['note LOADS_OF_ONE_PARTY']);
  });
});

describe('lead that a review may ask for', () => {
  const gate = (massGrams: number, waitedGrams = 0) => ({ ...GATE, massGrams, waitedGrams });

  it('is that of the whole closing gate, whatever left the gate since the beginning', () => {
    const lead = (...gates: ReturnType<typeof gate>[]) => gateLead(gates, 800_000, { scope: 'closing' });
    expect(lead(gate(10), gate(15))).toBe(leadIn(15, 800_000, 0));
    expect(lead(gate(15), gate(10, 4))).toBe(leadIn(10, 800_000, 0));
    expect(lead(gate(15), gate(0))).toBe(0n);
    expect(lead()).toBe(0n);
  });

  it('is that of more loads at the gate than at the beginning, where the law has growth', () => {
    const lead = (...gates: ReturnType<typeof gate>[]) => gateLead(gates, 800_000, { scope: 'growth' });
    expect(lead(gate(10), gate(15))).toBe(leadIn(5, 800_000, 0));
    expect(lead(gate(15), gate(10))).toBe(0n);
    expect(lead()).toBe(0n);
  });

  it.each([
    [21, 21, 21, 21],
    [21, 30, 21, 30],
    [30, 30, 21, 21],
    [0, 21, 21, 21],
  ])(
    'is by growth, with %i g at first and %i g at last of which %i g waited on, that of %i g',
    (first, last, waited, grams) => {
      const lead = gateLead([gate(first), gate(last, waited)], 800_000, { scope: 'growth' });
      expect(lead).toBe(leadIn(grams, 800_000, 0));
    },
  );

  it('is that of mass that no independent organisation weighed, or could be without a content', () => {
    const own = record('received', 10, 'own_line');
    const bare = { ...record('not_received', 10, 'line_difference'), ppm: null };
    expect(unconfirmedLead([own, bare, record('received', 50, 'manifest_line')], 800_000)).toBe(
      leadIn(10, 1_380_000, 0),
    );
  });
});
