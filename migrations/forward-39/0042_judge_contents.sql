-- The lead content of a line of a stock count was believed, whatever the books knew of the batches in that stock. Plausible
-- contents of each material, and the tolerance between the content of a count and that of the books, are dated law.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.content-ranges', '2020-01-01', null, '[
      {"material": "900-052-31", "minPpm": 400000, "maxPpm": 800000},
      {"material": "refined_lead", "minPpm": 990000, "maxPpm": 1000000},
      {"material": "lead_alloy", "minPpm": 850000, "maxPpm": 1000000},
      {"material": "lead_paste", "minPpm": 550000, "maxPpm": 900000},
      {"material": "lead_grids", "minPpm": 800000, "maxPpm": 1000000},
      {"material": "own_crude_lead", "minPpm": 900000, "maxPpm": 1000000},
      {"material": "work_in_progress", "minPpm": 100000, "maxPpm": 980000},
      {"material": "plastics_light", "minPpm": 0, "maxPpm": 20000},
      {"material": "plastics_heavy", "minPpm": 0, "maxPpm": 50000},
      {"material": "sodium_sulphate", "minPpm": 0, "maxPpm": 10000},
      {"material": "calcium_sulphate", "minPpm": 0, "maxPpm": 20000},
      {"material": "waste_acid_recovered", "minPpm": 0, "maxPpm": 1000},
      {"material": "slag_used", "minPpm": 0, "maxPpm": 50000},
      {"material": "slag", "minPpm": 0, "maxPpm": 100000},
      {"material": "refining_slag", "minPpm": 0, "maxPpm": 800000},
      {"material": "alkaline_slag", "minPpm": 0, "maxPpm": 700000},
      {"material": "dust", "minPpm": 50000, "maxPpm": 800000},
      {"material": "sludge", "minPpm": 0, "maxPpm": 600000},
      {"material": "anode_slime", "minPpm": 0, "maxPpm": 500000},
      {"material": "separators", "minPpm": 0, "maxPpm": 150000},
      {"material": "crude_lead", "minPpm": 900000, "maxPpm": 1000000},
      {"material": "concentrate", "minPpm": 350000, "maxPpm": 850000},
      {"material": "imported_scrap", "minPpm": 200000, "maxPpm": 1000000},
      {"material": "384-004-31", "minPpm": 200000, "maxPpm": 1000000},
      {"material": "dust_of_other_lines", "minPpm": 50000, "maxPpm": 800000},
      {"material": "lead_flux", "minPpm": 0, "maxPpm": 930000}
    ]', 'Choice of this service: published compositions of waste batteries and smelter outputs (Basel technical guidelines 2003: 65 to 75 % of lead without electrolyte; EU life-cycle study; GB/T 469 for refined lead; below 2 % in discarded slag by the conditions of 2016), widened so that only contents outside of them ask for an explanation', 'I'),
  ('recovery.counted-content', '2020-01-01', null, '{"shareBasisPoints": 500, "floorPpm": 5000, "smallGrams": 1000000}',
   'Choice of this service: the content of a count may differ from that of the books by a twentieth, or by half a percentage point; stock up to 1 t of unknown content is of no weight', 'I');
