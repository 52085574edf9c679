/**
 * Records behind the terms of the rates by mass, each with its mass in the term and its errors. The lead terms have the
 * records of the lead balance, so that all rates of an enterprise come from the same records.
 */
import type { BatteryRecord, FractionRecord } from '../../fractions/fraction-record.ts';
import { countedMass, massWithoutLead } from '../../fractions/fraction-record.ts';
import { type LeadRecord, leadOf } from '../../lead-records.ts';
import { balanceOf, type RecordTerm, TERMS, type Term, type Terms } from '../../lead-recovery.ts';
import { errorsOf, type RecordError, type Uncertainties } from '../../uncertainty/uncertainty.ts';
import { contentErrorOf, scaleErrorOf } from './mass-error.ts';
import { MASS_TERMS, type MassSums, type MassTerm, NEXT_STEPS, type NextStep } from './mass-term.ts';

export type MassRecord = {
  readonly term: MassTerm;
  /** Mass in the term with its sign, whole picograms. */
  readonly picograms: bigint;
  readonly errors: readonly RecordError[];
  readonly record: Pick<LeadRecord, 'id' | 'subject' | 'batchId' | 'massGrams' | 'sign' | 'assayId' | 'occurredAt'> & {
    readonly kind: string;
    readonly material: string;
    readonly basis: string;
  };
};

export function massSumsOf(records: readonly MassRecord[]): MassSums {
  const sums = Object.fromEntries(MASS_TERMS.map((term) => [term, 0n])) as Record<MassTerm, bigint>;
  for (const { term, picograms } of records) sums[term] += picograms;
  return sums;
}

type Lead = readonly [term: MassTerm, factor: 1n | -1n];

/** Finds the terms of the lead of each term of the balance, from the balance itself. */
const LEAD_TERMS: ReadonlyMap<RecordTerm, readonly Lead[]> = new Map(
  TERMS.map((term) => {
    const alone = balanceOf(only(term));
    const found: [MassTerm, bigint][] = [
      ['battery_lead', alone.batteryLead],
      ['work_lead', alone.workChange],
      ['other_feed_lead', term === 'other_feed' ? 1n : 0n],
      ['product_lead', term === 'products' ? 1n : 0n],
      ['by_product_lead', term === 'by_products' ? 1n : 0n],
    ];
    return [term, found.filter((one): one is [MassTerm, 1n | -1n] => one[1] !== 0n)];
  }),
);

function only(one: Term): Terms {
  return Object.fromEntries(TERMS.map((term) => [term, term === one ? 1n : 0n])) as Terms;
}

export function leadMassRecords(records: readonly LeadRecord[], law: Uncertainties): MassRecord[] {
  return records.flatMap((record) => {
    const terms = LEAD_TERMS.get(record.term) ?? [];
    if (terms.length === 0) return [];
    const [lead, errors] = [leadOf(record), errorsOf(record, law)];
    return terms.map(([term, factor]) => ({
      term,
      picograms: factor * lead,
      errors: errors.map(({ source, picograms }) => ({ source, picograms: Number(factor) * picograms })),
      record,
    }));
  });
}

const WHOLE_PPM = 1_000_000;

/** Makes the records of the batteries fed: their mass without water, and their sulphur. */
export function batteryMassRecords(records: readonly BatteryRecord[], law: Uncertainties): MassRecord[] {
  return records.flatMap((battery) => {
    const { massGrams, sign, water, sulphuricAcid, kind } = battery;
    const mass = BigInt(sign) * BigInt(massGrams) * BigInt(WHOLE_PPM);
    const record = { ...battery, material: 'batteries', basis: water.basis, assayId: water.assayId };
    const dry = mass * BigInt(WHOLE_PPM - water.ppm);
    const sulphur = mass * BigInt(sulphuricAcid.ppm);
    const [waterError, sulphurError] = [water, sulphuricAcid].map((share, at) =>
      contentErrorOf({ ...share, subject: at === 0 ? 'water' : 'sulphur' }, Number(mass), law),
    );
    return [
      {
        ...{ term: 'dry_batteries', picograms: dry, record },
        errors: [scaleErrorOf(kind, dry, law), ...(waterError ?? []).map(negated)],
      },
      {
        ...{ term: 'sulphur_fed', picograms: sulphur },
        errors: [scaleErrorOf(kind, sulphur, law), ...(sulphurError ?? [])],
        record: { ...record, basis: sulphuricAcid.basis, assayId: sulphuricAcid.assayId },
      },
    ];
  });
}

const negated = ({ source, picograms }: RecordError): RecordError => ({ source, picograms: -picograms });

const USED: Readonly<Partial<Record<FractionRecord['fraction'], MassTerm>>> = {
  ...{ plastics: 'plastics', separators: 'separators', acid: 'acid', sulphate: 'sulphate', steel: 'steel' },
  ...{ other: 'other_fractions', slag: 'used_slag' },
};

/** `besides`: the lead of a fraction counts as lead, so only the rest of its mass does here. `within`: it counts here alone. */
export type LeadOfFractions = 'besides' | 'within';

/**
 * Makes the records of fractions that were used, or that a next recycler has. Fuel, landfill, backfill, disposal and stock
 * count in no term.
 */
export function fractionMassRecords(
  records: readonly FractionRecord[],
  lead: LeadOfFractions,
  law: Uncertainties,
): MassRecord[] {
  return records.flatMap((record) => {
    const used = record.fate === 'material' ? USED[record.fraction] : nextOf(record);
    if (used === undefined) return [];
    const picograms = lead === 'within' ? countedMass(record) : massWithoutLead(record);
    const mass = record.sign * record.massGrams * record.factorPpm;
    const errors = [
      scaleErrorOf(record.kind, picograms, law),
      ...contentErrorOf({ ...record, subject: record.material }, mass, law),
    ];
    return [{ term: used, picograms, errors, record }];
  });
}

const nextOf = ({ fraction, fate }: FractionRecord): MassTerm | undefined =>
  fate === 'unconfirmed' && fraction in NEXT_STEPS ? NEXT_STEPS[fraction as NextStep] : undefined;
