/**
 * Verifies the journal in the background, page by page, in one worker at a time. It goes from the first entry to the last,
 * follows what is sealed later, and begins again after a day.
 */
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../database/db.ts';
import type { UseCaseLog } from '../deps.ts';
import type { Tree } from './tree.ts';
import { frontierValue, readTree } from './tree-store.ts';
import { compareTrees, type Fault, findLostHead, verifyPage } from './verification.ts';

/** Entries of one pass: few, so that a pass takes some milliseconds of a second. */
const PAGE = 500;

type Progress = {
  readonly tree: Tree;
  /** The round began more than a day ago. */
  readonly isOld: boolean;
  /** The round has not reached the end yet. */
  readonly isOpen: boolean;
  readonly fault: Fault | null;
};

/** Returns a pass of the background check. It returns 0, so that the next pass is not made at once. */
export function createVerifier(db: Db, log: UseCaseLog): () => Promise<number> {
  return async () => {
    const fault = await db.transaction(verifyNext);
    if (fault)
      log.error({ ...fault }, 'the journal is not as it was recorded: run "npm run leadloop -- journal verify"');
    return 0;
  };
}

/** Verifies the next page. Returns a fault that the pass before did not find. */
async function verifyNext(tx: Tx): Promise<Fault | undefined> {
  const progress = await lockProgress(tx);
  if (progress === undefined) return undefined;
  const kept = await readTree(tx);
  const isAtEnd = progress.tree.size >= kept.size;
  const begins = isAtEnd && progress.isOld && progress.fault === null;
  const before = begins ? { size: 0, frontier: [] } : progress.tree;
  const page = await verifyPage(tx, before, Math.max(kept.size, before.size), PAGE);
  const reachesEnd = page.fault === undefined && page.tree.size >= kept.size;
  const fault =
    page.fault ??
    (reachesEnd ? compareTrees(page.tree, kept) : undefined) ??
    // Reads every head, so once a round and not after each new entry.
    (reachesEnd && (begins || progress.isOpen) ? await findLostHead(tx) : undefined);
  await keepProgress(tx, { tree: fault ? before : page.tree, begins, finishes: reachesEnd && !fault, fault });
  return fault !== undefined && progress.fault === null ? fault : undefined;
}

async function lockProgress(tx: Tx): Promise<Progress | undefined> {
  const { rows } = await tx.execute<Omit<Progress, 'tree'> & { position: string; frontier: Buffer[] }>(sql`
    select position, frontier, begun_at < now() - interval '1 day' as "isOld",
      coalesce(finished_at < begun_at, true) as "isOpen", fault
    from journal_verification for update skip locked`);
  const [row] = rows;
  return row && { ...row, tree: { size: Number(row.position), frontier: row.frontier } };
}

async function keepProgress(
  tx: Tx,
  { tree, begins, finishes, fault }: { tree: Tree; begins: boolean; finishes: boolean; fault: Fault | undefined },
): Promise<void> {
  await tx.execute(sql`
    update journal_verification set position = ${tree.size}, frontier = ${frontierValue(tree)},
      begun_at = case when ${begins} then now() else begun_at end,
      finished_at = case when ${finishes} then now() else finished_at end,
      fault = ${fault === undefined ? null : JSON.stringify(fault)}::jsonb`);
}
