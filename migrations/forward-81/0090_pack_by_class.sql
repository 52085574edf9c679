-- Open and broken batteries (class II) could be sent on a pallet. From 2027 on they travel in packaging that keeps acid inside. The release
-- before does not read the key.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('manifests.class-packaging', '2020-01-01', '2027-01-01', '{"classes": []}',
   'Choice of this service: before, packaging was recorded and not compared', 'I'),
  ('manifests.class-packaging', '2027-01-01', null,
   '{"classes": [{"riskClass": "II", "packaging": ["acid-proof-box", "closed-acid-proof-container", "drum", "tank"]}]}',
   'HJ 519-2020: broken and open waste lead-acid batteries are collected and carried in closed acid-proof containers; the codes of packaging and the day from which others are refused are choices of this service', 'M-m');
