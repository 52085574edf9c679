import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inForceOn, valueOn } from '../../../src/platform/law/law.ts';

const old = { key: 'limit', validFrom: '2020-01-01', validTo: '2025-01-01', value: { days: 90 } };
const current = { key: 'limit', validFrom: '2025-01-01', validTo: null, value: { days: 60 } };
const other = { key: 'other', validFrom: '2020-01-01', validTo: null, value: { days: 1 } };
const Days = z.strictObject({ days: z.int() });

describe('the row in force', () => {
  it.each([
    ['2019-12-31', undefined],
    ['2020-01-01', old],
    ['2024-12-31', old],
    ['2025-01-01', current],
    ['2099-12-31', current],
  ])('on %s', (day, row) => expect(inForceOn([current, old], day)).toBe(row));

  it('an ended row without a successor leaves nothing in force from its end on', () => {
    expect(inForceOn([old], '2024-12-31')).toBe(old);
    expect(inForceOn([old], '2025-01-01')).toBeUndefined();
  });

  it('a successor counts although its predecessor has no end, in whatever order rows come', () => {
    const endless = { ...old, validTo: null };
    expect(inForceOn([endless, current], '2026-01-01')).toBe(current);
    expect(inForceOn([current, endless], '2026-01-01')).toBe(current);
    expect(inForceOn([current, endless], '2024-06-01')).toBe(endless);
  });
});

describe('the value of a rule', () => {
  const ended = { ...other, key: 'ended', validFrom: '2020-01-01', validTo: '2021-01-01' };
  const rows = [old, current, other, ended];

  it('is that of its day and key', () => {
    expect(valueOn(rows, { key: 'limit', day: '2024-12-31' }, Days)).toEqual({ days: 90 });
    expect(valueOn(rows, { key: 'other', day: '2026-01-01' }, Days)).toEqual({ days: 1 });
  });

  it.each([
    ['ended', '2026-01-01'],
    ['unknown', '2026-01-01'],
  ])('%s on %s is missing, with key and day in the problem', (key, day) => {
    expect(() => valueOn(rows, { key, day }, Days)).toThrow(
      expect.objectContaining({ code: 'law-missing', facts: { key, on: day } }),
    );
  });

  it('reports the day, not the operator, when the day is before the first row', () => {
    expect(() => valueOn(rows, { key: 'limit', day: '2019-12-31' }, Days)).toThrow(
      expect.objectContaining({
        code: 'law-not-yet-in-force',
        kind: 'rule',
        facts: { key: 'limit', on: '2019-12-31', from: '2020-01-01' },
      }),
    );
  });

  it('of another shape than expected is an error of the row, not of the request', () => {
    expect(() => valueOn(rows, { key: 'limit', day: '2026-01-01' }, z.strictObject({ hours: z.int() }))).toThrow(
      expect.objectContaining({
        code: 'law-unreadable',
        kind: 'unavailable',
        facts: { key: 'limit', on: '2026-01-01' },
      }),
    );
  });
});
