-- What was submitted and certified is frozen: the evaluation with its records, law and method, a signed list of all files.
create table assessment_snapshots (
  id uuid primary key,
  assessment_id uuid not null,
  party_id uuid not null,
  round integer not null check (round > 0),
  purpose text not null check (purpose in ('submission', 'certification')),
  taken_at timestamptz not null,
  journal_index bigint not null check (journal_index >= 0),
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  files jsonb not null check (jsonb_typeof(files) = 'object'),
  records bytea not null,
  manifest text not null,
  signature text not null,
  public_key jsonb not null check (jsonb_typeof(public_key) = 'object'),
  constraint assessment_snapshots_one_each unique (assessment_id, round, purpose),
  constraint assessment_snapshots_assessment foreign key (assessment_id, party_id) references assessments (id, party_id)
);
comment on table assessment_snapshots is 'Frozen evaluations of assessments. Nothing changes or removes one.';
comment on column assessment_snapshots.content_sha256 is 'SHA-256 of evaluation, records and law, without the time of the reading.';
comment on column assessment_snapshots.files is 'Texts of the evidence by their paths: evaluation, law, method, certificates, and how to check them.';
comment on column assessment_snapshots.records is 'The records as lines of canonical JSON, compressed with gzip.';
comment on column assessment_snapshots.manifest is 'Every file of the evidence with its SHA-256, as canonical JSON.';
comment on column assessment_snapshots.signature is 'Compact JWS of the province over the SHA-256 of the manifest.';
create trigger assessment_snapshots_append_only before update or delete on assessment_snapshots
  for each row execute function refuse_change();
create trigger assessment_snapshots_no_truncate before truncate on assessment_snapshots
  for each statement execute function refuse_change();
alter table assessment_snapshots enable row level security;
create policy assessment_snapshots_select on assessment_snapshots for select using (
  (select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
create policy assessment_snapshots_select_in_city on assessment_snapshots for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy assessment_snapshots_insert on assessment_snapshots for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  or ((select visibility_all()) and (select visibility_scope()) in ('assessments:review', 'assessments:decide')));
grant select, insert on assessment_snapshots to leadloop_request;
grant select on assessment_snapshots to leadloop_city;
