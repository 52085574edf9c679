/** Reasons for flags: one for all of a code, or one for each occurrence. */
import { describe, expect, it } from 'vitest';
import { type Flag, namesOf, reasonFor, unexplained } from '../../../src/recovery/question/flag-reason.ts';

const lead: Flag = {
  code: 'STOCK_DIFFERS_FROM_BOOKS',
  facts: { item: 'refined_lead', differenceGrams: 5, siteName: '厂' },
};
const alloy: Flag = { ...lead, facts: { ...lead.facts, item: 'lead_alloy' } };
const old: Flag = { code: 'STOCK_OLD', facts: { massGrams: 7 } };
const flags = [lead, alloy, old];
const of = (item: string, reason: string) => ({ code: lead.code, reason, facts: [{ name: 'item', value: item }] });

describe('a reason', () => {
  it('without facts is for every flag of its code, and for no other', () => {
    const reasons = [{ code: lead.code, reason: '已核对' }];
    expect(unexplained(flags, reasons)).toEqual([old]);
  });

  it('with facts is for the flags that have them, also numbers', () => {
    expect(unexplained(flags, [of('refined_lead', '一'), of('slag', '二')])).toEqual([alloy, old]);
    const reasons = [{ code: old.code, reason: '三', facts: [{ name: 'massGrams', value: '7' }] }];
    expect(unexplained([old], reasons)).toEqual([]);
    expect(unexplained([{ ...old, facts: { massGrams: 8 } }], reasons)).toHaveLength(1);
    expect(unexplained([{ ...old, facts: {} }], reasons)).toHaveLength(1);
  });

  it('that names more facts goes before one that names fewer, in either order', () => {
    const reasons = [{ code: lead.code, reason: '其余' }, of('refined_lead', '本项')];
    for (const some of [reasons, reasons.toReversed()]) {
      expect([lead, alloy].map((flag) => reasonFor(flag, some)?.reason)).toEqual(['本项', '其余']);
    }
  });
});

it('a flag is named by the facts in which it differs from others of its code', () => {
  expect(namesOf(flags, flags)).toEqual({
    findings: ['STOCK_DIFFERS_FROM_BOOKS', 'STOCK_OLD'],
    occurrences: [
      'STOCK_DIFFERS_FROM_BOOKS item=refined_lead',
      'STOCK_DIFFERS_FROM_BOOKS item=lead_alloy',
      'STOCK_OLD',
    ],
  });
});
