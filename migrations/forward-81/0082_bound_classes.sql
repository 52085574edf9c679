-- The sample of a class was evidence for all mass of the class in its month, so that of one small poor load served many rich ones. From
-- 2026 on a class counts for the mass that laboratories saw when they took its samples. The release before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.class-evidence', '2020-01-01', '2026-01-01', '{"seenShareBasisPoints": 0, "toleranceBasisPoints": 200}',
   'Choice of this service: before, laboratories could not state what they saw', 'I'),
  ('recovery.class-evidence', '2026-01-01', null, '{"seenShareBasisPoints": 10000, "toleranceBasisPoints": 200}',
   'Choice of this service, to be confirmed with the assessor: all mass to which the content of a class is applied must be seen by the laboratories that took its samples, within the tolerance of recycling.sampled-mass; a sampling plan for a part of it would be another share', 'I');
