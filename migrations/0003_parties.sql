-- Organisations, their sites, licences and vehicles. Names, sites and licences are a public register, kept by the authority
-- of the province. Contacts, vehicles and the reasons of a suspension are the organisation's own.

create table parties (
  id uuid primary key,
  uscc text unique check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  uscc_missing_reason text,
  name text not null,
  province_code text not null check (province_code ~ '^\d{2}$'),
  division_code text not null check (division_code ~ '^\d{4}(\d{2})?$'),
  address text,
  state text not null default 'active' check (state in ('registered', 'under_review', 'active', 'suspended', 'closed')),
  state_since timestamptz,
  registered_at timestamptz not null,
  constraint parties_uscc_or_reason check ((uscc is null) = (uscc_missing_reason is not null)),
  constraint parties_province_of_division check (left(division_code, 2) = province_code)
);
comment on table parties is 'Organisations: generators, collection points, carriers, recyclers, producers.';
comment on column parties.uscc is 'Unified social credit code (GB 32100-2015, 统一社会信用代码).';
comment on column parties.division_code is 'GB/T 2260 code of the city (four digits) or county (six digits).';
comment on column parties.state is 'The state now, kept on the row for the joins of the hot path. party_states has the history.';
comment on column parties.state_since is
  'When the present state began. Null while the first one lasts. The hot path reads the history for earlier days only.';
create index parties_province on parties (province_code, id);
alter table parties enable row level security;
create policy parties_select on parties for select using ((select visibility_register()));
create policy parties_insert on parties for insert with check ((select visibility_all()));
-- A caller may lock a row that it acts by until its transaction ends. Only the authority may change it.
create policy parties_update on parties for update
  using ((select visibility_register()))
  with check ((select visibility_all()));
grant select, insert, update on parties to leadloop_request;
grant select on parties to leadloop_city;

create table party_states (
  party_id uuid not null references parties (id),
  number integer not null check (number >= 1),
  step text not null check (step in ('submit', 'approve', 'send-back', 'suspend', 'resume', 'close')),
  from_state text not null,
  state text not null,
  reason text,
  actor text not null,
  at timestamptz not null,
  primary key (party_id, number)
);
comment on table party_states is 'Every change of the state of an organisation, numbered from 1, with its reason.';
comment on column party_states.at is 'When the change took effect, which is also when it was recorded.';
create trigger party_states_append_only before update or delete on party_states
  for each row execute function refuse_change();
alter table party_states enable row level security;
create policy party_states_select on party_states for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy party_states_select_in_city on party_states for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy party_states_insert on party_states for insert with check ((select visibility_all()));
grant select, insert on party_states to leadloop_request;
grant select on party_states to leadloop_city;

-- Apart from the register, because the register is open and this is not.
create table party_contacts (
  party_id uuid primary key references parties (id),
  contact_name text,
  contact_phone text,
  constraint party_contacts_not_empty check (contact_name is not null or contact_phone is not null)
);
comment on table party_contacts is 'The contact person of an organisation: visible to it, to its city and to the authority.';
alter table party_contacts enable row level security;
create policy party_contacts_select on party_contacts for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy party_contacts_select_in_city on party_contacts for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy party_contacts_insert on party_contacts for insert with check ((select visibility_all()));
grant select, insert on party_contacts to leadloop_request;
grant select on party_contacts to leadloop_city;

create table sites (
  id uuid primary key,
  party_id uuid not null references parties (id),
  kind text not null check (kind in ('generator', 'collection_point', 'transfer_point', 'recycler', 'producer')),
  name text not null,
  division_code text not null check (division_code ~ '^\d{4}(\d{2})?$'),
  address text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  storage_limit_grams bigint check (storage_limit_grams > 0),
  storage_limit_days integer check (storage_limit_days > 0),
  registered_at timestamptz not null,
  unique (id, party_id),
  constraint sites_position_whole check ((latitude is null) = (longitude is null))
);
comment on table sites is 'Places of an organisation where batteries are generated, collected, stored or recycled.';
comment on column sites.storage_limit_grams is 'Designed storage capacity of the site, in whole grams.';
comment on column sites.storage_limit_days is 'Longest storage allowed at the site, in days.';
create index sites_party on sites (party_id, id);
alter table sites enable row level security;
create policy sites_select on sites for select using ((select visibility_register()));
create policy sites_insert on sites for insert with check ((select visibility_all()));
grant select, insert on sites to leadloop_request;
grant select on sites to leadloop_city;

create table licences (
  id uuid primary key,
  party_id uuid not null references parties (id),
  number text not null check (length(number) between 1 and 32),
  mode text not null check (mode in ('collection', 'recycling', 'transport')),
  waste_codes text[] not null,
  annual_limit_grams bigint check (annual_limit_grams > 0),
  valid_from date not null,
  valid_to date not null,
  issuer text not null,
  file_name text,
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  registered_at timestamptz not null,
  unique (party_id, number, valid_from),
  constraint licences_period check (valid_to > valid_from),
  constraint licences_file_whole check ((file_name is null) = (file_sha256 is null))
);
comment on table licences is 'Permits to handle hazardous waste (危险废物经营许可证) and to carry it. Valid on the days from valid_from up to, and without, valid_to.';
comment on column licences.annual_limit_grams is 'Approved annual scale (核准经营规模). Null for a licence without one.';
comment on column licences.file_sha256 is 'SHA-256 of the scanned document, which itself is kept elsewhere.';
alter table licences enable row level security;
create policy licences_select on licences for select using ((select visibility_register()));
create policy licences_insert on licences for insert with check ((select visibility_all()));
-- A caller may lock the licence that it acts under until its transaction ends. Only the authority may change it.
create policy licences_update on licences for update
  using ((select visibility_register()))
  with check ((select visibility_all()));
grant select, insert, update on licences to leadloop_request;
grant select on licences to leadloop_city;

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
comment on table licence_states is
  'Suspensions, reinstatements and revocations of a licence. Judged by effective_on, not by the day of recording.';
create trigger licence_states_append_only before update or delete on licence_states
  for each row execute function refuse_change();
alter table licence_states enable row level security;
create policy licence_states_select on licence_states for select using ((select visibility_register()));
create policy licence_states_insert on licence_states for insert with check ((select visibility_all()));
grant select, insert on licence_states to leadloop_request;
grant select on licence_states to leadloop_city;

create table vehicles (
  id uuid primary key,
  party_id uuid not null references parties (id),
  plate text not null check (length(plate) between 1 and 20),
  plate_color text check (plate_color in ('blue', 'yellow', 'black', 'white', 'green', 'yellow-green')),
  trailer boolean not null,
  permit_number text not null,
  permit_valid_from date not null,
  permit_valid_to date not null,
  registered_at timestamptz not null,
  unique (party_id, plate, permit_number, permit_valid_from),
  constraint vehicles_permit_period check (permit_valid_to > permit_valid_from)
);
comment on table vehicles is
  'Vehicles of carriers with their road-transport permits (道路运输证). A renewed permit is a new row, so that old days stay readable.';
create trigger vehicles_append_only before update or delete on vehicles
  for each row execute function refuse_change();
alter table vehicles enable row level security;
create policy vehicles_select on vehicles for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy vehicles_select_in_city on vehicles for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy vehicles_insert on vehicles for insert with check ((select visibility_all()));
grant select, insert on vehicles to leadloop_request;
grant select on vehicles to leadloop_city;
