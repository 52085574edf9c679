import { describe, expect, it } from 'vitest';
import { BATCH_KINDS } from '../../../src/batches/codes.ts';
import { BOUNDARIES, MOVEMENT_KINDS } from '../../../src/batches/movement.ts';
import { DISPOSITION_KINDS, LEAVES_BY, refuseDisposition } from '../../../src/recycling/inventory/disposition.ts';
import { codeOf } from '../../batches/examples.ts';

const ALLOWED = { sale: ['product'], use: ['by_product', 'residue'], disposal: ['by_product', 'residue'] };
const CASES = DISPOSITION_KINDS.flatMap((kind) =>
  BATCH_KINDS.map((batch) => [kind, batch, ALLOWED[kind].includes(batch)] as const),
);

describe('a disposition', () => {
  it.each(CASES)('of kind %s may take from a batch of kind %s: %s', (kind, batch, allowed) => {
    const code = codeOf(() => refuseDisposition(kind, { id: 'batch', kind: batch }));
    expect(code).toBe(allowed ? undefined : 'disposition-not-for-kind');
  });

  it.each(DISPOSITION_KINDS)('of kind %s leaves the books by a movement over a boundary account', (kind) => {
    expect(MOVEMENT_KINDS).toContain(LEAVES_BY[kind].movement);
    expect(BOUNDARIES).toContain(LEAVES_BY[kind].boundary);
  });

  it('counts as a loss only when the mass is disposed of', () => {
    expect(DISPOSITION_KINDS.filter((kind) => LEAVES_BY[kind].boundary === 'loss')).toEqual(['disposal']);
  });
});
