/** Recovery rates that count a record: those of its month and year. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type DependantKind, dependantsIn } from '../../core/dependant.ts';
import { DEPENDANTS_MAX, type ReadDependants, unlistedOf } from '../../platform/dependants.ts';

const MonthRow = z.object({ partyId: z.string(), month: z.string(), total: z.coerce.number() });

/**
 * Reads the periods whose rate counts a batch at a recycling site, an emission, or a recycling site itself. Their rates are
 * computed when read; those of a site hold its kind, because they count recyclers only.
 */
export const readRecoveryDependants: ReadDependants = async (db, { kind, id }) => {
  const records = COUNTED[kind]?.(id);
  if (records === undefined) return dependantsIn([]);
  const { rows } = await db.execute(sql`
    select party_id as "partyId", to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
      count(*) over () as total
    from (${records}) counted group by 1, 2 order by 2 desc, 1 limit ${DEPENDANTS_MAX / 2}`);
  const months = z.array(MonthRow).parse(rows);
  const periods = months.flatMap(({ partyId, month }) => [`${partyId}/${month}`, `${partyId}/${month.slice(0, 4)}`]);
  const needs = kind === 'site' ? { repeats: ['kind'], holds: ['kind'] } : {};
  const listed = [...new Set(periods)].sort().map((period) => ({
    ...{ kind: 'recovery_rate' as const, id: period, state: null, figures: {}, keeps: null, ...needs },
  }));
  return dependantsIn(listed, { unlisted: unlistedOf('recovery_rate', months) });
};

/** Movements of the batches at recycling sites. */
const MOVED = sql`
  select b.party_id, m.occurred_at from batches b join sites s on s.id = b.site_id and s.kind = 'recycler'
    join movements m on (m.to_batch_id = b.id or m.from_batch_id = b.id) and m.kind <> 'correction'`;

/** Records that a rate counts, by the kind of the record that they depend on. */
const COUNTED: Readonly<Partial<Record<DependantKind, (id: string) => SQL>>> = {
  emission: (id) => sql`select party_id, occurred_at from emissions where id = ${id}`,
  batch: (id) => sql`${MOVED} where b.id = ${id}`,
  site: (id) => sql`
    ${MOVED} where s.id = ${id}
    union all select e.party_id, e.occurred_at from emissions e join sites s on s.id = e.site_id and s.kind = 'recycler'
      where s.id = ${id}`,
};
