-- The life of organisations: the state stands on the row, where the hot path joins it; how it came to be stands beside it.
alter table parties add column state text not null default 'active'
  check (state in ('registered', 'under_review', 'active', 'suspended', 'closed'));
--> statement-breakpoint
create table party_states (
  party_id uuid not null references parties (id),
  number integer not null check (number >= 1),
  step text not null check (step in ('submit', 'approve', 'suspend', 'resume', 'close')),
  from_state text not null,
  state text not null,
  reason text,
  actor text not null,
  at timestamptz not null,
  primary key (party_id, number)
);
--> statement-breakpoint
create trigger party_states_append_only before update or delete on party_states
  for each row execute function refuse_change();
--> statement-breakpoint
-- A renewed permit is a new row: what was valid on an old day stays readable.
create table vehicles (
  id uuid primary key,
  party_id uuid not null references parties (id),
  plate text not null check (length(plate) between 1 and 20),
  trailer boolean not null,
  permit_number text not null,
  permit_valid_from date not null,
  permit_valid_to date not null,
  registered_at timestamptz not null,
  check (permit_valid_to > permit_valid_from),
  unique (party_id, plate, permit_number, permit_valid_from)
);
--> statement-breakpoint
create trigger vehicles_append_only before update or delete on vehicles
  for each row execute function refuse_change();
--> statement-breakpoint
alter table licences
  add column file_name text,
  add column file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  add check ((file_name is null) = (file_sha256 is null));
--> statement-breakpoint
-- What became of a licence after it was issued. Judged by the day from which it counts, not by the day of recording.
create table licence_states (
  licence_id uuid not null references licences (id),
  number integer not null check (number >= 1),
  step text not null check (step in ('suspend', 'reinstate', 'revoke')),
  state text not null check (state in ('valid', 'suspended', 'revoked')),
  effective_on date not null,
  reason text not null,
  actor text not null,
  recorded_at timestamptz not null,
  primary key (licence_id, number)
);
--> statement-breakpoint
create trigger licence_states_append_only before update or delete on licence_states
  for each row execute function refuse_change();
--> statement-breakpoint
alter table sites
  add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add column storage_limit_grams bigint check (storage_limit_grams > 0),
  add column storage_limit_days integer check (storage_limit_days > 0),
  add check ((latitude is null) = (longitude is null));
--> statement-breakpoint
-- What a step was warned of; no part of the document, which every authority must hold equal.
alter table manifests add column warnings jsonb not null default '[]';
--> statement-breakpoint
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('licences.scale-early-warning', '2016-02-06', null, '{"basisPoints": [8000]}', 'Choice of this service: shares of the approved annual scale that are told before the one of licences.annual-scale', 'I')
on conflict (key, valid_from) do nothing;
