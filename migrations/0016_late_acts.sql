-- An act that is told later than this after it happened is judged by the day of the act and by the day of telling.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('acts.late-telling', '2020-01-01', null, '{"hours": 72}', 'Choice of this service', 'I');
