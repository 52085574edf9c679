import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimalOf, fraction, percentOf } from '../../src/recovery/fraction.ts';
import { leadIn, toWholeGrams } from '../../src/recovery/lead.ts';
import {
  balanceOf,
  judge,
  LOSS_TERMS,
  ratesOf,
  TERMS,
  type Term,
  type Terms,
} from '../../src/recovery/lead-recovery.ts';

const CONTROLS = {
  otherFeedShareBasisPoints: 1_000,
  unaccountedShareBasisPoints: 100,
  uncertaintyShareBasisPoints: 100,
  assumedAssayShareBasisPoints: 500,
};

const NOTHING = Object.fromEntries(TERMS.map((term) => [term, 0n])) as Record<Term, bigint>;
const GRAMS_PER_TONNE = 1_000_000;
/** Returns the lead of a mass in tonnes at a content in ppm. */
const lead = (tonnes: number, ppm = 1_000_000) => leadIn(Math.round(tonnes * GRAMS_PER_TONNE), ppm, 0);
const balance = (terms: Partial<Terms>): Terms => ({ ...NOTHING, ...terms });
const percent = (rate: ReturnType<typeof fraction>) => (rate === null ? null : percentOf(rate));

/** The published example with stocks, other feed, work in progress and every loss. */
const EXAMPLE_3 = balance({
  received: lead(100_000, 580_000),
  opening_stock: lead(4_000, 580_000),
  closing_stock: lead(3_000, 580_000),
  other_feed: lead(2_000),
  opening_work: lead(1_200),
  closing_work: lead(1_500),
  products: lead(59_330),
  by_products: lead(120),
  loss_slag: lead(9_000, 16_000),
  loss_sludge: lead(90),
  loss_separators: lead(15),
  loss_dust: lead(60),
  loss_air: lead(0.6),
  loss_water: lead(0.02),
});

describe('the lead recovery rate of published design figures', () => {
  const products = lead(30_576.5, 980_000) + lead(26_596.3, 999_900);

  it.each([
    [565_000, '100.10'],
    [570_000, '99.23'],
    [575_000, '98.36'],
    [580_000, '97.51'],
    [585_000, '96.68'],
    [590_000, '95.86'],
  ])('at a battery assay of %i ppm is %s %%', (ppm, rate) => {
    expect(percent(ratesOf(balance({ received: lead(100_000, ppm), products })).headline)).toBe(rate);
  });

  it('is blocked where it passes 100 %', () => {
    const codes = judge(balance({ received: lead(100_000, 565_000), products }), CONTROLS).map(({ code }) => code);
    expect(codes).toEqual(['RATE_ABOVE_100', 'UNACCOUNTED_BELOW_ZERO']);
  });
});

describe('the lead recovery rate with stocks, work in progress and other feed', () => {
  it('has the balance of the example, to the gram', () => {
    const { batteryLead, available, lost, unaccounted } = balanceOf(EXAMPLE_3);
    expect([batteryLead, available, lost, unaccounted].map(toWholeGrams)).toEqual([
      58_580_000_000n,
      60_280_000_000n,
      309_620_000n,
      520_380_000n,
    ]);
  });

  it('has the rates of the example', () => {
    const rates = ratesOf(EXAMPLE_3);
    expect({
      headline: percent(rates.headline),
      productsOnly: percent(rates.productsOnly),
      conservative: percent(rates.conservative),
      unaccountedShare: percent(rates.unaccountedShare),
      batteryShare: rates.batteryShare && decimalOf(rates.batteryShare, 5),
      indirect: percent(rates.indirect),
    }).toEqual({
      headline: '98.62',
      productsOnly: '98.42',
      conservative: '98.58',
      unaccountedShare: '0.86',
      batteryShare: '0.96699',
      indirect: '99.49',
    });
    expect(judge(EXAMPLE_3, CONTROLS)).toEqual([]);
  });

  it('takes what was sent on unprocessed out of the batteries', () => {
    const { batteryLead } = balanceOf(balance({ received: lead(100), forwarded: lead(7) }));
    expect(toWholeGrams(batteryLead)).toBe(93_000_000n);
  });
});

describe('the controls', () => {
  const fed = (more: Partial<Terms>) =>
    judge(balance({ received: lead(1_000), ...more }), CONTROLS).map(({ code }) => code);

  it.each<[string, Partial<Terms>, string[]]>([
    ['nothing was fed', { received: 0n }, ['NOTHING_PROCESSED']],
    ['only earlier feed was processed', { received: 0n, opening_work: lead(50), products: lead(50) }, []],
    [
      'only earlier feed was processed, and too little came out',
      { received: 0n, opening_work: lead(50), products: lead(49) },
      ['UNACCOUNTED_SHARE_HIGH'],
    ],
    [
      'more stock closed than there was',
      { received: 0n, closing_stock: lead(1), opening_work: lead(50), products: lead(49) },
      ['NOTHING_PROCESSED'],
    ],
    ['all is accounted for', { products: lead(1_000) }, []],
    ['unaccounted lead is at its limit', { products: lead(990) }, []],
    ['unaccounted lead is over its limit', { products: lead(989.999999) }, ['UNACCOUNTED_SHARE_HIGH']],
    [
      'losses exceed what is left, within uncertainty',
      { products: lead(990), loss_slag: lead(20) },
      ['UNACCOUNTED_BELOW_ZERO'],
    ],
    [
      'losses exceed what is left, beyond uncertainty',
      { products: lead(990), loss_slag: lead(20.000001) },
      ['UNACCOUNTED_NEGATIVE', 'UNACCOUNTED_SHARE_HIGH'],
    ],
    ['other feed is at its limit', { received: lead(900), other_feed: lead(100), products: lead(1_000) }, []],
    [
      'other feed is over its limit',
      { received: lead(899.999999), other_feed: lead(100.000001), products: lead(1_000) },
      ['OTHER_FEED_SHARE_HIGH'],
    ],
  ])('when %s find %o → %j', (_, terms, codes) => {
    expect(fed(terms)).toEqual(codes);
  });
});

describe('unaccounted lead within its own uncertainty', () => {
  const judged = (products: number, loss: number, doubt: number) =>
    judge(balance({ received: lead(1_000), products: lead(products), loss_slag: lead(loss) }), CONTROLS, doubt).map(
      ({ code, severity }) => `${severity} ${code}`,
    );

  it('needs no review, on either side of zero', () => {
    expect(judged(980, 25, 0.006)).toEqual(['note UNACCOUNTED_BELOW_ZERO']);
    expect(judged(980, 25, 0.004)).toEqual(['flag UNACCOUNTED_BELOW_ZERO']);
    expect(judged(980, 32, 0.013)).toEqual(['note UNACCOUNTED_BELOW_ZERO']);
    expect(judged(980, 32, 0.011)).toEqual(['block UNACCOUNTED_NEGATIVE', 'flag UNACCOUNTED_SHARE_HIGH']);
    expect(judged(988, 0, 0.013)).toEqual([]);
    expect(judged(988, 0, 0.011)).toEqual(['flag UNACCOUNTED_SHARE_HIGH']);
  });
});

describe('laws of the rate', () => {
  const mass = fc.bigInt({ min: 0n, max: 10n ** 23n });
  const anyTerms = fc.record(Object.fromEntries(TERMS.map((term) => [term, mass])) as Record<Term, typeof mass>);
  const rated = anyTerms.filter((terms) => {
    const { batteryLead, workChange, available } = balanceOf(terms);
    return available > 0n && batteryLead > 0n && batteryLead - workChange > 0n;
  });

  it('a loss never raises a rate, and lowers what is unaccounted by itself', () => {
    fc.assert(
      fc.property(rated, fc.constantFrom(...LOSS_TERMS), mass, (terms, term, more) => {
        const worse = { ...terms, [term]: terms[term] + more };
        const [before, after] = [ratesOf(terms), ratesOf(worse)];
        for (const rate of ['headline', 'productsOnly', 'conservative', 'indirect'] as const) {
          expect(order(after[rate], before[rate])).toBeLessThanOrEqual(0);
        }
        expect(balanceOf(worse).unaccounted).toBe(balanceOf(terms).unaccounted - more);
      }),
    );
  });

  it('a surplus that is counted and booked never raises a rate, and what is missing stays available', () => {
    const pairs = fc.constantFrom<[Term, Term]>(['closing_stock', 'found_stock'], ['closing_work', 'found_work']);
    fc.assert(
      fc.property(rated, pairs, mass, (terms, [closing, found], more) => {
        const adjusted = { ...terms, [closing]: terms[closing] + more, [found]: terms[found] + more };
        expect(ratesOf(adjusted)).toEqual(ratesOf(terms));
        const extra = { ...terms, [found]: terms[found] + more };
        for (const rate of ['headline', 'productsOnly'] as const) {
          expect(order(ratesOf(extra)[rate], ratesOf(terms)[rate])).toBeLessThanOrEqual(0);
        }
        expect(ratesOf({ ...terms, loss_stock: terms.loss_stock + more }).headline).toEqual(ratesOf(terms).headline);
      }),
    );
  });

  it('attributing products and work to batteries by their share gives the same rate', () => {
    fc.assert(
      fc.property(rated, (terms) => {
        const { batteryLead, workChange, recovered } = balanceOf(terms);
        const all = batteryLead + terms.other_feed;
        const attributed = fraction(batteryLead * recovered, batteryLead * all - batteryLead * workChange);
        expect(attributed).toEqual(ratesOf(terms).headline);
      }),
    );
  });

  it('every mass times the same number gives the same rates', () => {
    fc.assert(
      fc.property(rated, fc.bigInt({ min: 1n, max: 1_000_000n }), (terms, times) => {
        const scaled = Object.fromEntries(TERMS.map((term) => [term, terms[term] * times])) as Record<Term, bigint>;
        expect(ratesOf(scaled)).toEqual(ratesOf(terms));
      }),
    );
  });

  it('the conservative bound is at most the headline exactly when the headline is at most 100 %, or only batteries were fed', () => {
    fc.assert(
      fc.property(rated, (terms) => {
        const { headline, conservative } = ratesOf(terms);
        const plausible = order(headline, { numerator: 1n, denominator: 1n }) <= 0;
        expect(order(conservative, headline) <= 0).toBe(plausible || terms.other_feed === 0n);
      }),
    );
  });

  it('the indirect rate exceeds the headline by the unaccounted share', () => {
    fc.assert(
      fc.property(rated, (terms) => {
        const { headline, indirect, unaccountedShare } = ratesOf(terms);
        if (!headline || !indirect || !unaccountedShare) throw new Error('rated terms have rates');
        const sum =
          headline.numerator * unaccountedShare.denominator + unaccountedShare.numerator * headline.denominator;
        expect(fraction(sum, headline.denominator * unaccountedShare.denominator)).toEqual(indirect);
      }),
    );
  });

  type Rate = ReturnType<typeof fraction>;
  const order = (left: Rate, right: Rate) => (left && right ? compare(left, right) : Number.NaN);
});

describe('rounding', () => {
  it.each([
    [12_345n, 1_000_000n, '1.23'],
    [12_350n, 1_000_000n, '1.24'],
    [12_250n, 1_000_000n, '1.22'],
    [12_250_001n, 1_000_000_000n, '1.23'],
    [-12_350n, 1_000_000n, '-1.24'],
    [0n, 7n, '0.00'],
  ])('%i of %i is %s %%', (numerator, denominator, shown) => {
    expect(percentOf({ numerator, denominator })).toBe(shown);
  });
});
