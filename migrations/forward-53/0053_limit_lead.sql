-- Outputs of a run were held against the mass of its feeds alone, so that 120 t of refined lead could come out of 100 t of
-- batteries. The tolerance between the lead of outputs and that of feeds is dated law.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.lead-tolerance', '2020-01-01', null, '{"shareBasisPoints": 300}',
   'Choice of this service, to be confirmed with the assessor: three times the expanded uncertainty (k = 2) of the lead of sampled batteries after recovery.uncertainties, which is 0.6 points of about 60 % of lead, because one sample stands for many batteries; weighing (0.1 %) is small beside it', 'I');
