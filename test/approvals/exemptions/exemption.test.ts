/** Exemptions from approval: the days on which they are in force, and their end. */
import { expect, it } from 'vitest';
import { isInForce, refuseEnding } from '../../../src/approvals/exemptions/exemption.ts';

const LIST = { validFrom: '2023-11-01', validTo: '2026-01-01', ending: null };

it('an exemption is in force from its first day until before its end', () => {
  const days = ['2023-10-31', '2023-11-01', '2025-12-31', '2026-01-01'];
  expect(days.map((day) => isInForce(LIST, day))).toEqual([false, true, true, false]);
  expect(isInForce({ ...LIST, validTo: null }, '2199-01-01')).toBe(true);
  const ended = { ...LIST, ending: { endedOn: '2025-06-01' } };
  expect([isInForce(ended, '2025-05-31'), isInForce(ended, '2025-06-01')]).toEqual([true, false]);
});

it('an exemption ends once, on a day of its validity', () => {
  const exemption = {
    ...{
      ...LIST,
      id: 'x',
      grantedBy: '演示',
      wasteCodes: [],
      receivers: [],
      originProvince: null,
      destinationProvince: null,
    },
    recordedAt: new Date(),
  };
  expect(() => refuseEnding(exemption, '2025-12-31')).not.toThrow();
  for (const day of ['2023-10-31', '2026-01-01']) {
    expect(() => refuseEnding(exemption, day)).toThrow('exemption-end-outside');
  }
  const ending = { endedOn: '2025-06-01', reason: '演示', recordedAt: new Date() };
  expect(() => refuseEnding({ ...exemption, ending }, '2025-07-01')).toThrow('exemption-ended');
});
