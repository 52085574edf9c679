/** The kind of a site at an instant of the past, from the history of its changes. */
import { type SQL, sql } from 'drizzle-orm';

/**
 * Returns SQL for the kind that a site had at an instant.
 * @param site alias of the table of sites in the query
 */
export const siteKindAt = (site: SQL, at: SQL): SQL => sql`coalesce((
  select changed.before ->> 'kind' from register_changes changed
  where changed.record_id = ${site}.id and changed.kind = 'site' and changed.recorded_at > ${at} and changed.before ? 'kind'
  order by changed.version limit 1), ${site}.kind)`;
