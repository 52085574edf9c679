/** Figures, verdicts and findings of each method, from one set of records. */
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../src/recovery/evaluation.ts';
import { percentOf } from '../../../src/recovery/fraction.ts';
import { type LeadRecord, termsOf } from '../../../src/recovery/lead-records.ts';
import { balanceOf, ratesOf } from '../../../src/recovery/lead-recovery.ts';
import { type Basis, computeMethod, notInForce } from '../../../src/recovery/methods/computed.ts';
import { METHODS, methodOf } from '../../../src/recovery/methods/registry/registry.ts';
import type { Target } from '../../../src/recovery/methods/verdict.ts';
import { periodOf } from '../../../src/recovery/periods/period.ts';
import { CHOICE, fed, LAW, lead, part } from './formulas/books.ts';

function evaluationOf(records: readonly LeadRecord[]): Evaluation {
  const terms = termsOf(records);
  return {
    ...{ records, terms, balance: balanceOf(terms), rates: ratesOf(terms), assumedAssayShare: null, findings: [] },
    grounds: {
      ...{ assays: [], classes: [] },
      circumstances: { gates: [], withoutManifestGrams: 0, oldGrams: 0, loneManifests: 0 },
      stock: { missingCounts: [], productGrams: 0, runs: [], counts: [] },
    },
  };
}

const target = (method: string, figure: Target['figure'], limitBasisPoints: number): Target => ({
  ...{ code: `${method}-${limitBasisPoints}`, zh: '限值', en: 'limit', method, figure },
  ...{ comparison: 'at_least', limitBasisPoints },
});

const evaluation = evaluationOf([
  lead('received', 1_000, 600_000),
  lead('products', 590),
  lead('loss_slag', 5, 20_000),
]);
const basis: Basis = {
  ...{ period: periodOf('2026'), evaluation, choice: CHOICE, uncertainties: LAW },
  fractions: { input: { records: [fed(1_000, 60_000, 100_000)] }, fractions: [part('plastics', 90)] },
  targets: [
    target('eu-2025-606', 'recyclingEfficiency', 7_000),
    target('eu-2025-606', 'recyclingEfficiency', 7_234),
    target('eu-2025-606', 'recyclingEfficiency', 8_000),
    target('lead-recovery', 'headline', 9_000),
  ],
};
const compute = (id: Parameters<typeof methodOf>[0], more: Partial<Basis> = {}) =>
  computeMethod(methodOf(id), { ...basis, ...more });
const codesOf = (more: Partial<Basis>, id: Parameters<typeof methodOf>[0] = 'comprehensive-recovery') =>
  compute(id, more).findings.map(({ code }) => code);
const shown = (id: Parameters<typeof methodOf>[0]) =>
  Object.fromEntries(compute(id).figures.map(({ figure, value }) => [figure, value && percentOf(value)]));

describe('the figures of one set of records', () => {
  it('differ by their definitions by far more than their uncertainty', () => {
    expect(shown('lead-recovery')).toEqual({ headline: '98.33', productsOnly: '98.33', conservative: '98.33' });
    expect(shown('industry-lead-recovery')).toEqual({ productsOnly: '98.33', slagLead: '2.00' });
    expect(shown('comprehensive-recovery')).toEqual({ comprehensive: '72.34', comprehensiveWithoutAcid: '72.34' });
    expect(shown('eu-2025-606')).toEqual({ recyclingEfficiency: '72.34', recoveryOfLead: '98.33' });
  });

  it('have verdicts on their own targets alone, open within the uncertainty', () => {
    expect(compute('eu-2025-606').verdicts.map(({ verdict, undecided }) => [verdict, undecided])).toEqual([
      ...[
        ['pass', null],
        ['not_decidable', 'within_uncertainty'],
        ['fail', null],
      ],
    ]);
    expect(compute('lead-recovery').verdicts).toHaveLength(1);
  });
});

describe('a missing figure', () => {
  it('names its reason', () => {
    const without = (more: Partial<Basis>) =>
      new Set(compute('comprehensive-recovery', more).figures.map((one) => one.missing));
    expect(without({})).toEqual(new Set([null]));
    expect(without({ fractions: null })).toEqual(new Set(['fractions_not_read']));
    expect(without({ evaluation: { ...evaluation, rates: null } })).toEqual(new Set(['lead_not_computable']));
    const nothing = { fractions: { input: { records: [] }, fractions: [] } };
    expect(without(nothing)).toEqual(new Set(['nothing_fed']));
    const unslagged = evaluationOf([lead('received', 1, 600_000)]);
    expect(compute('industry-lead-recovery', { evaluation: unslagged }).figures[1]?.missing).toBe('no_slag');
    for (const method of METHODS) expect(notInForce(method).figures[0]?.missing).toBe('not_in_force');
  });

  it('has no verdict', () => {
    const { verdicts } = compute('eu-2025-606', { fractions: null });
    expect(verdicts.map(({ undecided }) => undecided)).toEqual(['no_figure', 'no_figure', 'no_figure']);
  });
});

describe('the findings', () => {
  const input = { records: [fed(1_000, 60_000, 100_000)] };

  it('name what limits a rate by mass and what it lacks', () => {
    expect(codesOf({})).toEqual([]);
    const fractions = [
      ...[part('acid', 200), part('slag', 10, { fate: 'unconfirmed' }), part('steel', 1, { contentPpm: null })],
    ];
    expect(codesOf({ fractions: { input, fractions } })).toEqual([
      ...['SULPHUR_LIMITED', 'FRACTIONS_UNCONFIRMED', 'FRACTION_CONTENT_MISSING'],
    ]);
    const water = { ppm: 60_000, basis: 'assumed', assayId: null } as const;
    const assumed = { input: { records: input.records.map((one) => ({ ...one, water })) }, fractions: [] };
    expect(codesOf({ fractions: assumed })).toEqual(['SHARES_ASSUMED']);
  });

  it('block a rate by mass above 100 %', () => {
    const { findings, verdicts } = compute('eu-2025-606', { fractions: { input, fractions: [part('steel', 500)] } });
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['MASS_RATE_ABOVE_100', 'block']]);
    expect(verdicts[0]?.undecided).toBe('blocked');
  });

  it('name a part of a year, and an efficiency that the caller states, for the European method', () => {
    expect(codesOf({ period: periodOf('2026-10') }, 'eu-2025-606')).toEqual(['PART_OF_YEAR']);
    expect(codesOf({ choice: { ...CHOICE, nextSteps: { slag: 1 } } }, 'eu-2025-606')).toEqual(['NEXT_STEP_DECLARED']);
  });
});
