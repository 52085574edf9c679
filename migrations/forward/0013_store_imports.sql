-- An import of many rows is answered at once and runs in the background. Its rows wait here until they are registered.
create table imports (
  id uuid primary key,
  kind text not null check (kind in ('parties', 'sites', 'licences', 'vehicles')),
  mode text not null check (mode in ('all', 'rows')),
  dry_run boolean not null,
  actor jsonb not null,
  header jsonb not null,
  form jsonb not null,
  rows_total integer not null check (rows_total >= 0),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'finished', 'failed')),
  applied boolean not null default false,
  attempts integer not null default 0 check (attempts >= 0),
  created_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  constraint imports_end check ((finished_at is null) = (state in ('waiting', 'running')))
);
comment on table imports is 'Imports of many rows, which run in the background.';
comment on column imports.actor is 'The caller that sent the file: the journal names it for every record.';
comment on column imports.header is 'The header of the file, and the field of each column.';
comment on column imports.form is 'Faults of the form of rows, found when the file was read.';
comment on column imports.touched_at is 'Last progress; a sweep wakes an import that has none for a while.';
create index imports_open on imports (touched_at) where state in ('waiting', 'running');
alter table imports enable row level security;
create policy imports_select on imports for select using ((select visibility_all()));
create policy imports_insert on imports for insert with check ((select visibility_all()));
grant select, insert on imports to leadloop_request;
grant select on imports to leadloop_city;

create table import_parts (
  import_id uuid not null references imports (id),
  number integer not null check (number >= 0),
  rows jsonb,
  findings jsonb,
  primary key (import_id, number)
);
comment on table import_parts is 'Rows of an import, in parts of one transaction each.';
comment on column import_parts.rows is 'Rows of valid form; removed at the end, because they have personal data.';
comment on column import_parts.findings is 'Outcomes and faults of the rows; null before they are judged.';
alter table import_parts enable row level security;
create policy import_parts_select on import_parts for select using ((select visibility_all()));
create policy import_parts_insert on import_parts for insert with check ((select visibility_all()));
grant select, insert on import_parts to leadloop_request;
grant select on import_parts to leadloop_city;
