-- A certified figure stays as it is. When later records would change it, a revision shows the difference, and the deciding
-- office confirms the figure or reopens the assessment.
alter table assessments
  add column open_revision integer check (open_revision > 0),
  add column compared_index bigint check (compared_index >= 0),
  add constraint assessments_revised check (open_revision is null or state in ('certified', 'objected'));
comment on column assessments.open_revision is 'Number of the open revision of the certified figure; null for none.';
comment on column assessments.compared_index is 'Index of the journal up to which the certified figure was compared with the records.';
create index assessments_with_revision on assessments (id) where open_revision is not null;
create index assessments_certified on assessments (party_id) where state = 'certified';
grant update (open_revision, compared_index) on assessments to leadloop_request;

alter table assessment_steps drop constraint assessment_steps_step_check;
alter table assessment_steps add constraint assessment_steps_step_check check (step in
  ('open', 'submit', 'withdraw', 'review', 'return', 'send_back', 'certify', 'refuse', 'object', 'answer', 'confirm', 'reopen'));

create table assessment_revisions (
  assessment_id uuid not null,
  party_id uuid not null,
  number integer not null check (number > 0),
  round integer not null check (round > 0),
  opened_at timestamptz not null,
  since_index bigint not null check (since_index >= 0),
  journal_index bigint not null check (journal_index >= since_index),
  difference jsonb not null check (jsonb_typeof(difference) = 'object'),
  constraint assessment_revisions_pkey primary key (assessment_id, number),
  constraint assessment_revisions_assessment foreign key (assessment_id, party_id) references assessments (id, party_id)
);
comment on table assessment_revisions is 'Differences that later records make to certified figures, in their order. The worker finds them.';
comment on column assessment_revisions.since_index is 'Index of the journal at which the figure was frozen.';
comment on column assessment_revisions.journal_index is 'Index of the journal up to which the records were compared.';
comment on column assessment_revisions.difference is 'Terms, rates, findings and records that differ, with the values of before and after.';
create trigger assessment_revisions_append_only before update or delete on assessment_revisions
  for each row execute function refuse_change();
create trigger assessment_revisions_no_truncate before truncate on assessment_revisions
  for each statement execute function refuse_change();
alter table assessment_revisions enable row level security;
create policy assessment_revisions_select on assessment_revisions for select using (
  (select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
create policy assessment_revisions_select_in_city on assessment_revisions for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
grant select on assessment_revisions to leadloop_request, leadloop_city;
