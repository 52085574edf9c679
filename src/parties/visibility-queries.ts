/** What of a table an actor sees, as a condition of its query: the first wall between organisations. */
import { eq, inArray, like, or, type SQL, sql } from 'drizzle-orm';
import { type PgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import type { Visibility } from '../core/access/visibility.ts';
import { parties, sites } from './tables.ts';

/** The columns of a table that name organisations, and those that name their sites. */
export type Naming = { readonly parties: readonly PgColumn[]; readonly sites?: readonly PgColumn[] };

const NOTHING = sql`false`;

/** Rows that name an organisation within the visibility, or a site in its city; no condition for who sees all. */
export function whereVisible(visibility: Visibility, naming: Naming): SQL | undefined {
  switch (visibility.of) {
    case 'all':
      return undefined;
    case 'party':
      return or(...naming.parties.map((column) => eq(column, visibility.partyId))) ?? NOTHING;
    case 'city':
      return (
        or(
          ...naming.parties.map((column) => inArray(column, idsIn(parties, visibility.division))),
          ...(naming.sites ?? []).map((column) => inArray(column, idsIn(sites, visibility.division))),
        ) ?? NOTHING
      );
    default:
      return NOTHING;
  }
}

function idsIn(table: typeof parties | typeof sites, division: string) {
  return new QueryBuilder({ casing: 'snake_case' })
    .select({ id: table.id })
    .from(table)
    .where(like(table.divisionCode, `${division}%`));
}
