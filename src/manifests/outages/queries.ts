/** Reads outages: a public register. */
import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { afterCursor, equals } from '../../platform/database/page.ts';
import { type Page, toPage } from '../../platform/http/index.ts';
import { outageEnds, outages } from '../tables.ts';
import { outageProblem } from './problems.ts';
import { type OutageListQuery, type OutageResponse, toOutageResponse } from './schemas.ts';

type Answer = z.infer<typeof OutageResponse>;

const withEnds = (db: Reader) =>
  db
    .select({ outage: outages, ending: outageEnds })
    .from(outages)
    .leftJoin(outageEnds, eq(outageEnds.outageId, outages.id));

type Row = Awaited<ReturnType<typeof withEnds>>[number];

const toAnswer = ({ outage, ending }: Row): Answer => toOutageResponse({ ...outage, ending });

/** Reads an outage. @throws Problem `outage-missing` */
export async function readOutage(db: Reader, id: string): Promise<Answer> {
  const [row] = await withEnds(db).where(eq(outages.id, id));
  if (row === undefined) throw outageProblem('outage-missing', { id, pointer: '#/params/id' });
  return toAnswer(row);
}

export async function listOutages(db: Reader, query: z.infer<typeof OutageListQuery>): Promise<Page<Answer>> {
  const { cursor, limit, openAt, current, system, divisionCode } = query;
  const rows = await withEnds(db)
    .where(
      and(
        afterCursor(outages.id, cursor),
        equals(outages.system, system),
        openAt && openAtInstant(openAt),
        current && (current === 'true' ? isNull(outageEnds.outageId) : sql`${outageEnds.outageId} is not null`),
        divisionCode === undefined ? undefined : sql`starts_with(${divisionCode}, ${outages.divisionCode})`,
      ),
    )
    .orderBy(asc(outages.id))
    .limit(limit + 1);
  return toPage(rows, limit, ({ outage }) => outage.id, toAnswer);
}

function openAtInstant(instant: Date): SQL | undefined {
  const at = instant.toISOString();
  return and(
    sql`${outages.startedAt} <= ${at}::timestamptz`,
    or(isNull(outageEnds.endedAt), sql`${at}::timestamptz < ${outageEnds.endedAt}`),
  );
}
