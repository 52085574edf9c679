-- What was recorded by mistake is corrected by a counter-entry that names the movement it corrects. The record itself stays
-- as it was; the correction says what counts now, who said so and why.
create table corrections (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid references sites (id),
  subject text not null,
  number integer not null check (number > 0),
  reason text not null,
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  affected jsonb not null check (jsonb_typeof(affected) = 'array'),
  actor text not null,
  recorded_at timestamptz not null,
  constraint corrections_numbered unique (subject, number)
);
comment on table corrections is 'Corrections of records: what they said before, what counts now, and the reason.';
comment on column corrections.subject is 'The corrected record, such as batch:<id>, run-feed:<movement> or supply:<id>.';
comment on column corrections.number is 'From 1, without gaps for a subject.';
comment on column corrections.before is 'The replaced values by the names of the interface.';
comment on column corrections.affected is 'Other records that the correction changed, with their figures before and after.';
comment on column corrections.actor is 'Subject of the token that corrected.';
create index corrections_party on corrections (party_id, id);
create trigger corrections_append_only before update or delete on corrections
  for each row execute function refuse_change();
create trigger corrections_no_truncate before truncate on corrections
  for each statement execute function refuse_change();
alter table corrections enable row level security;
create policy corrections_select on corrections for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy corrections_select_in_city on corrections for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
create policy corrections_insert on corrections for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and (site_id is null
    or exists (select from sites where sites.id = corrections.site_id and sites.party_id = corrections.party_id)));
grant select, insert on corrections to leadloop_request;
grant select on corrections to leadloop_city;

-- A counter-entry leads back to the boundary account that its original came from.
alter table movements add column corrects_id bigint references movements (id);
comment on column movements.corrects_id is 'The movement whose mass or pieces this one corrects; null for all others.';
alter table movements add constraint movements_correction_names_another
  check ((kind = 'correction') = (corrects_id is not null));
alter table movements drop constraint movements_from_boundary_check;
alter table movements add constraint movements_from_boundary_check
  check (from_boundary in ('generation', 'elsewhere', 'supply', 'sale', 'loss', 'adjustment'));
alter table movements drop constraint movements_to_boundary_check;
alter table movements add constraint movements_to_boundary_check
  check (to_boundary in ('generation', 'elsewhere', 'supply', 'sale', 'loss', 'adjustment'));
create index movements_corrects on movements (corrects_id) where corrects_id is not null;

-- The description of a batch changes only to what a correction says.
create function refuse_silent_description() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  said jsonb;
begin
  select coalesce(jsonb_object_agg(key, value), '{}') into said from (
    select distinct on (key) key, value from corrections, jsonb_each(after)
    where subject in ('batch:' || new.id, new.evidence) order by key, recorded_at desc, number desc
  ) latest;
  if (new.battery_kind is distinct from old.battery_kind and new.battery_kind is distinct from said ->> 'batteryKind')
    or (new.risk_class is distinct from old.risk_class and new.risk_class is distinct from said ->> 'riskClass')
    or (new.condition is distinct from old.condition and new.condition is distinct from said ->> 'condition')
    or (new.source_type is distinct from old.source_type and new.source_type is distinct from said ->> 'sourceType')
    or (new.supplier_name is distinct from old.supplier_name and new.supplier_name is distinct from said ->> 'supplierName')
  then
    raise exception 'the description of a batch changes by a correction only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_silent_description() is 'Lets the description of a batch change only to what its latest correction says.';
create trigger batches_description_guard before update of battery_kind, risk_class, condition, source_type, supplier_name
  on batches for each row execute function refuse_silent_description();
grant update (battery_kind, risk_class, condition, source_type, supplier_name) on batches to leadloop_request;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('corrections.year-closing', '2022-10-01', null, '{"month": 3, "day": 31}', 'HJ 1259-2022: the hazardous waste of a year is declared until 31 March of the next; afterwards the enterprise asks the authority. That records close on that day is a choice of this service', 'I');
