-- The journal: every fact is one append-only entry, written in the transaction that made it true. Everything that reacts
-- to a fact reads the journal. This file comes after manifests, because an entry of a manifest is visible with the manifest.

-- The order of writing. A transaction takes its number only after it has its transaction id, whatever it does first: the
-- sealer relies on that. So a session must never cache numbers.
create sequence journal_sequence cache 1;

create function next_journal_sequence() returns bigint language plpgsql as $$
begin
  perform pg_current_xact_id();
  return nextval('journal_sequence');
end $$;

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
  constraint journal_entries_first_has_no_previous check ((number = 1) = (previous_hash is null))
) partition by range (recorded_at);
comment on table journal_entries is 'Facts, partitioned by month of recording. Each entry is chained to the previous one of its subject.';
comment on column journal_entries.sequence is 'Order of writing. Transactions commit out of order, so readers follow journal_seals instead.';
comment on column journal_entries.occurred_at is 'When the fact happened, which may be long before it was recorded.';
comment on column journal_entries.kind is 'The event, such as manifest.issued.';
comment on column journal_entries.subject is 'The thing that it happened to, such as manifest:<id>.';
comment on column journal_entries.number is 'Place in the chain of the subject, from 1.';
comment on column journal_entries.version is 'Version of the form of the payload.';
comment on column journal_entries.hash is 'SHA-256 of the entry, which includes previous_hash.';
create index journal_entries_subject on journal_entries (subject, number);
create trigger journal_entries_append_only before update or delete on journal_entries
  for each row execute function refuse_change();
create trigger journal_entries_no_truncate before truncate on journal_entries
  for each statement execute function refuse_change();
alter table journal_entries enable row level security;
create policy journal_entries_select on journal_entries for select using (
  (select visibility_all())
  or case when subject ~ '^manifest:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then exists (select from manifests where manifests.id = substring(subject from 10)::uuid) end);
grant select on journal_entries to leadloop_request;
grant select on journal_entries to leadloop_city;

-- Takes entries of months without a partition, so that no write fails for want of one. Requests read partitions through
-- their table only: they have no right to them, and no policy lets a row through.
create table journal_entries_default partition of journal_entries default;
alter table journal_entries_default enable row level security;

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
  execute format('alter table %I enable row level security', name);
  return name;
end $$;
comment on function prepare_journal_month(date) is
  'Creates the partition of the month of a day and returns its name, or null when it exists. Entries already in the default partition stay there.';

-- The tables below are the machinery's alone, except journal_seals: row-level security without a policy shows nothing.

create table journal_heads (
  subject text primary key,
  number integer not null check (number > 0),
  hash bytea not null check (length(hash) = 32)
) with (fillfactor = 80);
comment on table journal_heads is 'The last entry of each subject. Writers lock it to extend the chain without searching for its end.';
alter table journal_heads enable row level security;

create table journal_seals (
  index bigint primary key check (index > 0),
  recorded_at timestamptz not null,
  sequence bigint not null unique,
  hash bytea not null
);
comment on table journal_seals is
  'The dense order in which every reader sees the entries: consecutive from 1, given by the sealer, never changed.';
create trigger journal_seals_append_only before update or delete on journal_seals
  for each row execute function refuse_change();
create trigger journal_seals_no_truncate before truncate on journal_seals
  for each statement execute function refuse_change();
-- Open to every request: places and hashes of entries say nothing of their content.
grant select on journal_seals to leadloop_request;
grant select on journal_seals to leadloop_city;

create table journal_sealer (
  singleton boolean primary key default true check (singleton),
  next_index bigint not null default 1 check (next_index > 0),
  sequence bigint not null default 0
);
comment on table journal_sealer is 'One row: the progress of the sealer.';
comment on column journal_sealer.sequence is
  'Every entry up to this number of writing has its place in journal_seals, unless its transaction was rolled back.';
alter table journal_sealer enable row level security;
insert into journal_sealer default values;

create table journal_subscriptions (
  name text primary key,
  position bigint not null default 0 check (position >= 0),
  moved_at timestamptz not null default now()
);
comment on table journal_subscriptions is 'The progress of each follower of the journal.';
comment on column journal_subscriptions.position is 'Index in journal_seals of the last entry that was handled.';
alter table journal_subscriptions enable row level security;
