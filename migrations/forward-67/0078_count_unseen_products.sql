-- Products that were recorded and never made can stay in books and count, and lift the rate; so can bought feed that was fed in secret. From
-- 2026 on lead of all items that no authority saw counts among what the enterprise could move, and a count of products or bought feed that
-- an authority contradicts blocks the rate. Until then only batteries and work count, as before. The release before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.unobserved-items', '2020-01-01', '2026-01-01', '{"items": "balance"}',
   'Choice of this service, to be confirmed with the assessor: batteries and work need an observed count, as law recovery.unobserved-stock says', 'I'),
  ('recovery.unobserved-items', '2026-01-01', null, '{"items": "all"}',
   'Choice of this service, to be confirmed with the assessor: only books and counts of the enterprise show that products were made and that bought feed was not fed, so their lead needs an observed count as well', 'I');
