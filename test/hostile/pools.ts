/** Records that requests may name: those of the scene, and those that the run itself has made. */
import type { Db } from '../../src/platform/database/db.ts';
import type { Scene } from '../app/isolation/scene.ts';
import type { Random } from './random.ts';

/** A record and the organisation that has it; a manifest has three, and a state. */
export type Known = {
  readonly id: string;
  readonly partyId: string | undefined;
  state?: string | undefined;
  /** The run of a feed or output. */
  readonly runId?: string | undefined;
  readonly consignor?: string | undefined;
  readonly carrier?: string | undefined;
  readonly receiver?: string | undefined;
};

export type Pools = {
  readonly add: (noun: string, known: Known) => void;
  /** Chooses one of an organisation, or any when it has none; undefined for an empty pool. */
  readonly pick: (random: Random, noun: string, partyId?: string) => Known | undefined;
  readonly all: (noun: string) => readonly Known[];
  /** Places in lists, as answers gave them, by the name of the operation. */
  readonly cursors: Map<string, string[]>;
};

/** Requests prefer what was made lately: it is in a state in which something can be done with it. */
const LATELY = 40;

function createPools(): Pools {
  const pools = new Map<string, Known[]>();
  const all = (noun: string): Known[] => pools.get(noun) ?? [];
  return {
    add: (noun, known) => {
      const others = all(noun);
      const same = others.find(({ id }) => id === known.id);
      if (same) same.state = known.state;
      else pools.set(noun, [...others.slice(-2_000), known]);
    },
    pick: (random, noun, partyId) => {
      const own = all(noun).filter((one) => partyId === undefined || one.partyId === partyId);
      const some = own.length > 0 ? own : all(noun);
      if (some.length === 0) return undefined;
      return random.pick(random.chance(0.6) ? some.slice(-LATELY) : some);
    },
    all,
    cursors: new Map(),
  };
}

type Row = { readonly noun: string; readonly id: string; readonly party: string | null; readonly run: string | null };

const OTHERS = `
  select 'site' as noun, id::text, party_id::text as party, null as run from sites
  union all select 'licence', id::text, party_id::text, null from licences
  union all select 'client', id::text, party_id::text, null from identity_clients
  union all select 'delivery', id::text, null, null from exchange_deliveries
  union all select 'clash', id::text, null, null from exchange_number_clashes
  union all select 'import', id::text, null, null from imports
  union all select 'output', o.batch_id::text, r.party_id::text, r.id::text from run_outputs o join runs r on r.id = o.run_id
  union all select 'feed', m.id::text, b.party_id::text, m.to_batch_id::text
    from movements m join batches b on b.id = m.from_batch_id where m.kind = 'feed'`;

/** Pools of all records of the scene. */
export async function poolsOf({ records }: Scene, db: Db): Promise<Pools> {
  const pools = createPools();
  for (const { noun, id, parties, fields } of records) {
    const { state, consignor, carrier, receiver } = fields;
    const of = { consignor: consignor ?? undefined, carrier: carrier ?? undefined, receiver: receiver ?? undefined };
    pools.add(noun, { id, partyId: parties[0], state: state ?? undefined, ...of });
  }
  const { rows } = await db.$client.query<Row>(OTHERS);
  for (const { noun, id, party, run } of rows)
    pools.add(noun, { id, partyId: party ?? undefined, runId: run ?? undefined });
  return pools;
}
