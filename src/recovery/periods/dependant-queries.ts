/** Recovery rates that count a record: those of its month and year. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { dependantsIn } from '../../core/dependant.ts';
import { DEPENDANTS_MAX, type ReadDependants, unlistedOf } from '../../platform/dependants.ts';

const MonthRow = z.object({ partyId: z.string(), month: z.string(), total: z.coerce.number() });

/** Reads the periods whose rate counts a batch at a recycling site, or an emission. Their rates are computed when read. */
export const readRecoveryDependants: ReadDependants = async (db, { kind, id }) => {
  if (kind !== 'batch' && kind !== 'emission') return dependantsIn([]);
  const records =
    kind === 'emission'
      ? sql`select party_id, occurred_at from emissions where id = ${id}`
      : sql`select b.party_id, m.occurred_at
          from batches b join sites s on s.id = b.site_id and s.kind = 'recycler'
            join movements m on (m.to_batch_id = b.id or m.from_batch_id = b.id) and m.kind <> 'correction'
          where b.id = ${id}`;
  const { rows } = await db.execute(sql`
    select party_id as "partyId", to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
      count(*) over () as total
    from (${records}) counted group by 1, 2 order by 2, 1 limit ${DEPENDANTS_MAX / 2}`);
  const months = z.array(MonthRow).parse(rows);
  const periods = months.flatMap(({ partyId, month }) => [`${partyId}/${month}`, `${partyId}/${month.slice(0, 4)}`]);
  const listed = [...new Set(periods)].map((period) => ({
    ...{ kind: 'recovery_rate' as const, id: period, state: null, figures: {}, keeps: null },
  }));
  return dependantsIn(listed, { unlisted: unlistedOf('recovery_rate', months) });
};
