-- Every batch of a manifest was of batteries, so residues left on the word of their producer alone. Manifests carry other hazardous
-- waste as well: residues and received waste by their own code, own intermediates by the code that this law gives them. A treatment
-- method must fit the waste. The release before does not read the keys.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('manifests.waste-forms', '2021-01-01', null, '{"materials": [
      {"material": "lead_paste", "wasteCode": "900-052-31", "condition": "paste"},
      {"material": "lead_grids", "wasteCode": "900-052-31", "condition": "plates"}
    ]}', 'National list of hazardous waste (2021 and 2025), HW31: 900-052-31 is waste lead-acid batteries and the plates, paste and acid from breaking them; own crude lead and alloys are products', '2'),
  ('manifests.treatment-methods', '2020-01-01', null, '{"wastes": [
      {"wasteCode": "900-052-31", "methods": ["R4", "R6", "R15", "D1", "D9", "D10", "D16", "C1"]},
      {"wasteCode": "384-004-31", "methods": ["R4", "R15", "D1", "D9", "D16", "C1"]},
      {"wasteCode": "321-016-48", "methods": ["R4", "R5", "R15", "D1", "D9", "D16", "C1", "C2"]},
      {"wasteCode": "321-018-48", "methods": ["R4", "R5", "R15", "D1", "D9", "D16", "C1", "C2"]},
      {"wasteCode": "321-019-48", "methods": ["R4", "R5", "R15", "D1", "D9", "D16", "C1"]},
      {"wasteCode": "321-020-48", "methods": ["R4", "R5", "R15", "D1", "D9", "D16", "C1"]},
      {"wasteCode": "321-029-48", "methods": ["R4", "R5", "R15", "D1", "D9", "D16", "C1"]}
    ]}', 'Choice of this service after the meaning of the methods of HJ 1033-2019, appendix F: methods for solvents, organic matter, oil, catalysts, packaging and medical waste treat none of these; a waste without an entry has no limit', 'I');
