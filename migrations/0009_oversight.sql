-- Figures for the authorities, made from the journal and from nothing else.

create table flow_records (
  journal_index bigint not null check (journal_index > 0),
  line integer not null check (line >= 1),
  manifest_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  from_province text not null check (from_province ~ '^\d{2}$'),
  from_city text not null check (from_city ~ '^\d{4}$'),
  to_province text not null check (to_province ~ '^\d{2}$'),
  to_city text not null check (to_city ~ '^\d{4}$'),
  waste_code text not null,
  battery_kind text,
  mass_grams bigint not null check (mass_grams >= 0),
  pieces integer not null check (pieces >= 0),
  accepted_at timestamptz not null,
  primary key (journal_index, line)
);
comment on table flow_records is 'Transfers between cities and provinces: one row for each line that a receiver accepted.';
comment on column flow_records.journal_index is 'Index of the journal entry that reports the acceptance.';
comment on column flow_records.month is 'Month of acceptance (Asia/Shanghai), such as 2026-10.';
create index flow_records_month on flow_records (month, from_province, to_province);
alter table flow_records enable row level security;
create policy flow_records_select on flow_records for select using (
  (select visibility_all())
  or from_city like (select visibility_city())
  or to_city like (select visibility_city()));
grant select on flow_records to leadloop_request;
grant select on flow_records to leadloop_city;
