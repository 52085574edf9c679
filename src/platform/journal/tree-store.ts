/** The tree in the database. Only the sealer, which holds its lock, changes it. */
import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../database/db.ts';
import { grow, rootOf, type Tree } from './tree.ts';

const REMEDY = 'run "npm run leadloop -- journal verify"';

type Row = { size: string; frontier: Buffer[] };

async function readTree(db: Reader): Promise<Tree> {
  const { rows } = await db.execute<Row>(sql`select size, frontier from journal_tree`);
  if (rows[0] === undefined) throw new Error(`the journal has lost its tree; ${REMEDY}`);
  return { size: Number(rows[0].size), frontier: rows[0].frontier };
}

/** Writes the roots of subtrees as an array, for a statement. */
export const frontierValue = ({ frontier }: Tree) => sql`(
  select coalesce(array_agg(decode(root, 'hex') order by place), '{}')
  from jsonb_array_elements_text(${JSON.stringify(frontier.map((root) => root.toString('hex')))}::jsonb)
    with ordinality as roots(root, place))`;

/**
 * Adds sealed entries that the tree lacks, at most `limit`, and returns their number. It keeps a root for later once a
 * minute.
 * @throws Error when the journal has fewer sealed entries than the tree: nothing more may be sealed on top of that
 */
export async function growTree(tx: Tx, limit: number): Promise<number> {
  const tree = await readTree(tx);
  const { rows } = await tx.execute<{ index: string; hash: Buffer }>(sql`
    select index, hash from journal_seals where index > ${tree.size} order by index limit ${limit}`);
  const { rows: ends } = await tx.execute<{ sealed: string; noted: string }>(sql`
    select next_index - 1 as sealed, (select coalesce(max(size), 0) from journal_tree_heads) as noted from journal_sealer`);
  const sealed = Number(ends[0]?.sealed ?? 0);
  const known = Math.max(tree.size, Number(ends[0]?.noted ?? 0));
  if (sealed < known || rows.some(({ index }, at) => Number(index) !== tree.size + at + 1)) {
    throw new Error(`the journal has lost sealed entries: it had ${known}; ${REMEDY}`);
  }
  if (rows.length === 0) return 0;
  const grown = grow(
    tree,
    rows.map(({ hash }) => hash),
  );
  await tx.execute(sql`update journal_tree set size = ${grown.size}, frontier = ${frontierValue(grown)}`);
  await tx.execute(sql`
    insert into journal_tree_heads (size, root, made_at)
    select ${grown.size}, decode(${rootOf(grown).toString('hex')}, 'hex'), now()
    where coalesce((select made_at < now() - interval '1 minute' from journal_tree_heads order by size desc limit 1), true)`);
  return rows.length;
}
