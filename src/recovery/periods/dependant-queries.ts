/** Recovery rates that count a record: those of its month, quarter and year. */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type DependantKind, dependantsIn } from '../../core/dependant.ts';
import { DEPENDANTS_MAX, dependantsFrom, idsIn, idsOf, type ReadDependants } from '../../platform/dependants.ts';

const PeriodRow = z.object({ id: z.string(), total: z.coerce.number(), state: z.string().nullable() });

/**
 * Reads the periods whose rate counts batches at a recycling site, emissions, or recycling sites themselves, the latest ones.
 * Their rates are computed when read, and `certified` where an assessment of the period was certified; those of a site hold its kind, because they count recyclers only.
 */
export const readRecoveryDependants: ReadDependants = async (db, records) => {
  const counted = COUNTED_KINDS.flatMap((kind) => {
    const ids = idsOf(kind, records);
    return ids.length === 0 ? [] : [COUNTED[kind](idsIn(ids))];
  });
  if (counted.length === 0) return dependantsIn([]);
  const { rows } = await db.execute(sql`
    select party_id || '/' || period as id, count(*) over () as total, (
      select 'certified' from assessments a where a.party_id = periods.party_id and a.period = periods.period
        and a.state in ('certified', 'objected') and a.outcome = 'certified' limit 1) as state
    from (
      select distinct party_id, unnest(array[
        to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM'),
        to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY-"Q"Q'), to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY')
      ]) as period from (${sql.join(counted, sql` union all `)}) counted
    ) periods order by left(period, 4) desc, period desc, party_id limit ${DEPENDANTS_MAX}`);
  const needs = records.some(({ kind }) => kind === 'site') ? { repeats: ['kind'], holds: ['kind'] } : {};
  const found = z.array(PeriodRow).parse(rows);
  return dependantsFrom(
    found.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ id, state }) => ({ kind: 'recovery_rate', id, state, figures: {}, keeps: null, ...needs }),
  );
};

/** Movements of the batches at recycling sites. */
const MOVED = sql`
  select b.party_id, m.occurred_at from batches b join sites s on s.id = b.site_id and s.kind = 'recycler'
    join movements m on (m.to_batch_id = b.id or m.from_batch_id = b.id) and m.kind <> 'correction'`;

/** Records that a rate counts, by the kind of the record that they depend on. */
const COUNTED = {
  emission: (ids: SQL) => sql`select party_id, occurred_at from emissions where id in ${ids}`,
  batch: (ids: SQL) => sql`${MOVED} where b.id in ${ids}`,
  site: (ids: SQL) => sql`
    ${MOVED} where s.id in ${ids}
    union all select e.party_id, e.occurred_at from emissions e join sites s on s.id = e.site_id and s.kind = 'recycler'
      where s.id in ${ids}`,
} as const satisfies Readonly<Partial<Record<DependantKind, (ids: SQL) => SQL>>>;
const COUNTED_KINDS = ['emission', 'batch', 'site'] as const;
