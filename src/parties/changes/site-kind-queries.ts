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
