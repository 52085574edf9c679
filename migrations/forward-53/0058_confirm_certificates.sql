-- A stored certificate was believed, though the enterprise alone had written it down. Laboratories are organisations with a
-- qualification, an assay or an analysis names one, and it states what it issued. The release before writes records that name
-- none, and reads neither the new tables nor the new columns.
create table qualifications (
  id uuid primary key,
  party_id uuid not null references parties (id),
  kind text not null check (kind in ('cma', 'cnas')),
  number text not null check (length(number) between 1 and 60),
  valid_from date not null,
  valid_to date not null,
  issuer text not null,
  registered_at timestamptz not null,
  constraint qualifications_term check (valid_from < valid_to),
  constraint qualifications_once unique (kind, number, valid_from)
);
comment on table qualifications is
  'Qualifications of laboratories: CMA (检验检测机构资质认定) and CNAS. An organisation is a laboratory on the days on which it has one.';
create index qualifications_party on qualifications (party_id, id);
create trigger qualifications_append_only before update or delete on qualifications for each row execute function refuse_change();
create trigger qualifications_no_truncate before truncate on qualifications for each statement execute function refuse_change();
alter table qualifications enable row level security;
create policy qualifications_select on qualifications for select using ((select visibility_register()));
create policy qualifications_insert on qualifications for insert with check ((select visibility_all()));
grant select, insert on qualifications to leadloop_request;
grant select on qualifications to leadloop_city;

alter table assays add column laboratory_id uuid references parties (id);
alter table analyses add column laboratory_id uuid references parties (id);
comment on column assays.laboratory_id is 'The registered laboratory, which confirms the certificate. Null for others and for records of before.';
comment on column analyses.laboratory_id is 'The registered laboratory, which confirms the certificate. Null for others and for records of before.';
create index assays_laboratory on assays (laboratory_id, id) where laboratory_id is not null;
create index analyses_laboratory on analyses (laboratory_id, id) where laboratory_id is not null;
alter table assays add constraint assays_named unique (id, party_id, laboratory_id);
alter table analyses add constraint analyses_named unique (id, party_id, laboratory_id);
drop policy assays_select on assays;
create policy assays_select on assays for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[])
  or laboratory_id = any ((select visibility_parties())::uuid[]));
drop policy analyses_select on analyses;
create policy analyses_select on analyses for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[])
  or laboratory_id = any ((select visibility_parties())::uuid[]));

create table certificate_confirmations (
  id uuid primary key,
  assay_id uuid,
  analysis_id uuid,
  party_id uuid not null references parties (id),
  laboratory_id uuid not null references parties (id),
  answer text not null check (answer in ('issued', 'not_issued', 'withdrawn')),
  outcome text not null check (outcome in ('confirmed', 'contradicted', 'disowned', 'withdrawn')),
  differences text[] not null check (differences <@ array['ppm', 'moisturePpm', 'certificateNumber', 'certificateSha256']),
  certificate_number text,
  certificate_sha256 text check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  ppm integer check (ppm between 0 and 1000000),
  moisture_ppm integer check (moisture_ppm between 0 and 1000000),
  stated jsonb not null check (jsonb_typeof(stated) = 'object'),
  replaces_id uuid unique references certificate_confirmations (id),
  recorded_at timestamptz not null,
  constraint certificate_confirmations_of_one check (num_nonnulls(assay_id, analysis_id) = 1),
  constraint certificate_confirmations_answer check (case answer
    when 'issued' then outcome in ('confirmed', 'contradicted') when 'not_issued' then outcome = 'disowned' else outcome = 'withdrawn' end),
  constraint certificate_confirmations_differences check ((outcome = 'contradicted') = (differences <> '{}')),
  constraint certificate_confirmations_content check (answer <> 'issued' or certificate_number is not null and ppm is not null),
  constraint certificate_confirmations_withdrawn check (answer <> 'withdrawn' or replaces_id is not null),
  constraint certificate_confirmations_assay foreign key (assay_id, party_id, laboratory_id)
    references assays (id, party_id, laboratory_id),
  constraint certificate_confirmations_analysis foreign key (analysis_id, party_id, laboratory_id)
    references analyses (id, party_id, laboratory_id)
);
comment on table certificate_confirmations is
  'Statements of laboratories on the certificates of assays and analyses (检测结果确认). A later one names the one it replaces; the one that none replaces is valid.';
comment on column certificate_confirmations.party_id is 'The recycler whose record it is.';
comment on column certificate_confirmations.stated is 'What the record states, beside what the laboratory states.';
create unique index certificate_confirmations_first_of_assay on certificate_confirmations (assay_id) where replaces_id is null;
create unique index certificate_confirmations_first_of_analysis on certificate_confirmations (analysis_id) where replaces_id is null;
create index certificate_confirmations_of_assay on certificate_confirmations (assay_id) where assay_id is not null;
create index certificate_confirmations_of_analysis on certificate_confirmations (analysis_id) where analysis_id is not null;
create index certificate_confirmations_party on certificate_confirmations (party_id, id);
create index certificate_confirmations_laboratory on certificate_confirmations (laboratory_id, id);
create trigger certificate_confirmations_append_only before update or delete on certificate_confirmations
  for each row execute function refuse_change();
create trigger certificate_confirmations_no_truncate before truncate on certificate_confirmations
  for each statement execute function refuse_change();
alter table certificate_confirmations enable row level security;
create policy certificate_confirmations_select on certificate_confirmations for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[])
  or laboratory_id = any ((select visibility_parties())::uuid[]));
create policy certificate_confirmations_select_in_city on certificate_confirmations for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy certificate_confirmations_insert on certificate_confirmations for insert with check (
  laboratory_id = any ((select visibility_parties())::uuid[]));
grant select, insert on certificate_confirmations to leadloop_request;
grant select on certificate_confirmations to leadloop_city;
