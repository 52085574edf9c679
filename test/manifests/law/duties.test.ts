import { expect, it } from 'vitest';
import { daysLeft, dutyOf, isOverdue } from '../../../src/manifests/law/duties.ts';
import { MANIFEST_STATES } from '../../../src/manifests/rules/document.ts';

const due = { confirmationDueOn: '2026-10-13', backfillDueOn: '2026-10-20' };

it('a load that arrived is confirmed by its receiver, and a paper manifest entered by its consignor', () => {
  const duties = MANIFEST_STATES.flatMap((state) => {
    const duty = dutyOf(state, due);
    return duty ? [[state, duty.kind, duty.role, duty.dueOn]] : [];
  });
  expect(duties).toEqual([
    ['offline_paper', 'backfill', 'consignor', '2026-10-20'],
    ['arrived', 'confirm', 'receiver', '2026-10-13'],
    ['disputed', 'confirm', 'receiver', '2026-10-13'],
  ]);
});

it('a duty is overdue from the day after its last day, never without a last day, and never once it is done', () => {
  const duty = dutyOf('arrived', due);
  expect(['2026-10-13', '2026-10-14'].map((today) => isOverdue(duty, today))).toEqual([false, true]);
  expect(isOverdue(dutyOf('arrived', { ...due, confirmationDueOn: null }), '2099-01-01')).toBe(false);
  expect(isOverdue(dutyOf('accepted', due), '2099-01-01')).toBe(false);
});

it('the days left are counted to the last day, and below zero after it', () => {
  const duty = { kind: 'confirm', role: 'receiver', dueOn: '2026-10-13' } as const;
  expect(['2026-10-07', '2026-10-13', '2026-10-15'].map((today) => daysLeft(duty, today))).toEqual([6, 0, -2]);
  expect(daysLeft({ ...duty, dueOn: null }, '2026-10-07')).toBeNull();
});
