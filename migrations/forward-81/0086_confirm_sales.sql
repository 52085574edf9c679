-- Products that were never made could be sold to a name, and lift the rate. From 2026 on the lead of output that left counts among what the
-- enterprise could move, unless a registered and independent receiver confirmed the mass that it received. Until then sales are believed,
-- as before. Receivers find what was sent to them by the index. The release before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.unconfirmed-sales', '2020-01-01', '2026-01-01', '{"sales": "believed", "massToleranceBasisPoints": 50, "transitDays": 15}',
   'Choice of this service: receivers confirmed no sale before', 'I'),
  ('recovery.unconfirmed-sales', '2026-01-01', null, '{"sales": "confirmed", "massToleranceBasisPoints": 50, "transitDays": 15}',
   'Choice of this service, to be confirmed with the assessor: only books of the enterprise show that products were made and left, so an independent receiver confirms them; two truck scales (JJG 539, class III) differ by less than 0.5 %, and a load arrives within 15 days', 'I');
create index dispositions_receiver on dispositions (receiver_id, id) where receiver_id is not null;
