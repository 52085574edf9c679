-- Terms that were unknown are computed when the work calendar of their year is loaded, and the last days of open duties are noticed
-- once. The release before reads neither the table nor the row of law; the indexes lead to few rows.
create table manifest_deadline_notices (
  manifest_id uuid not null references manifests (id),
  duty text not null check (duty in ('backfill', 'confirm')),
  kind text not null check (kind in ('near', 'passed')),
  due_on date not null,
  recorded_at timestamptz not null,
  primary key (manifest_id, duty, kind)
);
comment on table manifest_deadline_notices is
  'Last days of duties that were recorded in the journal as near or passed. A row and its journal entry are one transaction.';
create trigger manifest_deadline_notices_append_only before update or delete on manifest_deadline_notices
  for each row execute function refuse_change();
create trigger manifest_deadline_notices_no_truncate before truncate on manifest_deadline_notices
  for each statement execute function refuse_change();
alter table manifest_deadline_notices enable row level security;

create index manifests_unknown_confirmation on manifests (id)
  where confirmation_due_on is null and document->>'arrivedAt' is not null;
create index manifests_unknown_backfill on manifests (id)
  where backfill_due_on is null and document->'paper'->>'transferCompletedAt' is not null;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('manifests.deadline-notice', '2020-01-01', null, '{"workingDays": 2}',
   'Choice of this service: two working days are left to act', 'I');
