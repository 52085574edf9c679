-- Transfer manifests (危险废物转移联单): the document that every authority must hold equal, and what only this
-- system records of it.

create table manifests (
  id uuid primary key,
  document jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('draft', 'offline_paper', 'submitted', 'handed_over', 'in_transit', 'arrived',
    'disputed', 'accepted', 'partially_accepted', 'rejected', 'closed', 'cancelled')),
  version integer not null check (version >= 0),
  number text check (number ~ '^\d{14}$'),
  origin_province text not null,
  destination_province text not null,
  consignor_id uuid not null references parties (id),
  carrier_id uuid not null references parties (id),
  receiver_id uuid not null references parties (id),
  consignor_site_id uuid references sites (id),
  receiver_site_id uuid references sites (id),
  handed_over_at timestamptz,
  decided_at timestamptz,
  confirmation_due_on date,
  late boolean,
  backfill_due_on date,
  backfilled_late boolean,
  warnings jsonb not null default '[]',
  accepted_licence_id uuid references licences (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint manifests_number_unique unique (number),
  constraint manifests_columns_as_document check (
    document ->> 'id' = id::text and (document ->> 'version')::integer = version and document ->> 'state' = state),
  constraint manifests_number_as_document check (document ->> 'number' is not distinct from number)
);
comment on table manifests is 'Transfer manifests with their present state.';
comment on column manifests.document is 'The manifest as it is signed and sent. Every authority must hold the same.';
comment on column manifests.digest is 'SHA-256 of the canonical document, in hexadecimal.';
comment on column manifests.version is 'Number of steps taken. 0 is a draft, which only the consignor and the authority can read.';
comment on column manifests.number is 'The 14 digits that the national system issues.';
comment on column manifests.decided_at is 'When the receiver accepted or rejected the load.';
comment on column manifests.confirmation_due_on is 'Last day for the receiver to confirm (Order 23 of 2021, Art 18).';
comment on column manifests.late is 'True when the receiver confirmed after confirmation_due_on. Null until then.';
comment on column manifests.backfill_due_on is 'Last day to enter a paper manifest (Order 23 of 2021, Art 20). Null for others.';
comment on column manifests.warnings is 'Warnings given at the steps. Not part of the document, which must be equal everywhere.';
comment on column manifests.accepted_licence_id is
  'The licence under which a receiver of this province accepted. The load counts against its annual scale.';
create index manifests_consignor on manifests (consignor_id, id);
create index manifests_carrier on manifests (carrier_id, id);
create index manifests_receiver on manifests (receiver_id, id);
create index manifests_decided on manifests (receiver_id, decided_at) where decided_at is not null;
create index manifests_state on manifests (state, id);
create index manifests_accepted_licence on manifests (accepted_licence_id, decided_at) where accepted_licence_id is not null;
alter table manifests enable row level security;
create policy manifests_select on manifests for select using (
  (select visibility_all())
  or consignor_id = any ((select visibility_parties())::uuid[])
  or (version > 0 and (
    carrier_id = any ((select visibility_parties())::uuid[])
    or receiver_id = any ((select visibility_parties())::uuid[])
    or origin_province = (select visibility_province())
    or destination_province = (select visibility_province()))));
create policy manifests_select_in_city on manifests for select to leadloop_city using (
  version > 0 and (
    consignor_id in (select id from parties where division_code like (select visibility_city()))
    or carrier_id in (select id from parties where division_code like (select visibility_city()))
    or receiver_id in (select id from parties where division_code like (select visibility_city()))
    or consignor_site_id in (select id from sites where division_code like (select visibility_city()))
    or receiver_site_id in (select id from sites where division_code like (select visibility_city()))));
create policy manifests_insert on manifests for insert with check (
  consignor_id = any ((select visibility_parties())::uuid[]));
create policy manifests_update on manifests for update using (
  consignor_id = any ((select visibility_parties())::uuid[])
  or (version > 0 and (
    carrier_id = any ((select visibility_parties())::uuid[])
    or receiver_id = any ((select visibility_parties())::uuid[]))));
grant select, insert, update on manifests to leadloop_request;
grant select on manifests to leadloop_city;

create table manifest_lines (
  manifest_id uuid not null references manifests (id),
  line integer not null check (line >= 1),
  batch_id uuid references batches (id),
  transit_batch_id uuid references batches (id),
  received_batch_id uuid references batches (id),
  returned_batch_id uuid references batches (id),
  battery_kind text,
  risk_class text,
  condition text,
  mass_grams bigint not null check (mass_grams >= 0),
  pieces integer not null check (pieces >= 0),
  accepted_grams bigint check (accepted_grams >= 0),
  accepted_pieces integer check (accepted_pieces >= 0),
  refused_grams bigint check (refused_grams >= 0),
  refused_pieces integer check (refused_pieces >= 0),
  returned_grams bigint check (returned_grams >= 0),
  returned_pieces integer check (returned_pieces >= 0),
  primary key (manifest_id, line)
);
comment on table manifest_lines is
  'Lines of a manifest with the batches of this system behind them. Batches of another province are null here.';
comment on column manifest_lines.batch_id is 'The batch of the consignor that the load was taken from.';
comment on column manifest_lines.transit_batch_id is 'The batch on the road, in the books of the consignor.';
comment on column manifest_lines.received_batch_id is 'The batch of the receiver that the accepted part became.';
comment on column manifest_lines.returned_batch_id is 'The batch of the consignor that the rejected part went back to.';
create index manifest_lines_batch on manifest_lines (batch_id) where batch_id is not null;
create index manifest_lines_received on manifest_lines (received_batch_id) where received_batch_id is not null;
alter table manifest_lines enable row level security;
create policy manifest_lines_select on manifest_lines for select using (
  (select visibility_all())
  or exists (select from manifests where manifests.id = manifest_id));
-- The organisations that the manifest names write its lines. Each batch belongs to the side that the manifest says, and is
-- within the visibility: a step includes the parties whose batches it moves.
create policy manifest_lines_insert on manifest_lines for insert with check (
  exists (
    select from manifests m
    where m.id = manifest_lines.manifest_id
      and (m.consignor_id = any ((select visibility_parties())::uuid[])
        or m.carrier_id = any ((select visibility_parties())::uuid[])
        or m.receiver_id = any ((select visibility_parties())::uuid[]))
      and (manifest_lines.batch_id is null or exists (
        select from batches b where b.id = manifest_lines.batch_id
          and b.party_id = m.consignor_id and b.party_id = any ((select visibility_parties())::uuid[])))
      and (manifest_lines.transit_batch_id is null or exists (
        select from batches b where b.id = manifest_lines.transit_batch_id
          and b.party_id = m.consignor_id and b.party_id = any ((select visibility_parties())::uuid[])))
      and (manifest_lines.received_batch_id is null or exists (
        select from batches b where b.id = manifest_lines.received_batch_id
          and b.party_id = m.receiver_id and b.party_id = any ((select visibility_parties())::uuid[])))
      and (manifest_lines.returned_batch_id is null or exists (
        select from batches b where b.id = manifest_lines.returned_batch_id
          and b.party_id = m.consignor_id and b.party_id = any ((select visibility_parties())::uuid[])))));
create policy manifest_lines_update on manifest_lines for update
  using (exists (
    select from manifests m
    where m.id = manifest_id
      and (m.consignor_id = any ((select visibility_parties())::uuid[])
        or m.carrier_id = any ((select visibility_parties())::uuid[])
        or m.receiver_id = any ((select visibility_parties())::uuid[]))))
  with check (exists (
    select from manifests m
    where m.id = manifest_lines.manifest_id
      and (m.consignor_id = any ((select visibility_parties())::uuid[])
        or m.carrier_id = any ((select visibility_parties())::uuid[])
        or m.receiver_id = any ((select visibility_parties())::uuid[]))
      and (manifest_lines.batch_id is null or exists (
        select from batches b where b.id = manifest_lines.batch_id
          and b.party_id = m.consignor_id and b.party_id = any ((select visibility_parties())::uuid[])))
      and (manifest_lines.transit_batch_id is null or exists (
        select from batches b where b.id = manifest_lines.transit_batch_id
          and b.party_id = m.consignor_id and b.party_id = any ((select visibility_parties())::uuid[])))
      and (manifest_lines.received_batch_id is null or exists (
        select from batches b where b.id = manifest_lines.received_batch_id
          and b.party_id = m.receiver_id and b.party_id = any ((select visibility_parties())::uuid[])))
      and (manifest_lines.returned_batch_id is null or exists (
        select from batches b where b.id = manifest_lines.returned_batch_id
          and b.party_id = m.consignor_id and b.party_id = any ((select visibility_parties())::uuid[])))));
grant select, insert, update on manifest_lines to leadloop_request;
grant select on manifest_lines to leadloop_city;

create table manifest_steps (
  manifest_id uuid not null references manifests (id),
  version integer not null check (version >= 1),
  step text not null,
  digest text not null,
  source text not null,
  taken_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (manifest_id, version)
);
comment on table manifest_steps is
  'The step that made each version, and the digest of that version. A step that is sent twice is recognised by it.';
comment on column manifest_steps.source is 'Origin of the step: this system, or a partner.';
comment on column manifest_steps.taken_at is 'When the step happened, as its actor states it.';
create trigger manifest_steps_append_only before update or delete on manifest_steps
  for each row execute function refuse_change();
alter table manifest_steps enable row level security;
create policy manifest_steps_select on manifest_steps for select using (
  (select visibility_all())
  or exists (select from manifests where manifests.id = manifest_id));
create policy manifest_steps_insert on manifest_steps for insert with check (exists (
  select from manifests m
  where m.id = manifest_id
    and (m.consignor_id = any ((select visibility_parties())::uuid[])
      or m.carrier_id = any ((select visibility_parties())::uuid[])
      or m.receiver_id = any ((select visibility_parties())::uuid[]))));
grant select, insert on manifest_steps to leadloop_request;
grant select on manifest_steps to leadloop_city;

create table manifest_conflicts (
  id uuid primary key,
  manifest_id uuid not null references manifests (id),
  version integer not null,
  step text not null,
  source text not null,
  reason text not null,
  our_digest text,
  their_digest text not null,
  their_document jsonb not null,
  recorded_at timestamptz not null,
  unique (manifest_id, version, source, their_digest)
);
comment on table manifest_conflicts is
  'Versions of which another authority holds another document than we do. Nothing is overwritten; people settle it.';
alter table manifest_conflicts enable row level security;
create policy manifest_conflicts_select on manifest_conflicts for select using ((select visibility_all()));
grant select on manifest_conflicts to leadloop_request;
grant select on manifest_conflicts to leadloop_city;
