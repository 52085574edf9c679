-- Recovery rates gave lead of batteries without a manifest no term, took the mass that was sent for the mass that was
-- accepted, and counted batteries for disposal as received. The rules that decide on these terms are dated law.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.batteries-without-manifest', '2020-01-01', null, '{"treatment": "count"}', 'Choice of this service, to be confirmed with the assessor: count makes their lead available from the day they come; block forbids the approval of a rate with them', 'I'),
  ('recovery.weighing-difference', '2020-01-01', null, '{"shareBasisPoints": 50, "floorGrams": 20000}', 'Choice of this service, to be confirmed with the assessor: as the threshold of a significant difference on a manifest', 'I'),
  ('recovery.disposal-methods', '2020-01-01', null, '{"firstLetters": ["D"]}', 'HJ 1033, Appendix F: methods D1 to D16 are disposal', '2');
