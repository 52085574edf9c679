/**
 * Verifies the journal in the background, page by page, in one worker at a time. It goes from the first entry to the last,
 * follows what is sealed later, and begins again after a day.
 */
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../../database/db.ts';
import type { UseCaseLog } from '../../deps.ts';
import type { Fault } from '../problems.ts';
import { EMPTY_TREE, type Tree } from '../tree.ts';
import { frontierValue } from '../tree-store.ts';
import { compareEnds, isTreeBehind, lastOf, readEnds } from './ends-store.ts';
import { verifyHeads } from './presence-queries.ts';
import { verifyEnd, verifyPage } from './verification.ts';

/** Entries and subjects of one pass: few, so that a pass takes some milliseconds of a second. */
const PAGE = 500;

type Progress = {
  readonly tree: Tree;
  /** The round began more than a day ago. */
  readonly isOld: boolean;
  /** The round has not reached the end yet. */
  readonly isOpen: boolean;
  /** Last subject of this round whose noted last entry was verified. */
  readonly headsAfter: string | null;
  readonly fault: Fault | null;
};

/** Returns a pass of the background check. It returns 0, so that the next pass is not made at once. */
export function createVerifier(db: Db, log: UseCaseLog): () => Promise<number> {
  let treeBefore: number | undefined;
  return async () => {
    const { fault, treeSize } = await db.transaction((tx) => verifyNext(tx, treeBefore));
    treeBefore = treeSize;
    if (fault)
      log.error({ ...fault }, 'the journal is not as it was recorded: run "npm run leadloop -- journal verify"');
    return 0;
  };
}

type Checked = { readonly fault?: Fault | undefined; readonly treeSize?: number | undefined };

/** Verifies the next page. Returns a fault that the pass before did not find, and the size of the tree that is kept. */
async function verifyNext(tx: Tx, treeBefore: number | undefined): Promise<Checked> {
  const progress = await lockProgress(tx);
  if (progress === undefined) return {};
  const ends = await readEnds(tx);
  const last = lastOf(ends);
  const begins = progress.tree.size >= last && progress.isOld && progress.fault === null;
  const before = begins ? EMPTY_TREE : progress.tree;
  const page = await verifyPage(tx, before, Math.max(last, before.size), PAGE);
  const isBuilt = !isTreeBehind(ends) || ends.tree?.size === treeBefore;
  const reachesEnd = page.fault === undefined && isBuilt && page.tree.size >= last;
  const found =
    page.fault ??
    (isBuilt ? compareEnds(ends) : undefined) ??
    (reachesEnd ? await verifyEnd(tx, page.tree, ends) : undefined);
  const after = begins ? null : progress.headsAfter;
  // All subjects once a round, and not after each new entry.
  const heads =
    reachesEnd && found === undefined && (begins || progress.isOpen)
      ? await verifyHeads(tx, { after, size: last, limit: PAGE })
      : { fault: undefined, next: after };
  const fault = found ?? heads.fault;
  const finishes = reachesEnd && fault === undefined && heads.next === null;
  const headsAfter = fault === undefined ? heads.next : after;
  await keepProgress(tx, { tree: fault ? before : page.tree, begins, finishes, headsAfter, fault });
  return { fault: progress.fault === null ? fault : undefined, treeSize: ends.tree?.size };
}

async function lockProgress(tx: Tx): Promise<Progress | undefined> {
  const { rows } = await tx.execute<Omit<Progress, 'tree'> & { position: string; frontier: Buffer[] }>(sql`
    select position, frontier, begun_at < now() - interval '1 day' as "isOld",
      coalesce(finished_at < begun_at, true) as "isOpen", heads_after as "headsAfter", fault
    from journal_verification for update skip locked`);
  const [row] = rows;
  return row && { ...row, tree: { size: Number(row.position), frontier: row.frontier } };
}

type Pass = Pick<Progress, 'tree' | 'headsAfter'> & {
  readonly begins: boolean;
  readonly finishes: boolean;
  readonly fault: Fault | undefined;
};

async function keepProgress(tx: Tx, { tree, begins, finishes, headsAfter, fault }: Pass): Promise<void> {
  await tx.execute(sql`
    update journal_verification set position = ${tree.size}, frontier = ${frontierValue(tree)},
      begun_at = case when ${begins} then now() else begun_at end,
      finished_at = case when ${finishes} then now() else finished_at end,
      heads_after = ${headsAfter}, fault = ${fault === undefined ? null : JSON.stringify(fault)}::jsonb`);
}
