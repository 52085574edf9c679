-- Who messages are exchanged with, and how the sending to each of them stands. One worker at a time holds the lease.
create table exchange_partners (
  code text primary key check (code ~ '^([1-8]\d|national)$'),
  name text not null,
  kind text not null check (kind in ('province', 'national')),
  base_url text not null,
  keys jsonb not null,
  registered_at timestamptz not null,
  lease_token bigint not null default 0,
  lease_until timestamptz,
  failures integer not null default 0 check (failures >= 0),
  next_attempt_at timestamptz,
  last_error text,
  sent bigint not null default 0,
  retried bigint not null default 0,
  acknowledged bigint not null default 0,
  check ((kind = 'national') = (code = 'national'))
) with (fillfactor = 70);
--> statement-breakpoint
-- One message to one counterpart. The message never changes; its envelope is stored before it is first sent.
-- A counterpart need not be registered yet: its messages wait for it.
create table exchange_deliveries (
  id uuid primary key,
  partner_code text not null,
  entry_index bigint not null check (entry_index > 0),
  kind text not null,
  manifest_id uuid not null,
  manifest_version integer not null check (manifest_version > 0),
  message text not null,
  envelope text,
  state text not null default 'due' check (state in ('due', 'acknowledged', 'parked', 'resent')),
  attempts integer not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz not null,
  outcome text check (outcome in ('applied', 'already', 'waiting', 'refused', 'conflict')),
  problem jsonb,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  receipt text,
  replaces uuid references exchange_deliveries (id),
  created_at timestamptz not null,
  sent_at timestamptz,
  settled_at timestamptz,
  check (attempts = 0 or envelope is not null),
  check (state <> 'acknowledged' or receipt is not null)
) with (fillfactor = 80);
--> statement-breakpoint
create unique index exchange_deliveries_once on exchange_deliveries (partner_code, entry_index) where state <> 'resent';
--> statement-breakpoint
create index exchange_deliveries_due on exchange_deliveries (partner_code, entry_index) where state = 'due';
--> statement-breakpoint
create index exchange_deliveries_open on exchange_deliveries (partner_code, manifest_id, entry_index)
  where state in ('due', 'parked');
--> statement-breakpoint
create index exchange_deliveries_state on exchange_deliveries (state, id);
--> statement-breakpoint
create index exchange_deliveries_manifest on exchange_deliveries (manifest_id, partner_code, manifest_version);
--> statement-breakpoint
-- Every message a known key has signed, as it came, what became of it and the receipt that was given.
create table exchange_inbox (
  sender text not null,
  message_id uuid not null,
  envelope text not null,
  envelope_digest text not null check (envelope_digest ~ '^[0-9a-f]{64}$'),
  kind text,
  manifest_id uuid,
  manifest_version integer,
  outcome text not null check (outcome in ('applied', 'already', 'waiting', 'refused', 'conflict')),
  problem jsonb,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  received_at timestamptz not null,
  settled_at timestamptz,
  receipt text,
  primary key (sender, message_id)
);
--> statement-breakpoint
create index exchange_inbox_waiting on exchange_inbox (manifest_id, manifest_version) where outcome = 'waiting';
--> statement-breakpoint
create index exchange_inbox_manifest on exchange_inbox (manifest_id, sender, manifest_version);
--> statement-breakpoint
-- Numbers the national system has issued, until the manifest has taken them: it may not, while the load is with the
-- other province.
create table exchange_numbers (
  manifest_id uuid primary key,
  number text not null unique check (number ~ '^\d{14}$'),
  received_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  settled_at timestamptz,
  problem text
);
--> statement-breakpoint
create index exchange_numbers_open on exchange_numbers (next_attempt_at) where settled_at is null;
