-- A buyer that receives a sale in the next month shows that the mass exists then, so products of that month could be dated in this one. The closing
-- gate can be in the furnace although as much left the gate since the opening. What an authority sees days after a count may have come since, or
-- was seen at another own site before. From 2026 on receipts count until the last day of the period, the whole closing gate counts, and an authority
-- observes a count on its day. Until then the law is as before. The release before does not read the new keys.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.sale-receipts', '2020-01-01', '2026-01-01', '{"receipts": "transit"}',
   'Choice of this service: a receipt within the days of law recovery.unconfirmed-sales confirms a sale', 'I'),
  ('recovery.sale-receipts', '2026-01-01', null, '{"receipts": "period"}',
   'Choice of this service, to be confirmed with the assessor: only a receipt until the last day of the period shows that the mass was made in it', 'I'),
  ('recovery.gate-loads', '2020-01-01', '2026-01-01', '{"scope": "growth"}',
   'Choice of this service, to be confirmed with the assessor: what left the gate since the opening balances what came to it', 'I'),
  ('recovery.gate-loads', '2026-01-01', null, '{"scope": "closing"}',
   'Choice of this service, to be confirmed with the assessor: the loads of the opening may have been there, so each load of the closing gate could have been fed', 'I');

update law_values set valid_to = '2026-01-01' where key = 'recycling.stock-observation' and valid_to is null;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.stock-observation', '2026-01-01', null, '{"days": 0}',
   'Choice of this service, to be confirmed with the assessor: auditors attend the count of inventory; all sites of an enterprise are seen on one day, so that no heap is shown at two of them', 'I');
