-- The visibility of the transaction fails closed: a setting that is missing, empty (as one is on a connection after the
-- transaction that made it) or of another form shows nothing.
create or replace function visibility_all() returns boolean language sql stable as $$
  select coalesce(current_setting('leadloop.visibility', true) = 'all', false)
$$;
--> statement-breakpoint
create or replace function visibility_register() returns boolean language sql stable as $$
  select coalesce(current_setting('leadloop.visibility', true) in ('all', 'party', 'city'), false)
$$;
--> statement-breakpoint
create or replace function visibility_parties() returns uuid[] language sql stable as $$
  select case
    when current_setting('leadloop.parties', true)
      ~* '^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*\}$'
    then current_setting('leadloop.parties', true)::uuid[] end
$$;
--> statement-breakpoint
-- Four digits, so that nothing in it stands for any other character.
create or replace function visibility_city() returns text language sql stable as $$
  select case
    when current_setting('leadloop.visibility', true) = 'city' and current_setting('leadloop.division', true) ~ '^[0-9]{4}$'
    then current_setting('leadloop.division', true) || '%' end
$$;
--> statement-breakpoint
create or replace function visibility_province() returns text language sql stable as $$
  select case
    when current_setting('leadloop.visibility', true) = 'province' and current_setting('leadloop.division', true) ~ '^[0-9]{2}$'
    then current_setting('leadloop.division', true) end
$$;
--> statement-breakpoint
create or replace function visibility_scope() returns text language sql stable as $$
  select nullif(current_setting('leadloop.scope', true), '')
$$;
--> statement-breakpoint
create or replace function visibility_client() returns text language sql stable as $$
  select case
    when current_setting('leadloop.client', true) ~ '^([0-9a-f]{2})+$'
    then convert_from(decode(current_setting('leadloop.client', true), 'hex'), 'UTF8') end
$$;
--> statement-breakpoint
-- A record of an organisation at a site is at a site of its own: the city of the site is shown it.
do $$
declare
  name text;
  own constant text := 'party_id = any ((select visibility_parties())::uuid[])';
  own_site constant text := 'exists (select from sites where sites.id = %1$I.site_id and sites.party_id = %1$I.party_id)';
  allowed text;
begin
  foreach name in array array['batches', 'runs', 'supplies', 'stock_counts', 'emissions'] loop
    -- A batch on the road or in a furnace is at no site.
    allowed := format('%2$s and (%1$I.site_id is null or ' || own_site || ')', name, own);
    execute format('alter policy %I on %I with check (%s)', name || '_added', name, allowed);
    if name in ('batches', 'runs') then
      execute format('alter policy %I on %I with check (%s)', name || '_changed', name, allowed);
    end if;
  end loop;
end $$;
--> statement-breakpoint
-- The batches behind a line are of whom the manifest says, and within the visibility: a step is let see all that it moves.
do $$
declare
  column_name text;
  owner_name text;
  allowed text := 'm.consignor_id = any ((select visibility_parties())::uuid[])
    or m.carrier_id = any ((select visibility_parties())::uuid[]) or m.receiver_id = any ((select visibility_parties())::uuid[])';
begin
  allowed := '(' || allowed || ')';
  for column_name, owner_name in values ('batch_id', 'consignor_id'), ('transit_batch_id', 'consignor_id'),
    ('received_batch_id', 'receiver_id'), ('returned_batch_id', 'consignor_id')
  loop
    allowed := allowed || format(' and (manifest_lines.%1$I is null or exists (select from batches b
      where b.id = manifest_lines.%1$I and b.party_id = m.%2$I and b.party_id = any ((select visibility_parties())::uuid[])))',
      column_name, owner_name);
  end loop;
  allowed := format('exists (select from manifests m where m.id = manifest_lines.manifest_id and %s)', allowed);
  execute format('alter policy manifest_lines_added on manifest_lines with check (%s)', allowed);
  execute format('alter policy manifest_lines_changed on manifest_lines with check (%s)', allowed);
end $$;
--> statement-breakpoint
-- A temporary table hides the table of the same name from every later query of its connection. The rights of a database
-- are not copied with it, so connections look among temporary tables last besides (src/platform/database/db.ts).
do $$ begin
  execute format('revoke temporary on database %I from public, leadloop_request, leadloop_city', current_database());
end $$;
