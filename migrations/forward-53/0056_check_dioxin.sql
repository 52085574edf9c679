-- Hours, production and class of a dioxin measurement are stated by the enterprise, and each scales its release. They are held against
-- processing runs and against each other. The release before does not know the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('dioxin.evidence', '2017-01-01', null, '{"productShareBasisPoints": 500, "hoursShareBasisPoints": 5000, "exhaustShareBasisPoints": 1000, "recordDays": 90, "unseparatedClasses": ["1", "4"]}',
   'Choice of this service; classes by the UNEP Toolkit 2013, category 2e: feed of classes 2 and 3 is free of PVC; exhaust as a share of the reference exhaust of GB 31574-2015', 'I');
