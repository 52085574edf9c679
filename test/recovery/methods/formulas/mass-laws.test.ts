/** Laws of the rates by mass over random books, and their uncertainty against a simulation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/recovery/fraction.ts';
import type { FractionRecord } from '../../../../src/recovery/fractions/fraction-record.ts';
import { MASS_METHODS, type MassMethod } from '../../../../src/recovery/methods/formulas/definition.ts';
import { computeMass, type MassBooks } from '../../../../src/recovery/methods/formulas/mass-figures.ts';
import type { MassFormula } from '../../../../src/recovery/methods/formulas/mass-rate.ts';
import { massGradientOf, massRateOf } from '../../../../src/recovery/methods/formulas/mass-rate.ts';
import { MASS_TERMS, type MassTerm } from '../../../../src/recovery/methods/formulas/mass-term.ts';
import { toNumber } from '../../../../src/recovery/methods/formulas/rational.ts';
import { books, CHOICE, fed, LAW, lead, part, sodiumSulphate } from './books.ts';

const valuesOf = (method: MassMethod, given: MassBooks) =>
  computeMass(method, { ...CHOICE, nextSteps: { plastics: 900_000, slag: 400_000 } }, given, LAW).figures.map(
    ({ value }) => value,
  );

const tonnes = fc.integer({ min: 1, max: 2_000_000 }).map((kilograms) => kilograms / 1_000);
const anyPart = fc
  .tuple(
    fc.constantFrom<FractionRecord['fraction']>('plastics', 'separators', 'acid', 'sulphate', 'steel', 'other', 'slag'),
    fc.constantFrom<FractionRecord['fate']>(
      'material',
      'unconfirmed',
      'fuel',
      'landfill',
      'backfill',
      'disposal',
      'stock',
    ),
    tonnes,
    fc.constantFrom(676_300, 557_900, 705_600),
  )
  .map(([fraction, fate, mass, factor]) =>
    fraction === 'sulphate'
      ? sodiumSulphate(mass, { fate, factorPpm: factor, sulphuricAcidPpm: Math.round(factor / 0.9794) })
      : part(fraction, mass, { fate, leadPpm: fraction === 'slag' ? 15_000 : null }),
  );
const anyBooks = fc
  .record({
    batteries: fc.array(fc.tuple(tonnes, fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 200_000 })), {
      minLength: 1,
      maxLength: 4,
    }),
    products: tonnes,
    other: tonnes,
    parts: fc.array(anyPart, { maxLength: 8 }),
  })
  .map(({ batteries, products, other, parts }) =>
    books(
      batteries.map(([mass, water, acid]) => fed(mass, water, acid)),
      [
        ...batteries.map(([mass]) => lead('received', mass, 580_000)),
        ...[lead('products', products), lead('other_feed', other), lead('by_products', products / 100)],
      ],
      parts,
    ),
  );

const changed = (given: MassBooks, fractions: readonly FractionRecord[]): MassBooks => ({ ...given, fractions });
const eachMethod = describe.each(MASS_METHODS);

eachMethod('the rates of %s', (method) => {
  const notBelow = (after: MassBooks, before: MassBooks) => {
    const [high, low] = [valuesOf(method, after), valuesOf(method, before)];
    for (const [at, value] of low.entries()) {
      const other = high[at];
      if (value && other) expect(compare(other, value)).toBeGreaterThanOrEqual(0);
    }
  };

  it('stay when every mass is multiplied', () => {
    fc.assert(
      fc.property(anyBooks, fc.integer({ min: 1, max: 1_000 }), (given, factor) => {
        const times = <One extends { readonly massGrams: number }>(all: readonly One[]) =>
          all.map((one) => ({ ...one, massGrams: one.massGrams * factor }));
        const scaled = {
          ...{ lead: times(given.lead), fractions: times(given.fractions) },
          input: { records: times(given.input.records) },
        };
        expect(valuesOf(method, scaled)).toEqual(valuesOf(method, given));
      }),
    );
  });

  it('stay when every record is split', () => {
    fc.assert(
      fc.property(anyBooks, fc.double({ min: 0, max: 1, noNaN: true }), (given, at) => {
        const split = <One extends { readonly massGrams: number }>(all: readonly One[]) =>
          all.flatMap((one) => {
            const first = Math.floor(one.massGrams * at);
            return [
              { ...one, massGrams: first },
              { ...one, massGrams: one.massGrams - first },
            ];
          });
        const parts = {
          ...{ lead: split(given.lead), fractions: split(given.fractions) },
          input: { records: split(given.input.records) },
        };
        expect(valuesOf(method, parts)).toEqual(valuesOf(method, given));
      }),
    );
  });

  it('are never raised by what is burnt, dumped, filled in or disposed of', () => {
    fc.assert(
      fc.property(
        anyBooks,
        anyPart,
        fc.constantFrom('fuel', 'landfill', 'backfill', 'disposal'),
        (given, more, fate) => {
          expect(valuesOf(method, changed(given, [...given.fractions, { ...more, fate }]))).toEqual(
            valuesOf(method, given),
          );
          notBelow(
            given,
            changed(
              given,
              given.fractions.map((one) => ({ ...one, fate })),
            ),
          );
        },
      ),
    );
  });

  it('are never lowered by what was used, and never by its confirmation', () => {
    const own = (all: MassBooks) => computeMass(method, CHOICE, all, LAW).figures.map(({ value }) => value);
    fc.assert(
      fc.property(anyBooks, anyPart, fc.nat(), (given, more, at) => {
        notBelow(changed(given, [...given.fractions, { ...more, fate: 'material' }]), given);
        const one = at % Math.max(1, given.fractions.length);
        const confirmed = given.fractions.map((part_, index) =>
          index === one && part_.fate === 'unconfirmed' ? { ...part_, fate: 'material' as const } : part_,
        );
        const [after, before] = [own(changed(given, confirmed)), own(given)];
        for (const [index, value] of before.entries()) {
          const other = after[index];
          if (value && other) expect(compare(other, value)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('are never raised by acid that was bought and sold again beyond the sulphur of the batteries', () => {
    fc.assert(
      fc.property(anyBooks, tonnes, (given, mass) => {
        const full = changed(given, [...given.fractions, part('acid', 10_000_000)]);
        expect(valuesOf(method, changed(given, [...full.fractions, part('acid', mass)]))).toEqual(
          valuesOf(method, full),
        );
      }),
    );
  });
});

const ONE = { numerator: 1n, denominator: 1n };
const FORMULA: MassFormula = {
  recovered: { product_lead: ONE, by_product_lead: ONE },
  available: { battery_lead: ONE, other_feed_lead: ONE, work_lead: { numerator: -1n, denominator: 1n } },
  fractions: { plastics: ONE, next_plastics: { numerator: 9n, denominator: 10n } },
  shared: { used_slag: ONE },
  ...{ withAcid: true, so4Share: CHOICE.so4Share, leftOut: { numerator: 3_269n, denominator: 10_000n } },
};

describe('the partial derivatives', () => {
  const plain = Object.fromEntries(MASS_TERMS.map((term) => [term, 10n ** 20n])) as Record<MassTerm, bigint>;
  const sums = {
    ...plain,
    battery_lead: 58n * 10n ** 20n,
    dry_batteries: 93n * 10n ** 20n,
    product_lead: 55n * 10n ** 20n,
  };

  it.each([
    ['below the sulphur that came in', 12n],
    ['with more sulphates than came in', 2n],
    ['with more acid than came in', 0n],
  ])('are those of the formula, %s', (_, fedSulphur) => {
    const at = { ...sums, sulphur_fed: fedSulphur * 10n ** 20n + 5n * 10n ** 19n };
    const gradient = massGradientOf(FORMULA, at);
    const step = 10n ** 12n;
    for (const term of MASS_TERMS) {
      const [low, high] = [-step, step].map((by) => massRateOf(FORMULA, { ...at, [term]: at[term] + by }));
      if (!low || !high) throw new Error('the rate has a value');
      const difference = {
        numerator: high.numerator * low.denominator - low.numerator * high.denominator,
        denominator: high.denominator * low.denominator * 2n * step,
      };
      expect(1e22 * (gradient?.get(term) ?? 0), term).toBeCloseTo(1e22 * toNumber(difference), 6);
    }
  });
});

describe('the uncertainty', () => {
  it('adds up the errors that fractions share: one assay of nine sales, three times as uncertain as nine', () => {
    const law = { ...LAW, scales: { gate: 0, line: 0, count: 0, monitor: 0 } };
    const sales = (assayIds: readonly string[]) => {
      const given = books(
        [{ ...fed(1_000, 0, 0), water: { ppm: 0, basis: 'none', assayId: null } }],
        [
          { ...lead('received', 1_000, 580_000), basis: 'measured' },
          { ...lead('products', 570), basis: 'measured' },
        ],
        assayIds.map((assayId) => part('plastics', 10, { assayId })),
      );
      return computeMass('comprehensive-recovery', CHOICE, given, law).figures[1]?.budget?.standard ?? 0;
    };
    const apart = sales(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(sales(Array(9).fill('one')) / apart).toBeCloseTo(3, 9);
    expect(apart).toBeCloseTo((Math.sqrt(9) * 10 * 0.01) / 1_000, 12);
  });

  it('names water that was assumed for all batteries', () => {
    const water = { ppm: 65_000, basis: 'assumed', assayId: null } as const;
    const batteries = [1, 2].map(() => ({ ...fed(500, 0, 0), water }));
    const given = books(batteries, [lead('received', 1_000, 580_000), lead('products', 570)], []);
    const budget = computeMass('comprehensive-recovery', CHOICE, given, LAW).figures[1]?.budget;
    expect(budget?.contributions[0]?.source).toEqual({ key: 'assumption/water', kind: 'assumption', subject: 'water' });
  });
});
