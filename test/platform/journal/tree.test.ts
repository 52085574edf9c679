/** The tree compared with the recursive definition of RFC 9162, section 2.1.1. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_TREE, grow, rootOf } from '../../../src/platform/journal/tree.ts';

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (at: number) => sha256(Buffer.from(`leaf ${at}`));

/** MTH(D[n]): k is the largest power of two smaller than n. */
function definition(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), first);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), definition(leaves.slice(0, k)), definition(leaves.slice(k)));
}

describe('the tree', () => {
  it('has the root of the definition at every size', () => {
    const leaves = Array.from({ length: 70 }, (_, at) => leaf(at));
    for (let size = 0; size <= leaves.length; size++) {
      const tree = grow(EMPTY_TREE, leaves.slice(0, size));
      expect(rootOf(tree).toString('hex')).toBe(definition(leaves.slice(0, size)).toString('hex'));
      expect(tree.size).toBe(size);
    }
  });

  it('grows to the same root in any portions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 12 }), (portions) => {
        let tree = EMPTY_TREE;
        for (const portion of portions) {
          tree = grow(
            tree,
            Array.from({ length: portion }, (_, at) => leaf(tree.size + at)),
          );
        }
        const all = Array.from({ length: tree.size }, (_, at) => leaf(at));
        expect(rootOf(tree)).toEqual(definition(all));
      }),
    );
  });

  it('refuses a frontier of another size', () => {
    expect(() => grow({ size: 1, frontier: [] }, [leaf(1)])).toThrow('does not fit');
  });
});
