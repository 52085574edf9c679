import { describe, expect, it } from 'vitest';
import { countAcceptance, requireQualified } from '../../../src/manifests/licensing/qualification.ts';
import type { DecisionLine } from '../../../src/manifests/rules/step.ts';
import { draft } from '../rules/documents.ts';
import { codeOf, LAW, lacking, licence, problemOf, qualified } from '../taking/decisions.ts';

const recycling = lacking('recycling');
const collection = lacking('collection');

describe('the licences that a transfer needs', () => {
  const exemption = { wasteCodes: ['900-052-31'], conditions: ['whole'], riskClasses: ['I'] };
  const whole = { ...draft, lines: draft.lines.map((line) => ({ ...line, condition: 'whole', riskClass: 'I' })) };
  /** A law whose exemption is in force on the day of these licences alone. */
  const exempting = { unbrokenExemption: (on: string) => (on === '2026-09-01' ? exemption : undefined) };

  it('are returned as the number of the receiver’s licence, with the transport mode', () => {
    expect(requireQualified(draft, qualified(), LAW)).toEqual({ receiverLicence: '证a', transportMode: 'hazardous' });
  });

  it.each([
    ['the first of several', [[licence('a'), licence('b')]], '证a'],
    ['one of the second mode, when the first has none', [recycling, [licence('c')]], '证c'],
    ['one of the first mode, when the second has none', [[licence('d')], collection], '证d'],
  ])('are %s', (_, receiver, number) => {
    expect(requireQualified(draft, qualified({ receiver }), LAW).receiverLicence).toBe(number);
  });

  it('are refused by the first mode, when no mode has one', () => {
    const receiver = [recycling, collection];
    expect(problemOf(() => requireQualified(draft, qualified({ receiver }), LAW))).toBe(recycling);
  });

  it.each([
    ['hazardous', draft, exempting, 'licence-missing'],
    ['hazardous without an exemption', whole, LAW, 'licence-missing'],
  ])('include one of the carrier for a load that is %s', (_, document, law, code) => {
    const carrier = lacking('transport');
    expect(codeOf(() => requireQualified(document, qualified({ carrier }), law))).toBe(code);
  });

  it.each([null, lacking('transport')])('include none of the carrier for an exempt load', (carrier) => {
    expect(requireQualified(whole, qualified({ carrier }), exempting).transportMode).toBe('exempt_unbroken');
  });

  it('are judged by the day that they were looked up for', () => {
    const onOtherDay = qualified({ on: '2026-09-02' });
    expect(requireQualified(whole, onOtherDay, exempting).transportMode).toBe('hazardous');
  });

  it('must have been looked up', () => {
    expect(() => requireQualified(draft, qualified({ carrier: null }), LAW)).toThrow('not looked up');
    expect(() => requireQualified(draft, qualified({ receiver: [] }), LAW)).toThrow('no mode of licence');
  });
});

describe('an acceptance', () => {
  const line = (acceptedGrams: number): DecisionLine => ({
    ...{ line: 1, acceptedGrams, acceptedPieces: 1, refusedGrams: 9_999, refusedPieces: 0, treatmentMethod: 'R4' },
  });
  const counted = (licences: ReturnType<typeof licence>[], before: [string, number][], ...grams: number[]) =>
    countAcceptance(grams.map(line), qualified({ receiver: [licences], acceptedGrams: new Map(before) }), LAW);
  const limited = (id: string, annualLimitGrams: number | null) => licence(id, { annualLimitGrams });

  it.each([
    ['without a scale before all others', [limited('a', 9_000_000), limited('b', null)], [], 'b'],
    ['with the most room left', [limited('a', 10_000), limited('b', 9_000)], [['a', 2_000]], 'b'],
    ['of which nothing is accepted yet', [limited('a', 10_000), limited('b', 10_000)], [['a', 1]], 'b'],
    ['that is the first of equals', [limited('a', 10_000), limited('b', 10_000)], [], 'a'],
  ] as [string, ReturnType<typeof licence>[], [string, number][], string][])(
    'counts against the licence %s',
    (_, licences, before, id) => {
      expect(counted(licences, before, 100)).toEqual({
        licenceId: id,
        mode: 'recycling',
        unlicensed: [],
        reached: undefined,
      });
    },
  );

  it.each([
    [7_999, undefined],
    [8_000, 8_000],
    [9_999, 8_000],
    [10_000, 10_000],
    [12_000, 10_000],
  ])('of %d g of 10 000 g reaches the share %s', (grams, shareBasisPoints) => {
    const facts = { licence: '证a', year: 2026, limitGrams: 10_000, shareBasisPoints, acceptedGrams: grams };
    const reached = shareBasisPoints === undefined ? undefined : facts;
    expect(counted([limited('a', 10_000)], [['a', 2_000]], grams - 3_000, 1_000).reached).toEqual(reached);
  });

  it('above the last share is refused', () => {
    expect(codeOf(() => counted([limited('a', 10_000)], [['a', 2_000]], 10_001))).toBe('licence-scale-exceeded');
  });

  describe('with a treatment method', () => {
    const entry = (mode: 'recycling' | 'collection', ...methods: string[]) => ({ kind: 'recycler', mode, methods });
    const law = (...sites: ReturnType<typeof entry>[]) => ({
      ...LAW,
      licensedMethods: () => ({ effect: 'refused', sites }) as const,
    });
    const two = [[licence('r')], [licence('c', { mode: 'collection' })]];
    const act = (...sites: ReturnType<typeof entry>[]) =>
      countAcceptance([line(1)], qualified({ siteKind: null, receiver: two }), law(...sites));

    it('counts against a licence that allows it', () => {
      const { licenceId, unlicensed } = act(entry('recycling', 'D1'), entry('collection', 'R4'));
      expect([licenceId, unlicensed]).toEqual(['c', []]);
    });

    it('that no licence allows names the line', () => {
      const { licenceId, unlicensed } = act(entry('recycling', 'D1'), entry('collection', 'D1'));
      expect([licenceId, unlicensed]).toEqual(['r', [{ line: 1, method: 'R4', fitting: ['D1'] }]]);
    });
  });

  it('needs a licence of the receiver', () => {
    const act = () => countAcceptance([line(1)], qualified({ receiver: [collection, recycling] }), LAW);
    expect(problemOf(act)).toBe(collection);
  });
});
