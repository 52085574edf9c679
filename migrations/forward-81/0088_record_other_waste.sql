-- Only batteries could be recorded, so production waste of battery makers (384-004-31) could not travel. Waste of the codes of this law is
-- recorded by its producer; residues come from runs. The release before records batteries only, and does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('batches.recorded-wastes', '2020-01-01', null, '{"wasteCodes": ["900-052-31", "384-004-31"]}',
   'National list of hazardous waste (2021 and 2025), HW31: batteries, and slag, dust and sludge from making them; waste of lead works (HW48) comes from runs', 'I');
