-- Plastics that were never made could be used by a name, with a file that the enterprise uploads itself, and lift the rates by mass. From 2026
-- on used mass that no registered and independent receiver confirmed in the period is found in the figures that count it. Until then any
-- proof is believed, as before. The release before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.unconfirmed-uses', '2020-01-01', '2026-01-01', '{"uses": "believed"}', 'Choice of this service: a file of the enterprise proved a use before', 'I'),
  ('recovery.unconfirmed-uses', '2026-01-01', null, '{"uses": "confirmed"}',
   'Choice of this service, to be confirmed with the assessor: only books and files of the enterprise show that by-products were made and used, so an independent receiver confirms them', 'I');
