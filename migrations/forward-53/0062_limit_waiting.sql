-- Loads could wait at the gate without a decision for any time, and an estimated emission could explain any lead that is missing. From
-- when on both need a review is dated law; the release before does not read it.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.gate-review', '2020-01-01', null, '{"days": 15}',
   'Choice of this service, to be confirmed with the assessor: receivers confirm within 5 working days (Measures on the Transfer of Hazardous Waste, order 23 of 2021, article 18), which the longest public holiday extends to about 15 days', 'I'),
  ('recovery.emission-review', '2020-01-01', null, '{"shareBasisPoints": 5}',
   'Choice of this service, to be confirmed with the assessor: a works emits to air and water about a hundred thousandth of the lead that it feeds', 'I');
