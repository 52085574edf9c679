-- A site of any kind received waste, and a licence allowed any treatment method. From 2027 on a generator receives nothing, and methods follow the
-- mode of the licence and the kind of the site; until then both are taken with a warning. The release before does not read the keys.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('licences.receiving', '2020-01-01', '2027-01-01', '{"sites": [
      {"kind": "generator", "modes": ["recycling"]}, {"kind": "producer", "modes": ["recycling"]},
      {"kind": "collection_point", "modes": ["collection"]}, {"kind": "transfer_point", "modes": ["collection"]},
      {"kind": "recycler", "modes": ["recycling"]}, {"kind": "disposer", "modes": ["recycling"]}
    ], "warned": ["generator"]}', 'State Council Order 408 (2016) and Order 23, Art 10(1): the receiver holds a licence for what it does; that a generator receives with a warning until 2027 is a choice of this service', 'I'),
  ('licences.receiving', '2027-01-01', null, '{"sites": [
      {"kind": "generator", "modes": []}, {"kind": "producer", "modes": ["recycling"]},
      {"kind": "collection_point", "modes": ["collection"]}, {"kind": "transfer_point", "modes": ["collection"]},
      {"kind": "recycler", "modes": ["recycling"]}, {"kind": "disposer", "modes": ["recycling"]}
    ], "warned": []}', 'State Council Order 408 (2016) and Order 23, Art 10(1): a generator hands waste over and holds no licence to take it in; the mode of each kind of site and the day are choices of this service', 'I'),
  ('licences.treatment-methods', '2020-01-01', '2027-01-01', '{"effect": "warned", "sites": [
      {"kind": "collection_point", "mode": "collection", "methods": ["R4", "R5", "R6", "R15"]},
      {"kind": "transfer_point", "mode": "collection", "methods": ["R4", "R5", "R6", "R15"]},
      {"kind": "producer", "mode": "recycling", "methods": ["R4", "R5", "R6", "R15"]},
      {"kind": "recycler", "mode": "recycling", "methods": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R15", "C2", "C3"]},
      {"kind": "disposer", "mode": "recycling", "methods": ["D1", "D9", "D10", "D16", "C1", "C2", "R1", "R4", "R5", "R6", "R15"]}
    ]}', 'Choice of this service after the meaning of the methods of HJ 1033-2019, appendix F: a recycler uses, a disposer also disposes, a collector names the use for which it passes waste on', 'I'),
  ('licences.treatment-methods', '2027-01-01', null, '{"effect": "refused", "sites": [
      {"kind": "collection_point", "mode": "collection", "methods": ["R4", "R5", "R6", "R15"]},
      {"kind": "transfer_point", "mode": "collection", "methods": ["R4", "R5", "R6", "R15"]},
      {"kind": "producer", "mode": "recycling", "methods": ["R4", "R5", "R6", "R15"]},
      {"kind": "recycler", "mode": "recycling", "methods": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R15", "C2", "C3"]},
      {"kind": "disposer", "mode": "recycling", "methods": ["D1", "D9", "D10", "D16", "C1", "C2", "R1", "R4", "R5", "R6", "R15"]}
    ]}', 'State Council Order 408 (2016): a licence names the mode of the business, and another mode needs another licence; the methods of each kind of site and the day are choices of this service', 'I');
