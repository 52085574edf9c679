-- Batteries that come to an own site that does not recycle are in no term. While its books say that they are there, they can be fed in secret
-- at the works. From 2026 on their lead counts among what the enterprise could move unless an authority saw them. Until then only stock of
-- recycling sites counts, as before. The release before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.unobserved-sites', '2020-01-01', '2026-01-01', '{"sites": "recyclers"}',
   'Choice of this service, to be confirmed with the assessor: stock of recycling sites needs an observed count, as law recovery.unobserved-stock says', 'I'),
  ('recovery.unobserved-sites', '2026-01-01', null, '{"sites": "all"}',
   'Choice of this service, to be confirmed with the assessor: only books of the enterprise show that batteries still are at its collection and transfer points, so their lead needs an observed count as well', 'I');
