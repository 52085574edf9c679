/**
 * Records of what batteries became, besides lead: fractions with their fates, and the mass, water and sulphur of the
 * batteries that were fed. The comprehensive rates are made of these records and of the lead balance.
 */
import type { BatteryFraction, Fate } from '../../core/battery-fractions.ts';
import { type LeadPicograms, leadIn } from '../lead.ts';

/** Kinds of records of fractions. */
type FractionKind = 'output' | 'sale' | 'use' | 'disposal' | 'feed' | 'dispatch' | 'return' | 'stock_adjustment';

/** Kinds of evidence for a share of mass, from the strongest to none; `factor` is stoichiometry. */
type ShareBasis = 'batch' | 'material' | 'supplier_class' | 'declared_default' | 'assumed' | 'none';

export type FractionRecord = {
  /** Unique within an evaluation. */
  readonly id: string;
  readonly fraction: BatteryFraction;
  readonly fate: Fate;
  readonly kind: FractionKind;
  /** Subject of the journal entries that prove it. */
  readonly subject: string;
  readonly batchId: string | null;
  readonly material: string;
  readonly massGrams: number;
  /** -1 when the record reduces its fate: products and by-products that were fed again, or came back. */
  readonly sign: 1 | -1;
  /** Share that counts, of the mass as weighed: dry plastics, pure H2SO4 of an acid, pure salt of a sulphate. Null when unknown. */
  readonly contentPpm: number | null;
  /** Share of the content that counts: the SO4 of a sulphate by its dated factor; 1 000 000 for all others. */
  readonly factorPpm: number;
  /** H2SO4 that has the sulphur of the content, in parts per million of it; 0 without sulphur. For the limit on sulphur. */
  readonly sulphuricAcidPpm: number;
  readonly basis: ShareBasis;
  readonly assayId: string | null;
  /** Lead in the mass as weighed, or in its dry part when `leadMoisturePpm` is above 0; null when unknown. */
  readonly leadPpm: number | null;
  readonly leadMoisturePpm: number;
  readonly occurredAt: Date;
};

/** A share of batteries that was measured or assumed. */
export type Share = { readonly ppm: number; readonly basis: ShareBasis; readonly assayId: string | null };

/** Mass of batteries that were fed, or an addition to it by a change of stock. */
export type BatteryRecord = {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly batchId: string | null;
  readonly massGrams: number;
  readonly sign: 1 | -1;
  /** Water in the mass as weighed. */
  readonly water: Share;
  /** All sulphur in the mass as weighed, electrolyte and paste, as the H2SO4 that holds it. */
  readonly sulphuricAcid: Share;
  readonly occurredAt: Date;
};

/** Batteries fed in a period, corrected by the changes of stock. */
export type BatteryInput = { readonly records: readonly BatteryRecord[] };

/** Whole picograms (10⁻¹² g) of any matter, to be added to lead. */
export type Picograms = LeadPicograms;

const WHOLE_PPM = 1_000_000;

/** Returns the mass of a fraction that counts, with its sign. Mass of an unknown content is 0. */
export function countedMass({ massGrams, contentPpm, factorPpm, sign }: FractionRecord): Picograms {
  return contentPpm === null ? 0n : BigInt(sign) * BigInt(massGrams) * BigInt(contentPpm) * BigInt(factorPpm);
}

/** Returns the lead in a fraction, with its sign. */
export function leadOfFraction({ massGrams, leadPpm, leadMoisturePpm, sign }: FractionRecord): Picograms {
  return leadPpm === null ? 0n : BigInt(sign) * leadIn(massGrams, leadPpm, leadMoisturePpm);
}

/** Returns the mass that counts besides the lead in it, which the lead recovery counts already. */
export function massWithoutLead(record: FractionRecord): Picograms {
  const counted = countedMass(record);
  const rest = counted - leadOfFraction(record);
  const overdrawn = record.sign === 1 ? rest < 0n : rest > 0n;
  return counted === 0n || overdrawn ? 0n : rest;
}

/** Returns the sulphur of a recovered acid or sulphate as H2SO4, with its sign. */
export function sulphurOf({ massGrams, contentPpm, sulphuricAcidPpm, sign }: FractionRecord): Picograms {
  return contentPpm === null ? 0n : BigInt(sign) * BigInt(massGrams) * BigInt(contentPpm) * BigInt(sulphuricAcidPpm);
}

type Input = {
  readonly fedGrams: bigint;
  /** Fed mass without water. */
  readonly dry: Picograms;
  readonly water: Picograms;
  /** Sulphur that came in with the batteries, as H2SO4. */
  readonly sulphuricAcid: Picograms;
};

/** Sums what was fed. */
export function inputOf({ records }: BatteryInput): Input {
  let [fedGrams, water, sulphuricAcid] = [0n, 0n, 0n];
  for (const one of records) {
    const mass = BigInt(one.sign) * BigInt(one.massGrams);
    fedGrams += mass;
    water += mass * BigInt(one.water.ppm) * BigInt(WHOLE_PPM);
    sulphuricAcid += mass * BigInt(one.sulphuricAcid.ppm) * BigInt(WHOLE_PPM);
  }
  const whole = fedGrams * BigInt(WHOLE_PPM) * BigInt(WHOLE_PPM);
  return { fedGrams, dry: whole - water, water, sulphuricAcid };
}

/**
 * Returns the exact ratio that limits recovered acid and sulphates to the sulphur that came in with the batteries. It is one
 * while they are below that.
 */
export function sulphurLimit(
  recovered: readonly FractionRecord[],
  { sulphuricAcid }: Pick<Input, 'sulphuricAcid'>,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const out = recovered.reduce((sum, record) => sum + sulphurOf(record), 0n);
  if (out <= sulphuricAcid || out <= 0n) return { numerator: 1n, denominator: 1n };
  return { numerator: sulphuricAcid > 0n ? sulphuricAcid : 0n, denominator: out };
}
