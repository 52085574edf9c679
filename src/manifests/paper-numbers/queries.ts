/** Reads numbers reserved for forms on paper, within the visibility of the caller, with the manifests that have them. */
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { afterCursor, equals } from '../../platform/database/page.ts';
import { type Page, toPage } from '../../platform/http/index.ts';
import { manifests, paperNumberBlocks } from '../tables.ts';
import { paperNumberProblem } from './problems.ts';
import {
  type PaperNumbersQuery,
  type PaperNumbersResponse,
  type PaperNumbersWithUses,
  toPaperNumbersResponse,
} from './schemas.ts';

/** The caller, with the manifests that it may see. */
export type Reading = { readonly visibility: Visibility; readonly seen: SQL | undefined };

const within = (visibility: Visibility) => whereVisible(visibility, { parties: [paperNumberBlocks.partyId] });

/** Reads a block with the manifests that go under its numbers. @throws Problem `paper-block-missing` */
export async function readBlock(
  db: Reader,
  { visibility, seen }: Reading,
  id: string,
): Promise<z.infer<typeof PaperNumbersWithUses>> {
  const [block] = await db
    .select()
    .from(paperNumberBlocks)
    .where(and(eq(paperNumberBlocks.id, id), within(visibility)));
  if (block === undefined) throw paperNumberProblem('paper-block-missing', { id, pointer: '#/params/id' });
  const uses = (await listUses(db, [id], seen)).map(({ number, manifestId }) => ({ number, manifestId }));
  return { ...toPaperNumbersResponse(block, uses.length), uses };
}

export async function listBlocks(
  db: Reader,
  { visibility, seen }: Reading,
  { cursor, limit, partyId }: z.infer<typeof PaperNumbersQuery>,
): Promise<Page<z.infer<typeof PaperNumbersResponse>>> {
  const blocks = await db
    .select()
    .from(paperNumberBlocks)
    .where(
      and(afterCursor(paperNumberBlocks.id, cursor), equals(paperNumberBlocks.partyId, partyId), within(visibility)),
    )
    .orderBy(asc(paperNumberBlocks.id))
    .limit(limit + 1);
  const uses = await listUses(
    db,
    blocks.map(({ id }) => id),
    seen,
  );
  const used = Map.groupBy(uses, ({ blockId }) => blockId);
  return toPage(
    blocks,
    limit,
    ({ id }) => id,
    (block) => toPaperNumbersResponse(block, used.get(block.id)?.length ?? 0),
  );
}

const NUMBER = sql`${manifests.document} -> 'paper' ->> 'number'`;
const KEY = sql`manifest_key(${NUMBER})`;
const [STEM, TAIL] = [sql`paper_number_stem(${NUMBER})`, sql`paper_number_tail(${NUMBER})`];
const serialOf = (serial: SQL) => sql`paper_number_value(prefix, ${serial}, digits)`;
const [FIRST, LAST] = [serialOf(sql`first_serial`), serialOf(sql`last_serial`)];
/** Key of a number of a block. */
const keyOf = (serial: SQL) => sql`manifest_key(prefix || lpad(${serial}::text, digits, '0'))`;

/**
 * Lists the manifests of the holders under the numbers of some blocks. The range of keys leads the index to few manifests; the
 * rest of the condition makes it exact.
 */
function listUses(db: Reader, blockIds: readonly string[], seen: SQL | undefined) {
  return db
    .select({
      blockId: paperNumberBlocks.id,
      manifestId: manifests.id,
      number: sql<string>`${NUMBER}`,
    })
    .from(paperNumberBlocks)
    .innerJoin(
      manifests,
      and(
        eq(manifests.consignorId, paperNumberBlocks.partyId),
        sql`${NUMBER} is not null and ${manifests.state} <> 'cancelled'`,
        sql`${KEY} between ${keyOf(sql`first_serial`)} and ${keyOf(sql`last_serial`)}`,
        sql`${STEM} = paper_number_stem(prefix) and length(${TAIL}) = length(paper_number_tail(prefix)) + digits
          and nullif(${TAIL}, '')::numeric between ${FIRST} and ${LAST}`,
      ),
    )
    .where(and(inArray(paperNumberBlocks.id, [...blockIds]), seen))
    .orderBy(asc(KEY));
}
