-- Mass and pieces of one load could contradict each other: 1 g in 10 pieces of a line of 1 t in 10 pieces was accepted. The
-- rules compare the mass of a piece with the batch or the manifest; their limits are dated law.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('batteries.piece-mass', '2020-01-01', null, '{"fromGrams": 25, "toGrams": 10000000, "factor": 5}', 'Choice of this service, plausibility values against errors of entry: no rule names the mass of a piece. No battery weighs less than 25 g (cell of a torch) or more than 10 t (block of a mine locomotive). A factor of five leaves room for loads of several sizes', 'I');
