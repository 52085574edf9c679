-- The order of writing. A transaction takes its number only after it has its transaction id, whatever it does first: the
-- sealer relies on that. Numbers must never be cached by a session.
create sequence journal_sequence cache 1;
--> statement-breakpoint
create function next_journal_sequence() returns bigint language plpgsql as $$
begin
  perform pg_current_xact_id();
  return nextval('journal_sequence');
end $$;
--> statement-breakpoint
-- The journal: every fact is one append-only entry, written in the transaction that made it true.
create table journal_entries (
  sequence bigint not null default next_journal_sequence(),
  recorded_at timestamptz not null,
  occurred_at timestamptz not null,
  kind text not null,
  subject text not null,
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  actor jsonb not null,
  payload jsonb not null,
  previous_hash bytea check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (sequence, recorded_at),
  check ((number = 1) = (previous_hash is null))
) partition by range (recorded_at);
--> statement-breakpoint
create index journal_entries_subject on journal_entries (subject, number);
--> statement-breakpoint
-- Takes what no month was prepared for, so that no write ever fails for want of a partition.
create table journal_entries_default partition of journal_entries default;
--> statement-breakpoint
-- The last entry of each subject: locks the chain and spares the search for it.
create table journal_heads (
  subject text primary key,
  number integer not null check (number > 0),
  hash bytea not null check (length(hash) = 32)
) with (fillfactor = 80);
--> statement-breakpoint
-- The dense order that every reader sees: consecutive from 1, given by the sealer, never changed.
create table journal_seals (
  index bigint primary key check (index > 0),
  recorded_at timestamptz not null,
  sequence bigint not null unique,
  hash bytea not null
);
--> statement-breakpoint
create table journal_sealer (
  singleton boolean primary key default true check (singleton),
  next_index bigint not null default 1 check (next_index > 0),
  -- Everything up to this number of writing has its seal, if its transaction was not rolled back.
  sequence bigint not null default 0
);
--> statement-breakpoint
insert into journal_sealer default values;
--> statement-breakpoint
create table journal_subscriptions (
  name text primary key,
  position bigint not null default 0 check (position >= 0),
  moved_at timestamptz not null default now()
);
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger journal_entries_append_only before update or delete on journal_entries
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger journal_entries_no_truncate before truncate on journal_entries
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger journal_seals_append_only before update or delete on journal_seals
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger journal_seals_no_truncate before truncate on journal_seals
  for each statement execute function refuse_change();
--> statement-breakpoint
-- Prepares the partition of one month (given by any day in it). Entries already in the default partition keep their place.
create function prepare_journal_month(day date) returns text language plpgsql as $$
declare
  start_at timestamptz := date_trunc('month', day::timestamp) at time zone 'Asia/Shanghai';
  end_at timestamptz := (date_trunc('month', day::timestamp) + interval '1 month') at time zone 'Asia/Shanghai';
  name text := 'journal_entries_' || to_char(day, 'YYYY_MM');
begin
  if to_regclass(name) is not null then return null; end if;
  if exists (select from journal_entries_default where recorded_at >= start_at and recorded_at < end_at) then
    return null;
  end if;
  execute format('create table %I partition of journal_entries for values from (%L) to (%L)', name, start_at, end_at);
  return name;
end $$;
--> statement-breakpoint
-- One answer for one key, kept for good: regulated records have no expiry.
create table idempotency_keys (
  client text not null,
  key text not null,
  input_hash bytea not null check (length(input_hash) = 32),
  resource uuid,
  status smallint,
  answer jsonb,
  created_at timestamptz not null,
  primary key (client, key)
);
