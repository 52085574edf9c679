-- Only the receiver states when a load arrives, so a load that is fed in secret can be dated in the next month. Batteries that came to an own site
-- which does not recycle can be fed in secret while a partner accepts them on paper. From 2026 on the lead of both counts among what the enterprise
-- could move. Until then they are believed, as before. The release before does not read the keys.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.loads-on-the-way', '2020-01-01', '2026-01-01', '{"loads": "believed"}',
   'Choice of this service, to be confirmed with the assessor: the receiver is believed about the day on which a load arrives', 'I'),
  ('recovery.loads-on-the-way', '2026-01-01', null, '{"loads": "counted"}',
   'Choice of this service, to be confirmed with the assessor: only the receiver states when a load arrives (Order 23, Art 18), so one that was handed over before the end of a period could have been fed in it', 'I'),
  ('recovery.unconfirmed-sites', '2020-01-01', '2026-01-01', '{"sites": "recyclers"}',
   'Choice of this service, to be confirmed with the assessor: what left recycling sites for another organisation is unconfirmed mass, as law recovery.evidence-limits says', 'I'),
  ('recovery.unconfirmed-sites', '2026-01-01', null, '{"sites": "all"}',
   'Choice of this service, to be confirmed with the assessor: a partner can accept on paper what never left a collection or transfer point of the enterprise, so it is unconfirmed mass as well', 'I');
