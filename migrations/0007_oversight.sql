-- What crossed from where to where, one row per line that a receiver accepted; made from the journal and from nothing else.
create table flow_records (
  journal_index bigint not null check (journal_index > 0),
  line integer not null check (line >= 1),
  manifest_id uuid not null,
  -- Month of acceptance, Asia/Shanghai.
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
--> statement-breakpoint
create index flow_records_month on flow_records (month, from_province, to_province);
