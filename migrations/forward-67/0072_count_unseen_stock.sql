-- Stock that was there at the opening, was fed in secret and stays in books and count does not grow, so growth alone never shows it. From
-- 2026 on all closing stock that no authority saw counts among what the enterprise could move. Until then the law
-- `recovery.stock-observation` decides on growth, as before. The release before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.unobserved-stock', '2020-01-01', '2026-01-01', '{"scope": "growth"}',
   'Choice of this service, to be confirmed with the assessor: of stock that no authority saw, what it grew by counts as law recovery.stock-observation says', 'I'),
  ('recovery.unobserved-stock', '2026-01-01', null, '{"scope": "closing"}',
   'Choice of this service, to be confirmed with the assessor: books and counts are the word of the enterprise, so all closing stock of batteries and work is lead that it could have moved until an authority sees it', 'I');
