-- Registered data can be changed: each record has a version, and each change stays with its reason and the values of before.
create table register_changes (
  id uuid primary key,
  kind text not null check (kind in ('party', 'site', 'licence', 'vehicle', 'person', 'client')),
  record_id uuid not null,
  party_id uuid references parties (id),
  version integer not null check (version > 1),
  reason text not null,
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  affected jsonb not null check (jsonb_typeof(affected) = 'array'),
  actor text not null,
  recorded_at timestamptz not null,
  constraint register_changes_once unique (record_id, version),
  constraint register_changes_of_party check (party_id is not null or kind in ('person', 'client'))
);
comment on table register_changes is 'Changes of registered data: the values of before and after, the reason and the actor.';
comment on column register_changes.record_id is 'Id of the organisation, site, licence, vehicle, person or client.';
comment on column register_changes.party_id is 'Organisation of the record; null for people and clients of authorities.';
comment on column register_changes.version is 'Version of the record that the change led to.';
comment on column register_changes.before is 'The replaced values of the changed members, by the names of the interface.';
comment on column register_changes.affected is 'Other records that the change affected, with their figures before and after.';
comment on column register_changes.actor is 'Subject of the token that changed the record.';
create trigger register_changes_append_only before update or delete on register_changes
  for each row execute function refuse_change();
create trigger register_changes_no_truncate before truncate on register_changes
  for each statement execute function refuse_change();
alter table register_changes enable row level security;
create policy register_changes_select on register_changes for select using (
  case kind
    when 'client' then (select visibility_all()) and (select visibility_scope()) = 'clients:write'
    when 'person' then (select visibility_scope()) in ('people:read', 'people:write')
      and ((select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]))
    else (select visibility_all()) or party_id = any ((select visibility_parties())::uuid[])
  end);
create policy register_changes_select_in_city on register_changes for select to leadloop_city using (
  kind not in ('person', 'client')
  and party_id in (select id from parties where division_code like (select visibility_city())));
create policy register_changes_insert on register_changes for insert with check (
  case kind
    when 'client' then (select visibility_all()) and (select visibility_scope()) = 'clients:write'
    when 'person' then (select visibility_scope()) = 'people:write'
      and ((select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]))
    else (select visibility_all())
      -- An organisation changes what only describes it: CHANGEABLE of src/core/access/changeable.ts.
      or (party_id = any ((select visibility_parties())::uuid[]) and kind in ('party', 'vehicle')
        and after - case kind when 'party' then array['contactName', 'contactPhone']
          else array['plateColor', 'trailer', 'permitNumber'] end = '{}'::jsonb)
  end);
grant select, insert on register_changes to leadloop_request;
grant select on register_changes to leadloop_city;

-- The version rises with every update, so that a reader of an earlier one is refused.
create function raise_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
comment on function raise_version() is 'Raises the version of a registered record with every update.';
do $$
declare
  name text;
begin
  foreach name in array array['parties', 'sites', 'licences', 'vehicles', 'identity_people', 'identity_clients'] loop
    execute format('alter table %I add column version integer not null default 1 check (version > 0)', name);
    execute format('comment on column %I.version is %L', name, 'Rises with every update; readers send it as If-Match.');
    execute format('create trigger %I before update on %I for each row execute function raise_version()',
      name || '_version', name);
  end loop;
end $$;

-- A vehicle was only ever added; now what was registered wrongly can be changed, and nothing is deleted.
drop trigger vehicles_append_only on vehicles;
create trigger vehicles_no_delete before delete on vehicles for each row execute function refuse_change();
create policy vehicles_update on vehicles for update
  using ((select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
create policy sites_update on sites for update using ((select visibility_register())) with check ((select visibility_all()));
grant update on vehicles, sites to leadloop_request;

-- A contact that was taken back leaves an empty row: rows of the register are never deleted.
alter table party_contacts drop constraint party_contacts_not_empty;
drop policy party_contacts_insert on party_contacts;
create policy party_contacts_insert on party_contacts for insert with check (
  (select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
create policy party_contacts_update on party_contacts for update
  using ((select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
grant update on party_contacts to leadloop_request;
