/** Verifies that the journal is as it was recorded: content, chains, order and tree, page by page, at any size. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../../database/db.ts';
import { type Fault, type FaultKind, journalProblem } from '../problems.ts';
import { EMPTY_TREE, grow, rootOf, type Tree } from '../tree.ts';
import { compareEnds, compareTrees, type Ends, lastOf, readEnds } from './ends-store.ts';
import { findBeyond, findUnplaced, type HeadsPage, verifyHeads } from './presence-queries.ts';
import { coveredEntry, type StoredRow } from './stored-entry.ts';

/** A verified beginning of the journal, as the tree over it; and the fault after it, if there is one. */
export type Verified = { readonly tree: Tree; readonly fault?: Fault };

type Row = StoredRow & {
  place: string;
  place_sequence: string;
  sealed_hash: Buffer;
  before_hash: string | null;
  /** Another entry has the same number among those of its subject. */
  has_twin: boolean;
  head_number: number | null;
  head_hash: string | null;
};

/**
 * Verifies at most `limit` entries after a verified beginning, up to `end`. Without a fault, the returned tree has grown by
 * them, and equals every root that was kept on the way.
 */
export async function verifyPage(db: Reader, before: Tree, end: number, limit: number): Promise<Verified> {
  const count = Math.min(limit, end - before.size);
  const { rows } = await db.execute<Row>(sql`
    select s.index as place, s.sequence as place_sequence, s.hash as sealed_hash,
      e.recorded_at, e.occurred_at, e.kind, e.subject, e.number, e.version, e.actor, e.payload::text as payload,
      isfinite(e.occurred_at) and isfinite(e.recorded_at)
        and date_trunc('milliseconds', e.occurred_at) = e.occurred_at
        and date_trunc('milliseconds', e.recorded_at) = e.recorded_at as is_exact,
      encode(e.previous_hash, 'hex') as previous_hash, encode(e.hash, 'hex') as hash,
      (select encode(p.hash, 'hex') from journal_entries p
        where p.subject = e.subject and p.number = e.number - 1 limit 1) as before_hash,
      exists (select from journal_entries t where t.subject = e.subject and t.number = e.number
        and (t.sequence, t.recorded_at) <> (e.sequence, e.recorded_at)) as has_twin,
      h.number as head_number, encode(h.hash, 'hex') as head_hash
    from (select index, recorded_at, sequence, hash from journal_seals
      where index > ${before.size} order by index limit ${count}) s
    left join journal_entries e on e.recorded_at = s.recorded_at and e.sequence = s.sequence
    left join journal_heads h on h.subject = e.subject
    order by s.index`);
  const first = await sequenceAt(db, before.size);
  const { last, fault } = verifyRows(rows, { after: before.size, count, sequence: first });
  // No entry comes before the first place.
  const after = before.size === 0 ? null : first;
  const earlier = (await findUnplaced(db, { after, upTo: last, size: before.size })) ?? fault;
  return earlier === undefined ? verifyTree(db, before, rows) : { tree: before, fault: earlier };
}

/** Verifies rows one by one up to the first fault. Returns the number of writing of the last good one. */
function verifyRows(
  rows: readonly Row[],
  { after, count, sequence }: { readonly after: number; readonly count: number; readonly sequence: bigint },
): { readonly last: bigint; readonly fault?: Fault } {
  let last = sequence;
  for (let at = 0; at < count; at++) {
    const index = after + at + 1;
    const row = rows[at];
    const fault = faultOf(row, index, last);
    if (row === undefined || fault !== undefined) {
      return { last, fault: { fault: fault ?? 'seal-missing', index, subject: row?.subject ?? null } };
    }
    last = BigInt(row.place_sequence);
  }
  return { last };
}

function faultOf(row: Row | undefined, index: number, sequence: bigint): FaultKind | undefined {
  if (row === undefined || Number(row.place) !== index) return 'seal-missing';
  if (BigInt(row.place_sequence) <= sequence) return 'order-changed';
  if (row.hash === null) return 'entry-missing';
  const entry = coveredEntry({ ...row, index: row.place });
  if (entry === undefined) return 'entry-changed';
  if (row.sealed_hash.toString('hex') !== entry.hash) return 'hash-changed';
  if (row.before_hash !== entry.previousHash || row.has_twin) return 'chain-broken';
  if (row.head_number === null || row.head_number < entry.number) return 'head-changed';
  return row.head_number === entry.number && row.head_hash !== entry.hash ? 'head-changed' : undefined;
}

/** Returns the number of writing of the entry at an index; 0 before the first. */
async function sequenceAt(db: Reader, index: number): Promise<bigint> {
  const { rows } = await db.execute<{ sequence: string }>(sql`
    select sequence from journal_seals where index = ${index}`);
  return BigInt(rows[0]?.sequence ?? 0);
}

async function verifyTree(db: Reader, before: Tree, rows: readonly Row[]): Promise<Verified> {
  const { rows: heads } = await db.execute<{ size: string; root: Buffer }>(sql`
    select size, root from journal_tree_heads
    where size > ${before.size} and size <= ${before.size + rows.length} order by size`);
  const grownTo = (tree: Tree, size: number) =>
    grow(
      tree,
      rows.slice(tree.size - before.size, size - before.size).map((row) => row.sealed_hash),
    );
  let tree = before;
  for (const { size, root } of heads) {
    tree = grownTo(tree, Number(size));
    if (!rootOf(tree).equals(root))
      return { tree: before, fault: { fault: 'tree-changed', index: tree.size, subject: null } };
  }
  return { tree: grownTo(tree, before.size + rows.length) };
}

/**
 * Verifies the end of the journal against a verified beginning that reaches it: the tree that the sealer keeps, and that no
 * entry is where the sealer has passed, or where it never comes.
 */
export async function verifyEnd(db: Reader, verified: Tree, ends: Ends): Promise<Fault | undefined> {
  const last = await sequenceAt(db, verified.size);
  return (
    compareTrees(verified, ends) ??
    (await findUnplaced(db, { after: last, upTo: ends.sequence, size: verified.size })) ??
    (await findBeyond(db, verified.size))
  );
}

/** A size of the journal and its root, kept outside the database at an earlier time. */
export type Anchor = { readonly size: number; readonly root: string };

const PAGE = 2_000;

/**
 * Verifies the whole journal, from the first entry to the last sealed one, and that it contains what an anchor proves.
 * Returns its size and root, to be kept as an anchor.
 * @throws Problem `journal-broken` with the first fault, `journal-shorter`
 */
export async function verifyJournal(db: Reader, anchor?: Anchor): Promise<Anchor> {
  const ends = await readEnds(db);
  const last = lastOf(ends);
  if (anchor !== undefined && anchor.size > last) {
    throw journalProblem('journal-shorter', { size: last, wanted: anchor.size });
  }
  let tree = EMPTY_TREE;
  const advanceTo = async (end: number) => {
    while (tree.size < end) {
      const part = await verifyPage(db, tree, end, PAGE);
      if (part.fault) throw broken(part.fault);
      tree = part.tree;
    }
  };
  if (anchor !== undefined) {
    await advanceTo(anchor.size);
    if (rootOf(tree).toString('hex') !== anchor.root) {
      throw broken({ fault: 'anchor-differs', index: anchor.size, subject: null });
    }
  }
  await advanceTo(last);
  const fault = compareEnds(ends) ?? (await verifyEnd(db, tree, ends)) ?? (await findLostHead(db, last));
  if (fault) throw broken(fault);
  return { size: tree.size, root: rootOf(tree).toString('hex') };
}

async function findLostHead(db: Reader, size: number): Promise<Fault | undefined> {
  for (let after: string | null = null; ; ) {
    const { fault, next }: HeadsPage = await verifyHeads(db, { after, size, limit: PAGE });
    if (fault !== undefined || next === null) return fault;
    after = next;
  }
}

const broken = (fault: Fault) => journalProblem('journal-broken', { ...fault });
