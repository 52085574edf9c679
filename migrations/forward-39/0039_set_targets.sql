-- A rate had no limit, and so no verdict. Targets are dated; each names its method and the figure that it limits.
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.targets', '2020-01-01', null, '[
      {"code": "industry-lead-2016", "zh": "铅总回收率（2016年规范条件）", "en": "Total lead recovery, conditions of 2016", "method": "industry-lead-recovery", "figure": "productsOnly", "comparison": "at_least", "limitBasisPoints": 9800},
      {"code": "industry-lead-2012-existing", "zh": "铅总回收率（2012年准入条件，现有企业）", "en": "Total lead recovery, entry conditions of 2012 for existing plants", "method": "industry-lead-recovery", "figure": "productsOnly", "comparison": "at_least", "limitBasisPoints": 9600},
      {"code": "industry-slag-2016", "zh": "熔炼弃渣含铅", "en": "Lead in discarded smelting slag", "method": "industry-lead-recovery", "figure": "slagLead", "comparison": "below", "limitBasisPoints": 200},
      {"code": "project-lead", "zh": "示范企业铅回收率（保守口径）", "en": "Lead recovery of demonstration enterprises, conservative", "method": "lead-recovery", "figure": "conservative", "comparison": "at_least", "limitBasisPoints": 9800}
    ]', '再生铅行业规范条件 (MIIT announcement 60 of 2016): total lead recovery at least 98 %, lead in smelting slag below 2 %; 再生铅行业准入条件 (2012): above 96 % for existing plants. The target of the project is a choice of this service, to be confirmed with the assessor', 'M-h');
