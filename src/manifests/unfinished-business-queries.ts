/** Manifests that keep an organisation from being closed. */
import { and, count, eq, inArray, isNotNull, or } from 'drizzle-orm';
import type { ReadUnfinishedBusiness } from '../parties/index.ts';
import { manifests } from './tables.ts';
import { AWAITED } from './taking/step-permissions.ts';

/**
 * Counts the manifests that wait for a step of the organisation. A load that another province only announces does not
 * count before its receiver has recorded the arrival: otherwise another province could keep an organisation open.
 */
export const openManifests: ReadUnfinishedBusiness = async (db, partyId) => {
  const awaited = (['consignor', 'carrier', 'receiver'] as const).map((role) =>
    and(eq(manifests[`${role}Id`], partyId), inArray(manifests.state, [...AWAITED[role]])),
  );
  const [row] = await db
    .select({ found: count() })
    .from(manifests)
    .where(
      and(or(...awaited), or(isNotNull(manifests.consignorSiteId), inArray(manifests.state, ['arrived', 'disputed']))),
    );
  return { manifests: row?.found ?? 0 };
};
