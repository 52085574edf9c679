/**
 * The hot path: lots of batteries, their mass, their journal entries and their idempotency keys in one prepared
 * set-based statement. One record is a set of one. What the journal says of a lot is what is answered and what is stored:
 * it goes to the database once.
 */
import type { PartyState } from '../../parties/index.ts';
import { type Db, run } from '../../platform/database/db.ts';
import type { Claim } from '../../platform/idempotency.ts';
import { APPEND_ENTRIES, type Entry, toRow } from '../../platform/journal/index.ts';
import type { BatchRecord } from '../batch.ts';

/** One lot: its key and its first journal entry, whose payload is the batch. Everything else is read from that. */
export type LotRow = Claim & {
  readonly entry: Entry & { readonly payload: BatchRecord };
  /** Whether it is told so late that the party must be active on the day of telling too. */
  readonly toldLate: boolean;
};

/**
 * What became of a lot: recorded, not the party's site, the party might not act when it happened, or its key was used
 * before (with what was answered then).
 */
export type LotOutcome =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'site-missing' }
  | {
      readonly kind: 'party-not-active';
      readonly name: string;
      readonly state: PartyState;
      /** Whether it is where the party stood on the day of telling. */
      readonly whenTold: boolean;
    }
  | { readonly kind: 'key-used'; readonly inputHash: string; readonly answer: BatchRecord };

/**
 * Where the party stood when the lot came to be. Who has been active since before that needs no look at the history, which
 * is everybody but a few; a closed one has closed its books, also for what happened before, and what is told late must be
 * allowed on the day of telling too. The last choice is left for a
 * first change that this statement had to wait for, whose history it does not see: told again, the lot is judged by it.
 */
const STATE_THEN = `
  case
    when parties.state = 'closed' or (input."toldLate" and parties.state <> 'active') then parties.state
    when parties.state_since is null or parties.state_since <= input."occurredAt" then parties.state
    else coalesce(
      (select s.state from party_states s where s.party_id = parties.id and s.at <= input."occurredAt"
        order by s.number desc limit 1),
      (select s.from_state from party_states s where s.party_id = parties.id and s.number = 1),
      parties.state)
  end`;

/**
 * The party is shared while its lots are recorded, and a step in its life takes it alone: lots and a suspension that
 * overlap come in the order of their locks. Lots that had the party first are recorded and the suspension follows them;
 * lots that had to wait for it are judged by what it left. The foreign keys would lock the same rows a moment later.
 */
const INSERT = `
  with input as materialized (
    select place, client, key, "inputHash", "toldLate", entry, batch.*
    from jsonb_to_recordset($1::jsonb) as lot(place integer, client text, key text, "inputHash" text, "toldLate" boolean, entry jsonb),
      jsonb_to_record(entry->'payload') as batch(id uuid, "partyId" uuid, "siteId" uuid, kind text, material text,
        "batteryKind" text, "riskClass" text, condition text, "sourceType" text, "supplierName" text,
        "massGrams" bigint, pieces integer, "occurredAt" timestamptz, "recordedAt" timestamptz)
  ), owned as materialized (
    select input.*, parties.name as party_name, ${STATE_THEN} as party_state,
      input."toldLate" and parties.state <> 'active' as refused_when_told
    from input join sites on sites.id = input."siteId" and sites.party_id = input."partyId"
      join parties on parties.id = sites.party_id
    for share of parties
  ), claimed as (
    insert into idempotency_keys (client, key, input_hash, resource, status, answer, created_at)
    select client, key, decode("inputHash", 'hex'), id, 201, entry->'payload', "recordedAt" from owned where party_state = 'active' order by client, key, place
    on conflict do nothing returning resource
  ), fresh as materialized (
    select owned.* from owned join claimed on claimed.resource = owned.id
  ), opened as (
    insert into batches (id, party_id, site_id, kind, material, battery_kind, risk_class, condition, source_type,
      supplier_name, occurred_at, recorded_at)
    select id, "partyId", "siteId", kind, material, "batteryKind", "riskClass", condition, "sourceType",
      "supplierName", "occurredAt", "recordedAt" from fresh
  ), moved as (
    insert into movements (kind, from_boundary, to_batch_id, mass_grams, pieces, occurred_at, recorded_at)
    select 'generation', 'generation', id, "massGrams", pieces, "occurredAt", "recordedAt" from fresh
  ), entry_rows as (
    select entry from fresh
  ), ${APPEND_ENTRIES}
  select input.place, fresh.id is not null as fresh, owned.party_name as "partyName",
    owned.party_state as "partyState", owned.refused_when_told as "whenTold"
  from input left join owned on owned.place = input.place left join fresh on fresh.place = input.place
  order by input.place`;

const USED_KEYS = `
  select wanted.place::integer as place, encode(k.input_hash, 'hex') as "inputHash", k.answer
  from unnest($1::text[], $2::text[]) with ordinality as wanted(client, key, place)
  join idempotency_keys k on k.client = wanted.client and k.key = wanted.key`;

/** Party and state are there when the site is the party's. */
type Found = {
  readonly place: number;
  readonly fresh: boolean;
  readonly partyName: string | null;
  readonly partyState: PartyState | null;
  readonly whenTold: boolean | null;
};

/** Records lots, all in one transaction of their own, and answers for each in their order. */
export async function recordLots(db: Db, lots: readonly LotRow[]): Promise<LotOutcome[]> {
  const input = JSON.stringify(lots.map(({ entry, ...lot }, place) => ({ ...lot, place, entry: toRow(entry) })));
  const rows = await run<Found>(db, { name: 'record-lots', text: INSERT }, [input]);
  const used = await usedKeys(
    db,
    lots,
    rows.filter(({ partyState, fresh }) => partyState !== null && !fresh).map(({ place }) => place),
  );
  return rows.map(({ place, fresh, partyName, partyState, whenTold }): LotOutcome => {
    if (fresh) return { kind: 'recorded' };
    const before = used.get(place);
    if (before) return before;
    if (partyName === null || partyState === null || partyState === 'active') return { kind: 'site-missing' };
    return { kind: 'party-not-active', name: partyName, state: partyState, whenTold: whenTold === true };
  });
}

async function usedKeys(db: Db, lots: readonly LotRow[], places: readonly number[]): Promise<Map<number, LotOutcome>> {
  if (places.length === 0) return new Map();
  const wanted = places.flatMap((place) => lots[place] ?? []);
  const rows = await run<{ place: number; inputHash: string; answer: BatchRecord }>(
    db,
    { name: 'used-keys', text: USED_KEYS },
    [wanted.map(({ client }) => client), wanted.map(({ key }) => key)],
  );
  return new Map(
    rows.flatMap(({ place, inputHash, answer }) => {
      const original = places[place - 1];
      return original === undefined ? [] : [[original, { kind: 'key-used', inputHash, answer }] as const];
    }),
  );
}
