-- A partner's key that has ended may be known to others. Its messages count only while they can be on their way.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('exchange.key-grace', '2020-01-01', null, '{"hours": 168}', 'Choice of this service: the longest outage after which messages are still on their way', 'I');
