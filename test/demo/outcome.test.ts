import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/demo/outcome/json.ts';
import type { Outcome } from '../../src/demo/outcome/outcome.ts';
import { reportOf } from '../../src/demo/outcome/report.ts';
import { faultsOf } from '../../src/demo/outcome/verdict.ts';
import { makePlan } from '../../src/demo/plan/plan.ts';

const BOOKS = { negativeAccounts: 0, deviatingAccounts: 0, accounts: 12, movements: 1_234, journalEntries: 7_823 };
const share = (percent: string) => ({ percent, share: (Number(percent) / 100).toFixed(5) });

const manifest = (id: string, state: string) => ({
  id,
  version: 7,
  state,
  number: '20264501000001',
  numbering: 'issued',
  digest: '1f'.repeat(32),
  originProvince: '45',
  destinationProvince: '44',
  late: id === 'a',
  significantDifference: false,
  warnings: [],
  lines: [],
});

const GOOD: Outcome = {
  provinces: [
    {
      ...BOOKS,
      code: '45',
      manifests: 2,
      sumOfAccountsGrams: 0,
      boundaries: [{ name: 'elsewhere', massGrams: 27_540_000 }],
    },
    {
      ...BOOKS,
      code: '44',
      manifests: 2,
      sumOfAccountsGrams: 0,
      boundaries: [{ name: 'elsewhere', massGrams: -27_540_000 }],
    },
  ],
  agreement: {
    manifests: [manifest('a', 'closed'), manifest('b', 'in_transit')],
    crossProvince: 2,
    agreedEverywhere: 2,
    disagreements: [],
    countByProvince: new Map([['45', 2]]),
  },
  exchange: { sent: 20, acknowledged: 20, retried: 3, parked: 0 },
  recovery: [
    {
      enterprise: '梧州再生铅有限公司（演示）',
      status: 'clear',
      rates: {
        headline: share('98.67'),
        productsOnly: share('98.51'),
        conservative: share('98.63'),
        unaccountedShare: share('0.42'),
        batteryShare: share('97.00'),
      },
      terms: [{ term: 'received', leadGrams: 80_411_000, massGrams: 130_000_000, records: 74 }],
      findings: [],
    },
  ],
  flows: [{ from: '45', to: '44', massGrams: 50_132_220, manifests: 14 }],
  flowDifferences: [],
  lateEntries: 0,
};
const loadOf = (key: string, endState: string) => {
  const load = makePlan().loads[0];
  if (!load) throw new Error('the plan has loads');
  return { ...load, key, endState };
};
const ENDS = {
  loads: [loadOf('one', 'closed'), loadOf('two', 'in_transit')],
  manifests: new Map([
    ['one', 'a'],
    ['two', 'b'],
  ]),
  refused: [{ code: 'transfer-not-approved', detail: '跨省转移未经批准。' }],
};
/** Provinces are named in both languages; codes and details of findings are those of the API. */
const PLACES = /Guangxi|Guangdong|^ {2}[A-Z_]+: .*$/gm;
const COUNTED = {
  collections: 2_386,
  requests: 4_960,
  repeated: 165,
  restarts: 0,
  seconds: 36.4,
  faults: [],
  refused: [],
};

describe('the report', () => {
  it('describes the month in plain words with units', () => {
    const outage = { seconds: 4.24, loads: 14, waiting: 12 };
    expect(reportOf(GOOD, { ...COUNTED, outage }, 'en')).toBe(`Trade in waste lead-acid batteries, 2026-10

2 386 collections and the work of the month were played in 36 s
with 4 960 requests; 165 of them were repetitions because a system was down or busy.

Books
-----
  Province        Journal entries  Accounts  Movements  Sum of accounts  Negative accounts
  Guangxi 广西              7 823        12      1 234              0 g                  0
  Guangdong 广东            7 823        12      1 234              0 g                  0

At the edge of the books of Guangxi 广西:
      27.540 t went to the other province

At the edge of the books of Guangdong 广东:
      27.540 t came from the other province

Manifests
---------
  State       Manifests
  closed              1
  in transit          1

2 in all, 2 of them across the province border.
0 with a difference to be explained (Order 23, Art 18).
1 confirmed later than five working days after arrival (20264501000001).
The same version, digest and state wherever it is held: 2; not: 0.

Exchange between the authorities
--------------------------------
20 messages sent, 20 acknowledged, 3 sent again, 0 parked.
While Guangdong was down (its process was killed, for 4.2 s here, an hour of the month),
Guangxi sent 14 loads on the road and 12 messages waited; all were delivered afterwards.

Lead recovery of 梧州再生铅有限公司（演示）
-------------------------------------------
  Lead recovery                         98.67 %
  Finished products only                98.51 %
  Other feed counted as fully recovered 98.63 %
  Unaccounted                           0.42 %
  Result of the controls                clear

  Term                                       Lead  Records
  Lead received with accepted manifests  80.411 t       74

Accepted mass by origin and destination
---------------------------------------
  From          To                  Mass  Manifests
  Guangxi 广西  Guangdong 广东  50.132 t         14

The books balance to the gram, and every manifest is the same in every place.
`);
  });

  it('shows the loads that were not let over the border', () => {
    const refused = [{ code: 'transfer-not-approved', detail: 'No approval covers 900-052-31.' }];
    const text = reportOf(GOOD, { ...COUNTED, outage: null, refused }, 'en');
    expect(text).toContain('1 more were tried and not submitted:\n  No approval covers 900-052-31.\n');
  });

  it('names the faults instead of the last line', () => {
    const text = reportOf(GOOD, { ...COUNTED, outage: null, faults: ['2 messages are parked.'] }, 'en');
    expect(text).toContain('Faults\n------\n  2 messages are parked.\n');
    expect(text).not.toContain('balance to the gram');
  });
});

describe('the report in Chinese', () => {
  it('has the same figures in Chinese words', () => {
    const outage = { seconds: 4.24, loads: 14, waiting: 12 };
    const played = { ...COUNTED, restarts: 2, outage };
    const [en, zh] = [reportOf(GOOD, played, 'en'), reportOf(GOOD, played, 'zh')];
    const rates = en.match(/\d[\d .]* %/g)?.map((rate) => rate.replace(' %', '%'));
    expect(rates).toHaveLength(4);
    expect(zh.match(/\d[\d .]*%/g)).toEqual(rates);
    expect(zh.match(/[\d .]+ t$/gm)?.length).toBe(en.match(/[\d .]+ t$/gm)?.length);
    expect(zh).toContain('铅回收率（综合口径）');
    expect(zh).toMatch(/运输中 .*1/);
    expect(zh.replaceAll(PLACES, '').match(/[a-z]{3,}/gi)).toEqual(null);
  });
});

describe('the JSON', () => {
  it('has exactly the members that were agreed', () => {
    expect(toJson(GOOD, 36.44)).toEqual({
      provinces: [
        { code: '45', journalEntries: 7_823, sumOfAccountsGrams: 0, negativeAccounts: 0, manifests: 2 },
        { code: '44', journalEntries: 7_823, sumOfAccountsGrams: 0, negativeAccounts: 0, manifests: 2 },
      ],
      manifests: {
        total: 2,
        crossProvince: 2,
        agreedEverywhere: 2,
        disagreeing: 0,
        byState: { closed: 1, in_transit: 1 },
      },
      exchange: { sent: 20, acknowledged: 20, retried: 3, parked: 0 },
      recovery: [
        {
          enterprise: '梧州再生铅有限公司（演示）',
          period: '2026-10',
          leadRecovery: 0.9867,
          productsOnly: 0.9851,
          conservative: 0.9863,
          unaccountedShare: 0.0042,
          recordsBehind: 74,
        },
      ],
      flows: [{ from: '45', to: '44', massGrams: 50_132_220, manifests: 14 }],
      seconds: 36.4,
    });
  });
});

const MISSING = { en: '44: missing', zh: '44：没有此联单' };
const DIFFERENCE = { en: '45 to 44: 1 g.', zh: '由 45 转移至 44：1 克。' };

describe('the verdict', () => {
  const [guangxi, guangdong] = GOOD.provinces;
  if (!guangxi || !guangdong) throw new Error('two provinces');

  it('finds nothing wrong where all is well', () => {
    expect(faultsOf(GOOD, ENDS, 'en')).toEqual([]);
  });

  it('finds a load that is marked for its paper', () => {
    const manifests = GOOD.agreement.manifests.map((one) => ({ ...one, warnings: [{ code: 'paper-outside-outage' }] }));
    const outcome = { ...GOOD, agreement: { ...GOOD.agreement, manifests } };
    expect(faultsOf(outcome, ENDS, 'en')).toContainEqual(
      expect.stringMatching(/^Manifest 20264501000001 is marked for its paper: paper-outside-outage\.$/),
    );
  });

  it('finds a load that was let over the border without an approval', () => {
    const faults = faultsOf(GOOD, { ...ENDS, refused: [{ code: 'submitted', detail: 'a' }] }, 'en');
    expect(faults).toEqual(['A load without a valid approval was answered submitted: a.']);
  });

  it.each<[string, Outcome, RegExp]>([
    [
      'accounts that do not add up',
      { ...GOOD, provinces: [{ ...guangxi, sumOfAccountsGrams: 5 }, guangdong] },
      /add up to 0\.005 kg, not 0/,
    ],
    ['an account below zero', { ...GOOD, provinces: [{ ...guangxi, negativeAccounts: 1 }, guangdong] }, /below zero/],
    ['mass lost on the border', { ...GOOD, provinces: [guangxi, { ...guangdong, boundaries: [] }] }, /27\.54 t left/],
    [
      'a manifest that is not agreed',
      { ...GOOD, agreement: { ...GOOD.agreement, disagreements: [{ id: 'a', number: null, copies: MISSING }] } },
      /Manifest a is not the same in every system: 44: missing/,
    ],
    ['a parked message', { ...GOOD, exchange: { ...GOOD.exchange, parked: 2 } }, /2 messages are parked/],
    [
      'a message without receipt',
      { ...GOOD, exchange: { ...GOOD.exchange, acknowledged: 19 } },
      /20 messages were sent and 19/,
    ],
    [
      'a rate that cannot be computed',
      { ...GOOD, recovery: GOOD.recovery.map((one) => ({ ...one, rates: null })) },
      /no valid recovery/,
    ],
    ['a manifest entered late', { ...GOOD, lateEntries: 3 }, /3 manifests have steps that were entered late/],
    ['a flow shown differently', { ...GOOD, flowDifferences: [DIFFERENCE] }, /45 to 44: 1 g\./],
  ])('finds %s', (_, outcome, fault) => {
    const faults = faultsOf(outcome, ENDS, 'en');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
    const chinese = faultsOf(outcome, ENDS, 'zh');
    expect(chinese).toHaveLength(1);
    expect(chinese[0]).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(chinese[0]).not.toMatch(/[a-z]{3,}/i);
  });

  it('finds a load without its manifest, and one that went another way', () => {
    const played = {
      loads: [loadOf('one', 'rejected'), loadOf('three', 'closed')],
      manifests: ENDS.manifests,
      refused: [],
    };
    expect(faultsOf(GOOD, played, 'en')).toEqual([
      'Manifest 20264501000001 is closed, not rejected.',
      'The manifest of load three is missing.',
    ]);
  });
});
