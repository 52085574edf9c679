/**
 * Fates of by-products and residues: every gram that a run yields is in stock until it leaves, and leaves with one fate. So
 * the records of a material add up to what was produced. Mass that left counts in the period in which it left, however late
 * its use is confirmed.
 */
import type { BatteryFraction, Fate, UseFate } from '../../core/battery-fractions.ts';
import type { FractionRecord } from './fraction-record.ts';

type Known = Readonly<
  Partial<
    Record<
      'water' | 'plastics' | 'sulphuric_acid' | 'sulphate' | 'sulphur',
      { readonly id: string; readonly ppm: number }
    >
  >
>;

type Confirmation = {
  readonly id: string;
  readonly fate: UseFate;
  readonly massGrams: number;
  /** True when the registered receiver stated it itself, which was independent then. */
  readonly byReceiver: boolean;
  /** Day that is stated, `YYYY-MM-DD`. */
  readonly confirmedOn: string;
  readonly recordedAt: Date;
};

/** A movement into or out of a by-product or residue, as recycling lists it. */
export type FractionMovement = {
  readonly id: string;
  readonly kind: 'output' | 'return' | 'stock_adjustment' | 'feed' | 'sale' | 'disposal' | 'dispatch';
  readonly evidence: string | null;
  readonly batchId: string;
  readonly material: string | null;
  readonly enters: boolean;
  readonly massGrams: number;
  readonly occurredAt: Date;
  readonly ofBatch: Known;
  readonly ofMaterial: Known;
  readonly leadPpm: number | null;
  readonly leadMoisturePpm: number | null;
  readonly dispositionKind: string | null;
  readonly useFate: UseFate | null;
  readonly numbered: boolean;
  readonly confirmations: readonly Confirmation[];
};

/** Law on materials and uses. */
export type FateLaw = {
  readonly fractions: readonly {
    readonly material: string;
    readonly fraction: BatteryFraction;
    readonly content: 'dry' | 'plastics' | 'sulphuric_acid' | 'sulphate';
    readonly factor: string | null;
  }[];
  readonly factors: readonly { readonly code: string; readonly so4Ppm: number; readonly h2so4Ppm: number }[];
  /** Treatment of a number of a confirmation without its file. */
  readonly numberWithoutFile: 'flag' | 'refuse';
};

const WHOLE = 1_000_000;

/** Makes the records of a movement. Lead products have none: the lead balance has them. */
export function recordsOfMovement(movement: FractionMovement, law: FateLaw): FractionRecord[] {
  const { id, kind, evidence, batchId, material, enters, massGrams, occurredAt, dispositionKind } = movement;
  const entry = law.fractions.find((one) => one.material === material);
  const fraction = entry?.fraction ?? 'other';
  if (fraction === 'lead') return [];
  const recordOf = (fate: Fate, mass: number, sign: 1 | -1, part: string): FractionRecord => ({
    ...{ id: `movement:${id}/${part}`, fraction, fate, kind: dispositionKind === 'use' ? 'use' : kind },
    ...{ subject: evidence ?? `batch:${batchId}`, batchId, material: material ?? 'unknown', massGrams: mass, sign },
    ...contentOf(movement, entry, law),
    ...{ leadPpm: movement.leadPpm, leadMoisturePpm: movement.leadMoisturePpm ?? 0, occurredAt },
  });
  const stock = recordOf('stock', massGrams, enters ? 1 : -1, 'stock');
  if (kind === 'return') return [stock, recordOf('disposal', massGrams, -1, 'disposal')];
  if (enters || kind === 'feed' || kind === 'stock_adjustment') return [stock];
  return [stock, ...fatesOf(movement, law).map(({ fate, grams, part }) => recordOf(fate, grams, 1, part))];
}

type Parted = { readonly fate: Fate; readonly grams: number; readonly part: string };

/** Divides what left into its fates. Confirmed parts have the confirmed use, also where another one was declared. */
function fatesOf(
  { massGrams, dispositionKind, useFate, numbered, confirmations }: FractionMovement,
  law: FateLaw,
): Parted[] {
  if (dispositionKind !== 'use') return [{ fate: 'disposal', grams: massGrams, part: 'disposal' }];
  let left = massGrams;
  const parts = confirmations.flatMap(({ id, fate, massGrams: confirmed }): Parted[] => {
    const grams = Math.min(left, confirmed);
    left -= grams;
    return grams === 0 ? [] : [{ fate, grams, part: `confirmation:${id}` }];
  });
  const byNumber = numbered && confirmations.length === 0 && law.numberWithoutFile === 'flag';
  const otherwise: Fate = useFate === null || (useFate === 'material' && !byNumber) ? 'unconfirmed' : useFate;
  return left === 0 ? parts : [...parts, { fate: otherwise, grams: left, part: otherwise }];
}

/** Returns true when a number alone, without file or receiver, lets a delivery count as used. */
export const countsByNumber = ({ dispositionKind, useFate, numbered, confirmations }: FractionMovement): boolean =>
  dispositionKind === 'use' && useFate === 'material' && numbered && confirmations.length === 0;

type Content = Pick<FractionRecord, 'contentPpm' | 'factorPpm' | 'sulphuricAcidPpm' | 'basis' | 'assayId'>;

/** Finds the share that counts. Nothing is assumed: mass of an unknown content counts as none. */
function contentOf(
  { ofBatch, ofMaterial }: FractionMovement,
  entry: FateLaw['fractions'][number] | undefined,
  { factors }: FateLaw,
): Content {
  const measure = (substance: keyof Known) => {
    const own = ofBatch[substance];
    if (own) return { ...own, basis: 'batch' as const };
    const general = ofMaterial[substance];
    return general && { ...general, basis: 'material' as const };
  };
  const factor = factors.find(({ code }) => code === entry?.factor);
  const ratio = {
    factorPpm: factor?.so4Ppm ?? WHOLE,
    sulphuricAcidPpm: entry?.fraction === 'acid' ? WHOLE : (factor?.h2so4Ppm ?? 0),
  };
  const content = entry?.content ?? 'dry';
  const pure = content === 'dry' ? undefined : measure(content);
  if (pure) return { contentPpm: pure.ppm, ...ratio, basis: pure.basis, assayId: pure.id };
  const water = content === 'dry' || content === 'plastics' ? measure('water') : undefined;
  if (water) return { contentPpm: WHOLE - water.ppm, ...ratio, basis: water.basis, assayId: water.id };
  return { contentPpm: null, ...ratio, basis: 'none', assayId: null };
}
