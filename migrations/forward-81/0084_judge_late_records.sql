-- A correction of an output moved the figure of a month that was long over, and no finding said so: only assays had a last day.
-- The release before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.late-records', '2020-01-01', '2026-01-01', '{"graceDays": null}',
   'Choice of this service: records of before were entered from paper', 'I'),
  ('recovery.late-records', '2026-01-01', null, '{"graceDays": 45}',
   'Choice of this service, to be confirmed with the assessor: the days that assays have (recovery.assay-evidence)', 'I');
