/** Reads dioxin measurements for callers, and for the releases of a year. */
import { and, eq, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { countedMovements } from '../../batches/index.ts';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import type { SiteListQuery } from '../inventory/schemas.ts';
import type { LeadPeriod } from '../lead/record-queries.ts';
import { dioxinMeasurements } from '../tables.ts';
import type { DioxinMeasurement } from './measurement.ts';
import { dioxinProblem } from './problems.ts';
import { type DioxinResponse, toDioxinResponse } from './schemas.ts';

const seen = (visibility: Visibility) =>
  whereVisible(visibility, { parties: [dioxinMeasurements.partyId], sites: [dioxinMeasurements.siteId] });

export async function readDioxin(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<z.infer<typeof DioxinResponse>> {
  const [row] = await db
    .select()
    .from(dioxinMeasurements)
    .where(and(eq(dioxinMeasurements.id, id), seen(visibility)));
  if (row === undefined) throw dioxinProblem('dioxin-missing', { id, pointer: '#/params/id' });
  return toDioxinResponse(row);
}

export function listDioxin(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof SiteListQuery>,
): Promise<Page<z.infer<typeof DioxinResponse>>> {
  const where = [seen(visibility), equals(dioxinMeasurements.siteId, query.siteId)];
  return page(db, dioxinMeasurements, { query, where, toItem: toDioxinResponse });
}

/** Lists the valid measurements of an enterprise that were sampled before an instant, oldest first. */
export async function listDioxinBefore(db: Reader, partyId: string, before: Date): Promise<DioxinMeasurement[]> {
  const later = alias(dioxinMeasurements, 'later');
  return db
    .select()
    .from(dioxinMeasurements)
    .where(
      and(
        eq(dioxinMeasurements.partyId, partyId),
        lt(dioxinMeasurements.sampledAt, before),
        sql`not exists (select from ${dioxinMeasurements} ${later} where ${later.replacesId} = ${dioxinMeasurements.id})`,
      ),
    )
    .orderBy(dioxinMeasurements.sampledAt, dioxinMeasurements.id);
}

const Produced = z.object({ siteId: z.string(), massGrams: z.coerce.number() });
const Operated = z.object({ siteId: z.string(), hours: z.coerce.number() });

/** Adds up the products of processing runs in a period, by site, with later corrections. */
export async function sumProducts(db: Reader, { partyId, from, to }: LeadPeriod): Promise<z.infer<typeof Produced>[]> {
  const { rows } = await db.execute(sql`
    select b.site_id as "siteId", sum(m.mass_grams) as "massGrams"
    from batches b join run_outputs o on o.batch_id = b.id join ${countedMovements()} m on m.to_batch_id = b.id
    where b.party_id = ${partyId} and o.role = 'product' and m.kind = 'output' and m.mass_grams > 0
      and m.occurred_at >= ${from.toISOString()} and m.occurred_at < ${to.toISOString()}
    group by b.site_id order by b.site_id`);
  return z.array(Produced).parse(rows);
}

/** Adds up the hours of a period in which at least one run was open, by site. @param now end of runs that are open */
export async function sumRunHours(
  db: Reader,
  { partyId, from, to }: LeadPeriod,
  now: Date,
): Promise<z.infer<typeof Operated>[]> {
  const ended = sql`least(coalesce(closed_at, ${now.toISOString()}::timestamptz), ${to.toISOString()}::timestamptz)`;
  const started = sql`greatest(started_at, ${from.toISOString()}::timestamptz)`;
  const { rows } = await db.execute(sql`
    select site_id as "siteId", floor(sum(extract(epoch from upper(span) - lower(span))) / 3600) as hours
    from (select site_id, unnest(range_agg(tstzrange(${started}, ${ended}))) as span
      from runs where party_id = ${partyId} and ${started} < ${ended} group by site_id) open
    group by site_id order by site_id`);
  return z.array(Operated).parse(rows);
}
