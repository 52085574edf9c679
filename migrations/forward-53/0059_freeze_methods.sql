-- Every method can be certified, so a frozen evaluation has the fractions and the batteries fed beside the records of lead.
alter table assessment_snapshots add column fractions bytea;
comment on column assessment_snapshots.fractions is 'Records of fractions and of batteries fed, JSON lines packed by gzip; null in those of before.';

-- A revision waits for a decision, and a law that changed opens one as well.
alter table assessment_revisions add column due_on date;
comment on column assessment_revisions.due_on is 'Last day for the decision; null without the law or the holiday notice of that year.';
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.revision-deadline', '2020-01-01', null, '{"decisionDays": 20}',
   'Choice of this service, to be confirmed with the province: as long as a decision on a reviewed assessment', 'I');
