-- Books and counts can both list stock that is not there, and hazardous residues could leave on the word of the enterprise alone. For
-- how long and how much stock needs no review, and what follows when residues leave without a manifest, are dated law; the
-- release before does not read it.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.stock-review', '2020-01-01', null, '{"days": 183, "yearShareBasisPoints": 1667}',
   'Choice of this service, to be confirmed with the assessor: recyclers may store hazardous waste for a year (Solid Waste Law 2020, article 81) and process first what came first, so half of that asks for an explanation; a sixth of a year is two months of operation', 'I'),
  ('recovery.residues-without-manifest', '2020-01-01', null, '{"use": "flag", "disposal": "note"}',
   'Solid Waste Law 2020, article 82, and Measures on the Transfer of Hazardous Waste (order 23 of 2021), article 2: hazardous waste is transferred on a manifest. What follows for a rate is a choice of this service, to be confirmed with the assessor: a use could count as recovered, a disposal never does', 'I');
