-- Comprehensive and European rates need dated law: from when to when a method is in force, which elements may be left out, the
-- targets of the European methods, and the limit of sulphates. Keys of their own, so that the release before reads what it knows.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.method-validity', '2020-01-01', null, '[
      {"code": "lead-recovery", "validFrom": "2020-01-01", "validTo": null},
      {"code": "industry-lead-recovery", "validFrom": "2020-01-01", "validTo": null},
      {"code": "comprehensive-recovery", "validFrom": "2020-01-01", "validTo": null},
      {"code": "eu-2025-606", "validFrom": "2025-07-24", "validTo": null},
      {"code": "eu-493-2012", "validFrom": "2014-01-01", "validTo": "2025-12-31"}
    ]', 'Delegated Regulation (EU) 2025/606: in force from 2025-07-24. Regulation (EU) 493/2012, article 1: from 2014-01-01; its last day is a choice of this service: the last calendar year that begins under Directive 2006/66/EC. Methods of this service: first day of its law', 'M-m'),
  ('recovery.sulphur-limit', '2020-01-01', null, '{"so4Ppm": 979400}', 'Stoichiometry, four digits: SO4 96.06 of H2SO4 98.08', 'C'),
  ('recovery.eu-elements', '2025-07-24', '2030-01-01', '[
      {"code": "oxygen", "rule": "may", "sulphuricAcidPpm": null},
      {"code": "carbon", "rule": "may", "sulphuricAcidPpm": null},
      {"code": "iron", "rule": "may", "sulphuricAcidPpm": null},
      {"code": "phosphorus", "rule": "may", "sulphuricAcidPpm": null},
      {"code": "chlorine", "rule": "may", "sulphuricAcidPpm": null},
      {"code": "sulphur", "rule": "may", "sulphuricAcidPpm": 326900}
    ]', 'Delegated Regulation (EU) 2025/606, annex: until 2029-12-31. Sulphur by stoichiometry, four digits: 32.06 of H2SO4 98.08; records have the mass of no other element', 'M-m'),
  ('recovery.eu-elements', '2030-01-01', null, '[
      {"code": "oxygen", "rule": "may", "sulphuricAcidPpm": null},
      {"code": "carbon", "rule": "shall", "sulphuricAcidPpm": null},
      {"code": "iron", "rule": "shall", "sulphuricAcidPpm": null},
      {"code": "phosphorus", "rule": "shall", "sulphuricAcidPpm": null},
      {"code": "chlorine", "rule": "may", "sulphuricAcidPpm": null},
      {"code": "sulphur", "rule": "may", "sulphuricAcidPpm": 326900}
    ]', 'Delegated Regulation (EU) 2025/606, annex: from 2030-01-01', 'M-m'),
  ('recovery.eu-targets', '2020-01-01', '2025-12-31', '[
      {"code": "eu-2006-efficiency", "zh": "再循环效率（指令2006/66/EC）", "en": "Recycling efficiency, Directive 2006/66/EC", "method": "eu-493-2012", "figure": "recyclingEfficiency", "comparison": "at_least", "limitBasisPoints": 6500}
    ]', 'Directive 2006/66/EC, Annex III, part B: 65 % by average weight of lead-acid batteries, and lead to the highest degree that is technically feasible', 'M-h'),
  ('recovery.eu-targets', '2025-12-31', '2027-12-31', '[
      {"code": "eu-2006-efficiency", "zh": "再循环效率（指令2006/66/EC）", "en": "Recycling efficiency, Directive 2006/66/EC", "method": "eu-493-2012", "figure": "recyclingEfficiency", "comparison": "at_least", "limitBasisPoints": 6500},
      {"code": "eu-2023-efficiency", "zh": "再循环效率（条例2023/1542，2025年底前）", "en": "Recycling efficiency, Regulation 2023/1542, by the end of 2025", "method": "eu-2025-606", "figure": "recyclingEfficiency", "comparison": "at_least", "limitBasisPoints": 7500}
    ]', 'Regulation (EU) 2023/1542, Annex XII, part B: 75 % of lead-acid batteries by 2025-12-31', 'M-h'),
  ('recovery.eu-targets', '2027-12-31', '2030-12-31', '[
      {"code": "eu-2023-efficiency", "zh": "再循环效率（条例2023/1542，2025年底前）", "en": "Recycling efficiency, Regulation 2023/1542, by the end of 2025", "method": "eu-2025-606", "figure": "recyclingEfficiency", "comparison": "at_least", "limitBasisPoints": 7500},
      {"code": "eu-2023-lead", "zh": "铅材料回收率（条例2023/1542，2027年底前）", "en": "Recovery of lead, Regulation 2023/1542, by the end of 2027", "method": "eu-2025-606", "figure": "recoveryOfLead", "comparison": "at_least", "limitBasisPoints": 9000}
    ]', 'Regulation (EU) 2023/1542, Annex XII, parts B and C: lead 90 % by 2027-12-31', 'M-h'),
  ('recovery.eu-targets', '2030-12-31', '2031-12-31', '[
      {"code": "eu-2023-efficiency", "zh": "再循环效率（条例2023/1542，2030年底前）", "en": "Recycling efficiency, Regulation 2023/1542, by the end of 2030", "method": "eu-2025-606", "figure": "recyclingEfficiency", "comparison": "at_least", "limitBasisPoints": 8000},
      {"code": "eu-2023-lead", "zh": "铅材料回收率（条例2023/1542，2027年底前）", "en": "Recovery of lead, Regulation 2023/1542, by the end of 2027", "method": "eu-2025-606", "figure": "recoveryOfLead", "comparison": "at_least", "limitBasisPoints": 9000}
    ]', 'Regulation (EU) 2023/1542, Annex XII, parts B and C: efficiency 80 % by 2030-12-31', 'M-h'),
  ('recovery.eu-targets', '2031-12-31', null, '[
      {"code": "eu-2023-efficiency", "zh": "再循环效率（条例2023/1542，2030年底前）", "en": "Recycling efficiency, Regulation 2023/1542, by the end of 2030", "method": "eu-2025-606", "figure": "recyclingEfficiency", "comparison": "at_least", "limitBasisPoints": 8000},
      {"code": "eu-2023-lead", "zh": "铅材料回收率（条例2023/1542，2031年底前）", "en": "Recovery of lead, Regulation 2023/1542, by the end of 2031", "method": "eu-2025-606", "figure": "recoveryOfLead", "comparison": "at_least", "limitBasisPoints": 9500}
    ]', 'Regulation (EU) 2023/1542, Annex XII, parts B and C: lead 95 % by 2031-12-31', 'M-h');
