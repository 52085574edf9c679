/** Flow figures, with the records behind each of them. */
import { and, asc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Visibility } from '../core/access/visibility.ts';
import type { Reader } from '../platform/database/db.ts';
import { equals } from '../platform/database/page.ts';
import { type Page, readCursor, toPage } from '../platform/http/index.ts';
import { divisionName } from '../platform/law/index.ts';
import {
  type FlowQuery,
  type FlowRecordQuery,
  type FlowRecordResponse,
  type FlowResponse,
  toFlowRecordResponse,
} from './schemas.ts';
import { flowRecords } from './tables.ts';

const CELLS_MAX = 5_000;

/** Limits flows to those a caller may see; a city sees the flows from it and to it. */
function onlyVisible(visibility: Visibility): SQL | undefined {
  if (visibility.of === 'all') return undefined;
  if (visibility.of !== 'city') return sql`false`;
  return or(eq(flowRecords.fromCity, visibility.division), eq(flowRecords.toCity, visibility.division));
}

/** Sums accepted mass by month, origin and destination. At most 5 000 cells; `complete` is false when there are more. */
export async function readFlows(
  db: Reader,
  visibility: Visibility,
  { from, to, level }: z.infer<typeof FlowQuery>,
): Promise<z.infer<typeof FlowResponse>> {
  const [source, target] =
    level === 'province'
      ? [flowRecords.fromProvince, flowRecords.toProvince]
      : [flowRecords.fromCity, flowRecords.toCity];
  const rows = await db
    .select({
      month: flowRecords.month,
      from: source,
      to: target,
      massGrams: sql`sum(${flowRecords.massGrams})`.mapWith(Number),
      pieces: sql`sum(${flowRecords.pieces})`.mapWith(Number),
      manifests: sql`count(distinct ${flowRecords.manifestId})`.mapWith(Number),
    })
    .from(flowRecords)
    .where(and(onlyVisible(visibility), gte(flowRecords.month, from), lt(flowRecords.month, to)))
    .groupBy(flowRecords.month, source, target)
    .orderBy(asc(flowRecords.month), asc(source), asc(target))
    .limit(CELLS_MAX + 1);
  const cells = rows.slice(0, CELLS_MAX);
  const names = await namesOf(db, new Set(cells.flatMap((cell) => [cell.from, cell.to])));
  return {
    level,
    complete: rows.length <= CELLS_MAX,
    items: cells.map((cell) => ({
      ...cell,
      fromName: names.get(cell.from) ?? null,
      toName: names.get(cell.to) ?? null,
    })),
  };
}

async function namesOf(db: Reader, codes: ReadonlySet<string>): Promise<Map<string, string | undefined>> {
  const names = new Map<string, string | undefined>();
  for (const code of codes) names.set(code, await divisionName(db, code));
  return names;
}

const Place = z
  .string()
  .regex(/^\d{1,15}:\d{1,6}$/)
  .transform((text) => text.split(':').map(Number))
  .pipe(z.tuple([z.int(), z.int()]));

/** Lists the records behind a cell, in the order of the journal. */
export async function listFlowRecords(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof FlowRecordQuery>,
): Promise<Page<z.infer<typeof FlowRecordResponse>>> {
  const place = readCursor(query.cursor, Place);
  const { journalIndex, line, fromProvince, fromCity, toProvince, toCity } = flowRecords;
  const rows = await db
    .select()
    .from(flowRecords)
    .where(
      and(
        onlyVisible(visibility),
        eq(flowRecords.month, query.month),
        equals(query.from?.length === 2 ? fromProvince : fromCity, query.from),
        equals(query.to?.length === 2 ? toProvince : toCity, query.to),
        place && sql`(${journalIndex}, ${line}) > (${place[0]}, ${place[1]})`,
      ),
    )
    .orderBy(asc(journalIndex), asc(line))
    .limit(query.limit + 1);
  return toPage(rows, query.limit, (row) => `${row.journalIndex}:${row.line}`, toFlowRecordResponse);
}
