/** Reads and writes numbers reserved for forms on paper. Contains no rule. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { paperNumberBlocks } from '../tables.ts';
import type { PaperNumberBlock } from './block.ts';

type Numbers = Pick<PaperNumberBlock, 'prefix' | 'firstSerial' | 'lastSerial' | 'digits'>;
type Overlapping = Numbers & Pick<PaperNumberBlock, 'id'>;

/** Finds a block that shares a number with the wanted one, and keeps others from reserving until the transaction ends. */
export async function lockOverlap(
  tx: Tx,
  { prefix, firstSerial, lastSerial, digits }: Numbers,
): Promise<Overlapping | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('paper-numbers'))`);
  const { rows } = await tx.execute<Overlapping>(sql`
    select id, prefix, first_serial::float8 as "firstSerial", last_serial::float8 as "lastSerial", digits
    from paper_number_blocks
    where paper_number_stem(prefix) = paper_number_stem(${prefix})
      and length(paper_number_tail(prefix)) + digits = length(paper_number_tail(${prefix})) + ${digits}::int
      and paper_number_value(prefix, first_serial, digits) <= paper_number_value(${prefix}, ${lastSerial}::bigint, ${digits}::int)
      and paper_number_value(${prefix}, ${firstSerial}::bigint, ${digits}::int) <= paper_number_value(prefix, last_serial, digits)
    limit 1`);
  return rows[0];
}

export async function insertBlock(tx: Tx, block: PaperNumberBlock): Promise<void> {
  await tx.insert(paperNumberBlocks).values(block);
}
