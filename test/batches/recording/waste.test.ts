import { describe, expect, it } from 'vitest';
import { refuseBatteryDescription, refuseUnlistedWaste } from '../../../src/batches/recording/waste.ts';
import { codeOf } from '../examples.ts';

const BARE = { batteryKind: null, riskClass: null, condition: null, pieces: 0 };

describe('waste that is declared', () => {
  it('has a code that law lists, and no other', () => {
    expect(() => refuseUnlistedWaste('384-004-31', ['900-052-31', '384-004-31'])).not.toThrow();
    expect(codeOf(() => refuseUnlistedWaste('321-029-48', ['900-052-31']))).toBe('code-unknown');
  });

  it('is described as batteries only when it is batteries', () => {
    const whole = { batteryKind: 'starter', riskClass: 'I', condition: 'whole', pieces: 3 };
    expect(() => refuseBatteryDescription({ ...whole, wasteCode: '900-052-31' })).not.toThrow();
    expect(() => refuseBatteryDescription({ ...BARE, wasteCode: '384-004-31' })).not.toThrow();
    for (const [field, value] of Object.entries(whole)) {
      const given = { ...BARE, wasteCode: '384-004-31', [field]: value };
      expect(
        codeOf(() => refuseBatteryDescription(given)),
        field,
      ).toBe('batch-not-batteries');
    }
  });
});
