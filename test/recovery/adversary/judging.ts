/** Makes a history over the API, and compares the rates that the service shows with the true ones. */
import type { TestApp } from '../../app/fixture.ts';
import { inBothForms } from '../forms.ts';
import type { Act, History, Year } from './acts.ts';
import { count } from './counting.ts';
import { type Errors, found, type Json, type Neighbours, type Plant, patiently } from './enterprise.ts';
import { hide } from './fitting.ts';
import { correct, correctAfterwards } from './lies/afterwards/corrections.ts';
import { deliverClass } from './lies/class-load.ts';
import { postdate, rekind, stash } from './lies/points/stash.ts';
import { sell } from './lies/sales/selling.ts';
import {
  collect,
  deliver,
  feedBoughtUnrecorded,
  feedUnrecorded,
  forward,
  gate,
  gather,
  merge,
  move,
  reagent,
  reassay,
  split,
  supply,
} from './loads.ts';
import type { Days, TrueRates } from './model.ts';
import { plastics, receiveSlag, refeed, slagOut, smelt } from './works.ts';

type Calendar = {
  readonly months: readonly { readonly month: string; readonly lastDay: string }[];
  /** Last days before the periods. */
  readonly openings: readonly string[];
  /** The quarter of both months, with its days. */
  readonly quarter: readonly [string, Days];
};

const CALENDARS: Readonly<Record<Year, Calendar>> = {
  2026: {
    months: [
      { month: '2026-11', lastDay: '2026-11-30' },
      { month: '2026-12', lastDay: '2026-12-31' },
    ],
    openings: ['2026-09-30', '2026-10-31'],
    quarter: ['2026-Q4', { first: '2026-10-01', last: '2026-12-31' }],
  },
  2027: {
    months: [
      { month: '2027-02', lastDay: '2027-02-28' },
      { month: '2027-03', lastDay: '2027-03-31' },
    ],
    openings: ['2026-12-31', '2027-01-31'],
    quarter: ['2027-Q1', { first: '2027-01-01', last: '2027-03-31' }],
  },
};
const NO_LIE = { item: 'none', factor: 1000, error: 0, booked: false } as const;

type Shown = {
  readonly period: string;
  readonly status: 'clear' | 'flagged' | 'blocked';
  readonly findings: readonly string[];
  /** Percentage points by which a rate is above the true one by more than its expanded uncertainty; null without one. */
  readonly above: readonly {
    readonly rate: keyof TrueRates;
    readonly shown: number;
    readonly truth: number;
    readonly expanded: number;
  }[];
  /** Largest excess of a rate over the true one, as a share of its expanded uncertainty; 0 when no rate is above. */
  readonly excess: number;
  readonly rates: readonly (string | null)[];
  readonly expanded: number | null;
  /** True headline less the shown one, percentage points. */
  readonly error: number | null;
};

/** Makes the corrections long after all periods, and judges them again. */
type Later = () => Promise<Outcome>;

export type Outcome = {
  readonly partyId: string;
  readonly shown: readonly Shown[];
  readonly refused: number;
  readonly calls: readonly string[];
};

const RATES = ['headline', 'productsOnly', 'conservative'] as const;
/** Rounding of the shown rate and uncertainty, percentage points. */
const ROUNDING = 0.01;

export async function live(
  app: TestApp,
  neighbours: Neighbours,
  { months, year = 2026, afterwards }: History,
  errors: Errors,
): Promise<Outcome & { readonly later?: Later }> {
  const calendar = CALENDARS[year];
  const plant = await found(app, neighbours, errors);
  plant.openings.push(...calendar.openings);
  for (const day of calendar.openings) await count(plant, day, NO_LIE, false);
  const shown: Shown[] = [];
  const periods: (readonly [string, Days])[] = [];
  for (const [index, { month, lastDay }] of calendar.months.slice(0, months.length).entries()) {
    const { acts = [], count: lie = NO_LIE, fits = [], observed = true } = months[index] ?? {};
    for (const [place, act] of acts.entries()) {
      await perform(plant, act, `${month}-${String(2 + 2 * place).padStart(2, '0')}`);
    }
    await count(plant, lastDay, lie, observed);
    plant.openings.push(lastDay);
    for (const one of fits) await hide(plant, one, { period: month, lastDay });
    periods.push([month, { first: `${month}-01`, last: lastDay }]);
  }
  if (months.length === 2) periods.push(calendar.quarter);
  const judgeAll = async () => {
    for (const [period, days] of periods) shown.push(await judge(plant, period, days));
    return { partyId: plant.own.partyId, shown, refused: plant.refused, calls: plant.calls };
  };
  const correctAll = async (): Promise<Outcome> => {
    if (afterwards) await correctAfterwards(plant, afterwards, plant.openings.at(-1) ?? '');
    return judgeAll();
  };
  if (afterwards?.long !== true) return correctAll();
  return { ...(await judgeAll()), later: correctAll };
}

/** Days after which the law no longer expects a correction of any period. */
const LONG_AFTER = 50;

/** Does something long after all periods, and returns to the day of before. */
export async function longAfter<Result>({ clock }: TestApp, act: () => Promise<Result>): Promise<Result> {
  const { now } = clock;
  clock.now = new Date(now.getTime() + LONG_AFTER * 86_400_000);
  try {
    return await act();
  } finally {
    clock.now = now;
  }
}

/** Makes a history alone, to its end. */
export async function liveThrough(app: TestApp, ...of: readonly [Neighbours, History, Errors]): Promise<Outcome> {
  const { later, ...outcome } = await live(app, ...of);
  return later ? longAfter(app, later) : outcome;
}

async function judge(plant: Plant, period: string, days: Days): Promise<Shown> {
  const { status, text, json } = await patiently(() =>
    plant.own.get(`/v1/recovery?partyId=${plant.own.partyId}&period=${period}`),
  );
  if (status !== 200) throw new Error(text);
  await inBothForms(plant.app, plant.own.partyId, period);
  const truth = plant.physics.ratesIn(days);
  const rates = RATES.flatMap((rate) => {
    const [value, expanded] = [json.rates?.[rate]?.percent, json.uncertainty?.[rate]?.expandedPoints];
    if (value === undefined || value === null) return [];
    return { rate, shown: Number(value), truth: truth?.[rate] ?? 0, expanded: Number(expanded ?? 0) };
  });
  const above = rates.filter((one) => one.shown > one.truth + one.expanded + ROUNDING);
  const excess = Math.max(0, ...rates.map((one) => (one.shown - one.truth) / Math.max(ROUNDING, one.expanded)));
  const raised = json.findings.filter(({ severity }: Json) => severity !== 'note');
  const findings: string[] = raised.map(({ code }: Json) => code);
  const expanded = json.uncertainty?.headline?.expandedPoints;
  const headline = json.rates?.headline?.percent;
  return {
    ...{ period, status: json.status, findings, above, excess },
    rates: RATES.map((rate) => json.rates?.[rate]?.percent ?? null),
    expanded: expanded === undefined ? null : Number(expanded),
    error: headline && truth ? truth.headline - Number(headline) : null,
  };
}

/** Returns true when a figure is too high and neither flagged nor blocked. */
export const deceives = ({ shown }: Outcome): boolean =>
  shown.some(({ status, above }) => status === 'clear' && above.length > 0);

async function perform(plant: Plant, act: Act, day: string): Promise<void> {
  switch (act.act) {
    case 'deliver':
      return deliver(plant, act, day);
    case 'deliver-class':
      return deliverClass(plant, act, day);
    case 'collect':
      return collect(plant, act, day);
    case 'gather':
      return gather(plant, act, day);
    case 'gate':
      return gate(plant, act, day);
    case 'feed-unrecorded':
      return feedUnrecorded(plant, act, day);
    case 'supply':
      return supply(plant, act, day);
    case 'feed-bought-unrecorded':
      return feedBoughtUnrecorded(plant, act, day);
    case 'reagent':
      return reagent(plant, act, day);
    case 'slag-in':
      return receiveSlag(plant, act, day);
    case 'split':
      return split(plant, act, day);
    case 'merge':
      return merge(plant, act, day);
    case 'reassay':
      return reassay(plant, act, day);
    case 'forward':
      return forward(plant, act, day);
    case 'move':
      return move(plant, act, day);
    case 'smelt':
      return smelt(plant, act, day);
    case 'refeed':
      return refeed(plant, act, day);
    case 'correct-feed':
    case 'correct-batch':
    case 'correct-output':
    case 'add-output':
    case 'correct-supply':
    case 'correct-disposal':
      return correct(plant, act, day);
    case 'stash':
      return stash(plant, act, day);
    case 'postdate':
      return postdate(plant, act, day);
    case 'rekind':
      return rekind(plant, act);
    case 'sell':
      return sell(plant, act, day);
    case 'slag-out':
      return slagOut(plant, act, day);
    case 'plastics':
      return plastics(plant, act, day);
  }
}
