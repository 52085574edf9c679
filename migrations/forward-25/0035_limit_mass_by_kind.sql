-- Inside 25 g to 10 t the mass of a piece was compared with nothing: 600 g in 11 pieces could leave a batch of 12 starter
-- batteries of 200 kg. The kinds of batteries have narrower limits. A key of its own, so that the release before keeps
-- reading the limits of all batteries.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('batteries.kind-piece-mass', '2020-01-01', null, '{
      "starter": {"fromGrams": 500, "toGrams": 150000},
      "traction": {"fromGrams": 500, "toGrams": 10000000},
      "stationary": {"fromGrams": 50, "toGrams": 10000000}
    }', 'Choice of this service, plausibility values against errors of entry: no rule names the mass of a piece. Starter batteries reach from small motor-cycles to heavy lorries, traction batteries from cells of e-bikes to blocks of mine locomotives, stationary ones from emergency lights to blocks of storage plants', 'I');
