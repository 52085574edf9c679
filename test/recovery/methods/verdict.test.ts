import { describe, expect, it } from 'vitest';
import type { LeadRecord } from '../../../src/recovery/lead-records.ts';
import { METHODS } from '../../../src/recovery/methods/registry/registry.ts';
import { FIGURES, measuredOf, slagLeadOf, type Target, verdictOn } from '../../../src/recovery/methods/verdict.ts';
import { recoveryFinding } from '../../../src/recovery/problems.ts';
import type { Uncertainties } from '../../../src/recovery/uncertainty/uncertainty.ts';

const target = (comparison: Target['comparison'], limitBasisPoints: number): Target => ({
  ...{ code: 't', zh: '限值', en: 'limit', method: 'industry-lead-recovery', figure: 'productsOnly' },
  ...{ comparison, limitBasisPoints },
});
const AT_LEAST_98 = target('at_least', 9_800);
const BELOW_2 = target('below', 200);
const share = (numerator: bigint, denominator = 1_000_000n) => ({ numerator, denominator });

describe('a target', () => {
  it.each([
    ['kept beyond the uncertainty', AT_LEAST_98, 985_000n, 0.004, 'pass', null],
    ['missed beyond the uncertainty', AT_LEAST_98, 975_000n, 0.004, 'fail', null],
    ['within the uncertainty, from above', AT_LEAST_98, 983_000n, 0.004, 'not_decidable', 'within_uncertainty'],
    ['within the uncertainty, from below', AT_LEAST_98, 977_000n, 0.004, 'not_decidable', 'within_uncertainty'],
    ['exactly the limit, without uncertainty', AT_LEAST_98, 980_000n, 0, 'pass', null],
    ['one millionth below the limit, which rounds to it', AT_LEAST_98, 979_999n, 0, 'fail', null],
    ['exactly a limit that must not be reached', BELOW_2, 20_000n, 0, 'fail', null],
    ['one millionth below a limit that must not be reached', BELOW_2, 19_999n, 0, 'pass', null],
    ['below the limit beyond the uncertainty', BELOW_2, 12_000n, 0.005, 'pass', null],
  ] as const)('is %s', (_, limit, numerator, expanded, verdict, undecided) => {
    const judged = verdictOn(limit, { value: share(numerator), expanded }, []);
    expect([judged.verdict, judged.undecided]).toEqual([verdict, undecided]);
  });

  it('is not decided for a blocked rate, nor without a figure', () => {
    const good = { value: share(999_000n), expanded: 0 };
    const blocked = verdictOn(AT_LEAST_98, good, [recoveryFinding('RATE_ABOVE_100')]);
    expect([blocked.verdict, blocked.undecided, blocked.value]).toEqual(['not_decidable', 'blocked', good.value]);
    expect(verdictOn(AT_LEAST_98, null, []).undecided).toBe('no_figure');
    expect(verdictOn(AT_LEAST_98, good, [recoveryFinding('UNACCOUNTED_BELOW_ZERO')]).verdict).toBe('pass');
  });
});

const CONTENT = { batch: 1_000, supplier_class: 1_000, declared_default: 1_000, count: 1_000 };
const LAW: Uncertainties = {
  coverageFactor: 2,
  scales: { gate: 50, line: 50, count: 50, monitor: 50 },
  contents: { batteries: CONTENT, products: CONTENT, other: CONTENT },
};
const slag = (tonnes: number, ppm: number | null, assayId: string): LeadRecord => ({
  ...{ id: assayId, term: 'loss_slag', kind: 'disposal', subject: 's', batchId: null, material: 'slag', sign: 1 },
  ...{ massGrams: tonnes * 1_000_000, ppm, moisturePpm: 0, basis: 'batch', assayId, occurredAt: new Date(0) },
});

describe('the lead of discarded slag', () => {
  it('is its mean by mass, uncertain by its assays alone', () => {
    const measured = slagLeadOf([slag(30, 10_000, 'a'), slag(10, 30_000, 'b')], LAW);
    expect(measured?.value).toEqual({ numerator: 3n, denominator: 200n });
    expect(measured?.expanded).toBeCloseTo(2 * 0.001 * Math.hypot(0.75, 0.25), 12);
  });

  it('is no figure without slag, or without the content of a part', () => {
    expect(slagLeadOf([], LAW)).toBeNull();
    expect(slagLeadOf([slag(30, 10_000, 'a'), slag(10, null, 'b')], LAW)).toBeNull();
  });

  it('counts only where the rates do', () => {
    const slagLead = { value: share(1n), expanded: 0 };
    expect(measuredOf('slagLead', { rates: null, slagLead, budgets: () => null })).toBeNull();
  });
});

it('every figure belongs to a method, and every method has an identifier of its own', () => {
  expect(new Set(METHODS.flatMap(({ figures }) => figures))).toEqual(new Set(FIGURES));
  expect(new Set(METHODS.map(({ id }) => id)).size).toBe(METHODS.length);
});
