/**
 * The hot path: stores batches, their mass, their journal entries and their idempotency keys in one prepared set-based
 * statement. A single record is a set of one. The payload of the journal entry is also the response and the stored row,
 * so it is sent to the database once.
 */
import type { PartyState } from '../../parties/index.ts';
import { type Db, run } from '../../platform/database/db.ts';
import { CLAIM_KEYS, type Claim, recallSet } from '../../platform/idempotency.ts';
import { APPEND_ENTRIES, type Entry, toRow } from '../../platform/journal/index.ts';
import type { BatchRecord } from '../batch.ts';
import type { NeededLicences } from '../collecting/collecting.ts';

/** A batch to record: its key, and its first journal entry with the batch as payload. */
export type RecordingRow = Claim & {
  readonly entry: Entry & { readonly payload: BatchRecord };
  /** The organisation must be active on the day of entry too. */
  readonly lateEntry: boolean;
  /** Licences that a collection needs; null for generated waste. */
  readonly needed: NeededLicences | null;
};

/** Outcome of one row. `key-used` comes with the input and the answer of the first request with the key. */
export type RecordingOutcome =
  | { readonly kind: 'recorded'; readonly unlicensed: boolean }
  | { readonly kind: 'site-missing' }
  | {
      readonly kind: 'party-not-active';
      readonly name: string;
      readonly state: PartyState;
      /** `state` is the state on the day of entry, not on the day of the batch. */
      readonly onEntryDay: boolean;
    }
  | { readonly kind: 'unlicensed'; readonly siteKind: string }
  | { readonly kind: 'key-used'; readonly inputHash: string; readonly answer: BatchRecord };

/**
 * State of the organisation at the time of the batch.
 *
 * An organisation that has been active since before the batch, as nearly all have, needs no look at its history. A closed
 * organisation records nothing, also for earlier days. A late entry is also judged on the day of entry. The last choice is
 * for a first change of state that this statement had to wait for, and whose history it therefore does not see.
 */
const STATE_THEN = `
  -- same rule as parties/status/party-state.ts ownStateAt; checked by test/parties/late-records.int.test.ts
  case
    when parties.state = 'closed' or (input."lateEntry" and parties.state <> 'active') then parties.state
    when parties.state_since is null or parties.state_since <= input."occurredAt" then parties.state
    else coalesce(
      (select s.state from party_states s where s.party_id = parties.id and s.at <= input."occurredAt"
        order by s.number desc limit 1),
      (select s.from_state from party_states s where s.party_id = parties.id and s.number = 1),
      parties.state)
  end`;

/**
 * A collection without a licence, valid on its day, in one of the modes that the kind of its site needs.
 */
const UNLICENSED = `
  -- same rule as parties/licence-service.ts requireLicences; checked by test/batches/collecting/collecting.int.test.ts
  case when input.needed -> 'modes' -> sites.kind is null then false
  else not exists (
    select from licences l
    where l.party_id = sites.party_id and input.needed -> 'modes' -> sites.kind ? l.mode
      and input.material = any (l.waste_codes)
      and l.valid_from <= (input.needed ->> 'on')::date and (input.needed ->> 'on')::date < l.valid_to
      and coalesce((select s.state from licence_states s
        where s.licence_id = l.id and s.effective_on <= (input.needed ->> 'on')::date
        order by s.number desc limit 1), 'valid') = 'valid')
  end`;

/**
 * Batches hold a share lock on their organisation while they are recorded; a change of its state takes the lock alone.
 * So a batch and a suspension that overlap take effect in the order of their locks. The foreign keys would lock the same
 * rows a moment later.
 */
const INSERT = `
  with input as materialized (
    select place, client, key, "inputHash", "lateEntry", needed, entry, batch.*
    from jsonb_to_recordset($1::jsonb) as recording(place integer, client text, key text, "inputHash" text,
        "lateEntry" boolean, needed jsonb, entry jsonb),
      jsonb_to_record(entry->'payload') as batch(id uuid, "partyId" uuid, "siteId" uuid, kind text, material text,
        "batteryKind" text, "riskClass" text, condition text, "sourceType" text, "supplierName" text,
        "massGrams" bigint, pieces integer, "occurredAt" timestamptz, "recordedAt" timestamptz)
  ), judged as materialized (
    select input.*, parties.name as "partyName", ${STATE_THEN} as "partyState",
      input."lateEntry" and parties.state <> 'active' as "onEntryDay",
      sites.kind as "siteKind", ${UNLICENSED} as unlicensed
    from input join sites on sites.id = input."siteId" and sites.party_id = input."partyId"
      join parties on parties.id = sites.party_id
    for share of parties
  ), owned as materialized (
    select place, client, key, "inputHash", "partyName", "partyState", "onEntryDay", "siteKind", unlicensed,
      unlicensed and (needed ->> 'refused')::boolean as "licenceMissing",
      id, "partyId", "siteId", kind, material, "batteryKind", "riskClass", condition, "sourceType", "supplierName",
      "massGrams", pieces, "occurredAt", "recordedAt",
      case when unlicensed then jsonb_set(entry, '{payload,unlicensed}', 'true') else entry end as entry
    from judged
  ), key_claims as (
    select place, client, key, "inputHash", id as resource, 201 as status, entry->'payload' as answer,
      "recordedAt" as "claimedAt"
    from owned where "partyState" = 'active' and not "licenceMissing"
  ), ${CLAIM_KEYS}, fresh as materialized (
    select owned.* from owned join claimed_keys on claimed_keys.resource = owned.id
  ), opened as (
    insert into batches (id, party_id, site_id, kind, material, battery_kind, risk_class, condition, source_type,
      supplier_name, occurred_at, recorded_at, unlicensed)
    select id, "partyId", "siteId", kind, material, "batteryKind", "riskClass", condition, "sourceType",
      "supplierName", "occurredAt", "recordedAt", unlicensed from fresh
  ), moved as (
    insert into movements (kind, from_boundary, to_batch_id, mass_grams, pieces, occurred_at, recorded_at)
    select 'generation', 'generation', id, "massGrams", pieces, "occurredAt", "recordedAt" from fresh
  ), entry_rows as (
    select entry from fresh
  ), ${APPEND_ENTRIES}
  select input.place, fresh.id is not null as fresh, owned."partyName", owned."partyState", owned."onEntryDay",
    owned."siteKind", owned.unlicensed, owned."licenceMissing"
  from input left join owned on owned.place = input.place left join fresh on fresh.place = input.place
  order by input.place`;

/** Name and state of the organisation are null when the site is not its own. */
type OutcomeRow = {
  readonly place: number;
  readonly fresh: boolean;
  readonly partyName: string | null;
  readonly partyState: PartyState | null;
  readonly onEntryDay: boolean | null;
  readonly siteKind: string | null;
  readonly unlicensed: boolean | null;
  readonly licenceMissing: boolean | null;
};

/** Records batches in one transaction of their own, and returns an outcome for each, in their order. */
export async function insertRecordings(db: Db, recordings: readonly RecordingRow[]): Promise<RecordingOutcome[]> {
  const input = JSON.stringify(recordings.map(({ entry, ...row }, place) => ({ ...row, place, entry: toRow(entry) })));
  const rows = await run<OutcomeRow>(db, { name: 'record-batches', text: INSERT }, [input]);
  const conflicting = rows.filter(({ partyState, fresh }) => partyState !== null && !fresh);
  const used = await usedKeys(
    db,
    recordings,
    conflicting.map(({ place }) => place),
  );
  return rows.map(({ place, fresh, partyName, partyState, onEntryDay, ...licence }): RecordingOutcome => {
    const { siteKind, unlicensed, licenceMissing } = licence;
    if (fresh) return { kind: 'recorded', unlicensed: unlicensed === true };
    const before = used.get(place);
    if (before) return before;
    if (partyState === 'active' && siteKind !== null && licenceMissing === true)
      return { kind: 'unlicensed', siteKind };
    if (partyName === null || partyState === null || partyState === 'active') return { kind: 'site-missing' };
    return { kind: 'party-not-active', name: partyName, state: partyState, onEntryDay: onEntryDay === true };
  });
}

async function usedKeys(
  db: Db,
  recordings: readonly RecordingRow[],
  places: readonly number[],
): Promise<Map<number, RecordingOutcome>> {
  const used = await recallSet(
    db,
    places.flatMap((place) => recordings[place] ?? []),
  );
  return new Map(
    places.flatMap((place, at) => {
      const before = used.get(at);
      if (!before) return [];
      // Keys of recordings answer with the batch that they recorded.
      return [
        [place, { kind: 'key-used', inputHash: before.inputHash, answer: before.answer as BatchRecord }] as const,
      ];
    }),
  );
}
