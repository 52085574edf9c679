import { describe, expect, it } from 'vitest';
import { transportModeOf } from '../../../src/manifests/licensing/transport-mode.ts';

describe('the exemption of unbroken batteries', () => {
  const exemption = { wasteCodes: ['900-052-31'], conditions: ['whole'], riskClasses: ['I'] };
  const whole = { condition: 'whole', riskClass: 'I' };
  it.each([
    [[whole, whole], 'exempt_unbroken'],
    [[whole, { ...whole, riskClass: 'II' }], 'hazardous'],
    [[{ ...whole, condition: 'broken' }], 'hazardous'],
    [[whole, { condition: null, riskClass: null }], 'hazardous'],
  ])('of %j: %s', (lines, mode) => expect(transportModeOf('900-052-31', lines, exemption)).toBe(mode));

  it('covers no other waste, and nothing when it is not in force', () => {
    expect(transportModeOf('384-004-31', [whole], exemption)).toBe('hazardous');
    expect(transportModeOf('900-052-31', [whole], undefined)).toBe('hazardous');
  });
});
