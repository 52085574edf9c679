-- Services log in as a plain role instead of the owner of the tables: foreign SQL, should any get in, reaches neither the
-- machine of the database nor records that are only ever added. The owner runs migrations alone.

create function grant_service() returns text language plpgsql as $$
declare
  passing constant text[] := array['identity_attempts', 'identity_revocations', 'oidc_records', 'oidc_states'];
  name text;
  secured boolean;
  permanent boolean;
begin
  begin
    if to_regrole('leadloop_service') is null then create role leadloop_service nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role('leadloop_service', 'leadloop_request', 'set') or not pg_has_role('leadloop_service', 'leadloop_city', 'set') then
    grant leadloop_request, leadloop_city to leadloop_service with set true, inherit false;
  end if;
  -- A probe of the disk writes to a temporary table.
  execute format('grant connect, temporary on database %I to leadloop_service', current_database());
  grant usage on schema public to leadloop_service;
  grant usage, select on all sequences in schema public to leadloop_service;
  for name, secured, permanent in
    select c.relname, c.relrowsecurity, exists (
        -- Each update of a row fires it: 1 is "for each row", 16 is "update", and it has no condition.
        select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'refuse_change'::regproc
          and t.tgtype & 17 = 17 and t.tgqual is null)
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  loop
    execute format('grant select, insert on %I to leadloop_service', name);
    if not permanent then execute format('grant update on %I to leadloop_service', name); end if;
    if name = any (passing) then execute format('grant delete on %I to leadloop_service', name); end if;
    if secured and not exists (select from pg_policy where polrelid = name::regclass and polname = 'service') then
      execute format('create policy service on %I to leadloop_service using (true) with check (true)', name);
    end if;
  end loop;
  grant execute on function prepare_journal_month(date) to leadloop_service;
  if to_regnamespace('drizzle') is not null then
    grant usage on schema drizzle to leadloop_service;
    grant select on all tables in schema drizzle to leadloop_service;
  end if;
  if to_regnamespace('bullmq') is not null then
    -- BullMQ makes a sequence for each queue.
    grant usage, create on schema bullmq to leadloop_service;
    grant select, insert, update, delete on all tables in schema bullmq to leadloop_service;
    grant usage, select on all sequences in schema bullmq to leadloop_service;
    grant execute on all routines in schema bullmq to leadloop_service;
  end if;
  begin
    grant pg_read_all_stats to leadloop_service;
  exception when insufficient_privilege then
    raise notice 'Services cannot see the transactions of other users: readiness then names none that holds up the journal.';
  end;
  return null;
exception when insufficient_privilege then
  return format('create role leadloop_service nologin; grant leadloop_request, leadloop_city to leadloop_service with set true, inherit false; grant leadloop_service to %I with admin true, inherit false;',
    current_user);
end $$;
comment on function grant_service() is
  'Gives leadloop_service what services need and no more. `npm run migrate` calls it after the migrations, so that a new table is included. Returns null, or what an administrator of the server has to run first.';
revoke execute on function grant_service() from public;

-- A worker makes the months of the journal, which needs the owner.
alter function prepare_journal_month(date) security definer set search_path = public, pg_temp;
revoke execute on function prepare_journal_month(date) from public;
