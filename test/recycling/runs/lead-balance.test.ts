import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LeadAccount,
  type LeadBooks,
  type LeadLaw,
  type LeadTransfer,
  leadBalance,
  refuseMoreLead,
  withFinding,
  withMass,
  withOutputs,
} from '../../../src/recycling/runs/lead-balance.ts';
import { codeOf, problemOf } from '../../batches/examples.ts';

const RANGES = [
  { material: '900-052-31', minPpm: 400_000, maxPpm: 800_000 },
  { material: 'refined_lead', minPpm: 990_000, maxPpm: 1_000_000 },
  { material: 'lead_paste', minPpm: 550_000, maxPpm: 900_000 },
  { material: 'work_in_progress', minPpm: 100_000, maxPpm: 980_000 },
];
const LAW: LeadLaw = {
  contentRanges: RANGES,
  supplyKinds: [{ code: 'reagent', leadBearing: false, wasteCode: null }],
  leadToleranceBasisPoints: 300,
};

const GRAM = 10n ** 12n;
const wet = (ppm: number) => ({ ppm, moisturePpm: 0 });
const account = (id: string, material: string, more: Partial<LeadAccount> = {}): LeadAccount => ({
  ...{ id, material, runId: null, content: null, ...more },
});
const moved = (kind: LeadTransfer['kind'], fromId: string, toId: string, massGrams: number): LeadTransfer => ({
  ...{ id: `${fromId}>${toId}`, kind, fromId, toId, massGrams },
});
const books = (
  accounts: readonly LeadAccount[],
  transfers: readonly LeadTransfer[],
  more: Partial<LeadBooks> = {},
): LeadBooks => ({
  ...{ accounts, transfers, samples: [], ...more },
});
const gramsOf = (records: LeadBooks, run = 'run') => {
  const { fedAtMost, outAtLeast } = leadBalance(run, records, LAW);
  return [Number(fedAtMost) / Number(GRAM), Number(outAtLeast) / Number(GRAM)];
};

/** 1 000 g of batteries in a run, with an assay or none. */
const fed = (content: LeadAccount['content'], material = '900-052-31') =>
  books([account('run', 'smelting'), account('in', material, { content })], [moved('feed', 'in', 'run', 1_000)]);

describe('the lead of feeds', () => {
  it('is what the assay says, in the mass as weighed', () => {
    expect(gramsOf(fed(wet(580_000)))).toEqual([580, 0]);
    expect(gramsOf(fed({ ppm: 600_000, moisturePpm: 100_000 }))).toEqual([540, 0]);
  });

  it('is at most the top of the range without an assay, nothing in a reagent, and all of an unknown material', () => {
    expect(gramsOf(fed(null))).toEqual([800, 0]);
    expect(gramsOf(fed(null, 'reagent'))).toEqual([0, 0]);
    expect(gramsOf(fed(null, '999-999-99'))).toEqual([1_000, 0]);
  });

  it('is that of the batch it was split from, not of the part', () => {
    const whole = account('whole', '900-052-31', { content: wet(580_000) });
    const part = account('part', '900-052-31', { content: wet(700_000) });
    const transfers = [moved('split', 'whole', 'part', 1_000), moved('feed', 'part', 'run', 1_000)];
    expect(gramsOf(books([account('run', 'smelting'), whole, part], transfers))).toEqual([580, 0]);
    const unknown = { ...whole, content: null };
    expect(gramsOf(books([account('run', 'smelting'), unknown, part], transfers))).toEqual([700, 0]);
  });

  it('is the mean of what was merged; a part without an assay has the top of its range unless the whole has one', () => {
    const of = (content: LeadAccount['content'], own: LeadAccount['content']) =>
      books(
        [
          account('run', 'smelting'),
          account('a', '900-052-31', { content: wet(600_000) }),
          account('b', '900-052-31', { content }),
          account('all', '900-052-31', { content: own }),
        ],
        [moved('merge', 'a', 'all', 300), moved('merge', 'b', 'all', 100), moved('feed', 'all', 'run', 400)],
      );
    expect(gramsOf(of(wet(400_000), null))).toEqual([220, 0]);
    expect(gramsOf(of(null, null))).toEqual([260, 0]);
    expect(gramsOf(of(null, wet(500_000)))).toEqual([200, 0]);
    expect(gramsOf(of(wet(400_000), wet(500_000)))).toEqual([220, 0]);
  });

  it('of another run is that of its sample', () => {
    const paste = account('paste', 'lead_paste', { runId: 'first' });
    const records = books([account('run', 'smelting'), paste], [moved('feed', 'paste', 'run', 1_000)], {
      samples: [{ runId: 'first', material: 'lead_paste', ...wet(720_000) }],
    });
    expect(gramsOf(records)).toEqual([720, 0]);
  });
});

describe('the lead of carried mass', () => {
  /** A run that was fed 580 g of lead, yielded 480 g or more, and carried `carried` grams over into another. */
  const chain = (carried: number, content: LeadAccount['content'] = null) =>
    books(
      [
        ...fed(wet(580_000)).accounts.map((one) => (one.id === 'run' ? { ...one, id: 'first' } : one)),
        account('lead', 'refined_lead', { runId: 'first', content: wet(1_000_000) }),
        account('rest', 'work_in_progress', { runId: 'first', content }),
        account('run', 'smelting'),
      ],
      [
        ...[moved('feed', 'in', 'first', 1_000), moved('output', 'first', 'lead', 480)],
        ...[moved('output', 'first', 'rest', carried), moved('feed', 'rest', 'run', carried)],
      ],
    );

  it('is what its run left with the tolerance, and no more than the top of its range', () => {
    expect(gramsOf(chain(400))[0]).toBeCloseTo(580 * 1.03 - 480, 6);
    expect(gramsOf(chain(100))[0]).toBe(98);
    expect(gramsOf(chain(0))).toEqual([0, 0]);
  });

  it('is what its assay says, which then counts as an output as well', () => {
    expect(gramsOf(chain(400, wet(50_000)))).toEqual([20, 0]);
    expect(gramsOf(chain(400, wet(50_000)), 'first')).toEqual([580, 500]);
    expect(gramsOf(chain(400), 'first')).toEqual([580, 480]);
  });

  it('is the top of its range when its run was not read', () => {
    const { accounts, transfers } = chain(400);
    const known = accounts.filter(({ id }) => id !== 'first');
    expect(gramsOf(books(known, transfers))).toEqual([392, 0]);
  });
});

describe('outputs', () => {
  const yielded = (massGrams: number, material = 'refined_lead') =>
    withOutputs(fed(wet(580_000)), 'run', [{ material, massGrams }]);
  const refuse = (after: LeadBooks, before = fed(wet(580_000))) =>
    refuseMoreLead('run', { before, after }, LAW, '#/body');

  it('hold at least the bottom of the range of their material, their sample, or their own assay', () => {
    const paste = yielded(1_000, 'lead_paste');
    expect(gramsOf(paste)[1]).toBe(550);
    const sampled = withFinding(paste, { batchId: null, runId: 'run', material: 'lead_paste', ...wet(600_000) });
    expect(gramsOf(sampled)[1]).toBe(600);
    const again = withFinding(sampled, { batchId: null, runId: 'run', material: 'lead_paste', ...wet(610_000) });
    expect(gramsOf(again)[1]).toBe(610);
    const own = withFinding(again, { batchId: 'new:0', runId: null, material: null, ...wet(700_000) });
    expect(gramsOf(own)[1]).toBe(700);
    expect(gramsOf(yielded(1_000, 'unheard_of'))[1]).toBe(0);
  });

  it('pass up to the tolerance and are refused beyond it', () => {
    // 580 g and 3 % are 597.4 g; 603 g of refined lead hold at least 596.97 g.
    expect(() => refuse(yielded(603))).not.toThrow();
    const problem = problemOf(() => refuse(yielded(604)));
    expect([problem?.code, problem?.facts]).toMatchObject([
      'run-lead-exceeds-feeds',
      { runId: 'run', fedLeadGrams: 580, outputLeadGrams: 597, limitLeadGrams: 597, sharePercent: 3 },
    ]);
  });

  it('that were already too much can become less, and stay, but not become more', () => {
    const before = yielded(700);
    expect(() => refuse(withMass(before, 'new:0', 690), before)).not.toThrow();
    expect(() => refuse(withMass(before, 'new:0', 700), before)).not.toThrow();
    expect(codeOf(() => refuse(withMass(before, 'new:0', 701), before))).toBe('run-lead-exceeds-feeds');
    expect(codeOf(() => refuse(withMass(before, 'in>run', 999), before))).toBe('run-lead-exceeds-feeds');
    expect(() => refuse(withMass(before, 'in>run', 1_001), before)).not.toThrow();
  });
});

describe('in any records', () => {
  const Ppm = fc.integer({ min: 0, max: 1_000_000 });
  const Grams = fc.integer({ min: 1, max: 10 ** 9 });
  const Lines = fc.array(fc.tuple(Grams, Ppm), { minLength: 1, maxLength: 8 });
  const recordsOf = (feeds: readonly (readonly [number, number])[], outputs: readonly (readonly [number, number])[]) =>
    books(
      [
        account('run', 'smelting'),
        ...feeds.map(([, ppm], at) => account(`in-${at}`, '900-052-31', { content: wet(ppm) })),
        ...outputs.map(([, ppm], at) => account(`out-${at}`, 'lead_paste', { runId: 'run', content: wet(ppm) })),
      ],
      [
        ...feeds.map(([grams], at) => moved('feed', `in-${at}`, 'run', grams)),
        ...outputs.map(([grams], at) => moved('output', 'run', `out-${at}`, grams)),
      ],
    );
  const sum = (lines: readonly (readonly [number, number])[]) =>
    lines.reduce((total, [grams, ppm]) => total + BigInt(grams) * BigInt(ppm), 0n);
  const nothing = recordsOf([], []);

  it('a run is refused exactly when its outputs exceed the lead fed and the tolerance', () => {
    fc.assert(
      fc.property(Lines, Lines, fc.integer({ min: 0, max: 10_000 }), (feeds, outputs, tolerance) => {
        const law = { ...LAW, leadToleranceBasisPoints: tolerance };
        const after = recordsOf(feeds, outputs);
        const code = codeOf(() => refuseMoreLead('run', { before: nothing, after }, law, '#/body'));
        const limit = (sum(feeds) * 1_000_000n * BigInt(10_000 + tolerance)) / 10_000n;
        expect(code === 'run-lead-exceeds-feeds').toBe(sum(outputs) * 1_000_000n > limit);
      }),
    );
  });

  it('splitting and merging feeds, in any order, creates no lead beyond the rounding', () => {
    fc.assert(
      fc.property(Lines, (feeds) => {
        const direct = leadBalance('run', recordsOf(feeds, []), LAW).fedAtMost;
        const total = feeds.reduce((all, [grams]) => all + grams, 0);
        const merged = books(
          [...recordsOf(feeds, []).accounts, account('all', '900-052-31'), account('part', '900-052-31')],
          [
            ...feeds.map(([grams], at) => moved('merge', `in-${at}`, 'all', grams)).toReversed(),
            ...[moved('split', 'all', 'part', total), moved('feed', 'part', 'run', total)],
          ],
        );
        const { fedAtMost } = leadBalance('run', merged, LAW);
        expect(fedAtMost - direct >= 0n && fedAtMost - direct <= 2n * BigInt(total)).toBe(true);
      }),
    );
  });

  it('a further feed never takes lead away', () => {
    fc.assert(
      fc.property(Lines, Grams, fc.option(Ppm), (feeds, grams, ppm) => {
        const before = recordsOf(feeds, []);
        const more = account('more', '900-052-31', { content: ppm === null ? null : wet(ppm) });
        const after = books([...before.accounts, more], [...before.transfers, moved('feed', 'more', 'run', grams)]);
        const fedOf = (records: LeadBooks) => leadBalance('run', records, LAW).fedAtMost;
        expect(fedOf(after) >= fedOf(before)).toBe(true);
      }),
    );
  });
});
