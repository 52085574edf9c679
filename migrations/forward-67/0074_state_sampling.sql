-- The mark of a sample is free, so the certificate of a small load served a large one with the same mark. A report on a delivered
-- sample speaks of the sample as received, not of the batch. A laboratory that took the sample itself states the batch that it saw.
-- The release before writes statements without these members, which count as delivered from 2026 on, and does not read the keys.
alter table certificate_confirmations
  add column sampling text check (sampling in ('by_laboratory', 'delivered')),
  add column seen_mass_grams bigint check (seen_mass_grams > 0),
  add column seen_manifest_number text check (length(seen_manifest_number) between 1 and 100),
  add column seen_differences text[] not null default '{}'
    check (seen_differences <@ array['seenMassGrams', 'seenManifestNumber']),
  add constraint certificate_confirmations_seen
    check ((sampling is not distinct from 'by_laboratory') = (seen_mass_grams is not null)
      and (sampling is not distinct from 'by_laboratory' or seen_manifest_number is null)),
  drop constraint certificate_confirmations_differences,
  add constraint certificate_confirmations_differences
    check ((outcome = 'contradicted') = (differences <> '{}' or sample_differences <> '{}' or seen_differences <> '{}'));
comment on column certificate_confirmations.sampling is 'Whether the laboratory took the sample itself (采样) or received it (送样); null in statements of before, and when it is not stated.';
comment on column certificate_confirmations.seen_mass_grams is 'Mass of the batch from which the laboratory took the sample, as it saw it.';
comment on column certificate_confirmations.seen_manifest_number is 'Number of the manifest of this batch on the papers that the laboratory saw.';
comment on column certificate_confirmations.seen_differences is 'Members of the batch in which the record differs, beside differences, which the release before reads.';

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.sampled-mass', '2020-01-01', null, '{"toleranceBasisPoints": 200}',
   'Choice of this service, to be confirmed with the assessor: two weighings of one load differ by less, and another load of the same supplier usually by more', 'I'),
  ('recovery.sampling-evidence', '2020-01-01', '2026-01-01', '{"samples": "delivered"}',
   'Choice of this service: before, laboratories could not state who took a sample', 'I'),
  ('recovery.sampling-evidence', '2026-01-01', null, '{"samples": "by_laboratory"}',
   'Choice of this service, to be confirmed with the assessor: ISO/IEC 17025:2017 7.8.2.2 (GB/T 27025-2019) and RB/T 214-2017 4.5.20 limit a report on a delivered sample to the sample as received', 'I');
