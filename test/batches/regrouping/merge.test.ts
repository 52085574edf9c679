import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/batches/batch.ts';
import { decideMerge } from '../../../src/batches/regrouping/merge.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { codeOf, exampleBatch, problemOf } from '../examples.ts';

const NOW = new Date('2026-10-15T00:00:00.000Z');
const merge = (...parts: Partial<Batch>[]) =>
  decideMerge(
    parts.map((part) => exampleBatch(part)),
    { id: 'merged', at: NOW, keptApart: ['warranty-return'] },
  );

describe('merged batches', () => {
  it('become one with the mass of all and the age of the oldest', () => {
    const old = new Date('2026-09-10T00:00:00.000Z');
    expect(merge({ id: 'a' }, { id: 'b', massGrams: toGrams(7), pieces: 1, occurredAt: old })).toEqual({
      ...exampleBatch(),
      ...{ id: 'merged', massGrams: 1_007, pieces: 11, occurredAt: old, recordedAt: NOW },
      ...{ sourceType: null, supplierName: null, evidence: null },
    });
  });

  it.each<[string, Partial<Batch>, string[]]>([
    ['another organisation', { partyId: 'other' }, ['partyId']],
    ['another site', { siteId: 'other' }, ['siteId']],
    ['another material', { material: 'x' }, ['material']],
    ['another use', { batteryKind: 'traction' }, ['batteryKind']],
    ['another class and condition', { riskClass: 'II', condition: 'broken' }, ['riskClass', 'condition']],
  ])('must not be of %s', (_, changes, fields) => {
    const problem = problemOf(() => merge({}, changes));
    expect([problem?.code, problem?.facts.fields]).toEqual(['batches-not-alike', fields]);
  });

  it('may come from different sources', () => {
    expect(codeOf(() => merge({ sourceType: 'a', supplierName: 'a' }, { sourceType: 'b' }))).toBeUndefined();
  });

  it('keep warranty returns apart from waste, and as what they are', () => {
    const returned = { sourceType: 'warranty-return' };
    expect(problemOf(() => merge(returned, { sourceType: 'repair-shop' }))?.code).toBe('batches-kept-apart');
    expect(problemOf(() => merge({ sourceType: null }, returned))?.code).toBe('batches-kept-apart');
    expect(merge(returned, { ...returned, id: 'b' }).sourceType).toBe('warranty-return');
  });

  it('must hold mass, and be some', () => {
    const empty = problemOf(() => merge({}, { massGrams: toGrams(0) }));
    expect(empty?.text('zh').detail).toBe(
      '合并的批次均须有余量，且以下各项须一致：所属单位、场所、批次类型、物料、电池类型、风险类别、物料状态。',
    );
    expect(codeOf(() => merge())).toBe('batches-not-alike');
  });

  it('must be batteries in stock', () => {
    expect(codeOf(() => merge({}, { kind: 'residue' }))).toBe('batch-not-mergeable');
    expect(codeOf(() => merge({ kind: 'residue' }, { kind: 'transit', siteId: null }))).toBe('batch-not-stock');
  });

  it('must have pieces, if they are counted', () => {
    const none = { pieces: 0 };
    expect(codeOf(() => merge(none, none))).toBe('batch-pieces-missing');
    expect(merge(none, { pieces: 1 }).pieces).toBe(1);
    const paste = { ...none, riskClass: 'II', condition: 'paste' } as const;
    expect(merge(paste, paste).pieces).toBe(0);
  });

  it('may have 2 000 000 000 pieces together, and not one more', () => {
    expect(merge({ pieces: 1_999_999_999 }, { pieces: 1 }).pieces).toBe(2_000_000_000);
    expect(codeOf(() => merge({ pieces: 2_000_000_000 }, { pieces: 1 }))).toBe('batch-too-large');
  });
});
