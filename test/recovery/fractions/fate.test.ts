import { describe, expect, it } from 'vitest';
import {
  countsByNumber,
  type FateLaw,
  type FractionMovement,
  recordsOfMovement,
} from '../../../src/recovery/fractions/fate.ts';
import { countedMass } from '../../../src/recovery/fractions/fraction-record.ts';
import { toExactGrams } from '../../../src/recovery/lead.ts';

const AT = new Date('2026-10-10T00:00:00Z');
const LAW: FateLaw = {
  fractions: [
    { material: 'plastics_light', fraction: 'plastics', content: 'plastics', factor: null },
    { material: 'waste_acid_recovered', fraction: 'acid', content: 'sulphuric_acid', factor: null },
    { material: 'sodium_sulphate', fraction: 'sulphate', content: 'sulphate', factor: 'sodium-sulphate' },
    { material: 'slag_used', fraction: 'slag', content: 'dry', factor: null },
    { material: 'refined_lead', fraction: 'lead', content: 'dry', factor: null },
  ],
  factors: [{ code: 'sodium-sulphate', so4Ppm: 676_300, h2so4Ppm: 690_500 }],
  numberWithoutFile: 'flag',
};
const USED: FractionMovement = {
  ...{ id: '7', kind: 'sale', evidence: 'disposition:d', batchId: 'b', material: 'plastics_light', enters: false },
  ...{ massGrams: 1_000, occurredAt: AT, ofBatch: { water: { id: 'w', ppm: 50_000 } }, ofMaterial: {} },
  ...{ leadPpm: null, leadMoisturePpm: null, dispositionKind: 'use', useFate: 'material' },
  ...{ numbered: false, confirmations: [] },
};
const said = (fate: 'material' | 'fuel', massGrams: number, id = `${fate}-${massGrams}`) => ({
  ...{ id, fate, massGrams, byReceiver: true, confirmedOn: '2026-10-10', recordedAt: AT },
});
const fates = (changes: Partial<FractionMovement>, law = LAW) =>
  Object.fromEntries(
    recordsOfMovement({ ...USED, ...changes }, law).map(({ fate, massGrams, sign }) => [fate, sign * massGrams]),
  );

describe('the fates of what left', () => {
  it('are those that the receiver confirmed, and none without confirmation', () => {
    expect(fates({})).toEqual({ stock: -1_000, unconfirmed: 1_000 });
    expect(fates({ confirmations: [said('material', 1_000)] })).toEqual({ stock: -1_000, material: 1_000 });
    expect(fates({ confirmations: [said('material', 600)] })).toEqual({
      ...{ stock: -1_000, material: 600, unconfirmed: 400 },
    });
    expect(fates({ useFate: null, confirmations: [said('material', 600)] })).toMatchObject({ unconfirmed: 400 });
  });

  it('never exceed what left, however much was confirmed of an earlier mass', () => {
    const confirmations = [said('material', 900), said('material', 400)];
    const records = recordsOfMovement({ ...USED, confirmations }, LAW).filter(({ fate }) => fate === 'material');
    expect(records.map(({ massGrams }) => massGrams)).toEqual([900, 100]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(2);
  });

  it('are losses where the receiver burnt it, though it was declared as a material', () => {
    expect(fates({ confirmations: [said('fuel', 700), said('material', 300)] })).toEqual({
      ...{ stock: -1_000, fuel: 700, material: 300 },
    });
    for (const useFate of ['fuel', 'landfill', 'backfill'] as const) {
      expect(fates({ useFate, numbered: true })).toEqual({ stock: -1_000, [useFate]: 1_000 });
    }
  });

  it('take the number of a confirmation alone by dated rule, for a declared use only', () => {
    expect(fates({ numbered: true })).toMatchObject({ material: 1_000 });
    expect(fates({ numbered: true }, { ...LAW, numberWithoutFile: 'refuse' })).toMatchObject({ unconfirmed: 1_000 });
    expect(fates({ numbered: true, useFate: null })).toMatchObject({ unconfirmed: 1_000 });
    expect(countsByNumber({ ...USED, numbered: true })).toBe(true);
    expect(countsByNumber({ ...USED, numbered: true, confirmations: [said('material', 1)] })).toBe(false);
  });

  it('add up to what was produced', () => {
    expect(fates({ kind: 'output', enters: true, dispositionKind: null })).toEqual({ stock: 1_000 });
    expect(fates({ kind: 'feed', dispositionKind: null })).toEqual({ stock: -1_000 });
    expect(fates({ kind: 'stock_adjustment', dispositionKind: null })).toEqual({ stock: -1_000 });
    expect(fates({ kind: 'disposal', dispositionKind: 'disposal' })).toEqual({ stock: -1_000, disposal: 1_000 });
    expect(fates({ kind: 'dispatch', dispositionKind: null })).toEqual({ stock: -1_000, disposal: 1_000 });
    expect(fates({ kind: 'return', enters: true, dispositionKind: null })).toEqual({ stock: 1_000, disposal: -1_000 });
    expect(fates({ material: 'refined_lead' })).toEqual({});
    expect(recordsOfMovement({ ...USED, material: null }, LAW)[0]).toMatchObject({ fraction: 'other' });
  });
});

describe('the mass that counts', () => {
  const counted = (changes: Partial<FractionMovement>) => {
    const confirmations = [said('material', 1_000)];
    const [, used] = recordsOfMovement({ ...USED, confirmations, ...changes }, LAW);
    return used === undefined ? null : [toExactGrams(countedMass(used)), used.basis];
  };

  it('of plastics is their purity, else what is not water', () => {
    expect(counted({})).toEqual(['950', 'batch']);
    expect(counted({ ofBatch: { water: { id: 'w', ppm: 0 } } })).toEqual(['1000', 'batch']);
    const both = { plastics: { id: 'p', ppm: 900_000 }, water: { id: 'w', ppm: 50_000 } };
    expect(counted({ ofBatch: both })).toEqual(['900', 'batch']);
    expect(counted({ ofBatch: {} })).toEqual(['0', 'none']);
  });

  it('of acid is its strength, and of a sulphate its SO4', () => {
    const acid = {
      material: 'waste_acid_recovered',
      ofBatch: {},
      ofMaterial: { sulphuric_acid: { id: 'a', ppm: 320_000 } },
    };
    expect(counted(acid)).toEqual(['320', 'material']);
    const salt = { material: 'sodium_sulphate', ofBatch: { sulphate: { id: 's', ppm: 990_000 } } };
    expect(counted(salt)).toEqual(['669.537', 'batch']);
    // Water alone says nothing of the salt.
    expect(counted({ ...salt, ofBatch: { water: { id: 'w', ppm: 10_000 } } })).toEqual(['0', 'none']);
  });
});
