-- The second wall: what a request asks of the database, it asks as the role leadloop_request, with its visibility told in settings
-- of its transaction. Row-level security shows that role the rows of the visibility, so a query that forgets its filter finds no
-- other's rows. Requests of city regulators have a role of their own beside, so that nobody else's queries are planned with
-- the look for the organisations of a city. Machinery works as the owner of the tables, to whom none of this applies. README,
-- Decisions.
do $$
declare name text;
begin
  foreach name in array array['leadloop_request', 'leadloop_city'] loop
    if not exists (select from pg_roles where rolname = name) then
      begin
        execute format('create role %I nologin', name);
      exception
        -- A role is the server's: another database of it may be migrated just now.
        when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, name, 'set') then
      execute format('grant %I to %I with set true, inherit false', name, current_user);
    end if;
  end loop;
exception when insufficient_privilege then
  raise exception 'An administrator of the server has to run first: create role leadloop_request nologin; create role leadloop_city nologin; grant leadloop_request, leadloop_city to %;', quote_ident(current_user)
    using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
-- The visibility of the transaction. A setting that was not made is null or empty: then nothing is seen.
create function visibility_all() returns boolean language sql stable as $$
  select current_setting('leadloop.visibility', true) = 'all'
$$;
--> statement-breakpoint
-- Those in whose name a request acts, and those that the step of a manifest concerns.
create function visibility_parties() returns uuid[] language sql stable as $$
  select nullif(current_setting('leadloop.parties', true), '')::uuid[]
$$;
--> statement-breakpoint
-- The beginning of the division codes of a city.
create function visibility_city() returns text language sql stable as $$
  select current_setting('leadloop.division', true) || '%' where current_setting('leadloop.visibility', true) = 'city'
$$;
--> statement-breakpoint
create function visibility_province() returns text language sql stable as $$
  select current_setting('leadloop.division', true) where current_setting('leadloop.visibility', true) = 'province'
$$;
--> statement-breakpoint
-- Organisations, their sites and licences are a public register: open to whoever may act here at all.
create function visibility_register() returns boolean language sql stable as $$
  select current_setting('leadloop.visibility', true) in ('all', 'party', 'city')
$$;
--> statement-breakpoint
create function visibility_scope() returns text language sql stable as $$
  select current_setting('leadloop.scope', true)
$$;
--> statement-breakpoint
-- Whose idempotency keys; sent in hexadecimal, because a subject may be any text.
create function visibility_client() returns text language sql stable as $$
  select convert_from(decode(nullif(current_setting('leadloop.client', true), ''), 'hex'), 'UTF8')
$$;
--> statement-breakpoint
grant usage on schema public to leadloop_request, leadloop_city;
--> statement-breakpoint
-- Law, code lists and the order of the journal hold no party data.
grant select on law_values, divisions, waste_codes, work_calendar_years, work_calendar, journal_seals to leadloop_request;
--> statement-breakpoint
-- The register: kept by the authority.
do $$
declare name text;
begin
  foreach name in array array['parties', 'sites', 'licences', 'licence_states'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using ((select visibility_register()))', name || '_seen', name);
    execute format('create policy %I on %I for insert with check ((select visibility_all()))', name || '_added', name);
    execute format('grant select, insert on %I to leadloop_request', name);
  end loop;
  foreach name in array array['parties', 'licences'] loop
    -- Whoever acts by one of them may hold it until the act is done; only the authority may change it.
    execute format('create policy %I on %I for update using ((select visibility_register())) with check ((select visibility_all()))',
      name || '_changed', name);
    execute format('grant update on %I to leadloop_request', name);
  end loop;
end $$;
--> statement-breakpoint
-- Records of one organisation, some of them at a site: seen by it, by its city, by the city of the site, and by who sees all.
do $$
declare
  name text;
  seen constant text := '(select visibility_all()) or party_id = any ((select visibility_parties())::uuid[])';
  in_city constant text := 'party_id in (select id from parties where division_code like (select visibility_city()))';
  at_site constant text := ' or site_id in (select id from sites where division_code like (select visibility_city()))';
  own constant text := 'party_id = any ((select visibility_parties())::uuid[])';
begin
  foreach name in array array['party_states', 'vehicles', 'assays', 'dispositions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s)', name || '_seen', name, seen);
    execute format('create policy %I on %I for select to leadloop_city using (%s)', name || '_seen_in_city', name, in_city);
  end loop;
  foreach name in array array['batches', 'runs', 'supplies', 'stock_counts', 'emissions'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using (%s)', name || '_seen', name, seen);
    execute format('create policy %I on %I for select to leadloop_city using (%s)', name || '_seen_in_city', name,
      in_city || at_site);
  end loop;
  foreach name in array array['party_states', 'vehicles'] loop
    execute format('create policy %I on %I for insert with check ((select visibility_all()))', name || '_added', name);
    execute format('grant select, insert on %I to leadloop_request', name);
  end loop;
  foreach name in array array['batches', 'runs', 'supplies', 'assays', 'dispositions', 'stock_counts', 'emissions'] loop
    execute format('create policy %I on %I for insert with check (%s)', name || '_added', name, own);
    execute format('grant select, insert on %I to leadloop_request', name);
  end loop;
  foreach name in array array['batches', 'runs'] loop
    execute format('create policy %I on %I for update using (%s)', name || '_changed', name, own);
  end loop;
end $$;
--> statement-breakpoint
-- The right to change a column is what locking a row needs; balances are moved by movements only.
grant update (id) on batches to leadloop_request;
--> statement-breakpoint
grant update on runs to leadloop_request;
--> statement-breakpoint
alter table run_outputs enable row level security;
--> statement-breakpoint
create policy run_outputs_seen on run_outputs for select using (exists (select from runs where runs.id = run_id));
--> statement-breakpoint
create policy run_outputs_added on run_outputs for insert with check (
  exists (select from runs where runs.id = run_id and runs.party_id = any ((select visibility_parties())::uuid[])));
--> statement-breakpoint
grant select, insert on run_outputs to leadloop_request;
--> statement-breakpoint
-- A movement is seen from either of its ends. Which batches one may touch, apply_movements looks at: the batch may be opened
-- by the very statement that moves its mass.
alter table movements enable row level security;
--> statement-breakpoint
create policy movements_seen on movements for select using ((select visibility_all())
  or exists (select from batches where batches.id = from_batch_id) or exists (select from batches where batches.id = to_batch_id));
--> statement-breakpoint
create policy movements_added on movements for insert with check ((select visibility_parties()) is not null);
--> statement-breakpoint
grant select, insert on movements to leadloop_request;
--> statement-breakpoint
-- As the owner, because an update that row-level security keeps from a row says nothing and loses mass. So it looks itself
-- whether a request may touch what it touches, and that nothing was left out.
create or replace function apply_movements() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
  moved bigint;
begin
  select array_agg(distinct id) into touched from (
    select to_batch_id as id from new_movements where to_batch_id is not null
    union all select from_batch_id from new_movements where from_batch_id is not null
  ) ends;
  if current_setting('role') in ('leadloop_request', 'leadloop_city') and exists (
    select from batches where id = any (touched) and party_id = any (visibility_parties()) is not true
  ) then
    raise exception 'a movement touches a batch beyond the visibility' using errcode = 'insufficient_privilege';
  end if;
  update batches set mass_grams = batches.mass_grams + delta.mass_grams, pieces = batches.pieces + delta.pieces
  from (
    select batch_id, sum(mass_grams)::bigint as mass_grams, sum(pieces)::integer as pieces from (
      select to_batch_id as batch_id, mass_grams, pieces from new_movements where to_batch_id is not null
      union all
      select from_batch_id, -mass_grams, -pieces from new_movements where from_batch_id is not null
    ) legs group by batch_id
  ) delta where batches.id = delta.batch_id;
  get diagnostics moved = row_count;
  if moved <> coalesce(cardinality(touched), 0) then
    raise exception 'a movement did not reach every batch it names' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Manifests: a draft is the consignor's alone, and the authority's.
alter table manifests enable row level security;
--> statement-breakpoint
create policy manifests_seen on manifests for select using (
  (select visibility_all())
  or consignor_id = any ((select visibility_parties())::uuid[])
  or (version > 0 and (
    carrier_id = any ((select visibility_parties())::uuid[])
    or receiver_id = any ((select visibility_parties())::uuid[])
    or origin_province = (select visibility_province())
    or destination_province = (select visibility_province()))));
--> statement-breakpoint
create policy manifests_seen_in_city on manifests for select to leadloop_city using (
  version > 0 and (
    consignor_id in (select id from parties where division_code like (select visibility_city()))
    or carrier_id in (select id from parties where division_code like (select visibility_city()))
    or receiver_id in (select id from parties where division_code like (select visibility_city()))
    or consignor_site_id in (select id from sites where division_code like (select visibility_city()))
    or receiver_site_id in (select id from sites where division_code like (select visibility_city()))));
--> statement-breakpoint
create policy manifests_added on manifests for insert with check (consignor_id = any ((select visibility_parties())::uuid[]));
--> statement-breakpoint
create policy manifests_changed on manifests for update using (
  consignor_id = any ((select visibility_parties())::uuid[])
  or (version > 0 and (carrier_id = any ((select visibility_parties())::uuid[])
    or receiver_id = any ((select visibility_parties())::uuid[]))));
--> statement-breakpoint
grant select, insert, update on manifests to leadloop_request;
--> statement-breakpoint
-- What hangs on a manifest is seen with it, and written by those whom it names.
do $$
declare
  name text;
  named constant text := 'exists (select from manifests m where m.id = manifest_id and (
    m.consignor_id = any ((select visibility_parties())::uuid[]) or m.carrier_id = any ((select visibility_parties())::uuid[])
    or m.receiver_id = any ((select visibility_parties())::uuid[])))';
begin
  foreach name in array array['manifest_lines', 'manifest_steps'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using ((select visibility_all())
      or exists (select from manifests where manifests.id = manifest_id))', name || '_seen', name);
    execute format('create policy %I on %I for insert with check (%s)', name || '_added', name, named);
    execute format('grant select, insert on %I to leadloop_request', name);
  end loop;
  execute format('create policy manifest_lines_changed on manifest_lines for update using (%s)', named);
end $$;
--> statement-breakpoint
grant update on manifest_lines to leadloop_request;
--> statement-breakpoint
-- What only authorities that see all are shown: the exchange with others, and where they hold something else.
do $$
declare name text;
begin
  foreach name in array array['manifest_conflicts', 'exchange_partners', 'exchange_deliveries', 'exchange_inbox', 'exchange_numbers'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for select using ((select visibility_all()))', name || '_seen', name);
    execute format('grant select on %I to leadloop_request', name);
  end loop;
  foreach name in array array['exchange_partners', 'exchange_deliveries'] loop
    execute format('create policy %I on %I for insert with check ((select visibility_all()))', name || '_added', name);
    execute format('create policy %I on %I for update using ((select visibility_all()))', name || '_changed', name);
    execute format('grant insert, update on %I to leadloop_request', name);
  end loop;
end $$;
--> statement-breakpoint
alter table flow_records enable row level security;
--> statement-breakpoint
create policy flow_records_seen on flow_records for select using (
  (select visibility_all()) or from_city like (select visibility_city()) or to_city like (select visibility_city()));
--> statement-breakpoint
grant select on flow_records to leadloop_request;
--> statement-breakpoint
-- The journal: all of it for who sees all, the entries of a manifest for who sees the manifest. Its partitions are asked by
-- nobody but the machinery: the role has no right to them.
alter table journal_entries enable row level security;
--> statement-breakpoint
create policy journal_entries_seen on journal_entries for select using ((select visibility_all()) or case
  when subject ~ '^manifest:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  then exists (select from manifests where manifests.id = substring(subject from 10)::uuid) end);
--> statement-breakpoint
grant select on journal_entries to leadloop_request;
--> statement-breakpoint
create or replace function prepare_journal_month(day date) returns text language plpgsql as $$
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
--> statement-breakpoint
-- Nothing here is asked for by a request: no right, and no row were there one.
do $$
declare name regclass;
begin
  for name in
    select inhrelid::regclass from pg_inherits where inhparent = 'journal_entries'::regclass
    union all
    select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relname = any (array[
      'journal_heads', 'journal_sealer', 'journal_subscriptions', 'identity_signing_keys', 'identity_attempts',
      'oidc_records', 'oidc_states'])
  loop
    execute format('alter table %s enable row level security', name);
  end loop;
end $$;
--> statement-breakpoint
alter table idempotency_keys enable row level security;
--> statement-breakpoint
create policy idempotency_keys_seen on idempotency_keys for select using (client = (select visibility_client()));
--> statement-breakpoint
create policy idempotency_keys_added on idempotency_keys for insert with check (client = (select visibility_client()));
--> statement-breakpoint
create policy idempotency_keys_changed on idempotency_keys for update using (client = (select visibility_client()));
--> statement-breakpoint
grant select, insert, update on idempotency_keys to leadloop_request;
--> statement-breakpoint
-- Clients: who keeps the door, by the scope of the request.
alter table identity_clients enable row level security;
--> statement-breakpoint
create policy identity_clients_seen on identity_clients for select
  using ((select visibility_all()) and (select visibility_scope()) = 'clients:write');
--> statement-breakpoint
create policy identity_clients_added on identity_clients for insert
  with check ((select visibility_all()) and (select visibility_scope()) = 'clients:write');
--> statement-breakpoint
create policy identity_clients_changed on identity_clients for update
  using ((select visibility_all()) and (select visibility_scope()) = 'clients:write');
--> statement-breakpoint
grant select, insert, update on identity_clients to leadloop_request;
--> statement-breakpoint
-- People: of an organisation for its own, all for who keeps them, and for none but those.
do $$
declare
  kept constant text := '(select visibility_scope()) in (''people:read'', ''people:write'')
    and ((select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]))';
begin
  alter table identity_people enable row level security;
  execute format('create policy identity_people_seen on identity_people for select using (%s)', kept);
  execute format('create policy identity_people_added on identity_people for insert with check (%s)', kept);
  execute format('create policy identity_people_changed on identity_people for update using (%s)', kept);
  grant select, insert, update on identity_people to leadloop_request;
end $$;
--> statement-breakpoint
-- City regulators read and write nothing.
do $$
declare name regclass;
begin
  for name in
    select oid::regclass from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege('leadloop_request', oid, 'select')
  loop
    execute format('grant select on %s to leadloop_city', name);
  end loop;
end $$;
