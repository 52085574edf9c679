import { describe, expect, it } from 'vitest';
import {
  batteryRecordOf,
  type Composition,
  type GeneralAnalysis,
  type KnownBatteries,
} from '../../../src/recovery/fractions/composition.ts';
import type { LeadRecord } from '../../../src/recovery/lead-records.ts';

const AT = new Date('2026-10-10T00:00:00Z');
const RECEIVED: LeadRecord = {
  ...{
    id: 'line',
    term: 'received',
    kind: 'manifest_line',
    subject: 'manifest:m',
    batchId: 'b',
    material: '900-052-31',
  },
  ...{ massGrams: 1_000, sign: 1, ppm: 580_000, moisturePpm: 0, basis: 'batch', assayId: 'a', occurredAt: AT },
};
const LAW: Composition = {
  defaults: [
    { batteryKind: null, drained: false, waterPpm: 96_000, sulphurPpm: 88_000 },
    { batteryKind: 'traction', drained: false, waterPpm: 90_000, sulphurPpm: 80_000 },
    { batteryKind: null, drained: true, waterPpm: 0, sulphurPpm: 64_000 },
  ],
  ...{ drainedConditions: ['broken'], waterMaxPpm: 224_000, sulphurMaxPpm: 130_000 },
};
const KNOWN: KnownBatteries = { batteryKind: 'starter', condition: 'whole', supplierId: 's', contents: {} };
const sample = (changes: Partial<GeneralAnalysis>): GeneralAnalysis => ({
  ...{ id: 'g', basis: 'supplier_class', substance: 'water', supplierId: 's', batteryKind: null, ppm: 110_000 },
  ...{ sampledAt: new Date('2026-10-01T00:00:00Z'), ...changes },
});
const water = (known: KnownBatteries | undefined, general: readonly GeneralAnalysis[] = []) => {
  const { ppm, basis } = batteryRecordOf(RECEIVED, known, general, LAW)?.water ?? {};
  return [ppm, basis];
};

describe('fed batteries', () => {
  it('are what came, corrected by the changes of stock', () => {
    const signs = (['received', 'opening_stock', 'closing_stock', 'forwarded', 'found_stock'] as const).map((term) => {
      return batteryRecordOf({ ...RECEIVED, term }, KNOWN, [], LAW)?.sign;
    });
    expect(signs).toEqual([1, 1, -1, -1, 1]);
    // Forwarded batteries that came back.
    expect(batteryRecordOf({ ...RECEIVED, term: 'forwarded', sign: -1 }, KNOWN, [], LAW)?.sign).toBe(1);
    for (const term of ['products', 'other_feed', 'loss_slag', 'not_counted', 'for_disposal'] as const) {
      expect(batteryRecordOf({ ...RECEIVED, term }, KNOWN, [], LAW)).toBeUndefined();
    }
  });
});

describe('the water of batteries', () => {
  it('is that of the batch, its supplier, the declared default, or the law', () => {
    const declared = sample({ basis: 'declared_default', supplierId: null, ppm: 100_000 });
    expect(water({ ...KNOWN, contents: { water: { id: 'w', ppm: 0 } } }, [sample({})])).toEqual([0, 'batch']);
    expect(water(KNOWN, [declared, sample({})])).toEqual([110_000, 'supplier_class']);
    expect(water(KNOWN, [declared, sample({ supplierId: 'other' })])).toEqual([100_000, 'declared_default']);
    expect(water(KNOWN, [sample({ substance: 'sulphur' })])).toEqual([96_000, 'assumed']);
    expect(water({ ...KNOWN, batteryKind: 'traction' })).toEqual([90_000, 'assumed']);
    expect(water(undefined)).toEqual([96_000, 'assumed']);
  });

  it('follows the last sample before the record, never a later one', () => {
    const samples = [
      sample({ ppm: 200_000, sampledAt: new Date('2026-10-20T00:00:00Z') }),
      sample({ ppm: 120_000, sampledAt: AT }),
      sample({ ppm: 110_000 }),
    ];
    expect(water(KNOWN, samples)).toEqual([120_000, 'supplier_class']);
    expect(water(KNOWN, samples.slice(0, 1))).toEqual([96_000, 'assumed']);
    expect(
      water(
        KNOWN,
        [samples[2], sample({ batteryKind: 'starter', ppm: 105_000 })].flatMap((one) => one ?? []),
      ),
    ).toEqual([105_000, 'supplier_class']);
  });

  it('is assumed to be none when the electrolyte was drained, so that no rate rises', () => {
    expect(water({ ...KNOWN, condition: 'broken' })).toEqual([0, 'assumed']);
    expect(batteryRecordOf(RECEIVED, { ...KNOWN, condition: 'broken' }, [], LAW)?.sulphuricAcid.ppm).toBe(64_000);
  });
});
