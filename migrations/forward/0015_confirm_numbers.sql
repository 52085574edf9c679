-- A number is certain once the national system has given it to this province. Until then it is the word of another
-- province, which must not take the number from the manifest that it belongs to.
alter table manifests add column number_confirmed boolean not null default false;
comment on column manifests.number_confirmed is
  'True when the national system gave or confirmed the number. False while only the province of origin reports it.';
update manifests m set number_confirmed = true
where m.number is not null and (
  exists (select from manifest_steps s where s.manifest_id = m.id and s.step = 'number' and s.source = 'national')
  or exists (select from exchange_numbers n where n.manifest_id = m.id and n.number = m.number));
alter table manifests drop constraint manifests_number_unique;
create unique index manifests_number_unique on manifests (number) where number_confirmed;
create index manifests_number on manifests (number) where number is not null;

create table exchange_number_clashes (
  id uuid primary key,
  manifest_id uuid not null,
  number text not null check (number ~ '^\d{14}$'),
  source text not null check (source ~ '^([1-8]\d|national)$'),
  reason text not null check (
    reason in ('other_number', 'number_taken', 'number_claimed', 'foreign_division', 'not_assignable')),
  held_number text,
  other_manifest_id uuid,
  noticed_at timestamptz not null,
  settled_at timestamptz,
  remarks text,
  constraint exchange_number_clashes_settled_with_remarks check ((settled_at is null) = (remarks is null)),
  constraint exchange_number_clashes_once unique (manifest_id, number, source, reason)
);
comment on table exchange_number_clashes is
  'Statements about manifest numbers that contradict each other. They wait until a person has clarified them.';
comment on column exchange_number_clashes.manifest_id is 'Not a foreign key: the statement may be about an unknown manifest.';
comment on column exchange_number_clashes.held_number is 'The number that the manifest has instead.';
create index exchange_number_clashes_open on exchange_number_clashes (id) where settled_at is null;
create trigger exchange_number_clashes_no_truncate before truncate on exchange_number_clashes
  for each statement execute function refuse_change();
alter table exchange_number_clashes enable row level security;
create policy exchange_number_clashes_select on exchange_number_clashes for select using ((select visibility_all()));
create policy exchange_number_clashes_update on exchange_number_clashes for update using ((select visibility_all()));
grant select, update on exchange_number_clashes to leadloop_request;
grant select on exchange_number_clashes to leadloop_city;

-- Numbers that could not be assigned, because a manifest of another province had taken them, are tried again.
update exchange_numbers set settled_at = null, problem = null, next_attempt_at = now()
where problem = 'manifest-number-taken';
