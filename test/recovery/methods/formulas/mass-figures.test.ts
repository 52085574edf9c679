/** The rates by mass of published figures and of cases whose values are computed here a second time, by exact ratios. */
import { describe, expect, it } from 'vitest';
import { percentOf } from '../../../../src/recovery/fraction.ts';
import type { MassChoice, MassFigure, MassMethod } from '../../../../src/recovery/methods/formulas/definition.ts';
import { type ElementRule, leavingOut } from '../../../../src/recovery/methods/formulas/element.ts';
import { computeMass, type MassBooks } from '../../../../src/recovery/methods/formulas/mass-figures.ts';
import { books, CHOICE, fed, LAW, lead, part, sodiumSulphate } from './books.ts';
import { equal, least, less, percent, product, quotient, type Ratio, ratio, rounded, sum } from './ratio.ts';

const compute = (method: MassMethod, given: MassBooks, choice: Partial<MassChoice> = {}) =>
  computeMass(method, { ...CHOICE, ...choice }, given, LAW);

/** Holds a figure of a method against the expected ratio, exactly. */
function holds(
  method: MassMethod,
  given: MassBooks,
  figure: MassFigure,
  expected: Ratio,
  choice: Partial<MassChoice> = {},
): string {
  const found = compute(method, given, choice).figures.find((one) => one.figure === figure);
  if (!found?.value || !found.budget) throw new Error(`${figure} has no value`);
  expect(equal(expected, found.value), `${figure}: ${percent(expected)} and not ${percentOf(found.value)}`).toBe(true);
  expect(found.budget.expanded).toBeGreaterThan(0);
  expect(percentOf(found.value)).toBe(percent(expected));
  return percent(expected);
}

describe('the published design figures of a smelter of 100 000 t a year', () => {
  const alloy = lead('products', 30_576.5, 980_000);
  const refined = lead('products', 26_596.3, 999_900);
  const plastics = [part('plastics', 6_150), part('plastics', 3_280)];
  const salt = sodiumSulphate(12_253.5);
  const recovered = sum(product('30576.5', '0.98'), product('26596.3', '0.9999'));

  it.each([
    [565_000, '100.10'],
    [570_000, '99.23'],
    [575_000, '98.36'],
    [580_000, '97.51'],
    [585_000, '96.68'],
    [590_000, '95.86'],
  ])(
    'recover %i ppm of lead as they say, and more of the mass than of lead, plastics and sulphate alone',
    (ppm, shown) => {
      const given = books(
        [fed(100_000, 65_000, 150_000)],
        [lead('received', 100_000, ppm), alloy, refined],
        [...plastics, salt],
      );
      const available = product(100_000, ratio(ppm), ratio('0.000001'));
      expect(holds('eu-2025-606', given, 'recoveryOfLead', quotient(recovered, available))).toBe(shown);
      const dry = product(100_000, '0.935');
      const solid = sum(recovered, 6_150, 3_280);
      holds('comprehensive-recovery', given, 'comprehensiveWithoutAcid', quotient(solid, dry));
      const all = sum(solid, product('12253.5', '0.6763'));
      holds('comprehensive-recovery', given, 'comprehensive', quotient(all, dry));
    },
  );

  it('have 9.43 % plastics, and sodium sulphate of 8 460.9 t H2SO4', () => {
    expect(percent(quotient(sum(6_150, 3_280), 100_000))).toBe('9.43');
    expect(rounded(quotient(product('12253.5', '98.079'), '142.043'), 1)).toBe('8460.9');
    const asAcid = sodiumSulphate(12_253.5, { factorPpm: 690_488 });
    const given = books([fed(100_000, 65_000, 150_000)], [lead('received', 100_000, 580_000)], [asAcid]);
    const { sums } = compute('comprehensive-recovery', given);
    expect(rounded([sums.sulphate, 10n ** 18n], 1)).toBe('8460.9');
  });
});

/** The published example with stocks, other feed, work in progress and every loss, with fractions of the design figures. */
const STOCKS = [
  ...[lead('received', 100_000, 580_000), lead('opening_stock', 4_000, 580_000), lead('closing_stock', 3_000, 580_000)],
  ...[lead('other_feed', 2_000), lead('opening_work', 1_200), lead('closing_work', 1_500)],
  ...[lead('products', 59_330), lead('by_products', 120), lead('loss_slag', 9_000, 16_000), lead('loss_dust', 60)],
];

describe('the published example with stocks, other feed and work in progress', () => {
  const batteries = [
    fed(100_000, 65_000, 90_000),
    fed(4_000, 65_000, 90_000),
    { ...fed(3_000, 65_000, 90_000), sign: -1 as const },
  ];
  const slag = part('slag', 1_000, { leadPpm: 16_000 });
  const given = books(batteries, STOCKS, [part('plastics', 9_524.3), sodiumSulphate(6_000), part('acid', 1_000), slag]);
  const dry = product(101_000, '0.935');
  const share = quotient(58_580, 60_580);
  const used = product(share, 1_000, '0.984');
  const solid = sum(product(quotient(59_450, 60_280), 58_580), '9524.3', used);

  it('has the comprehensive rate with and without acid', () => {
    expect(percent(quotient(59_450, 60_280))).toBe('98.62');
    expect(percent(quotient(59_330, 60_280))).toBe('98.42');
    const without = holds('comprehensive-recovery', given, 'comprehensiveWithoutAcid', quotient(solid, dry));
    const all = holds(
      'comprehensive-recovery',
      given,
      'comprehensive',
      quotient(sum(solid, product(6_000, '0.6763'), 1_000), dry),
    );
    expect([without, all]).toEqual(['72.27', '77.63']);
  });

  it('counts no more sulphur than came in: acid first, as H2SO4, then sulphates as SO4', () => {
    const much = books(batteries, STOCKS, [part('acid', 1_000), sodiumSulphate(40_000)]);
    const room = product(less(product(101_000, '0.09'), 1_000), '0.9794');
    const acid = sum(1_000, least(room, product(40_000, '0.6763')));
    const lead_ = product(quotient(59_450, 60_280), 58_580);
    holds('comprehensive-recovery', much, 'comprehensive', quotient(sum(lead_, acid), dry));
    expect(compute('comprehensive-recovery', much).parts?.sulphur.isLimited).toBe(true);
    const acidAlone = books(batteries, STOCKS, [part('acid', 50_000), sodiumSulphate(40_000)]);
    holds('comprehensive-recovery', acidAlone, 'comprehensive', quotient(sum(lead_, product(101_000, '0.09')), dry));
  });

  it('is of batteries in Europe: other feed counts as recovered completely, slag and by-products not as lead', () => {
    const lead_ = quotient(less(59_330, 2_000), less(58_580, 300));
    expect(holds('eu-2025-606', given, 'recoveryOfLead', lead_)).toBe('98.37');
    const acid = sum(product(6_000, '0.6763'), 1_000);
    const output = sum(product(lead_, 58_580), '9524.3', acid, product(share, 1_000));
    holds('eu-2025-606', given, 'recyclingEfficiency', quotient(output, dry));
    const of2012 = quotient(less(59_450, 2_000), less(58_580, 300));
    expect(holds('eu-493-2012', given, 'recoveryOfLead', of2012)).toBe('98.58');
    const output2012 = sum(product(of2012, 58_580), '9524.3', acid, used);
    holds('eu-493-2012', given, 'recyclingEfficiency', quotient(output2012, dry));
  });
});

describe('the European efficiency', () => {
  const odd = [fed(1.000001, 123_457, 98_765)];
  const oddLead = [lead('received', 1.000001, 587_963), lead('products', 0.571429, 999_871)];
  const leadRate = quotient(product(571_429, '0.999871'), product(1_000_001, '0.587963'));
  const dry = product(1_000_001, less(1, '0.123457'));
  const leadMass = product(leadRate, 1_000_001, '0.587963');

  it('is exact for odd grams', () => {
    const given = books(odd, oddLead, [part('plastics', 0.066667, { contentPpm: 987_651 })]);
    const output = sum(leadMass, product(66_667, '0.987651'));
    holds('eu-2025-606', given, 'recyclingEfficiency', quotient(output, dry));
  });

  it('counts slag that is used, with its lead, and no slag for the recovery of lead', () => {
    const given = books(odd, oddLead, [part('slag', 0.1, { leadPpm: 20_000 })]);
    holds('eu-2025-606', given, 'recyclingEfficiency', quotient(sum(leadMass, 100_000), dry));
    holds('eu-2025-606', given, 'recoveryOfLead', leadRate);
  });

  it.each(['fuel', 'landfill', 'backfill', 'disposal', 'stock', 'unconfirmed'] as const)(
    'counts nothing that is %s',
    (fate) => {
      const fractions = [part('plastics', 0.06, { fate }), part('slag', 0.1, { fate }), part('acid', 0.01, { fate })];
      holds('eu-2025-606', books(odd, oddLead, fractions), 'recyclingEfficiency', quotient(leadMass, dry));
    },
  );

  it('counts what a next recycler has by its known efficiency, next to the own figure', () => {
    const given = books(odd, oddLead, [
      part('plastics', 0.066667, { fate: 'unconfirmed' }),
      part('plastics', 0.001),
      part('slag', 0.1, { fate: 'unconfirmed' }),
      part('steel', 0.002, { fate: 'unconfirmed' }),
    ]);
    const nextSteps = { plastics: 912_345, slag: 500_000 };
    const own = sum(leadMass, 1_000);
    holds('eu-2025-606', given, 'recyclingEfficiency', quotient(own, dry), { nextSteps });
    const both = sum(own, product(66_667, '0.912345'), product(100_000, '0.5'));
    holds('eu-2025-606', given, 'recyclingEfficiencyWithNext', quotient(both, dry), { nextSteps });
    expect(compute('eu-2025-606', given).figures.map(({ figure }) => figure)).not.toContain(
      'recyclingEfficiencyWithNext',
    );
  });

  it('leaves sulphur out on both sides where that is chosen', () => {
    const given = books(odd, oddLead, [part('acid', 0.03), sodiumSulphate(0.04)]);
    const counted = sum(leadMass, 30_000, product(40_000, '0.6763'));
    holds('eu-2025-606', given, 'recyclingEfficiency', quotient(counted, dry));
    const out = product('0.3269', sum(30_000, quotient(product(40_000, '0.6763'), '0.9794')));
    const input = less(dry, product('0.3269', 1_000_001, '0.098765'));
    const leftOut = { numerator: 3_269n, denominator: 10_000n };
    holds('eu-2025-606', given, 'recyclingEfficiency', quotient(less(counted, out), input), { leftOut });
  });

  it('has no value without batteries or without lead', () => {
    for (const given of [books([], oddLead, []), books(odd, [lead('products', 1)], []), books([], [], [])]) {
      expect(
        compute('eu-2025-606', given).figures.find(({ figure }) => figure === 'recyclingEfficiency')?.value,
      ).toBeNull();
    }
  });
});

describe('the choice of elements', () => {
  const rules = (rule: ElementRule['rule']): ElementRule[] => [
    { code: 'carbon', rule, sulphuricAcidPpm: null },
    { code: 'sulphur', rule: 'may', sulphuricAcidPpm: 326_900 },
  ];

  it('may leave sulphur out, and carbon until it must count; no record has its mass', () => {
    expect(leavingOut(['sulphur'], rules('may'))).toEqual({
      ...{ refused: [], unknown: [], share: { numerator: 3_269n, denominator: 10_000n } },
    });
    expect(leavingOut(['carbon'], rules('may'))).toMatchObject({ refused: [], unknown: ['carbon'] });
    expect(leavingOut(['carbon', 'sulphur'], rules('shall')).refused).toEqual(['carbon']);
    expect(leavingOut(['oxygen'], rules('may')).refused).toEqual(['oxygen']);
  });
});
