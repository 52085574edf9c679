-- A recovery rate believed the counts of stock: batteries that the books do not have were subtracted from what was available.
-- Counts are now held against the books of their instant, with a tolerance of weighing. The release before does not read it.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.stock-tolerance', '2020-01-01', null, '{
      "battery_stock": {"shareBasisPoints": 50, "floorGrams": 20000},
      "work": {"shareBasisPoints": 200, "floorGrams": 100000},
      "outside": {"shareBasisPoints": 50, "floorGrams": 20000}
    }', 'Choice of this service, to be confirmed with the assessor: 0.5 % and 20 kg as manifests.discrepancy-threshold; 2 % and 100 kg for work in progress, which is estimated by volume', 'I');
