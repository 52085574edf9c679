-- A load crossed the border of the province without any approval. The authority registers its decisions (Order 23, Art 21 to 28) and
-- the exemptions from them; loads are handed over under one of these, and use its quantity. The release before reads none of it.
create table approvals (
  id uuid primary key,
  number text not null check (length(number) between 1 and 100),
  origin_province text not null,
  destination_province text not null,
  consignor_id uuid not null references parties (id),
  receiver_id uuid not null references parties (id),
  receiver_licence text not null,
  treatment_methods text[] not null check (cardinality(treatment_methods) > 0),
  decided_on date not null,
  requested_until date not null,
  valid_from date not null,
  valid_to date not null,
  legal_basis text not null,
  documents jsonb not null check (jsonb_typeof(documents) = 'array'),
  recorded_at timestamptz not null,
  constraint approvals_crossing check (origin_province <> destination_province),
  constraint approvals_validity check (valid_from < valid_to),
  constraint approvals_number unique (origin_province, number)
);
comment on table approvals is 'Decisions of this province on transfers to another one (危险废物跨省转移批准). They never change.';
comment on column approvals.valid_to is
  'First day on which it is no longer valid: the earliest of the months of law, the end that was applied for, and that of the licence of the receiver.';
create index approvals_parties on approvals (consignor_id, receiver_id);
create index approvals_receiver on approvals (receiver_id);
create trigger approvals_append_only before update or delete on approvals for each row execute function refuse_change();
create trigger approvals_no_truncate before truncate on approvals for each statement execute function refuse_change();

create table approval_quantities (
  approval_id uuid not null references approvals (id),
  waste_code text not null,
  approved_grams bigint not null check (approved_grams > 0),
  used_grams bigint not null default 0 check (used_grams >= 0),
  withdrawn_on date,
  primary key (approval_id, waste_code)
);
comment on table approval_quantities is 'Approved mass of each waste code, and how much of it was transferred.';
comment on column approval_quantities.used_grams is
  'The sum of approval_uses. It is kept in the row that a hand-over locks, so that concurrent ones see each other.';
comment on column approval_quantities.withdrawn_on is
  'As in approval_withdrawals: here, because a hand-over that waited for the lock must see it.';
create trigger approval_quantities_no_removal before delete on approval_quantities for each row execute function refuse_change();
create trigger approval_quantities_no_truncate before truncate on approval_quantities
  for each statement execute function refuse_change();

create table approval_withdrawals (
  approval_id uuid primary key references approvals (id),
  withdrawn_on date not null,
  reason text not null check (length(reason) between 1 and 500),
  recorded_at timestamptz not null
);
comment on table approval_withdrawals is 'Early ends of approvals, one each.';
create trigger approval_withdrawals_append_only before update or delete on approval_withdrawals
  for each row execute function refuse_change();
create trigger approval_withdrawals_no_truncate before truncate on approval_withdrawals
  for each statement execute function refuse_change();

create table transfer_exemptions (
  id uuid primary key,
  granted_by text not null check (length(granted_by) between 1 and 200),
  waste_codes text[] not null check (cardinality(waste_codes) > 0),
  receivers text[] not null check (cardinality(receivers) > 0),
  origin_province text,
  destination_province text,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  constraint transfer_exemptions_validity check (valid_to is null or valid_from < valid_to)
);
comment on table transfer_exemptions is
  'Lists of receivers to which waste goes without an approval (such as 环办固体函〔2023〕387号), with the document that grants it.';
create index transfer_exemptions_receivers on transfer_exemptions using gin (receivers);
create trigger transfer_exemptions_append_only before update or delete on transfer_exemptions
  for each row execute function refuse_change();
create trigger transfer_exemptions_no_truncate before truncate on transfer_exemptions
  for each statement execute function refuse_change();

create table transfer_exemption_ends (
  exemption_id uuid primary key references transfer_exemptions (id),
  ended_on date not null,
  reason text not null check (length(reason) between 1 and 500),
  recorded_at timestamptz not null
);
comment on table transfer_exemption_ends is 'Early ends of exemptions, one each.';
create trigger transfer_exemption_ends_append_only before update or delete on transfer_exemption_ends
  for each row execute function refuse_change();
create trigger transfer_exemption_ends_no_truncate before truncate on transfer_exemption_ends
  for each statement execute function refuse_change();

create table transfer_covers (
  id uuid primary key references manifests (id),
  approval_id uuid references approvals (id),
  exemption_id uuid references transfer_exemptions (id),
  consignor_id uuid not null references parties (id),
  receiver_id uuid not null references parties (id),
  origin_province text not null,
  destination_province text not null,
  waste_code text not null,
  handed_over_grams bigint not null check (handed_over_grams > 0),
  counted_grams bigint not null check (counted_grams >= 0),
  handed_over_on date not null,
  recorded_at timestamptz not null,
  settled_at timestamptz,
  constraint transfer_covers_one check ((approval_id is null) <> (exemption_id is null))
);
comment on table transfer_covers is
  'The approval or exemption under which each load left the province; id is that of its manifest.';
comment on column transfer_covers.counted_grams is
  'Mass that counts against the approval: as handed over, and once the receiver has decided, as it accepted.';
create index transfer_covers_approval on transfer_covers (approval_id, id);
create index transfer_covers_exemption on transfer_covers (exemption_id, id);
create index transfer_covers_consignor on transfer_covers (consignor_id, id);
create index transfer_covers_receiver on transfer_covers (receiver_id, id);
create trigger transfer_covers_no_removal before delete on transfer_covers for each row execute function refuse_change();
create trigger transfer_covers_no_truncate before truncate on transfer_covers for each statement execute function refuse_change();

alter table approvals enable row level security;
create policy approvals_select on approvals for select using (
  (select visibility_all())
  or consignor_id = any ((select visibility_parties())::uuid[]) or receiver_id = any ((select visibility_parties())::uuid[])
  or origin_province = (select visibility_province()) or destination_province = (select visibility_province()));
create policy approvals_select_in_city on approvals for select to leadloop_city using (
  consignor_id in (select id from parties where division_code like (select visibility_city()))
  or receiver_id in (select id from parties where division_code like (select visibility_city())));
create policy approvals_insert on approvals for insert with check ((select visibility_all()));

alter table approval_quantities enable row level security;
create policy approval_quantities_select on approval_quantities for select using (
  exists (select from approvals where approvals.id = approval_quantities.approval_id));
create policy approval_quantities_insert on approval_quantities for insert with check ((select visibility_all()));
create policy approval_quantities_update on approval_quantities for update using (
  (select visibility_all()) or exists (select from approvals where approvals.id = approval_quantities.approval_id
    and approvals.consignor_id = any ((select visibility_parties())::uuid[])));

alter table approval_withdrawals enable row level security;
create policy approval_withdrawals_select on approval_withdrawals for select using (
  exists (select from approvals where approvals.id = approval_withdrawals.approval_id));
create policy approval_withdrawals_insert on approval_withdrawals for insert with check ((select visibility_all()));

alter table transfer_exemptions enable row level security;
create policy transfer_exemptions_select on transfer_exemptions for select using ((select visibility_register()));
create policy transfer_exemptions_insert on transfer_exemptions for insert with check ((select visibility_all()));

alter table transfer_exemption_ends enable row level security;
create policy transfer_exemption_ends_select on transfer_exemption_ends for select using ((select visibility_register()));
create policy transfer_exemption_ends_insert on transfer_exemption_ends for insert with check ((select visibility_all()));

alter table transfer_covers enable row level security;
create policy transfer_covers_select on transfer_covers for select using (
  (select visibility_all())
  or consignor_id = any ((select visibility_parties())::uuid[]) or receiver_id = any ((select visibility_parties())::uuid[])
  or origin_province = (select visibility_province()) or destination_province = (select visibility_province()));
create policy transfer_covers_select_in_city on transfer_covers for select to leadloop_city using (
  consignor_id in (select id from parties where division_code like (select visibility_city()))
  or receiver_id in (select id from parties where division_code like (select visibility_city())));
create policy transfer_covers_insert on transfer_covers for insert with check (
  consignor_id = any ((select visibility_parties())::uuid[]));

grant select, insert on approvals, approval_withdrawals, transfer_exemptions, transfer_exemption_ends, transfer_covers
  to leadloop_request;
grant select, insert, update on approval_quantities to leadloop_request;
grant select on approvals, approval_quantities, approval_withdrawals, transfer_exemptions, transfer_exemption_ends, transfer_covers
  to leadloop_city;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('approvals.required', '2020-01-01', null, '{"required": true}',
   '《中华人民共和国固体废物污染环境防治法》第八十二条；《危险废物转移管理办法》（部令第23号）第二十一条', 'V'),
  ('approvals.validity', '2020-01-01', null, '{"months": 12}', '《危险废物转移管理办法》（部令第23号）第二十七条', 'V');
