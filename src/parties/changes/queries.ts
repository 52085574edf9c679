/** Lists the changes of registered records, and what depends on an organisation. */
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { RegisteredKind } from '../../core/access/changeable.ts';
import { type Dependant, dependantsIn } from '../../core/dependant.ts';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import { DEPENDANTS_MAX, type ReadDependants, TOTAL, unlistedOf } from '../../platform/dependants.ts';
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

/** Reads the sites of an organisation: they lie in its home province. */
export const readPartyDependants: ReadDependants = async (db, { kind, id }) => {
  if (kind !== 'party') return dependantsIn([]);
  const rows = await db
    .select({ id: sites.id, total: TOTAL })
    .from(sites)
    .where(eq(sites.partyId, id))
    .orderBy(asc(sites.id))
    .limit(DEPENDANTS_MAX);
  const listed = rows.map(
    (site): Dependant => ({
      ...{ kind: 'site', id: site.id, state: null, figures: {}, keeps: null },
      ...{ repeats: ['provinceCode'], holds: ['provinceCode'] },
    }),
  );
  return dependantsIn(listed, { unlisted: unlistedOf('site', rows) });
};
