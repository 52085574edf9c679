/** Reads dioxin measurements for callers, and for the releases of a year. */
import { and, eq, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import type { SiteListQuery } from '../inventory/schemas.ts';
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
