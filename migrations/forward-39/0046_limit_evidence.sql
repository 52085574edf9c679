-- Limits of what the word of one enterprise may carry in a recovery rate.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.evidence-limits', '2020-01-01', null, '{
      "unconfirmedShareBasisPoints": 50,
      "unconfirmedFloorGrams": 20000,
      "expandedUncertaintyBasisPoints": 150
    }', 'Choice of this service, to be confirmed with the assessor: 0.5 % and 20 kg as recovery.weighing-difference, so that all such mass together changes a rate by less than its usual uncertainty; 1.5 percentage points, beyond which a target of 98 % cannot be decided for any usual rate', 'I');
