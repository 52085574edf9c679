/** Records of an enterprise for tests of the rates by mass, in tonnes. */
import type { BatteryRecord, FractionRecord } from '../../../../src/recovery/fractions/fraction-record.ts';
import type { LeadRecord } from '../../../../src/recovery/lead-records.ts';
import type { MassChoice } from '../../../../src/recovery/methods/formulas/definition.ts';
import type { MassBooks } from '../../../../src/recovery/methods/formulas/mass-figures.ts';
import type { Uncertainties } from '../../../../src/recovery/uncertainty/uncertainty.ts';

const CONTENT = { batch: 3_000, supplier_class: 6_000, declared_default: 20_000, count: 10_000 };
export const LAW: Uncertainties = {
  coverageFactor: 2,
  scales: { gate: 10, line: 10, count: 100, monitor: 2_000 },
  contents: { batteries: CONTENT, products: { ...CONTENT, batch: 300 }, other: { ...CONTENT, batch: 10_000 } },
};

export const CHOICE: MassChoice = {
  so4Share: { numerator: 979_400n, denominator: 1_000_000n },
  leftOut: { numerator: 0n, denominator: 1n },
  nextSteps: {},
};

let serial = 0;
const next = () => {
  serial += 1;
  return serial;
};
const gramsOf = (tonnes: number) => Math.round(tonnes * 1_000_000);

export function lead(term: LeadRecord['term'], tonnes: number, ppm = 1_000_000): LeadRecord {
  const id = next();
  return {
    ...{ id: `l${id}`, term, kind: term === 'products' ? 'output' : 'manifest_line', subject: `s${id}`, batchId: null },
    ...{ material: 'm', massGrams: gramsOf(tonnes), sign: 1, ppm, moisturePpm: 0, basis: 'batch', assayId: `a${id}` },
    occurredAt: new Date(0),
  };
}

export function part(
  fraction: FractionRecord['fraction'],
  tonnes: number,
  more: Partial<FractionRecord> = {},
): FractionRecord {
  const id = next();
  return {
    ...{ id: `f${id}`, fraction, fate: 'material', kind: 'sale', subject: `s${id}`, batchId: null, material: fraction },
    ...{ massGrams: gramsOf(tonnes), sign: 1, contentPpm: 1_000_000, factorPpm: 1_000_000, basis: 'batch' },
    ...{ sulphuricAcidPpm: fraction === 'acid' ? 1_000_000 : 0, assayId: `a${id}`, leadPpm: null, leadMoisturePpm: 0 },
    ...{ occurredAt: new Date(0), ...more },
  };
}

/** Sodium sulphate, by its dated factors. */
export const sodiumSulphate = (tonnes: number, more: Partial<FractionRecord> = {}) =>
  part('sulphate', tonnes, { factorPpm: 676_300, sulphuricAcidPpm: 690_500, ...more });

export function fed(tonnes: number, waterPpm: number, acidPpm: number): BatteryRecord {
  const id = next();
  const share = (ppm: number, of: string) => ({ ppm, basis: 'batch', assayId: `${of}${id}` }) as const;
  return {
    ...{ id: `b${id}`, kind: 'manifest_line', subject: `s${id}`, batchId: null, massGrams: gramsOf(tonnes), sign: 1 },
    ...{ water: share(waterPpm, 'w'), sulphuricAcid: share(acidPpm, 'h'), occurredAt: new Date(0) },
  };
}

export const books = (
  batteries: readonly BatteryRecord[],
  records: readonly LeadRecord[],
  fractions: readonly FractionRecord[],
): MassBooks => ({ lead: records, fractions, input: { records: batteries } });
