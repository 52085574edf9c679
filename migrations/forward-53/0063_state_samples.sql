-- A laboratory confirmed a certificate without seeing what it was recorded for, so a true certificate of one batch was believed for
-- another one. A record states the mark of its sample, and the laboratory the material, the mark and the day of what it tested.
-- The release before writes records without a mark and statements without a sample, which keep their meaning.
alter table assays add column sample_mark text check (length(sample_mark) between 1 and 100);
alter table analyses add column sample_mark text check (length(sample_mark) between 1 and 100);
comment on column assays.sample_mark is 'Mark of the sample on the certificate (样品编号). Null for the number of the batch, and for records of before.';
comment on column analyses.sample_mark is 'Mark of the sample on the certificate (样品编号). Null for the number of the batch, and for records of before.';
alter table certificate_confirmations
  add column sample_material text,
  add column sample_mark text,
  add column sampled_on date,
  add column sample_differences text[] not null default '{}'
    check (sample_differences <@ array['sampleMaterial', 'sampleMark', 'sampledOn']),
  drop constraint certificate_confirmations_differences,
  add constraint certificate_confirmations_differences
    check ((outcome = 'contradicted') = (differences <> '{}' or sample_differences <> '{}'));
comment on column certificate_confirmations.sample_mark is 'Mark of the sample, or number of its batch, on the certificate of the laboratory; null in statements of before.';
comment on column certificate_confirmations.sample_differences is 'Members of the sample in which the record differs, beside differences, which the release before reads.';
