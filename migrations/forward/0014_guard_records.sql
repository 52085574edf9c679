-- Records that are only ever added shall not vanish in one statement either: rows were protected, but TRUNCATE, DROP and
-- DETACH were not, on partitions above all. And a tree over the order of the journal shows what was changed nevertheless.

-- A trigger on a partitioned table does not see TRUNCATE of a partition, so each partition has its own.
do $$
declare
  name text;
begin
  foreach name in array array['idempotency_keys', 'law_values', 'divisions', 'waste_codes', 'work_calendar_years',
    'work_calendar', 'parties', 'party_states', 'party_contacts', 'sites', 'licences', 'licence_states', 'vehicles', 'batches',
    'manifests', 'manifest_lines', 'manifest_steps', 'manifest_conflicts', 'journal_heads', 'runs', 'run_outputs', 'supplies',
    'assays', 'dispositions', 'stock_counts', 'emissions', 'exchange_deliveries', 'exchange_inbox', 'identity_clients',
    'identity_people', 'identity_signing_keys'] loop
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_no_truncate', name);
  end loop;
  foreach name in array array['idempotency_keys', 'journal_heads', 'exchange_deliveries', 'exchange_inbox'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()',
      name || '_no_delete', name);
  end loop;
  for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'journal_entries'::regclass loop
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_no_truncate', name);
  end loop;
end $$;

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
  execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
    name || '_no_truncate', name);
  return name;
end $$;

-- Tables with such a trigger are neither dropped nor detached by mistake. A migration that has to do it disables the event
-- trigger first. Only a superuser can create one; elsewhere a plain role for services and `journal verify` remain.
create function refuse_drop() returns event_trigger language plpgsql as $$
declare
  name text;
begin
  if tg_event = 'sql_drop' then
    select object_identity into name from pg_event_trigger_dropped_objects()
    where object_type = 'trigger' and schema_name = 'public' and object_identity like '%\_no\_truncate on %' limit 1;
  else
    select relname into name from pg_class
    where relnamespace = 'public'::regnamespace and relname like 'journal\_entries\_%' and relkind = 'r' and not relispartition limit 1;
  end if;
  if name is not null then
    raise exception '% is permanent: % refused', name, lower(tg_tag) using errcode = 'restrict_violation';
  end if;
end $$;
comment on function refuse_drop() is 'Rejects the drop of a table of permanent records, and the detaching of a partition.';
do $$
begin
  create event trigger permanent_records_drop on sql_drop execute function refuse_drop();
  create event trigger permanent_records_detach on ddl_command_end when tag in ('ALTER TABLE') execute function refuse_drop();
exception when insufficient_privilege then
  raise notice 'Only a superuser can create event triggers: tables of permanent records are not protected from their owner.';
end $$;

create table journal_tree (
  singleton boolean primary key default true check (singleton),
  size bigint not null default 0 check (size >= 0),
  frontier bytea[] not null default '{}'
);
comment on table journal_tree is 'One row: the Merkle tree (RFC 9162) over the hashes of journal_seals, in the order of their indexes.';
comment on column journal_tree.size is 'Number of leaves, which is the index of the last sealed entry.';
comment on column journal_tree.frontier is 'Roots of the largest complete subtrees, from left to right.';
alter table journal_tree enable row level security;
insert into journal_tree default values;

create table journal_tree_heads (
  size bigint primary key check (size > 0),
  root bytea not null check (length(root) = 32),
  made_at timestamptz not null
);
comment on table journal_tree_heads is 'Earlier roots of the tree, one a minute while it grows. A later tree must contain each of them.';
create trigger journal_tree_heads_append_only before update or delete on journal_tree_heads
  for each row execute function refuse_change();
create trigger journal_tree_heads_no_truncate before truncate on journal_tree_heads
  for each statement execute function refuse_change();
alter table journal_tree_heads enable row level security;

create table journal_verification (
  singleton boolean primary key default true check (singleton),
  position bigint not null default 0 check (position >= 0),
  frontier bytea[] not null default '{}',
  begun_at timestamptz not null default now(),
  finished_at timestamptz,
  fault jsonb
);
comment on table journal_verification is 'One row: the progress of the check of the journal that workers make in the background.';
comment on column journal_verification.finished_at is 'End of the last complete check without a fault.';
comment on column journal_verification.fault is 'The fault at which the check stands: its kind, the index and the subject; null without one.';
alter table journal_verification enable row level security;
insert into journal_verification default values;

create function journal_size() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select size from journal_tree
$$;
comment on function journal_size() is 'Index of the last sealed entry, also for requests: a reader that finds less has lost entries.';
