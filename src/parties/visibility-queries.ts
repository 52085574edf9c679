/** SQL conditions that limit a query to the rows that the caller may see, before row-level security. */
import { eq, inArray, like, or, type SQL, sql } from 'drizzle-orm';
import { type PgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import type { Visibility } from '../core/access/visibility.ts';
import { parties, sites } from './tables.ts';

/** Columns of a table that refer to organisations, and columns that refer to sites. */
type References = { readonly parties: readonly PgColumn[]; readonly sites?: readonly PgColumn[] };

const NOTHING = sql`false`;

/** Matches rows that refer to a visible organisation, or to a site in the visible city. Returns undefined if all rows are visible. */
export function whereVisible(visibility: Visibility, references: References): SQL | undefined {
  switch (visibility.of) {
    case 'all':
      return undefined;
    case 'party':
      return or(...references.parties.map((column) => eq(column, visibility.partyId))) ?? NOTHING;
    case 'city':
      return (
        or(
          ...references.parties.map((column) => inArray(column, idsIn(parties, visibility.division))),
          ...(references.sites ?? []).map((column) => inArray(column, idsIn(sites, visibility.division))),
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
