/** The kind of a site at an instant of the past, from the history of its changes. */
import { type SQL, sql } from 'drizzle-orm';

/** SQL for the sites whose kind was ever changed: few, so a query reads them once and looks no further for all others. */
const CHANGED = sql`(select of_kind.record_id from register_changes of_kind where of_kind.kind = 'site' and of_kind.before ? 'kind')`;

/**
 * Returns SQL for the kind that a site had at an instant.
 * @param site alias of the table of sites in the query
 */
export const siteKindAt = (site: SQL, at: SQL): SQL => sql`case when ${site}.id in ${CHANGED} then coalesce((
  select changed.before ->> 'kind' from register_changes changed
  where changed.record_id = ${site}.id and changed.kind = 'site' and changed.recorded_at > ${at} and changed.before ? 'kind'
  order by changed.version limit 1), ${site}.kind) else ${site}.kind end`;

/**
 * Returns SQL that is true when a site had a kind at an instant. The planner takes an equation of unknown values for true once in
 * two hundred rows, and a case for true in every second one. So it joins large tables by their whole, not row by row.
 * @param otherwise kind of a site that is not registered here
 */
export const wasKind = (site: SQL, at: SQL, kind: string, otherwise = ''): SQL =>
  sql`case when coalesce(${siteKindAt(site, at)}, ${otherwise}) = ${kind} then true else false end`;
