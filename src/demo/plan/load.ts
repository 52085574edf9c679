/** Loads: one manifest each, from draft to its end, with all steps on the way. */
import { stepsOf } from './course.ts';
import { MONTH_END, OUTAGE } from './moment.ts';
import type { Province } from './place.ts';
import type { Random } from './random.ts';
import { type Pile, type PlannedBatch, pileUp, type Stock } from './stock.ts';
import type { Course, LoadLine, Step, StepName, Trip } from './trip.ts';

export type Load = {
  readonly kind: 'load';
  readonly key: string;
  readonly at: number;
  readonly origin: Province;
  readonly destination: Province;
  readonly consignor: string;
  readonly carrier: string;
  readonly receiver: string;
  readonly lines: readonly LoadLine[];
  readonly steps: readonly Step[];
  /** State that the manifest has at the end of the month. */
  readonly endState: string;
  readonly course: Course['kind'];
  /** Mass that the receiver has accepted by the end of the month. */
  readonly acceptedGrams: number;
};

const STATE_AFTER: Readonly<Record<StepName, string>> = {
  submit: 'submitted',
  'register-paper': 'offline_paper',
  backfill: 'submitted',
  'hand-over': 'handed_over',
  depart: 'in_transit',
  arrive: 'arrived',
  accept: 'accepted',
  'accept-partially': 'partially_accepted',
  reject: 'rejected',
  dispute: 'disputed',
  close: 'closed',
  cancel: 'cancelled',
};

const PALLET_GRAMS = 900_000;
const BOX_GRAMS = 400_000;

/**
 * Takes the load from the stock of the consignor, and adds accepted and returned mass to the stocks of receiver and
 * consignor.
 */
export function makeLoad(random: Random, stock: Stock, trip: Trip, key: string): Load | undefined {
  const { at, consignor, carrier, receiver, course } = trip;
  const cancelled = course.kind === 'cancelled';
  const batches = cancelled ? stock.on(consignor.key, at).slice(0, 2) : stock.take(consignor.key, at);
  if (batches.length === 0) return undefined;
  const lines = cancelled
    ? batches.map((batch, n) => loadLine({ ...batch, refs: [batch.ref] }, n + 1))
    : linesOf(batches);
  const { steps, decided } = stepsOf(random, { ...trip, lines });
  const stepsInMonth = steps.filter((step) => step.at < MONTH_END);
  for (const { line, accepted, refused, decidedAt, closedAt } of decided) {
    const { batteryKind, riskClass, condition } = line;
    const group = { batteryKind, riskClass, condition };
    const from = { ...group, consignor: consignor.key };
    if (accepted.massGrams > 0 && decidedAt < MONTH_END) {
      const ref = `${key}/${line.line}/received`;
      stock.put(receiver.key, [{ ...from, ...accepted, ref, availableAt: decidedAt }]);
    }
    if (refused.massGrams > 0 && closedAt < MONTH_END) {
      const ref = `${key}/${line.line}/returned`;
      stock.put(consignor.key, [{ ...group, consignor: null, ...refused, ref, availableAt: closedAt }]);
    }
  }
  const last = stepsInMonth.at(-1);
  const decidedInMonth = decided.filter(({ decidedAt }) => decidedAt < MONTH_END);
  return {
    kind: 'load',
    key,
    at,
    origin: consignor.province,
    destination: receiver.province,
    consignor: consignor.key,
    carrier: carrier.key,
    receiver: receiver.key,
    lines,
    steps: stepsInMonth,
    endState: last ? STATE_AFTER[last.step] : 'draft',
    course: course.kind,
    acceptedGrams: decidedInMonth.reduce((sum, { accepted }) => sum + accepted.massGrams, 0),
  };
}

export const startsInOutage = ({ at }: Pick<Load, 'at'>): boolean => at >= OUTAGE.from && at < OUTAGE.to;

function linesOf(batches: readonly PlannedBatch[]): LoadLine[] {
  return pileUp(batches).map((pile, n) => loadLine(pile, n + 1));
}

/** Broken batteries travel in closed acid-proof containers, others on pallets. */
function loadLine(pile: Pile, line: number): LoadLine {
  const { batteryKind, riskClass, condition, massGrams, pieces, refs } = pile;
  const broken = condition === 'broken';
  return {
    ...{ batteryKind, riskClass, condition, massGrams, pieces },
    line,
    refs,
    packaging: broken ? 'closed-acid-proof-container' : 'pallet',
    packages: Math.ceil(massGrams / (broken ? BOX_GRAMS : PALLET_GRAMS)),
  };
}
