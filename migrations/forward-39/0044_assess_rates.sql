-- Assessments (认定) of recovery rates: an enterprise submits a closed period, an independent expert of the province reviews it,
-- a third person decides. Each step stays in the history.
create table assessments (
  id uuid primary key,
  party_id uuid not null references parties (id),
  period text not null check (period ~ '^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]))?$'),
  method text not null,
  state text not null
    check (state in ('draft', 'submitted', 'reviewed', 'certified', 'refused', 'returned', 'objected', 'withdrawn')),
  round integer not null check (round >= 0),
  opened_by text not null,
  opened_at timestamptz not null,
  state_since timestamptz not null,
  due_days integer check (due_days > 0),
  due_on date,
  submitted_by text,
  submitted_at timestamptz,
  flags jsonb not null check (jsonb_typeof(flags) = 'array'),
  reviewed_by text,
  reviewed_at timestamptz,
  recommendation text check (recommendation in ('certify', 'refuse')),
  decided_by text,
  decided_at timestamptz,
  outcome text check (outcome in ('certified', 'refused')),
  objected_by text,
  constraint assessments_owner unique (id, party_id),
  constraint assessments_submitted check (
    (round > 0) = (submitted_by is not null) and (submitted_by is null) = (submitted_at is null)
    and (state not in ('submitted', 'reviewed', 'certified', 'refused', 'objected') or round > 0)),
  constraint assessments_reviewed check (
    (reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (recommendation is null)
    and (state not in ('reviewed', 'certified', 'refused', 'objected') or reviewed_by is not null)),
  constraint assessments_decided check (
    (decided_by is null) = (decided_at is null) and (decided_by is null) = (outcome is null)
    and (state not in ('certified', 'refused', 'objected') or decided_by is not null)
    and (outcome is distinct from 'certified' or recommendation = 'certify')),
  constraint assessments_three_people check (
    reviewed_by is distinct from submitted_by or reviewed_by is null),
  constraint assessments_third_person check (
    decided_by is null or decided_by not in (submitted_by, reviewed_by))
);
comment on table assessments is 'Assessments of the recovery rates of enterprises in closed periods.';
comment on column assessments.round is 'Number of submissions so far.';
comment on column assessments.due_days is 'Working days that the state may last, by law recovery.assessment-deadlines.';
comment on column assessments.due_on is 'Last day of the deadline; null without one, and while the holiday notice of its year is not loaded.';
comment on column assessments.flags is 'Codes of the flags of the submitted evaluation; each needs a reason of the expert.';
create unique index assessments_one_each on assessments (party_id, period, method) where state not in ('withdrawn', 'refused');
create index assessments_party on assessments (party_id, id);
create index assessments_due on assessments (due_on) where state in ('submitted', 'reviewed', 'returned', 'objected');

create function refuse_other_assessment() returns trigger language plpgsql as $$
begin
  if (new.id, new.party_id, new.period, new.method, new.opened_by, new.opened_at)
      is distinct from (old.id, old.party_id, old.period, old.method, old.opened_by, old.opened_at)
    or old.state = 'withdrawn' or new.round < old.round then
    raise exception 'an assessment stays that of its enterprise, period and method' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_other_assessment() is 'Rejects changes of what an assessment is about, and of one that was withdrawn.';
create trigger assessments_guard before update on assessments for each row execute function refuse_other_assessment();
create trigger assessments_no_delete before delete on assessments for each row execute function refuse_change();
create trigger assessments_no_truncate before truncate on assessments for each statement execute function refuse_change();

create table assessment_steps (
  assessment_id uuid not null,
  party_id uuid not null,
  number integer not null check (number > 0),
  step text not null check (step in
    ('open', 'submit', 'withdraw', 'review', 'return', 'send_back', 'certify', 'refuse', 'object', 'answer')),
  round integer not null check (round >= 0),
  state text not null,
  taken_by text not null,
  taken_at timestamptz not null,
  reason text,
  details jsonb not null check (jsonb_typeof(details) = 'object'),
  constraint assessment_steps_pkey primary key (assessment_id, number),
  constraint assessment_steps_assessment foreign key (assessment_id, party_id) references assessments (id, party_id)
);
comment on table assessment_steps is 'Steps of assessments with their reasons, in their order.';
create trigger assessment_steps_append_only before update or delete on assessment_steps
  for each row execute function refuse_change();
create trigger assessment_steps_no_truncate before truncate on assessment_steps
  for each statement execute function refuse_change();

alter table assessments enable row level security;
create policy assessments_select on assessments for select using (
  (select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
create policy assessments_select_in_city on assessments for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy assessments_insert on assessments for insert with check (
  party_id = any ((select visibility_parties())::uuid[]));
create policy assessments_update on assessments for update
  using (party_id = any ((select visibility_parties())::uuid[])
    or ((select visibility_all()) and (select visibility_scope()) in ('assessments:review', 'assessments:decide')))
  with check (party_id = any ((select visibility_parties())::uuid[])
    or ((select visibility_all()) and (select visibility_scope()) in ('assessments:review', 'assessments:decide')));
alter table assessment_steps enable row level security;
create policy assessment_steps_select on assessment_steps for select using (
  (select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
create policy assessment_steps_select_in_city on assessment_steps for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy assessment_steps_insert on assessment_steps for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  or ((select visibility_all()) and (select visibility_scope()) in ('assessments:review', 'assessments:decide')));
grant select, insert on assessments, assessment_steps to leadloop_request;
-- Locking a row needs the right to change a column of it.
grant update (id, state, round, state_since, due_days, due_on, submitted_by, submitted_at, flags, reviewed_by, reviewed_at,
  recommendation, decided_by, decided_at, outcome, objected_by) on assessments to leadloop_request;
grant select on assessments, assessment_steps to leadloop_city;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.assessment-deadlines', '2020-01-01', null, '{"reviewDays": 20, "decisionDays": 10, "resubmissionDays": 20, "objectionDays": 5, "answerDays": 10}', 'Choice of this service, in working days: no procedure for assessing recovery rates (综合回收率成果的评估认定) is published; 20 working days follow the Administrative Licensing Law, art. 42', 'I');
