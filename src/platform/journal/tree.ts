/**
 * A Merkle tree (RFC 9162, section 2.1) over the hashes of the sealed entries, in their order. Only the roots of its
 * largest complete subtrees are kept, which is enough to add leaves and to know the root.
 */
import { createHash } from 'node:crypto';

/** A tree: its number of leaves, and the roots of its complete subtrees, from left to right. */
export type Tree = { readonly size: number; readonly frontier: readonly Buffer[] };

export const EMPTY_TREE: Tree = { size: 0, frontier: [] };

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Adds leaves, each the hash of an entry (32 bytes). */
export function grow(tree: Tree, leaves: readonly Buffer[]): Tree {
  const frontier = [...tree.frontier];
  let { size } = tree;
  for (const leaf of leaves) {
    let root = sha256(LEAF, leaf);
    // Every complete subtree of the same size on the left joins with the new one.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = frontier.pop();
      if (left === undefined) throw new Error('the frontier of the tree does not fit its size');
      root = sha256(NODE, left, root);
    }
    frontier.push(root);
    size += 1;
  }
  return { size, frontier };
}

/** Returns the root (32 bytes). That of an empty tree is the hash of nothing. */
export function rootOf({ frontier }: Tree): Buffer {
  const last = frontier.at(-1);
  if (last === undefined) return sha256();
  return frontier.slice(0, -1).reduceRight((right, left) => sha256(NODE, left, right), last);
}
