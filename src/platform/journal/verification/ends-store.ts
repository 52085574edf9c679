/** The end of the journal, which several tables note. They are read in one snapshot and must agree. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../../database/db.ts';
import type { Fault } from '../problems.ts';
import { rootOf, type Tree } from '../tree.ts';

/** The end as each table notes it; undefined where the row of a table is gone. */
export type Ends = {
  readonly tree: Tree | undefined;
  /** Index of the last seal. */
  readonly sealed: number;
  /** Index that the sealer gave last. */
  readonly given: number | undefined;
  /** Largest size of which a root is kept. */
  readonly noted: number;
  /** Number of writing up to which every entry has its place. */
  readonly sequence: bigint;
};

type Row = {
  size: string | null;
  frontier: Buffer[] | null;
  sealed: string;
  given: string | null;
  noted: string;
  sequence: string | null;
};

/** Reads the ends. The sealer moves all of them in one transaction, so they agree in every snapshot. */
export async function readEnds(db: Reader): Promise<Ends> {
  const { rows } = await db.execute<Row>(sql`
    select t.size, t.frontier, s.next_index - 1 as given, s.sequence,
      (select coalesce(max(index), 0) from journal_seals) as sealed,
      (select coalesce(max(size), 0) from journal_tree_heads) as noted
    from (select) one left join journal_tree t on true left join journal_sealer s on true`);
  const [row] = rows;
  return {
    tree: row?.frontier ? { size: Number(row.size), frontier: row.frontier } : undefined,
    sealed: Number(row?.sealed ?? 0),
    given: row?.given === null ? undefined : Number(row?.given ?? 0),
    noted: Number(row?.noted ?? 0),
    sequence: BigInt(row?.sequence ?? 0),
  };
}

/** Returns the furthest end: up to there, every place must have its entry. */
export const lastOf = ({ tree, sealed, given }: Ends): number => Math.max(tree?.size ?? 0, sealed, given ?? 0);

/** Compares the ends with each other. A root that was kept once proves that the journal was as long as its size. */
export function compareEnds({ tree, sealed, given, noted }: Ends): Fault | undefined {
  if (tree === undefined) return { fault: 'tree-missing', index: sealed, subject: null };
  const least = Math.min(tree.size, sealed, given ?? 0);
  if (least < Math.max(tree.size, sealed, given ?? 0) || given === undefined) {
    return { fault: 'ends-differ', index: least + 1, subject: null };
  }
  return noted > tree.size ? { fault: 'end-missing', index: tree.size + 1, subject: null } : undefined;
}

/**
 * True for a tree that only lacks entries at the end. In a database of before, the sealer still builds it after the start;
 * where it does not grow, it was set back.
 */
export function isTreeBehind({ tree, sealed, given, noted }: Ends): boolean {
  return tree !== undefined && sealed === given && tree.size < sealed && noted <= tree.size;
}

/** Compares a verified beginning that reaches the end with the tree that the sealer keeps. */
export function compareTrees(verified: Tree, { tree: kept }: Ends): Fault | undefined {
  if (kept === undefined) return { fault: 'tree-missing', index: verified.size, subject: null };
  const isWhole = kept.frontier.every((root) => root?.length === 32);
  if (isWhole && rootOf(verified).equals(rootOf(kept))) return undefined;
  return { fault: 'tree-changed', index: kept.size, subject: null };
}
