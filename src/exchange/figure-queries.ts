/** Metrics of the exchange: messages that wait or need a person, partners that fail, numbers that wait. */
import { sql } from 'drizzle-orm';
import type { Db } from '../platform/database/db.ts';
import type { Figures } from '../platform/operation/metrics.ts';
import { countOpenClashes } from './numbers/queries.ts';

const DELIVERIES = 'leadloop_exchange_deliveries';
const OLDEST = 'leadloop_exchange_oldest_due_seconds';
const FAILING = 'leadloop_exchange_failing_seconds';
const NUMBERS = 'leadloop_exchange_numbers_waiting';
const CLASHES = 'leadloop_exchange_number_clashes';

export const EXCHANGE_FIGURES: Figures = {
  gauges: [
    {
      name: DELIVERIES,
      help: 'Messages to a partner that are due, or parked until a person looks at them',
      labels: ['partner', 'state'],
    },
    { name: OLDEST, help: 'Age of the oldest message that is due for a partner', labels: ['partner'] },
    { name: FAILING, help: 'Time since which a partner fails; 0 while it answers', labels: ['partner'] },
    { name: NUMBERS, help: 'National numbers that their manifests have not taken yet', labels: [] },
    { name: CLASHES, help: 'Clashes of manifest numbers that wait for a person', labels: [] },
  ],
  read: async (db) => {
    const partners = await readPartners(db);
    const ofPartners = partners.flatMap(({ partner, due, parked, oldest, failing }) => [
      { name: DELIVERIES, labels: { partner, state: 'due' }, value: due },
      { name: DELIVERIES, labels: { partner, state: 'parked' }, value: parked },
      { name: OLDEST, labels: { partner }, value: oldest },
      { name: FAILING, labels: { partner }, value: failing },
    ]);
    const numbers = { name: NUMBERS, labels: {}, value: await countNumbers(db) };
    return [...ofPartners, numbers, { name: CLASHES, labels: {}, value: await countOpenClashes(db) }];
  },
};

type Row = { partner: string; due: number; parked: number; oldest: number; failing: number };

/** Reads open messages only, by their partial index. A partner that is not registered yet also has due messages. */
async function readPartners(db: Db): Promise<Row[]> {
  const { rows } = await db.execute<Row>(sql`
    with open as (
      select partner_code, count(*) filter (where state = 'due') as due,
        count(*) filter (where state = 'parked') as parked, min(created_at) filter (where state = 'due') as oldest
      from exchange_deliveries where state in ('due', 'parked') group by partner_code)
    select coalesce(p.code, o.partner_code) as partner, coalesce(o.due, 0)::float8 as due,
      coalesce(o.parked, 0)::float8 as parked,
      greatest(coalesce(extract(epoch from now() - o.oldest), 0), 0)::float8 as oldest,
      greatest(coalesce(extract(epoch from now() - p.failing_since), 0), 0)::float8 as failing
    from exchange_partners p full join open o on o.partner_code = p.code order by 1`);
  return rows;
}

async function countNumbers(db: Db): Promise<number> {
  const { rows } = await db.execute<{ waiting: number }>(sql`
    select count(*)::float8 as waiting from exchange_numbers where settled_at is null`);
  return rows[0]?.waiting ?? 0;
}
