-- The exchange of manifests with partner provinces and the national system. Only the authority of the province can read it.

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
  constraint exchange_partners_national_by_code check ((kind = 'national') = (code = 'national'))
) with (fillfactor = 70);
comment on table exchange_partners is 'The systems that messages are exchanged with, and the progress of sending to each of them.';
comment on column exchange_partners.code is 'Two digits of the province (GB/T 2260), or national.';
comment on column exchange_partners.keys is 'Public keys that the partner signs with, each with the first instant at which it counts.';
comment on column exchange_partners.lease_token is
  'Fencing token: it grows with every lease, so that a worker whose lease has ended cannot write any more.';
comment on column exchange_partners.lease_until is 'One worker at a time sends to a partner, up to this instant.';
comment on column exchange_partners.failures is 'Failed attempts in a row; the pause before the next one grows with them.';
alter table exchange_partners enable row level security;
create policy exchange_partners_select on exchange_partners for select using ((select visibility_all()));
create policy exchange_partners_insert on exchange_partners for insert with check ((select visibility_all()));
create policy exchange_partners_update on exchange_partners for update using ((select visibility_all()));
grant select, insert, update on exchange_partners to leadloop_request;
grant select on exchange_partners to leadloop_city;

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
  constraint exchange_deliveries_signed_before_sent check (attempts = 0 or envelope is not null),
  constraint exchange_deliveries_receipt_when_acknowledged check (state <> 'acknowledged' or receipt is not null)
) with (fillfactor = 80);
comment on table exchange_deliveries is 'One message to one partner. The message never changes.';
comment on column exchange_deliveries.partner_code is
  'Not a foreign key: messages to a partner that is not registered yet wait for its registration.';
comment on column exchange_deliveries.entry_index is 'Index of the journal entry that the message reports.';
comment on column exchange_deliveries.envelope is 'The signed message. Stored before it is sent first, so that every attempt sends the same.';
comment on column exchange_deliveries.state is 'parked: rejected by the partner, a person decides. resent: replaced by another delivery.';
comment on column exchange_deliveries.digest is 'Digest of the document that the partner came to.';
comment on column exchange_deliveries.receipt is 'The answer that the partner signed.';
create unique index exchange_deliveries_once on exchange_deliveries (partner_code, entry_index) where state <> 'resent';
create index exchange_deliveries_due on exchange_deliveries (partner_code, entry_index) where state = 'due';
create index exchange_deliveries_open on exchange_deliveries (partner_code, manifest_id, entry_index)
  where state in ('due', 'parked');
create index exchange_deliveries_state on exchange_deliveries (state, id);
create index exchange_deliveries_manifest on exchange_deliveries (manifest_id, partner_code, manifest_version);
alter table exchange_deliveries enable row level security;
create policy exchange_deliveries_select on exchange_deliveries for select using ((select visibility_all()));
create policy exchange_deliveries_insert on exchange_deliveries for insert with check ((select visibility_all()));
create policy exchange_deliveries_update on exchange_deliveries for update using ((select visibility_all()));
grant select, insert, update on exchange_deliveries to leadloop_request;
grant select on exchange_deliveries to leadloop_city;

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
comment on table exchange_inbox is 'Every message signed with a known key, as it was received, with its outcome and our receipt.';
comment on column exchange_inbox.kind is 'Null, like the manifest, when the content of the envelope is unreadable.';
comment on column exchange_inbox.outcome is 'waiting: an earlier version of the manifest has not been received yet.';
create index exchange_inbox_waiting on exchange_inbox (manifest_id, manifest_version) where outcome = 'waiting';
create index exchange_inbox_manifest on exchange_inbox (manifest_id, sender, manifest_version);
alter table exchange_inbox enable row level security;
create policy exchange_inbox_select on exchange_inbox for select using ((select visibility_all()));
grant select on exchange_inbox to leadloop_request;
grant select on exchange_inbox to leadloop_city;

create table exchange_numbers (
  manifest_id uuid primary key,
  number text not null unique check (number ~ '^\d{14}$'),
  received_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  settled_at timestamptz,
  problem text
);
comment on table exchange_numbers is
  'Numbers that the national system has issued, until the manifest has taken them. It cannot while the load is with the other province.';
create index exchange_numbers_open on exchange_numbers (next_attempt_at) where settled_at is null;
alter table exchange_numbers enable row level security;
create policy exchange_numbers_select on exchange_numbers for select using ((select visibility_all()));
grant select on exchange_numbers to leadloop_request;
grant select on exchange_numbers to leadloop_city;
