-- Feed that bears no lead by its kind, or by its assay, was believed in any quantity, so that batteries could come in as reagents
-- and lift a rate. How much of such feed needs no review is dated law; the release before does not read it.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.feed-evidence', '2020-01-01', null, '{"contentPpm": 50000, "shareBasisPoints": 1700, "bulkKinds": ["reagent"], "otherShareBasisPoints": 300}',
   'Choice of this service, to be confirmed with the assessor: smelters of batteries add soda, iron and coke of up to about a fifth of the mass of batteries, which is 16.7 % of all mass fed; alloying metals are up to about 3 % of lead; feed with less than 5 % of lead is not fed for its lead', 'I');
