-- The tree of the journal could be set back, which hid all entries beyond its size; and some tables could still be emptied.

-- Tables that may be emptied are listed with their reasons in test/schema/forward/emptied-tables.int.test.ts.
do $$
declare
  name text;
begin
  foreach name in array array['exchange_numbers', 'exchange_partners', 'identity_revocations', 'identity_second_factors', 'imports',
    'import_parts', 'journal_sealer', 'journal_subscriptions', 'journal_tree', 'journal_verification'] loop
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
      name || '_no_truncate', name);
  end loop;
  foreach name in array array['journal_sealer', 'journal_subscriptions', 'journal_tree', 'journal_verification'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()',
      name || '_no_delete', name);
  end loop;
end $$;

create function refuse_smaller_tree() returns trigger language plpgsql as $$
begin
  if new.size < old.size or (new.size = old.size and new.frontier <> old.frontier) then
    raise exception '% only grows: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_smaller_tree() is 'Rejects a tree of the journal that is smaller than before, or another one of the same size.';
create trigger journal_tree_grows before update on journal_tree for each row execute function refuse_smaller_tree();

create function refuse_earlier_index() returns trigger language plpgsql as $$
begin
  if new.next_index < old.next_index then
    raise exception '% only grows: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_earlier_index() is 'Rejects an index that the sealer has given already.';
create trigger journal_sealer_grows before update on journal_sealer for each row execute function refuse_earlier_index();

create function refuse_foreign_head() returns trigger language plpgsql as $$
begin
  if new.size is distinct from (select size from journal_tree) then
    raise exception 'the tree of the journal has not the size of this root: % refused', lower(tg_op)
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_foreign_head() is 'Rejects a root of another size than that of the tree.';
create trigger journal_tree_heads_of_tree before insert on journal_tree_heads
  for each row execute function refuse_foreign_head();

-- The end, as the most advanced of its notes: one that was set back alone makes no reader believe in an earlier end.
create or replace function journal_size() returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select greatest(0, (select size from journal_tree), (select next_index - 1 from journal_sealer),
    (select max(size) from journal_tree_heads))
$$;

-- A reader of one subject compares what it finds with the last entry that is noted. The head is visible with the entries.
create policy journal_heads_select on journal_heads for select using (
  (select visibility_all())
  or case when subject ~ '^manifest:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then exists (select from manifests where manifests.id = substring(subject from 10)::uuid) end);
grant select on journal_heads to leadloop_request;
grant select on journal_heads to leadloop_city;

-- The background check goes through the subjects in steps, too.
alter table journal_verification add column heads_after text;
comment on column journal_verification.heads_after is 'Last subject of this round whose noted last entry was verified; null before the first and after the last.';
