/** Recovery rates that count a record: those of its month and year. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { DEPENDANTS_MAX, type ReadDependants } from '../../platform/dependants.ts';

const MonthRow = z.object({ partyId: z.string(), month: z.string() });

/** Reads the periods whose rate counts a batch at a recycling site, or an emission. Their rates are computed when read. */
export const readRecoveryDependants: ReadDependants = async (db, { kind, id }) => {
  if (kind !== 'batch' && kind !== 'emission') return [];
  const records =
    kind === 'emission'
      ? sql`select party_id, occurred_at from emissions where id = ${id}`
      : sql`select b.party_id, m.occurred_at
          from batches b join sites s on s.id = b.site_id and s.kind = 'recycler'
            join movements m on (m.to_batch_id = b.id or m.from_batch_id = b.id) and m.kind <> 'correction'
          where b.id = ${id}`;
  const { rows } = await db.execute(sql`
    select distinct party_id as "partyId", to_char(occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
    from (${records}) counted order by 2, 1 limit ${DEPENDANTS_MAX / 2}`);
  const periods = z
    .array(MonthRow)
    .parse(rows)
    .flatMap(({ partyId, month }) => [`${partyId}/${month}`, `${partyId}/${month.slice(0, 4)}`]);
  return [...new Set(periods)].map((period) => ({
    ...{ kind: 'recovery_rate' as const, id: period, state: null, figures: {}, keeps: null },
  }));
};
