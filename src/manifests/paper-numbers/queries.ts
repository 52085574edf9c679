/** Reads numbers reserved for forms on paper, within the visibility of the caller, with the manifests that have them. */
import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { afterCursor, equals } from '../../platform/database/page.ts';
import { type Page, toPage } from '../../platform/http/index.ts';
import { manifests, paperNumberBlocks } from '../tables.ts';
import { includesKey, type KeyedBlock } from './block.ts';
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
  const [block] = await keyedBlocks(db).where(and(eq(paperNumberBlocks.id, id), within(visibility)));
  if (block === undefined) throw paperNumberProblem('paper-block-missing', { id, pointer: '#/params/id' });
  const uses = usesOf(block, await listPapers(db, [block.partyId], seen));
  return {
    ...toPaperNumbersResponse(block, uses.length),
    uses: uses.map(({ number, manifestId }) => ({ number, manifestId })),
  };
}

export async function listBlocks(
  db: Reader,
  { visibility, seen }: Reading,
  { cursor, limit, partyId }: z.infer<typeof PaperNumbersQuery>,
): Promise<Page<z.infer<typeof PaperNumbersResponse>>> {
  const blocks = await keyedBlocks(db)
    .where(
      and(afterCursor(paperNumberBlocks.id, cursor), equals(paperNumberBlocks.partyId, partyId), within(visibility)),
    )
    .orderBy(asc(paperNumberBlocks.id))
    .limit(limit + 1);
  const papers = await listPapers(db, [...new Set(blocks.map((block) => block.partyId))], seen);
  return toPage(
    blocks,
    limit,
    ({ id }) => id,
    (block) => toPaperNumbersResponse(block, usesOf(block, papers).length),
  );
}

const keyedBlocks = (db: Reader) =>
  db
    .select({
      ...getTableColumns(paperNumberBlocks),
      prefixKey: sql<string>`manifest_key(${paperNumberBlocks.prefix})`,
    })
    .from(paperNumberBlocks);

type Paper = {
  readonly manifestId: string;
  readonly consignorId: string;
  readonly number: string;
  readonly key: string;
};

const NUMBER = sql<string>`${manifests.document} -> 'paper' ->> 'number'`;

/**
 * Lists the numbers of the loads on paper of some organisations, by their keys. Row-level security keeps the planner from an index
 * by key, so that they are read once for all blocks.
 */
async function listPapers(db: Reader, partyIds: readonly string[], seen: SQL | undefined): Promise<Paper[]> {
  if (partyIds.length === 0) return [];
  const papers = await db
    .select({
      manifestId: manifests.id,
      consignorId: manifests.consignorId,
      number: NUMBER,
      key: sql<string>`manifest_key(${NUMBER})`,
    })
    .from(manifests)
    .where(
      and(
        inArray(manifests.consignorId, [...partyIds]),
        sql`${NUMBER} is not null and ${manifests.state} <> 'cancelled'`,
        seen,
      ),
    );
  return papers.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

const usesOf = (block: KeyedBlock & { readonly partyId: string }, papers: readonly Paper[]): Paper[] =>
  papers.filter(({ consignorId, key }) => consignorId === block.partyId && includesKey(block, key));
