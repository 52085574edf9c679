-- A load went on paper whatever the consignor stated as the reason. The authority declares when a system could not be used (Order 23,
-- Art 20); paper outside of that is marked. The release before reads none of it.
create table outages (
  id uuid primary key,
  system text not null check (system in ('national', 'provincial')),
  division_code text not null check (division_code ~ '^[1-8][0-9]([0-9]{2})?$'),
  started_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 500),
  recorded_at timestamptz not null
);
comment on table outages is 'Times in which a system could not be used, as the authority declared them (系统停机). They never change.';
comment on column outages.division_code is 'The province, or the city whose organisations could not use the system.';
comment on column outages.recorded_at is 'Later than started_at by the time that the authority took to declare it.';
create index outages_started on outages (started_at);
create trigger outages_append_only before update or delete on outages for each row execute function refuse_change();
create trigger outages_no_truncate before truncate on outages for each statement execute function refuse_change();

create table outage_ends (
  outage_id uuid primary key references outages (id),
  ended_at timestamptz not null,
  remarks text check (length(remarks) between 1 and 500),
  recorded_at timestamptz not null
);
comment on table outage_ends is 'Ends of outages, one each.';
create trigger outage_ends_append_only before update or delete on outage_ends for each row execute function refuse_change();
create trigger outage_ends_no_truncate before truncate on outage_ends for each statement execute function refuse_change();

alter table outages enable row level security;
create policy outages_select on outages for select using ((select visibility_register()));
create policy outages_insert on outages for insert with check ((select visibility_all()));
alter table outage_ends enable row level security;
create policy outage_ends_select on outage_ends for select using ((select visibility_register()));
create policy outage_ends_insert on outage_ends for insert with check ((select visibility_all()));

grant select, insert on outages, outage_ends to leadloop_request;
grant select on outages, outage_ends to leadloop_city;
