/** Clashes of numbers as operators see them. */
import { count, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { exchangeProblem } from '../problems.ts';
import { numberClashes } from '../tables.ts';
import type { Contradiction } from './clash.ts';
import type { ClashListQuery, ClashResponse } from './schemas.ts';

export function listClashes(
  db: Reader,
  query: z.infer<typeof ClashListQuery>,
): Promise<Page<z.infer<typeof ClashResponse>>> {
  const { settledAt } = numberClashes;
  const where =
    query.state === undefined ? undefined : query.state === 'open' ? isNull(settledAt) : isNotNull(settledAt);
  return page(db, numberClashes, { query, where: [where], toItem: toClashResponse });
}

/** Reads a clash. @throws Problem `number-clash-missing` */
export async function readClash(db: Reader, id: string): Promise<z.infer<typeof ClashResponse>> {
  const [row] = await db.select().from(numberClashes).where(eq(numberClashes.id, id));
  if (!row) throw exchangeProblem('number-clash-missing', { id, pointer: '#/params/id' });
  return toClashResponse(row);
}

export async function countOpenClashes(db: Reader): Promise<number> {
  const [row] = await db.select({ found: count() }).from(numberClashes).where(isNull(numberClashes.settledAt));
  return row?.found ?? 0;
}

function toClashResponse(row: typeof numberClashes.$inferSelect): z.infer<typeof ClashResponse> {
  const { noticedAt, settledAt, ...rest } = row;
  return { ...rest, noticedAt: noticedAt.toISOString(), settledAt: settledAt?.toISOString() ?? null };
}

/** Reads the open clashes about a manifest that its number has not resolved. */
export async function readContradiction(db: Reader, manifestId: string): Promise<Contradiction> {
  const { rows } = await db.execute<{ source: string; shared: boolean }>(sql`
    select c.source, c.reason = 'number_claimed' as shared
    from exchange_number_clashes c join manifests m on m.id = ${manifestId}
    where c.settled_at is null and case c.reason
      when 'number_claimed' then m.id in (c.manifest_id, c.other_manifest_id) and c.number = m.number and not m.number_confirmed
      else c.manifest_id = m.id and c.number is distinct from m.number end`);
  const others = rows.filter(({ shared }) => !shared).map(({ source }) => source);
  return { others, shared: rows.length > others.length };
}
