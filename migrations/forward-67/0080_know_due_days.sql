-- The last day of a revision is unknown while the work calendar of its year is missing. It is set once, when the calendar is loaded;
-- everything else of a revision stays as it was found. The release before never changes a revision.
drop trigger assessment_revisions_append_only on assessment_revisions;
create trigger assessment_revisions_append_only before delete on assessment_revisions
  for each row execute function refuse_change();
create trigger assessment_revisions_known_day before update on assessment_revisions for each row
  when (old.due_on is not null or new.due_on is null or to_jsonb(old) - 'due_on' is distinct from to_jsonb(new) - 'due_on')
  execute function refuse_change();
