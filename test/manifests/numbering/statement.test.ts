import { describe, expect, it } from 'vitest';
import { differsInNumber, withStatement } from '../../../src/manifests/numbering/statement.ts';
import type { ManifestDocument } from '../../../src/manifests/rules/document.ts';

const ours = {
  id: 'm',
  version: 3,
  state: 'handed_over',
  number: '20264501000001',
  numberedAt: '2026-10-01T00:00:00Z',
};
const as = (change: object) => ({ ...ours, ...change }) as unknown as ManifestDocument;
const OTHER = '20264501880001';

describe('documents of two authorities', () => {
  it.each([
    ['another number', { number: OTHER }, true],
    ['another instant of the number', { numberedAt: '2026-10-01T01:00:00Z' }, true],
    ['another number and instant', { number: OTHER, numberedAt: null }, true],
    ['no number', { number: null, numberedAt: null }, false],
    ['another number and state', { number: OTHER, state: 'closed' }, false],
    ['another version', { version: 4 }, false],
  ])('hold the same facts or not: %s', (_, change, same) => {
    expect(differsInNumber(as({}), as(change))).toBe(same);
  });

  it('do not hold the same facts while ours has no number', () => {
    expect(differsInNumber(as({ number: null }), as({}))).toBe(false);
  });

  it('show another number, and nothing when it is the same or missing', () => {
    const applied = { outcome: 'applied', digest: 'd' } as const;
    const numbers = { stated: OTHER, held: ours.number };
    expect(withStatement(applied, as({}), as({ number: OTHER }))).toEqual({ ...applied, numbers });
    expect(withStatement(applied, as({}), as({}))).toEqual(applied);
    expect(withStatement(applied, as({}), as({ number: null }))).toEqual(applied);
  });
});
