/** Approvals of transfers to another province: their validity, and what a decision must say. */
import { describe, expect, it } from 'vitest';
import {
  refuseFutureDecision,
  refuseOtherProvinces,
  refuseWithdrawal,
  requireCovering,
  stateOn,
  validityOf,
} from '../../../src/approvals/decisions/approval.ts';
import { licence } from '../../manifests/taking/decisions.ts';

const MONTHS = { months: 12 };

describe('the validity of an approval (Order 23, Art 27)', () => {
  it.each([
    ['the months of law', '2026-03-15', '2027-12-31', '2031-01-01', '2027-03-15'],
    ['the application, whose last day belongs to it', '2026-03-15', '2026-09-30', '2031-01-01', '2026-10-01'],
    ['the licence of the receiver', '2026-03-15', '2027-12-31', '2026-07-01', '2026-07-01'],
    ['the last day of a shorter month', '2027-02-28', '2029-12-31', '2031-01-01', '2028-02-28'],
  ])('ends with %s', (_, decidedOn, requestedUntil, licensedTo, validTo) => {
    expect(validityOf({ decidedOn, requestedUntil }, { validTo: licensedTo }, MONTHS)).toEqual({
      validFrom: decidedOn,
      validTo,
    });
  });

  it('is refused when it would have no day', () => {
    const ended = () =>
      validityOf({ decidedOn: '2026-03-15', requestedUntil: '2026-12-31' }, { validTo: '2026-03-15' }, MONTHS);
    expect(ended).toThrow('approval-never-valid');
  });

  it('has a state on each day', () => {
    const approval = { validTo: '2027-01-01', withdrawal: null };
    const withdrawal = { withdrawnOn: '2026-06-01', reason: '演示', recordedAt: new Date() };
    expect([stateOn(approval, '2026-12-31'), stateOn(approval, '2027-01-01')]).toEqual(['valid', 'expired']);
    const ended = { ...approval, withdrawal };
    expect([stateOn(ended, '2026-05-31'), stateOn(ended, '2026-06-01')]).toEqual(['valid', 'withdrawn']);
  });
});

describe('a decision', () => {
  const here = { provinceCode: '45' };
  const there = { provinceCode: '44' };

  it('is of this province, and about a receiver of another one', () => {
    expect(() => refuseOtherProvinces(here, there, '45')).not.toThrow();
    expect(() => refuseOtherProvinces(there, here, '45')).toThrow('approval-of-another-province');
    expect(() => refuseOtherProvinces(here, here, '45')).toThrow('approval-within-province');
  });

  it('is not of a day to come', () => {
    expect(() => refuseFutureDecision('2026-09-02', '2026-09-02')).not.toThrow();
    expect(() => refuseFutureDecision('2026-09-03', '2026-09-02')).toThrow('approval-in-future');
  });

  it('rests on a licence of the receiver that covers every waste code on its day', () => {
    const one = licence('a', { wasteCodes: ['900-052-31', '321-029-48'] });
    const stated = { licenceId: 'a', receiverId: 'receiver', decidedOn: '2026-09-01' };
    expect(requireCovering([one], stated, ['900-052-31', '321-029-48'])).toBe(one);
    expect(() => requireCovering([one], { ...stated, licenceId: 'b' }, ['900-052-31'])).toThrow(
      'approval-licence-missing',
    );
    for (const [changed, codes, day] of [
      [one, ['900-052-31', '321-016-48'], '2026-09-01'],
      [one, ['900-052-31'], '2027-01-01'],
      [one, ['900-052-31'], '2025-12-31'],
      [licence('a', { mode: 'transport' }), ['900-052-31'], '2026-09-01'],
    ] as const) {
      const refused = () => requireCovering([changed], { ...stated, decidedOn: day }, codes);
      expect(refused).toThrow('approval-licence-insufficient');
    }
  });

  it('is withdrawn once, on a day of its validity', () => {
    const approval = { id: 'x', validFrom: '2026-01-01', validTo: '2027-01-01', withdrawal: null };
    expect(() => refuseWithdrawal(approval, '2026-01-01')).not.toThrow();
    for (const day of ['2025-12-31', '2027-01-01']) {
      expect(() => refuseWithdrawal(approval, day)).toThrow('approval-withdrawal-outside');
    }
    const withdrawal = { withdrawnOn: '2026-06-01', reason: '演示', recordedAt: new Date() };
    expect(() => refuseWithdrawal({ ...approval, withdrawal }, '2026-07-01')).toThrow('approval-withdrawn');
  });
});
