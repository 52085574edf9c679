import { describe, expect, it } from 'vitest';
import {
  type BatteryRecord,
  countedMass,
  type FractionRecord,
  inputOf,
  leadOfFraction,
  massWithoutLead,
  sulphurLimit,
  sulphurOf,
} from '../../../src/recovery/fractions/fraction-record.ts';
import { toExactGrams } from '../../../src/recovery/lead.ts';

const RECORD: FractionRecord = {
  id: 'movement:1',
  fraction: 'plastics',
  fate: 'material',
  kind: 'use',
  subject: 'disposition:1',
  batchId: null,
  material: 'plastics_light',
  massGrams: 1_000_000,
  sign: 1,
  contentPpm: 950_000,
  factorPpm: 1_000_000,
  sulphuricAcidPpm: 0,
  basis: 'batch',
  assayId: null,
  leadPpm: null,
  leadMoisturePpm: 0,
  occurredAt: new Date('2026-10-10T00:00:00Z'),
};
const SODIUM = { fraction: 'sulphate', contentPpm: 1_000_000, factorPpm: 676_300, sulphuricAcidPpm: 690_500 } as const;
const BATTERIES: BatteryRecord = {
  id: 'line:1',
  kind: 'manifest_line',
  subject: 'manifest:1',
  batchId: null,
  massGrams: 100_000_000,
  sign: 1,
  water: { ppm: 100_000, basis: 'batch', assayId: null },
  sulphuricAcid: { ppm: 85_000, basis: 'assumed', assayId: null },
  occurredAt: new Date('2026-10-01T00:00:00Z'),
};
const fed = (...records: Partial<BatteryRecord>[]) =>
  inputOf({ records: records.map((one) => ({ ...BATTERIES, ...one })) });

describe('mass of fractions', () => {
  it('counts dry plastics, pure acid, and the SO4 of a sulphate', () => {
    expect(toExactGrams(countedMass(RECORD))).toBe('950000');
    expect(toExactGrams(countedMass({ ...RECORD, contentPpm: 320_000, fraction: 'acid' }))).toBe('320000');
    expect(toExactGrams(countedMass({ ...RECORD, ...SODIUM, massGrams: 12_253_500 }))).toBe('8287042.05');
    expect(toExactGrams(countedMass({ ...RECORD, massGrams: 1, contentPpm: 1, factorPpm: 1 }))).toBe('0.000000000001');
    expect(countedMass({ ...RECORD, contentPpm: null })).toBe(0n);
    expect(countedMass({ ...RECORD, sign: -1 })).toBe(-countedMass(RECORD));
  });

  it('leaves out lead that the lead recovery counts already', () => {
    const slag = {
      ...RECORD,
      fraction: 'slag',
      contentPpm: 900_000,
      leadPpm: 20_000,
      leadMoisturePpm: 100_000,
    } as const;
    expect(toExactGrams(leadOfFraction(slag))).toBe('18000');
    expect(toExactGrams(massWithoutLead(slag))).toBe('882000');
    expect(massWithoutLead({ ...slag, sign: -1 })).toBe(-massWithoutLead(slag));
    expect(massWithoutLead({ ...slag, contentPpm: null })).toBe(0n);
    expect(massWithoutLead({ ...slag, contentPpm: 10, leadPpm: 20_000 })).toBe(0n);
    expect(massWithoutLead({ ...slag, contentPpm: 10, leadPpm: 20_000, sign: -1 })).toBe(0n);
  });
});

describe('batteries fed', () => {
  it('are summed with their changes of stock, without their water', () => {
    const { fedGrams, dry, water, sulphuricAcid } = fed({}, { massGrams: 20_000_000, sign: -1 });
    expect(fedGrams).toBe(80_000_000n);
    expect(toExactGrams(dry)).toBe('72000000');
    expect(toExactGrams(water)).toBe('8000000');
    expect(toExactGrams(sulphuricAcid)).toBe('6800000');
  });

  it('without water are dry', () => {
    const { dry, water } = fed({ water: { ppm: 0, basis: 'batch', assayId: null } });
    expect([toExactGrams(dry), water]).toEqual(['100000000', 0n]);
  });
});

describe('limit on sulphur', () => {
  const sodium = (massGrams: number): FractionRecord => ({ ...RECORD, ...SODIUM, massGrams });

  it('leaves what the batteries can have held', () => {
    expect(toExactGrams(sulphurOf(sodium(12_253_500)))).toBe('8461041.75');
    expect(sulphurLimit([sodium(12_253_500)], fed({}))).toEqual({ numerator: 1n, denominator: 1n });
    expect(sulphurLimit([], fed())).toEqual({ numerator: 1n, denominator: 1n });
  });

  it('reduces what is beyond, such as acid that was bought and sold again', () => {
    const bought: FractionRecord = {
      ...{ ...RECORD, fraction: 'acid', massGrams: 40_000_000 },
      ...{ contentPpm: 980_000, sulphuricAcidPpm: 1_000_000 },
    };
    const recovered = [sodium(12_253_500), bought];
    const { numerator, denominator } = sulphurLimit(recovered, fed({}));
    const counted = recovered.reduce((sum, record) => sum + sulphurOf(record), 0n);
    expect(toExactGrams((counted * numerator) / denominator)).toBe('8500000');
    expect(sulphurLimit(recovered, fed({ sign: -1 })).numerator).toBe(0n);
  });
});
