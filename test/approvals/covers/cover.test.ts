/** The cover of a load to another province: an exemption, or an approval with room. */
import { describe, expect, it } from 'vitest';
import { type CoveringApproval, coverOf, type Load } from '../../../src/approvals/covers/cover.ts';
import { Problem } from '../../../src/core/messages/problem.ts';

const LOAD: Load = {
  ...{ consignorId: 'c', receiverId: 'r', receiverUscc: '91440100000000043H', wasteCode: '900-052-31' },
  ...{ originProvince: '45', destinationProvince: '44', massGrams: 1_000 },
};
const approval = (approvalId: string, changes: Partial<CoveringApproval> = {}): CoveringApproval => ({
  ...{ approvalId, number: `批${approvalId}`, validFrom: '2026-01-01', validTo: '2027-01-01', withdrawnOn: null },
  ...{ approvedGrams: 10_000, usedGrams: 0, ...changes },
});
const LIST = { id: 'e', grantedBy: '名单', validFrom: '2023-11-01', validTo: '2026-01-01', ending: null };

const cover = (approvals: CoveringApproval[], on = '2026-06-01', exemptions: (typeof LIST)[] = []) =>
  coverOf(LOAD, on, { approvals, exemptions });
const refusal = (...given: Parameters<typeof cover>) => {
  try {
    cover(...given);
  } catch (error) {
    if (error instanceof Problem) return [error.code, error.facts] as const;
    throw error;
  }
  throw new Error('not refused');
};

describe('the cover of a load', () => {
  it('is an exemption in force before any approval, because it uses no quantity', () => {
    expect(cover([approval('a')], '2025-12-31', [LIST])).toMatchObject({ kind: 'exemption', exemptionId: 'e' });
    expect(cover([approval('a')], '2026-01-01', [LIST])).toMatchObject({ kind: 'approval', approvalId: 'a' });
  });

  it('is the approval with room that ends first', () => {
    const soon = approval('b', { validTo: '2026-07-01' });
    expect(cover([approval('a'), soon])).toMatchObject({ approvalId: 'b' });
    expect(cover([approval('a'), { ...soon, usedGrams: 9_001 }])).toMatchObject({ approvalId: 'a' });
    expect(cover([approval('a', { usedGrams: 9_000 })])).toMatchObject({ approvalId: 'a' });
  });

  it('is missing without any approval for these parties and this waste', () => {
    expect(refusal([])).toEqual([
      'transfer-not-approved',
      { wasteCode: '900-052-31', province: '44', on: '2026-06-01', pointer: '#/document/receiver' },
    ]);
  });

  it.each([
    ['before its first day', {}, '2025-12-31', '2027-01-01'],
    ['from the day after its end', {}, '2027-01-01', '2027-01-01'],
    ['from its withdrawal on', { withdrawnOn: '2026-05-01' }, '2026-05-01', '2026-05-01'],
  ])('is not an approval %s', (_, changes, on, validTo) => {
    const [code, facts] = refusal([approval('a', changes)], on);
    expect([code, facts]).toMatchObject(['approval-not-valid', { number: '批a', validTo, on }]);
  });

  it('is not an approval whose rest is smaller than the load', () => {
    const [code, facts] = refusal([approval('a', { usedGrams: 9_001 }), approval('b', { usedGrams: 12_000 })]);
    expect(code).toBe('approval-quantity-exceeded');
    expect(facts).toMatchObject({ number: '批a', massGrams: 1_000, usedGrams: 9_001, remainingGrams: 999 });
  });
});
