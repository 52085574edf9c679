-- Recycling: processing batches (runs), feeds that are not waste batteries, assays, dispositions, stock counts, emissions.
-- Each record belongs to one organisation. The city of the organisation, and of the site, can read it.

create table runs (
  id uuid primary key references batches (id),
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  process text not null,
  started_at timestamptz not null,
  closed_at timestamptz,
  fed_grams bigint not null default 0 check (fed_grams >= 0),
  yielded_grams bigint not null default 0 check (yielded_grams >= 0),
  gained_grams bigint not null default 0 check (gained_grams >= 0),
  lost_grams bigint not null default 0 check (lost_grams >= 0),
  carried_grams bigint not null default 0 check (carried_grams >= 0),
  recorded_at timestamptz not null,
  constraint runs_period check (closed_at >= started_at),
  constraint runs_no_mass_from_nothing check (fed_grams + gained_grams >= yielded_grams + lost_grams + carried_grams),
  constraint runs_balanced_when_closed check (
    closed_at is null or fed_grams + gained_grams = yielded_grams + lost_grams + carried_grams)
) with (fillfactor = 80);
comment on table runs is
  'Processing batches (处理批次). A run is also a batch of kind process: an account of the mass in it. Its totals are kept on the row, which is locked when they change.';
comment on column runs.fed_grams is 'Mass of all batches that were fed.';
comment on column runs.gained_grams is 'Mass taken up without a record, such as oxygen and water.';
comment on column runs.carried_grams is 'Mass carried over to another run.';
create index runs_party on runs (party_id, id);
alter table runs enable row level security;
create policy runs_select on runs for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy runs_select_in_city on runs for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
create policy runs_insert on runs for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and (site_id is null or exists (select from sites where sites.id = runs.site_id and sites.party_id = runs.party_id)));
create policy runs_update on runs for update
  using (party_id = any ((select visibility_parties())::uuid[]))
  with check (
    party_id = any ((select visibility_parties())::uuid[])
    and (site_id is null or exists (select from sites where sites.id = runs.site_id and sites.party_id = runs.party_id)));
grant select, insert, update on runs to leadloop_request;
grant select on runs to leadloop_city;

create table run_outputs (
  batch_id uuid primary key references batches (id),
  run_id uuid not null references runs (id),
  material text not null,
  role text not null check (role in ('product', 'intermediate', 'by_product', 'residue')),
  loss text,
  mass_grams bigint not null check (mass_grams > 0),
  occurred_at timestamptz not null
);
comment on table run_outputs is 'Batches that a run yielded.';
comment on column run_outputs.loss is 'Kind of loss of lead that the material counts as. Null when it is none.';
create index run_outputs_run on run_outputs (run_id, batch_id);
create trigger run_outputs_append_only before update or delete on run_outputs
  for each row execute function refuse_change();
alter table run_outputs enable row level security;
create policy run_outputs_select on run_outputs for select using (exists (select from runs where runs.id = run_id));
create policy run_outputs_insert on run_outputs for insert with check (
  exists (select from runs where runs.id = run_id and runs.party_id = any ((select visibility_parties())::uuid[])));
grant select, insert on run_outputs to leadloop_request;
grant select on run_outputs to leadloop_city;

create table supplies (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  batch_id uuid not null unique references batches (id),
  source_kind text not null,
  supplier_name text not null,
  document_number text,
  mass_grams bigint not null check (mass_grams > 0),
  received_at timestamptz not null,
  recorded_at timestamptz not null
);
comment on table supplies is 'Feeds other than domestic waste batteries, such as bought crude lead. Each is a batch.';
comment on column supplies.document_number is 'Number of the purchase or import document.';
create index supplies_party on supplies (party_id, id);
create trigger supplies_append_only before update or delete on supplies
  for each row execute function refuse_change();
alter table supplies enable row level security;
create policy supplies_select on supplies for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy supplies_select_in_city on supplies for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
create policy supplies_insert on supplies for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and (site_id is null or exists (select from sites where sites.id = supplies.site_id and sites.party_id = supplies.party_id)));
grant select, insert on supplies to leadloop_request;
grant select on supplies to leadloop_city;

create table assays (
  id uuid primary key,
  party_id uuid not null references parties (id),
  basis text not null check (basis in ('batch', 'supplier_class', 'declared_default')),
  batch_id uuid references batches (id),
  supplier_id uuid references parties (id),
  battery_kind text check (battery_kind in ('starter', 'traction', 'stationary')),
  substance text not null check (substance = 'lead'),
  ppm integer not null check (ppm between 0 and 1000000),
  wet_basis boolean not null,
  moisture_ppm integer not null check (moisture_ppm between 0 and 1000000),
  method text not null,
  laboratory text not null,
  certificate_number text,
  certificate_sha256 text check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  sampled_at timestamptz not null,
  replaces_id uuid unique references assays (id),
  recorded_at timestamptz not null,
  constraint assays_batch_by_basis check ((basis = 'batch') = (batch_id is not null)),
  constraint assays_supplier_by_basis check ((basis = 'supplier_class') = (supplier_id is not null)),
  constraint assays_kind_of_class_only check (basis <> 'batch' or battery_kind is null),
  constraint assays_moisture_of_dry_basis check (not wet_basis or moisture_ppm = 0)
);
comment on table assays is
  'Lead contents (检测). A correction is another assay that names the one it replaces; the one that none replaces is valid.';
comment on column assays.basis is 'The batteries that the content is valid for: one batch, a class of a supplier''s batteries, or all others.';
comment on column assays.ppm is 'Lead content in parts per million of mass.';
comment on column assays.wet_basis is 'True when ppm is of the mass with its moisture, so that moisture_ppm must not be deducted again.';
create unique index assays_first_of_batch on assays (batch_id) where replaces_id is null;
create index assays_of_batch on assays (batch_id) where batch_id is not null;
create index assays_party on assays (party_id, id);
create trigger assays_append_only before update or delete on assays
  for each row execute function refuse_change();
alter table assays enable row level security;
create policy assays_select on assays for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy assays_select_in_city on assays for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy assays_insert on assays for insert with check (party_id = any ((select visibility_parties())::uuid[]));
grant select, insert on assays to leadloop_request;
grant select on assays to leadloop_city;

create table dispositions (
  id uuid primary key,
  party_id uuid not null references parties (id),
  batch_id uuid not null references batches (id),
  kind text not null check (kind in ('sale', 'use', 'disposal')),
  mass_grams bigint not null check (mass_grams > 0),
  receiver_name text not null,
  contract_number text,
  confirmation_number text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint dispositions_contract_unless_disposal check (kind = 'disposal' or contract_number is not null)
);
comment on table dispositions is 'Mass that leaves the books permanently: sold, used or disposed of.';
comment on column dispositions.confirmation_number is 'Number of the receiver''s confirmation.';
create index dispositions_party on dispositions (party_id, id);
create index dispositions_batch on dispositions (batch_id, id);
create trigger dispositions_append_only before update or delete on dispositions
  for each row execute function refuse_change();
alter table dispositions enable row level security;
create policy dispositions_select on dispositions for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy dispositions_select_in_city on dispositions for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy dispositions_insert on dispositions for insert with check (
  party_id = any ((select visibility_parties())::uuid[]));
grant select, insert on dispositions to leadloop_request;
grant select on dispositions to leadloop_city;

create table stock_counts (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  counted_on date not null,
  counted_by text not null,
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  replaces_id uuid unique references stock_counts (id),
  recorded_at timestamptz not null
);
comment on table stock_counts is
  'Stock counted at a site at the end of a day. A correction is another count that names the one it replaces.';
comment on column stock_counts.lines is 'The counted items, each in grams and with its lead content.';
create unique index stock_counts_first on stock_counts (site_id, counted_on) where replaces_id is null;
create index stock_counts_party on stock_counts (party_id, id);
create trigger stock_counts_append_only before update or delete on stock_counts
  for each row execute function refuse_change();
alter table stock_counts enable row level security;
create policy stock_counts_select on stock_counts for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy stock_counts_select_in_city on stock_counts for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
create policy stock_counts_insert on stock_counts for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and (site_id is null
    or exists (select from sites where sites.id = stock_counts.site_id and sites.party_id = stock_counts.party_id)));
grant select, insert on stock_counts to leadloop_request;
grant select on stock_counts to leadloop_city;

create table emissions (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  medium text not null check (medium in ('air', 'water')),
  lead_grams bigint not null check (lead_grams >= 0),
  method text not null,
  monitoring_point text not null,
  report_number text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null
);
comment on table emissions is 'Lead that left a site by air or water, as its monitoring reports it.';
create index emissions_party on emissions (party_id, id);
create trigger emissions_append_only before update or delete on emissions
  for each row execute function refuse_change();
alter table emissions enable row level security;
create policy emissions_select on emissions for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy emissions_select_in_city on emissions for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
create policy emissions_insert on emissions for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and (site_id is null or exists (select from sites where sites.id = emissions.site_id and sites.party_id = emissions.party_id)));
grant select, insert on emissions to leadloop_request;
grant select on emissions to leadloop_city;
