import { expect, it } from 'vitest';
import { corrected, refuseClosedYear, replacedValues } from '../../../src/batches/corrections/correction.ts';
import { codeOf, problemOf } from '../examples.ts';

it('keeps the values that differ, before and after, and refuses a correction that changes nothing', () => {
  const current = { massGrams: 1_000, pieces: 10, supplierName: null };
  expect(replacedValues(current, { massGrams: 900, pieces: 10, supplierName: '甲' })).toEqual({
    before: { massGrams: 1_000, supplierName: null },
    after: { massGrams: 900, supplierName: '甲' },
  });
  expect(codeOf(() => replacedValues(current, { pieces: 10 }))).toBe('correction-changes-nothing');
  expect(codeOf(() => replacedValues(current, {}))).toBe('correction-changes-nothing');
});

it('applies corrections in their order and counts them', () => {
  const record = { massGrams: 1_000, receiverName: '甲' };
  expect(corrected(record, [])).toEqual({ ...record, corrections: 0 });
  expect(corrected(record, [{ after: { massGrams: 900 } }, { after: { massGrams: 800, receiverName: '乙' } }])).toEqual(
    {
      ...{ massGrams: 800, receiverName: '乙', corrections: 2 },
    },
  );
  expect(record.massGrams).toBe(1_000);
});

it('lets a year be corrected to the end of the closing day in Beijing, and not afterwards', () => {
  const closing = { month: 3, day: 31 };
  const refuse = (occurred: string, now: string) => () => refuseClosedYear(new Date(occurred), new Date(now), closing);
  expect(codeOf(refuse('2025-06-01T00:00:00Z', '2026-03-31T15:59:59Z'))).toBeUndefined();
  expect(problemOf(refuse('2025-06-01T00:00:00Z', '2026-03-31T16:00:00Z'))?.facts).toMatchObject({
    ...{ year: 2025, closedOn: '2026-03-31' },
  });
  // The last hours of 2025 in UTC are 2026 in Beijing.
  expect(codeOf(refuse('2025-12-31T16:00:00Z', '2026-04-01T00:00:00Z'))).toBeUndefined();
});
