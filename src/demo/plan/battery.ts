/** Waste batteries: kinds, and realistic masses for a number of pieces. */
import type { Random } from './random.ts';

export type BatteryKind = 'starter' | 'traction' | 'stationary';

/** Attributes in which batches must agree to be merged. */
export type Group = {
  readonly batteryKind: BatteryKind;
  readonly riskClass: 'I' | 'II';
  readonly condition: 'whole' | 'broken';
};

export type Amount = { readonly massGrams: number; readonly pieces: number };

type Model = {
  readonly batteryKind: BatteryKind;
  /** Typical mass of one piece (domain facts: 12 V 60 Ah; 12 V 12 Ah and 20 Ah; 2 V 500 Ah). */
  readonly massGrams: number;
  readonly pieces: readonly [number, number];
  readonly sources: readonly [string, ...string[]];
  /** Relative frequency among collections. No frequency is published, so this is a choice. */
  readonly weight: number;
};

const MODELS: readonly [Model, ...Model[]] = [
  { batteryKind: 'traction', massGrams: 4_200, pieces: [8, 28], sources: ['ebike-shop', 'household'], weight: 30 },
  { batteryKind: 'traction', massGrams: 7_000, pieces: [5, 20], sources: ['ebike-shop', 'repair-shop'], weight: 25 },
  { batteryKind: 'starter', massGrams: 16_000, pieces: [2, 10], sources: ['4s-shop', 'repair-shop'], weight: 35 },
  { batteryKind: 'stationary', massGrams: 29_000, pieces: [2, 6], sources: ['telecom', 'power', 'ups'], weight: 10 },
];

/** Resolution of a scale: ten grams. */
const SCALE_GRAMS = 10;
const BROKEN_SHARE = 0.08;
const VENTED_SHARE = 0.12;

export type BatchDraft = Group & Amount & { readonly sourceType: string };

export function drawBatch(random: Random, times = 1): BatchDraft {
  const { batteryKind, massGrams, pieces, sources } = random.weigh(MODELS);
  const count = random.int(...pieces) * times;
  // Pieces of one kind differ by a few per cent: 15 to 17 kg for the starter battery of 60 Ah.
  const mass = count * massGrams * (0.965 + 0.07 * random.share());
  const broken = random.share() < BROKEN_SHARE;
  const vented = batteryKind === 'starter' && random.share() < VENTED_SHARE;
  return {
    batteryKind,
    riskClass: broken || vented ? 'II' : 'I',
    condition: broken ? 'broken' : 'whole',
    massGrams: onScale(mass),
    pieces: count,
    sourceType: random.pick(sources),
  };
}

/** Rounds a mass as a scale displays it. */
export function onScale(grams: number): number {
  return Math.max(SCALE_GRAMS, Math.round(grams / SCALE_GRAMS) * SCALE_GRAMS);
}

export function sumOf(amounts: readonly Amount[]): Amount {
  return amounts.reduce(
    (sum, { massGrams, pieces }) => ({ massGrams: sum.massGrams + massGrams, pieces: sum.pieces + pieces }),
    { massGrams: 0, pieces: 0 },
  );
}

export const groupKey = ({ batteryKind, riskClass, condition }: Group): string =>
  `${batteryKind}/${riskClass}/${condition}`;
