/** The course of a load: the steps of its manifest with their moments, and the findings and decision of the receiver. */
import { type Amount, onScale } from './battery.ts';
import type { Enterprise } from './enterprise.ts';
import { HOUR_MS, isoOf, MINUTE_MS } from './moment.ts';
import type { Random } from './random.ts';
import type { Course, LoadLine, Step, StepName, Trip } from './trip.ts';

export type Decided = {
  readonly line: LoadLine;
  readonly accepted: Amount;
  readonly refused: Amount;
  readonly decidedAt: number;
  readonly closedAt: number;
};

type LoadedTrip = Trip & { readonly lines: readonly LoadLine[] };

export function stepsOf(random: Random, trip: LoadedTrip): { steps: Step[]; decided: Decided[] } {
  const { course, at } = trip;
  if (course.kind === 'cancelled') {
    const cancel = stepAt('cancel', at + 2 * HOUR_MS, { reason: '计划变更（演示）' });
    return { steps: [stepAt('submit', at + 5 * MINUTE_MS), cancel], decided: [] };
  }
  const departedAt = at + random.int(25, 40) * MINUTE_MS;
  const arrivedAt = departedAt + travelMs(random, trip);
  const disputed = course.kind === 'disputed' ? [dispute(arrivedAt + 2 * HOUR_MS)] : [];
  const decidedAt = course.decidesAt ?? arrivedAt + (disputed.length > 0 ? 20 : random.int(1, 4)) * HOUR_MS;
  const closedAt = decidedAt + random.int(4, 40) * HOUR_MS;
  const begun = course.onPaper ? beginOnPaper(at, decidedAt) : [stepAt('submit', at + 5 * MINUTE_MS)];
  const found = trip.lines.map((line) => decide(random, line, course));
  const transfer = [
    stepAt('hand-over', at + 20 * MINUTE_MS),
    depart(random, trip, departedAt),
    stepAt('arrive', arrivedAt),
    ...disputed,
    decision(course, decidedAt, found),
  ];
  const entered = course.onPaper ? enterAfter(decidedAt + 30 * MINUTE_MS, transfer) : transfer;
  const enteredAt = entered.at(-1)?.at ?? decidedAt;
  const decided = found.map((one) => ({ ...one, decidedAt: enteredAt, closedAt }));
  return { steps: [...begun, ...entered, close(closedAt, found)], decided };
}

const BY: Readonly<Record<StepName, Step['by']>> = {
  submit: 'consignor',
  'register-paper': 'consignor',
  backfill: 'consignor',
  'hand-over': 'consignor',
  depart: 'carrier',
  arrive: 'receiver',
  accept: 'receiver',
  'accept-partially': 'receiver',
  reject: 'receiver',
  dispute: 'receiver',
  close: 'consignor',
  cancel: 'consignor',
};

function stepAt(step: StepName, at: number, body: object = {}): Step {
  const by = BY[step];
  return { step, by, side: by === 'receiver' ? 'destination' : 'origin', at, body: { at: isoOf(at), ...body } };
}

/** Numbers of forms on paper, reserved for the consignor whose load travels on paper. */
export const PAPER_NUMBERS = { prefix: '演示纸质-', firstSerial: 1, lastSerial: 20, digits: 6 } as const;

/** The load travels with a paper manifest (Order 23, Art 20), which is backfilled after the transfer. */
function beginOnPaper(at: number, completedAt: number): Step[] {
  const paper = { number: `${PAPER_NUMBERS.prefix}000001`, reason: '系统故障，无法联网填写（演示）' };
  const transferCompletedAt = isoOf(completedAt);
  return [
    stepAt('register-paper', at + 5 * MINUTE_MS, paper),
    stepAt('backfill', completedAt + 30 * MINUTE_MS, { transferCompletedAt }),
  ];
}

/** Enters steps that were taken on paper one after the other, each with its own date. */
function enterAfter(moment: number, steps: readonly Step[]): Step[] {
  return steps.map((step, n) => ({ ...step, at: moment + (n + 1) * 5 * MINUTE_MS }));
}

/** Travel time: an hour or two within a city, a day across the province. */
function travelMs(random: Random, { consignor, receiver }: LoadedTrip): number {
  const sameCity = consignor.cityCode === receiver.cityCode;
  return (sameCity ? random.int(40, 110) : random.int(180, 540)) * MINUTE_MS;
}

const DRIVERS = ['陈演示', '黄演示', '韦演示', '梁演示', '李演示'] as const;

function depart(random: Random, { carrier, consignor, receiver }: LoadedTrip, at: number): Step {
  const province = carrier.province === '45' ? '桂' : '粤';
  return stepAt('depart', at, {
    plates: [`${province}${random.pick(['A', 'B', 'D', 'K'])}${random.int(10_000, 99_999)}`],
    permitNumber: carrier.licence?.number ?? null,
    driver: random.pick(DRIVERS),
    from: placeOf(consignor),
    via: consignor.province === receiver.province ? null : '省界公路检查站',
    protections: ['rain', 'leakage', 'scattering'],
  });
}

const placeOf = ({ site, address }: Enterprise): string => site?.name ?? address;

function dispute(at: number): Step {
  return stepAt('dispute', at, { differenceKinds: ['packaging'], remarks: '容器渗漏，双方复核（演示）' });
}

type LineDecision = Pick<Decided, 'line' | 'accepted' | 'refused'>;

const NOTHING: Amount = { massGrams: 0, pieces: 0 };
/** Scales of two enterprises agree within 0.25 per cent. */
const SCALES_PER_MILLE = 2.5;

function decide(random: Random, line: LoadLine, { kind, differencePerMille }: Course): LineDecision {
  const { massGrams, pieces } = line;
  if (kind === 'rejected') return { line, accepted: NOTHING, refused: { massGrams, pieces } };
  const perMille = differencePerMille ?? (random.share() * 2 - 1) * SCALES_PER_MILLE;
  const weighedGrams = onScale(massGrams * (1 + perMille / 1_000));
  // If a load is not accepted in full, a part of its first line is rejected.
  const refusedPieces = kind !== 'accepted' && line.line === 1 ? Math.ceil(pieces / random.int(4, 8)) : 0;
  const refusedGrams = refusedPieces === 0 ? 0 : onScale((weighedGrams * refusedPieces) / (pieces + 1));
  return {
    line,
    accepted: { massGrams: weighedGrams - refusedGrams, pieces: pieces - refusedPieces },
    refused: { massGrams: refusedGrams, pieces: refusedPieces },
  };
}

/** Use of metals (HJ 1033-2019, appendix F). */
const METHOD = 'R4';

function decision({ kind }: Course, at: number, found: readonly LineDecision[]): Step {
  if (kind === 'rejected') {
    return stepAt('reject', at, { differenceKinds: ['nature'], remarks: '与联单不符，整车退回（演示）' });
  }
  const lines = found.map(({ line: { line }, accepted, refused }) => ({
    line,
    acceptedGrams: accepted.massGrams,
    acceptedPieces: accepted.pieces,
    ...(kind !== 'accepted' && { refusedGrams: refused.massGrams, refusedPieces: refused.pieces }),
    treatmentMethod: accepted.massGrams > 0 || accepted.pieces > 0 ? METHOD : null,
  }));
  if (kind === 'accepted') return stepAt('accept', at, { lines });
  return stepAt('accept-partially', at, { lines, differenceKinds: ['packaging'], remarks: '部分容器破损（演示）' });
}

/** All refused mass returns as it was weighed. */
function close(at: number, found: readonly LineDecision[]): Step {
  const returned = found.filter(({ refused }) => refused.massGrams > 0);
  const lines = returned.map(({ line: { line }, refused }) => ({
    line,
    returnedGrams: refused.massGrams,
    returnedPieces: refused.pieces,
  }));
  return stepAt('close', at, { lines });
}
