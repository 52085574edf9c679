/** The month of a smelter: its feeds, outputs, assays and stock counts. */
import { type Amount, type BatteryKind, sumOf } from './battery.ts';
import type { Enterprise } from './enterprise.ts';
import { CLOSING_DAY, HOUR_MS, MONTH_END, moment, OPENING_DAY } from './moment.ts';
import type { Random } from './random.ts';
import type { PlannedBatch, Stock } from './stock.ts';
import { FURNACE_PPM, leadOf, outputsOf, type RunOutput, type StockItem } from './yield.ts';

type Feed = Amount & { readonly ref: string };

export type Supply = {
  readonly ref: string;
  readonly sourceKind: 'crude_lead' | 'reagent';
  readonly massGrams: number;
  /** Null for material without lead. */
  readonly leadPpm: number | null;
  readonly at: number;
};

export type Run = {
  readonly key: string;
  readonly startedAt: number;
  readonly closedAt: number;
  readonly supplies: readonly Supply[];
  readonly feeds: readonly Feed[];
  readonly outputs: readonly RunOutput[];
  /** Mass still inside at the end, and the name of the batch that it becomes. */
  readonly carried: { readonly ref: string; readonly massGrams: number } | null;
};

/** Lead in one kind of battery from one consignor, or, without a consignor, in one batch of the opening stock. */
export type Assay = {
  readonly key: string;
  readonly consignor: string | null;
  readonly ref: string;
  readonly batteryKind: BatteryKind;
  readonly ppm: number;
  readonly at: number;
  /** Mass of all batches of which the laboratory mixed the sample. */
  readonly massGrams: number;
};

type CountLine = {
  readonly item: 'batteries' | 'furnace' | StockItem;
  readonly massGrams: number;
  readonly leadPpm: number;
};

export type Count = { readonly countedOn: string; readonly lines: readonly CountLine[] };

export type SmelterPlan = {
  readonly smelter: string;
  readonly runs: readonly Run[];
  readonly assays: readonly Assay[];
  readonly counts: readonly Count[];
  /** Lead that left with air and water in the month, in grams. */
  readonly emissions: { readonly air: number; readonly water: number };
};

/** Moments of the runs. The first run is in September and leaves the opening stock of the month. */
const RUNS = [
  { startedAt: moment(-6, 8), closedAt: moment(0, 17) },
  { startedAt: moment(8, 8), closedAt: moment(13, 7) },
  { startedAt: moment(14, 8), closedAt: moment(22, 7) },
  { startedAt: moment(23, 8), closedAt: moment(31, 17) },
] as const;

const CRUDE_LEAD_GRAMS = 600_000;
const CRUDE_LEAD_PPM = 972_000;
/** Soda, iron and coke, as a share of the batteries. */
const REAGENT_SHARE = 0.08;
const CARRIED_SHARE = 0.03;
/** Assumed lead content before the assay: 600 to 650 kg in a tonne of wet batteries. */
const TYPICAL_PPM: Readonly<Record<BatteryKind, number>> = {
  traction: 634_000,
  starter: 604_000,
  stationary: 617_000,
};

export type SmelterBook = {
  readonly runAt: readonly number[];
  /** Takes the feed of a run from the stock. Call it after adding everything that arrived before the run. */
  readonly run: (n: number) => void;
  readonly finish: () => SmelterPlan;
};

export function openBook(random: Random, stock: Stock, smelter: Enterprise): SmelterBook {
  const lab = createLab(random, smelter);
  const runs: Run[] = [];
  const counts: Count[] = [];
  const count = (countedOn: string, at: number) =>
    counts.push({ countedOn, lines: [...batteryLines(lab, stock.on(smelter.key, at)), ...workLines(runs, at)] });
  return {
    runAt: RUNS.map(({ startedAt }) => startedAt),
    run: (n) => {
      const times = RUNS[n];
      if (!times) throw new RangeError(`no run ${n}`);
      if (n === 1) count(OPENING_DAY, moment(1, 0));
      const batches = stock.take(smelter.key, times.startedAt);
      const [fed, kept] = n === 0 ? splitOpening(batches) : [batches, []];
      stock.put(smelter.key, kept);
      runs.push(runOf(smelter, { n, ...times, batches: fed, before: runs.at(-1), lead: lab.leadOf(fed) }));
    },
    finish: () => {
      count(CLOSING_DAY, MONTH_END - 1);
      lab.leadOf(stock.on(smelter.key, MONTH_END - 1));
      const fedLead = runs.slice(1).reduce((sum, run) => sum + run.outputs.reduce((s, o) => s + leadOf(o), 0), 0);
      const emissions = { air: Math.round(fedLead * 4e-6), water: Math.round(fedLead * 1e-6) };
      return { smelter: smelter.key, runs, assays: lab.assays(), counts, emissions };
    },
  };
}

/** Splits the opening stock: its first batch is processed before the month begins. */
function splitOpening(batches: readonly PlannedBatch[]): readonly [readonly PlannedBatch[], readonly PlannedBatch[]] {
  return [batches.slice(0, 1), batches.slice(1)];
}

type RunDraft = {
  readonly n: number;
  readonly startedAt: number;
  readonly closedAt: number;
  readonly batches: readonly PlannedBatch[];
  readonly before: Run | undefined;
  readonly lead: number;
};

function runOf(smelter: Enterprise, { n, startedAt, closedAt, batches, before, lead }: RunDraft): Run {
  const key = `${smelter.key}/run/${n}`;
  const batteryGrams = sumOf(batches).massGrams;
  const supplies = suppliesOf(key, startedAt, n, batteryGrams);
  const work = before?.carried ? [{ ...before.carried, pieces: 0 }] : [];
  const bought = supplies.map(({ ref, massGrams }) => ({ ref, massGrams, pieces: 0 }));
  const feeds = [...batches.map(({ ref, massGrams, pieces }) => ({ ref, massGrams, pieces })), ...work, ...bought];
  const carriedGrams = Math.round((batteryGrams * CARRIED_SHARE) / 1_000) * 1_000;
  const carried = { ref: `${key}/carried`, massGrams: carriedGrams };
  const leadIn =
    lead +
    work.reduce((sum, { massGrams }) => sum + (massGrams * FURNACE_PPM) / 1e6, 0) +
    supplies.reduce((sum, { massGrams, leadPpm }) => sum + (massGrams * (leadPpm ?? 0)) / 1e6, 0) -
    (carriedGrams * FURNACE_PPM) / 1e6;
  const outputs = outputsOf({ key, batteryGrams, leadGrams: leadIn, at: closedAt - 12 * HOUR_MS });
  return { key, startedAt, closedAt, supplies, feeds, outputs, carried };
}

function suppliesOf(key: string, at: number, n: number, batteryGrams: number): Supply[] {
  const reagent = Math.round((batteryGrams * REAGENT_SHARE) / 1_000) * 1_000;
  const base = { at: at - 2 * HOUR_MS };
  return [
    { ...base, ref: `${key}/reagent`, sourceKind: 'reagent', massGrams: reagent, leadPpm: null },
    ...(n === 0
      ? []
      : [
          {
            ...base,
            ref: `${key}/crude`,
            sourceKind: 'crude_lead' as const,
            massGrams: CRUDE_LEAD_GRAMS,
            leadPpm: CRUDE_LEAD_PPM,
          },
        ]),
  ];
}

type Lab = {
  /** Returns the lead in batches, in grams; samples batches without an assay. */
  readonly leadOf: (batches: readonly PlannedBatch[]) => number;
  readonly ppmOf: (batch: PlannedBatch) => number;
  readonly assays: () => readonly Assay[];
};

function createLab(random: Random, smelter: Enterprise): Lab {
  const found = new Map<string, Omit<Assay, 'massGrams'>>();
  const sampled = new Map<string, Map<string, number>>();
  const ppmOf = (batch: PlannedBatch): number => {
    const { consignor, batteryKind, ref, availableAt: at } = batch;
    const name = consignor === null ? ref : `${consignor}/${batteryKind}`;
    const masses = sampled.get(name) ?? new Map<string, number>();
    sampled.set(name, masses.set(ref, batch.massGrams));
    const known = found.get(name);
    if (known) return known.ppm;
    const ppm = TYPICAL_PPM[batteryKind] + random.int(-6, 6) * 1_000;
    found.set(name, { key: `${smelter.key}/assay/${name}`, consignor, ref, batteryKind, ppm, at });
    return ppm;
  };
  return {
    ppmOf,
    leadOf: (batches) => batches.reduce((sum, batch) => sum + (batch.massGrams * ppmOf(batch)) / 1e6, 0),
    assays: () =>
      [...found].map(([name, assay]) => {
        const masses = [...(sampled.get(name)?.values() ?? [])];
        return { ...assay, massGrams: masses.reduce((sum, mass) => sum + mass, 0) };
      }),
  };
}

/** Returns one line for each kind, at the mean lead content of the stock. */
function batteryLines(lab: Lab, batches: readonly PlannedBatch[]): CountLine[] {
  return [...Map.groupBy(batches, ({ batteryKind }) => batteryKind).values()].map((alike) => {
    const { massGrams } = sumOf(alike);
    return { item: 'batteries', massGrams, leadPpm: Math.round((lab.leadOf(alike) / massGrams) * 1e6) };
  });
}

/** Counts the remains of the last run: in the furnace, and its outputs in the yard. */
function workLines(runs: readonly Run[], at: number): CountLine[] {
  const last = runs.filter(({ closedAt }) => closedAt <= at).at(-1);
  if (!last) return [];
  const furnace: CountLine[] = last.carried
    ? [{ item: 'furnace', massGrams: last.carried.massGrams, leadPpm: FURNACE_PPM }]
    : [];
  const yard = last.outputs
    .filter(({ leavesAt }) => (leavesAt ?? MONTH_END) >= at)
    .map(({ stockItem, massGrams, leadPpm }) => ({ item: stockItem, massGrams, leadPpm }));
  return [...furnace, ...yard];
}
