/** Output that left an enterprise in a period, and what independent receivers confirmed of it, for the recovery rate. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import type { LeadPeriod } from './record-queries.ts';

const SoldRow = z.object({
  ...{ deliveries: z.coerce.number(), massGrams: z.coerce.number(), confirmedGrams: z.coerce.number() },
  contradicted: z.object({
    ...{ deliveries: z.number(), massGrams: z.number(), receivedGrams: z.number() },
    dispositionId: z.string().nullable(),
  }),
  batches: z.array(
    z.object({ batchId: z.string(), batchKind: z.string(), material: z.string(), massGrams: z.number() }),
  ),
});

/** Sales, uses that count as recovered, those that their receivers contradict, and by batch the mass that is not confirmed. */
export type SoldOutput = z.infer<typeof SoldRow>;

/**
 * Reads the sales of a period, and the uses that a confirmation of any kind made by-products. What counts of both is what the registered
 * receiver itself confirmed, at the mass that the books have now; a sale only when it was received within the days of law. Where the
 * law wants receipts of the period, a later one shows no mass of it; it still contradicts a sale of another mass.
 */
export async function readSoldOutput(
  db: Reader,
  { partyId, from, to }: LeadPeriod,
  {
    massToleranceBasisPoints,
    transitDays,
    receipts,
  }: {
    readonly massToleranceBasisPoints: number;
    readonly transitDays: number;
    readonly receipts: 'transit' | 'period';
  },
): Promise<SoldOutput> {
  const { rows } = await db.execute(sql`
    with gone as materialized (
      select d.id, d.batch_id, d.kind, d.mass_grams, d.receiver_id, 'disposition:' || d.id::text as evidence,
        (d.occurred_at at time zone 'Asia/Shanghai')::date as left_on,
        coalesce(d.use_fate, 'material') = 'material' and d.confirmation_number is not null as numbered,
        coalesce(d.use_fate, 'material') = 'material' as usable
      from dispositions d where d.party_id = ${partyId} and d.kind in ('sale', 'use')
        and d.occurred_at >= ${from.toISOString()} and d.occurred_at < ${to.toISOString()}
    ), fixed as materialized (
      select c.subject, bool_or(c.after ->> 'confirmationNumber' is not null) as numbered from corrections c
      where c.party_id = ${partyId} and c.subject like 'disposition:%' group by c.subject
    ), said as materialized (
      select gone.id, coalesce(sum(c.mass_grams) filter (where c.use_fate = 'material'), 0) as grams,
        coalesce(sum(c.mass_grams) filter (where own.counts), 0) as received,
        coalesce(sum(c.mass_grams) filter (where own.counts
          and (${receipts} = 'transit' or c.confirmed_on < (${to.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date)), 0) as in_time
      from gone join use_confirmations c on c.disposition_id = gone.id
        cross join lateral (select c.use_fate = 'material' and c.confirmed_by_id = gone.receiver_id and c.confirmed_by_id <> c.party_id
          and (gone.kind = 'use' or c.confirmed_on between gone.left_on and gone.left_on + ${transitDays}::integer) as counts) own
      where c.party_id = ${partyId} and c.mass_grams > 0
        and not exists (select from use_confirmations later where later.replaces_id = c.id)
      group by gone.id
    ), whole as materialized (
      select gone.*, said.grams as said, coalesce(said.received, 0) as received, coalesce(said.in_time, 0) as in_time,
        gone.numbered or (gone.usable and coalesce(fixed.numbered, false)) as named,
        case when fixed.subject is null then gone.mass_grams else (
          select coalesce(sum(case when m.from_batch_id = gone.batch_id then m.mass_grams else -m.mass_grams end), 0)
          from movements m where m.evidence = gone.evidence) end as left_grams
      from gone left join said on said.id = gone.id left join fixed on fixed.subject = gone.evidence
    ), counted as materialized (
      select whole.*, case when kind = 'sale' then left_grams
        else least(left_grams, coalesce(said, case when named then left_grams else 0 end)) end as grams from whole
    ), judged as materialized (
      select counted.*, least(grams, in_time) as confirmed,
        kind = 'sale' and received > 0 and abs(received - left_grams) * 10000 > left_grams * ${massToleranceBasisPoints}::bigint as other
      from counted where grams > 0 or (kind = 'sale' and received > 0)
    ), open as (
      select j.batch_id, sum(j.grams - j.confirmed) as grams from judged j where j.grams > j.confirmed group by j.batch_id
    )
    select count(*) filter (where grams > 0) as deliveries, coalesce(sum(grams), 0) as "massGrams",
      coalesce(sum(confirmed), 0) as "confirmedGrams",
      jsonb_build_object('deliveries', count(*) filter (where other), 'massGrams', coalesce(sum(left_grams) filter (where other), 0),
        'receivedGrams', coalesce(sum(received) filter (where other), 0), 'dispositionId', min(id::text) filter (where other)) as contradicted,
      (select coalesce(jsonb_agg(jsonb_build_object('batchId', b.id, 'batchKind', b.kind, 'material', coalesce(b.material, ''), 'massGrams', open.grams)
        order by b.id), '[]') from open join batches b on b.id = open.batch_id) as batches
    from judged`);
  return SoldRow.parse(rows[0]);
}
