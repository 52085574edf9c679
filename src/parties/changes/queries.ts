/** Lists the changes of registered records, and what depends on an organisation. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { RegisteredKind } from '../../core/access/changeable.ts';
import { dependantsIn } from '../../core/dependant.ts';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import { DEPENDANTS_MAX, dependantsFrom, idsOf, type ReadDependants, TOTAL } from '../../platform/dependants.ts';
import type { Page, PageQuery } from '../../platform/http/index.ts';
import { registerChanges, sites } from '../tables.ts';
import { type RegisterChangeResponse, toChangeResponse } from './schemas.ts';

/** Lists the changes of a record, first to last. The caller must have read the record as visible. */
export function listChanges(
  db: Reader,
  { kind, id }: { readonly kind: RegisteredKind; readonly id: string },
  query: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof RegisterChangeResponse>>> {
  return page(db, registerChanges, {
    query,
    where: [eq(registerChanges.kind, kind), eq(registerChanges.recordId, id)],
    toItem: toChangeResponse,
  });
}

/** Reads the sites of organisations: they lie in the home province. */
export const readPartyDependants: ReadDependants = async (db, records) => {
  const ids = idsOf('party', records);
  if (ids.length === 0) return dependantsIn([]);
  const rows = await db
    .select({ id: sites.id, total: TOTAL })
    .from(sites)
    .where(inArray(sites.partyId, ids))
    .orderBy(asc(sites.id))
    .limit(DEPENDANTS_MAX);
  return dependantsFrom(rows, (site) => ({
    ...{ kind: 'site', id: site.id, state: null, figures: {}, keeps: null },
    ...{ repeats: ['provinceCode'], holds: ['provinceCode'] },
  }));
};
