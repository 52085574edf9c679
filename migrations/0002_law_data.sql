-- The rows of law and the code lists that a new database starts with. Later ones are loaded by
-- `npm run leadloop -- codes load`, or by a forward migration.

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('manifests.confirmation-deadline', '2022-01-01', null, '{"workingDays": 5}', 'Measures on hazardous-waste transfer (Order 23 of 2021), Art 18', 'V'),
  ('manifests.paper-backfill-deadline', '2022-01-01', null, '{"workingDays": 10}', 'Measures on hazardous-waste transfer (Order 23 of 2021), Art 20', 'V'),
  ('manifests.discrepancy-threshold', '2020-01-01', null, '{"shareBasisPoints": 50, "floorGrams": 20000}', 'Choice of this service: Order 23, Art 18 names no tolerance', 'I'),
  ('storage.collection-point', '2020-03-26', null, '{"massGrams": 3000000, "days": 90}', 'HJ 519-2020', '2'),
  ('storage.transfer-point', '2020-03-26', null, '{"years": 1}', 'HJ 519-2020; the mass limit is the designed capacity of the site', '2'),
  ('storage.recycler', '2020-09-01', null, '{"years": 1}', 'Law on solid waste (2020), Art 81', 'V'),
  ('storage.alert-shares', '2020-01-01', null, '{"basisPoints": [8000, 10000]}', 'Choice of this service', 'I'),
  ('licences.annual-scale', '2016-02-06', null, '{"warnBasisPoints": 10000, "blockBasisPoints": 12000}', 'State Council Order 408 (2016), Art 12: a new licence is needed above 20 %; the warning is a choice of this service', 'V'),
  ('clock.future-skew', '2020-01-01', null, '{"seconds": 300}', 'Choice of this service', 'I'),
  ('recovery.lead-controls', '2020-01-01', null, '{"otherFeedShareBasisPoints": 1000, "unaccountedShareBasisPoints": 100, "uncertaintyShareBasisPoints": 100, "assumedAssayShareBasisPoints": 500}', 'Choice of this service, to be confirmed with the assessor', 'I'),
  ('batteries.kinds', '2020-01-01', null, '[
      {"code": "starter-12v-60ah", "group": "starter", "zh": "起动型 12 V 60 Ah", "en": "Starter, 12 V 60 Ah", "typicalMassGrams": 16000},
      {"code": "ebike-12v-12ah", "group": "traction", "zh": "电动自行车 12 V 12 Ah", "en": "E-bike, 12 V 12 Ah", "typicalMassGrams": 4200},
      {"code": "ebike-12v-20ah", "group": "traction", "zh": "电动车 12 V 20 Ah", "en": "E-bike, 12 V 20 Ah", "typicalMassGrams": 7000},
      {"code": "stationary-2v-500ah", "group": "stationary", "zh": "固定型 2 V 500 Ah", "en": "Stationary, 2 V 500 Ah", "typicalMassGrams": 29000}
    ]', 'Typical masses of the trade; the starter battery is the middle of 15 to 17 kg', 'M-m'),
  ('batteries.groups', '2020-01-01', null, '[
      {"code": "starter", "zh": "起动电池", "en": "Starter"},
      {"code": "traction", "zh": "动力电池", "en": "Traction"},
      {"code": "stationary", "zh": "工业储能电池", "en": "Industrial and storage"}
    ]', 'Ledger of collection points after HJ 519-2020 and HJ 1259-2022', 'I'),
  ('batteries.risk-classes', '2019-01-01', null, '[
      {"code": "I", "zh": "第Ⅰ类：未破损的密封式免维护废铅蓄电池", "en": "Class I: unbroken sealed maintenance-free"},
      {"code": "II", "zh": "第Ⅱ类：开口式废铅蓄电池和破损的密封式免维护废铅蓄电池", "en": "Class II: vented, or broken sealed maintenance-free"}
    ]', 'Circular 环办固体〔2019〕5号', 'M-h'),
  ('batteries.source-types', '2020-01-01', null, '[
      {"code": "4s-shop", "zh": "4S店", "en": "Car dealer"},
      {"code": "repair-shop", "zh": "维修店", "en": "Repair shop"},
      {"code": "ebike-shop", "zh": "电动车店", "en": "E-bike shop"},
      {"code": "telecom", "zh": "通信", "en": "Telecommunications"},
      {"code": "power", "zh": "电力", "en": "Power supply"},
      {"code": "ups", "zh": "UPS", "en": "Uninterruptible power supply"},
      {"code": "household", "zh": "居民", "en": "Household"},
      {"code": "industrial-generator", "zh": "产废企业", "en": "Industrial generator"}
    ]', 'Ledger of collection points after HJ 519-2020 and HJ 1259-2022', 'I'),
  ('materials.sulphate-factors', '2020-01-01', null, '[
      {"code": "sodium-sulphate", "formula": "Na2SO4", "so4Ppm": 676300, "h2so4Ppm": 690500},
      {"code": "calcium-sulphate-dihydrate", "formula": "CaSO4·2H2O", "so4Ppm": 557900, "h2so4Ppm": 569700},
      {"code": "calcium-sulphate", "formula": "CaSO4", "so4Ppm": 705600, "h2so4Ppm": 720400}
    ]', 'Stoichiometry, four digits', 'C'),
  ('codes.hazards', '2021-01-01', null, '[
      {"code": "T", "zh": "毒性", "en": "Toxic"},
      {"code": "C", "zh": "腐蚀性", "en": "Corrosive"},
      {"code": "I", "zh": "易燃性", "en": "Ignitable"},
      {"code": "R", "zh": "反应性", "en": "Reactive"},
      {"code": "In", "zh": "感染性", "en": "Infectious"}
    ]', 'National list of hazardous waste (2021), Art 6', 'M-h'),
  ('codes.forms', '2020-01-01', null, '[
      {"code": "S", "zh": "固态", "en": "Solid"},
      {"code": "SS", "zh": "半固态", "en": "Semi-solid"},
      {"code": "L", "zh": "液态", "en": "Liquid"},
      {"code": "G", "zh": "气态", "en": "Gas"}
    ]', 'Trade practice', 'M-h'),
  ('codes.treatment-methods', '2020-01-01', null, '[
      {"code": "R1", "zh": "作为燃料（直接燃烧除外）或以其他方式产生能量", "en": "Use as fuel other than direct burning, or to generate energy"},
      {"code": "R2", "zh": "溶剂回收/再生（如蒸馏、萃取等）", "en": "Solvent reclamation or regeneration"},
      {"code": "R3", "zh": "再循环/再利用不是用作溶剂的有机物", "en": "Recycling of organic substances not used as solvents"},
      {"code": "R4", "zh": "再循环/再利用金属和金属化合物", "en": "Recycling of metals and metal compounds"},
      {"code": "R5", "zh": "再循环/再利用其他无机物", "en": "Recycling of other inorganic materials"},
      {"code": "R6", "zh": "再生酸或碱", "en": "Regeneration of acids or bases"},
      {"code": "R7", "zh": "回收污染减除剂的组分", "en": "Recovery of components used for pollution abatement"},
      {"code": "R8", "zh": "回收催化剂组分", "en": "Recovery of components from catalysts"},
      {"code": "R9", "zh": "废油再提炼或其他废油的再利用", "en": "Re-refining or other reuse of used oil"},
      {"code": "R15", "zh": "其他", "en": "Other use"},
      {"code": "D1", "zh": "填埋", "en": "Landfill"},
      {"code": "D9", "zh": "物理化学处理（如蒸发、干燥、中和、沉淀等），不包括填埋或焚烧前的预处理", "en": "Physico-chemical treatment other than before landfill or incineration"},
      {"code": "D10", "zh": "焚烧", "en": "Incineration"},
      {"code": "D16", "zh": "其他", "en": "Other disposal"},
      {"code": "C1", "zh": "水泥窑共处置", "en": "Co-processing in cement kilns"},
      {"code": "C2", "zh": "生产建筑材料", "en": "Making of building materials"},
      {"code": "C3", "zh": "清洗（包装容器）", "en": "Cleaning of packaging"},
      {"code": "Y10", "zh": "医疗废物焚烧", "en": "Medical waste: incineration"},
      {"code": "Y11", "zh": "医疗废物高温蒸汽处理", "en": "Medical waste: steam"},
      {"code": "Y12", "zh": "医疗废物化学消毒处理", "en": "Medical waste: chemical disinfection"},
      {"code": "Y13", "zh": "医疗废物微波消毒处理", "en": "Medical waste: microwave disinfection"},
      {"code": "Y16", "zh": "医疗废物其他处置方式", "en": "Medical waste: other disposal"}
    ]', 'HJ 1033-2019, appendix F', '2'),
  ('codes.packaging', '2020-01-01', null, '[
      {"code": "pallet", "zh": "托盘", "en": "Pallet"},
      {"code": "acid-proof-box", "zh": "耐酸周转箱", "en": "Acid-proof box"},
      {"code": "closed-acid-proof-container", "zh": "密闭耐酸容器", "en": "Closed acid-proof container"},
      {"code": "drum", "zh": "桶", "en": "Drum"},
      {"code": "bulk-bag", "zh": "吨袋", "en": "Bulk bag"},
      {"code": "tank", "zh": "储罐", "en": "Tank"},
      {"code": "other", "zh": "其他", "en": "Other"}
    ]', 'Choice of this service', 'I'),
  ('codes.discrepancy-kinds', '2022-01-01', null, '[
      {"code": "quantity", "zh": "数量", "en": "Quantity"},
      {"code": "packaging", "zh": "包装", "en": "Packaging"},
      {"code": "form", "zh": "形态", "en": "Form"},
      {"code": "nature", "zh": "性质", "en": "Nature"},
      {"code": "other", "zh": "其他", "en": "Other"}
    ]', 'Form of the manifest, believed in 环办固体函〔2021〕577号', 'M-m'),
  ('manifests.weighing-limit', '2020-01-01', null, '{"shareBasisPoints": 2000, "floorGrams": 50000}', 'Choice of this service: a surplus above both limits is taken for an error of entry; Order 23, Art 18 has differences recorded and names no limit', 'I'),
  ('manifests.unbroken-transport-exemption', '2021-01-01', '2025-01-01', '{"wasteCodes": ["900-052-31"], "conditions": ["whole"], "riskClasses": ["I"]}', 'Exemption list of the national list of hazardous waste (2021), item 18; class II stays hazardous in transport after 环办固体〔2019〕5号', 'V'),
  ('manifests.unbroken-transport-exemption', '2025-01-01', null, '{"wasteCodes": ["900-052-31"], "conditions": ["whole"], "riskClasses": ["I"]}', 'Exemption list of the national list of hazardous waste (2025), taken as unchanged since 2021', 'M-m'),
  ('recycling.gain-limit', '2020-01-01', null, '{"shareBasisPoints": 2000}', 'Choice of this service: oxygen, water and other uptake that no supply records, at most a fifth of what was fed', 'I'),
  ('recycling.processes', '2020-01-01', null, '[
      {"code": "breaking", "zh": "破碎分选", "en": "Breaking and separation"},
      {"code": "desulphurisation", "zh": "铅膏脱硫", "en": "Desulphurisation of paste"},
      {"code": "smelting", "zh": "熔炼", "en": "Smelting"},
      {"code": "refining", "zh": "精炼", "en": "Refining"},
      {"code": "alloying", "zh": "合金配制", "en": "Alloying"},
      {"code": "integrated", "zh": "破碎至精炼全流程", "en": "From breaking to refining"}
    ]', 'HJ 519-2020, steps of recycling', 'I'),
  ('recycling.materials', '2020-01-01', null, '[
      {"code": "refined_lead", "role": "product", "wasteCode": null, "loss": null, "zh": "精铅（含电解铅）", "en": "Refined lead, electrolytic lead included"},
      {"code": "lead_alloy", "role": "product", "wasteCode": null, "loss": null, "zh": "铅合金", "en": "Lead alloy"},
      {"code": "lead_paste", "role": "intermediate", "wasteCode": null, "loss": null, "zh": "铅膏", "en": "Lead paste"},
      {"code": "lead_grids", "role": "intermediate", "wasteCode": null, "loss": null, "zh": "铅栅", "en": "Lead grids"},
      {"code": "own_crude_lead", "role": "intermediate", "wasteCode": null, "loss": null, "zh": "自产粗铅", "en": "Own crude lead"},
      {"code": "plastics_light", "role": "by_product", "wasteCode": null, "loss": "other", "zh": "轻质塑料", "en": "Light plastics"},
      {"code": "plastics_heavy", "role": "by_product", "wasteCode": null, "loss": "other", "zh": "重质塑料", "en": "Heavy plastics"},
      {"code": "sodium_sulphate", "role": "by_product", "wasteCode": null, "loss": "other", "zh": "硫酸钠", "en": "Sodium sulphate"},
      {"code": "calcium_sulphate", "role": "by_product", "wasteCode": null, "loss": "other", "zh": "硫酸钙（石膏）", "en": "Calcium sulphate, gypsum"},
      {"code": "waste_acid_recovered", "role": "by_product", "wasteCode": null, "loss": "other", "zh": "再生硫酸", "en": "Recovered sulphuric acid"},
      {"code": "slag_used", "role": "by_product", "wasteCode": null, "loss": "slag", "zh": "综合利用炉渣", "en": "Slag for use"},
      {"code": "slag", "role": "residue", "wasteCode": "321-016-48", "loss": "slag", "zh": "炉渣、浮渣和底渣", "en": "Slag, dross and bottoms"},
      {"code": "refining_slag", "role": "residue", "wasteCode": "321-018-48", "loss": "slag", "zh": "精炼渣", "en": "Refining slag"},
      {"code": "alkaline_slag", "role": "residue", "wasteCode": "321-020-48", "loss": "slag", "zh": "氧化铅渣及碱渣", "en": "Lead oxide slag and alkaline slag"},
      {"code": "dust", "role": "residue", "wasteCode": "321-029-48", "loss": "dust", "zh": "集（除）尘粉尘", "en": "Collected dust"},
      {"code": "sludge", "role": "residue", "wasteCode": "321-029-48", "loss": "sludge", "zh": "湿法除尘废水处理污泥", "en": "Sludge of scrubber water"},
      {"code": "anode_slime", "role": "residue", "wasteCode": "321-019-48", "loss": "sludge", "zh": "阳极泥及其废渣、污泥", "en": "Anode slime, its slag and sludge"},
      {"code": "separators", "role": "residue", "wasteCode": "900-052-31", "loss": "separators", "zh": "废隔板纸", "en": "Separators"}
    ]', 'Design output of published smelters; waste codes of the national list; the code of separators is a choice of this service', 'I'),
  ('recycling.supply-kinds', '2020-01-01', null, '[
      {"code": "crude_lead", "leadBearing": true, "wasteCode": null, "zh": "外购粗铅", "en": "Bought crude lead"},
      {"code": "concentrate", "leadBearing": true, "wasteCode": null, "zh": "铅精矿", "en": "Lead concentrate"},
      {"code": "imported_scrap", "leadBearing": true, "wasteCode": null, "zh": "进口含铅原料", "en": "Imported lead-bearing scrap"},
      {"code": "battery_production_scrap", "leadBearing": true, "wasteCode": "384-004-31", "zh": "铅蓄电池生产废料", "en": "Production scrap of battery makers"},
      {"code": "dust_of_other_lines", "leadBearing": true, "wasteCode": null, "zh": "其他生产线含铅烟灰", "en": "Dust of other lines"},
      {"code": "lead_flux", "leadBearing": true, "wasteCode": null, "zh": "含铅熔剂", "en": "Lead-bearing flux"},
      {"code": "alloying_metal", "leadBearing": false, "wasteCode": null, "zh": "合金元素金属", "en": "Alloying metal"},
      {"code": "reagent", "leadBearing": false, "wasteCode": null, "zh": "试剂（纯碱、铁屑、焦炭等）", "en": "Reagent: soda, iron, coke and others"}
    ]', 'Feeds other than domestic waste batteries, after the recovery-rate definition in use; 384-004-31 of the national list', 'I'),
  ('recycling.stock-items', '2020-01-01', null, '[
      {"code": "batteries", "term": "battery_stock", "zh": "废铅蓄电池库存", "en": "Waste batteries in stock"},
      {"code": "furnace", "term": "work", "zh": "炉内及槽内", "en": "In furnaces and tanks"},
      {"code": "paste", "term": "work", "zh": "铅膏等中间物料", "en": "Paste and other intermediates"},
      {"code": "slag", "term": "work", "zh": "自产炉渣库存", "en": "Own slag in stock"},
      {"code": "dust", "term": "work", "zh": "自产烟灰库存", "en": "Own dust in stock"},
      {"code": "other_work", "term": "work", "zh": "其他在制品", "en": "Other work in progress"}
    ]', 'Stock-count sheets at the end of a period, after the recovery-rate definition in use', 'I'),
  ('licences.scale-early-warning', '2016-02-06', null, '{"basisPoints": [8000]}', 'Choice of this service: shares of the approved annual scale at which a warning is given before the one of licences.annual-scale', 'I'),
  ('codes.plate-colors', '2018-05-01', null, '[
      {"code": "blue", "zh": "蓝色", "en": "Blue: small vehicles"},
      {"code": "yellow", "zh": "黄色", "en": "Yellow: large vehicles and trailers"},
      {"code": "black", "zh": "黑色", "en": "Black: vehicles of embassies, and of Hong Kong and Macao"},
      {"code": "white", "zh": "白色", "en": "White: police and armed forces"},
      {"code": "green", "zh": "渐变绿色", "en": "Green: small new-energy vehicles"},
      {"code": "yellow-green", "zh": "黄绿双拼色", "en": "Yellow and green: large new-energy vehicles"}
    ]', 'GA 36-2018, plates of motor vehicles', 'M-h'),
  ('acts.late-entry', '2020-01-01', null, '{"hours": 72}', 'Choice of this service', 'I');

insert into waste_codes (code, name, category, hazards, valid_from, valid_to, source, confidence) values
  ('900-052-31', '废铅蓄电池及废铅蓄电池拆解过程中产生的废铅板、废铅膏和酸液', 'HW31', '{T,C}', '2021-01-01', '2025-01-01', 'National list of hazardous waste (2021)', 'V'),
  ('900-052-31', '废铅蓄电池及废铅蓄电池拆解过程中产生的废铅板、废铅膏和酸液', 'HW31', '{T,C}', '2025-01-01', null, 'National list of hazardous waste (2025)', '1'),
  ('384-004-31', '铅蓄电池生产过程中产生的废渣、集（除）尘装置收集的粉尘和废水处理污泥', 'HW31', '{T}', '2021-01-01', '2025-01-01', 'National list of hazardous waste (2021)', 'V'),
  ('384-004-31', '铅蓄电池生产过程中产生的废渣、集（除）尘装置收集的粉尘和废水处理污泥', 'HW31', '{T}', '2025-01-01', null, 'National list of hazardous waste (2025), taken as unchanged since 2021', 'I'),
  ('321-029-48', '铅再生过程中集（除）尘装置收集的粉尘和湿法除尘产生的废水处理污泥', 'HW48', '{T}', '2021-01-01', '2025-01-01', 'National list of hazardous waste (2021)', 'V'),
  ('321-029-48', '铅再生过程中集（除）尘装置收集的粉尘和湿法除尘产生的废水处理污泥', 'HW48', '{T}', '2025-01-01', null, 'National list of hazardous waste (2025), taken as unchanged since 2021', 'I'),
  ('321-016-48', '粗铅精炼过程中产生的浮渣和底渣', 'HW48', '{T}', '2021-01-01', '2025-01-01', 'National list of hazardous waste (2021)', 'V'),
  ('321-016-48', '粗铅精炼过程中产生的浮渣和底渣', 'HW48', '{T}', '2025-01-01', null, 'National list of hazardous waste (2025), taken as unchanged since 2021', 'I'),
  ('321-018-48', '铅锌冶炼过程中，粗铅火法精炼产生的精炼渣', 'HW48', '{T}', '2021-01-01', '2025-01-01', 'National list of hazardous waste (2021)', 'V'),
  ('321-018-48', '铅锌冶炼过程中，粗铅火法精炼产生的精炼渣', 'HW48', '{T}', '2025-01-01', null, 'National list of hazardous waste (2025), taken as unchanged since 2021', 'I'),
  ('321-019-48', '铅锌冶炼过程中，铅电解产生的阳极泥及阳极泥处理后产生的含铅废渣和废水处理污泥', 'HW48', '{T}', '2021-01-01', '2025-01-01', 'National list of hazardous waste (2021)', 'M-h'),
  ('321-019-48', '铅锌冶炼过程中，铅电解产生的阳极泥及阳极泥处理后产生的含铅废渣和废水处理污泥', 'HW48', '{T}', '2025-01-01', null, 'National list of hazardous waste (2025), taken as unchanged since 2021', 'I'),
  ('321-020-48', '铅锌冶炼过程中，阴极铅精炼产生的氧化铅渣及碱渣', 'HW48', '{T}', '2021-01-01', '2025-01-01', 'National list of hazardous waste (2021)', 'V'),
  ('321-020-48', '铅锌冶炼过程中，阴极铅精炼产生的氧化铅渣及碱渣', 'HW48', '{T}', '2025-01-01', null, 'National list of hazardous waste (2025), taken as unchanged since 2021', 'I');

insert into work_calendar_years (year, source) values
  (2024, 'Holiday notice of the State Council for 2024, as in chinese-days 1.5.7'),
  (2025, 'Holiday notice of the State Council for 2025, as in chinese-days 1.5.7'),
  (2026, 'Holiday notice of the State Council for 2026, as in chinese-days 1.5.7');

insert into work_calendar (day, is_workday, source)
select day::date, is_workday, 'Holiday notice of the State Council for ' || left(day, 4) || ', as in chinese-days 1.5.7'
from (values
  ('2024-01-01', false), ('2024-02-04', true), ('2024-02-10', false), ('2024-02-11', false),
  ('2024-02-12', false), ('2024-02-13', false), ('2024-02-14', false), ('2024-02-15', false),
  ('2024-02-16', false), ('2024-02-17', false), ('2024-02-18', true), ('2024-04-04', false),
  ('2024-04-05', false), ('2024-04-06', false), ('2024-04-07', true), ('2024-04-28', true),
  ('2024-05-01', false), ('2024-05-02', false), ('2024-05-03', false), ('2024-05-04', false),
  ('2024-05-05', false), ('2024-05-11', true), ('2024-06-10', false), ('2024-09-14', true),
  ('2024-09-15', false), ('2024-09-16', false), ('2024-09-17', false), ('2024-09-29', true),
  ('2024-10-01', false), ('2024-10-02', false), ('2024-10-03', false), ('2024-10-04', false),
  ('2024-10-05', false), ('2024-10-06', false), ('2024-10-07', false), ('2024-10-12', true),
  ('2025-01-01', false), ('2025-01-26', true), ('2025-01-28', false), ('2025-01-29', false),
  ('2025-01-30', false), ('2025-01-31', false), ('2025-02-01', false), ('2025-02-02', false),
  ('2025-02-03', false), ('2025-02-04', false), ('2025-02-08', true), ('2025-04-04', false),
  ('2025-04-05', false), ('2025-04-06', false), ('2025-04-27', true), ('2025-05-01', false),
  ('2025-05-02', false), ('2025-05-03', false), ('2025-05-04', false), ('2025-05-05', false),
  ('2025-05-31', false), ('2025-06-01', false), ('2025-06-02', false), ('2025-09-28', true),
  ('2025-10-01', false), ('2025-10-02', false), ('2025-10-03', false), ('2025-10-04', false),
  ('2025-10-05', false), ('2025-10-06', false), ('2025-10-07', false), ('2025-10-08', false),
  ('2025-10-11', true), ('2026-01-01', false), ('2026-01-02', false), ('2026-01-03', false),
  ('2026-01-04', true), ('2026-02-14', true), ('2026-02-15', false), ('2026-02-16', false),
  ('2026-02-17', false), ('2026-02-18', false), ('2026-02-19', false), ('2026-02-20', false),
  ('2026-02-21', false), ('2026-02-22', false), ('2026-02-23', false), ('2026-02-28', true),
  ('2026-04-04', false), ('2026-04-05', false), ('2026-04-06', false), ('2026-05-01', false),
  ('2026-05-02', false), ('2026-05-03', false), ('2026-05-04', false), ('2026-05-05', false),
  ('2026-05-09', true), ('2026-06-19', false), ('2026-06-20', false), ('2026-06-21', false),
  ('2026-09-20', true), ('2026-09-25', false), ('2026-09-26', false), ('2026-09-27', false),
  ('2026-10-01', false), ('2026-10-02', false), ('2026-10-03', false), ('2026-10-04', false),
  ('2026-10-05', false), ('2026-10-06', false), ('2026-10-07', false), ('2026-10-10', true)
) as notice (day, is_workday);

-- The source does not give the first day of a code, so each is taken as in force since before any record of this service.
insert into divisions (code, name, level, parent, valid_from, source, confidence)
select code, name, 'province', null, date '1990-01-01',
  'china-division 2.7.0, with the three provinces that it leaves out', '2'
from (values
  ('110000', '北京市'), ('120000', '天津市'), ('130000', '河北省'), ('140000', '山西省'), ('150000', '内蒙古自治区'),
  ('210000', '辽宁省'), ('220000', '吉林省'), ('230000', '黑龙江省'), ('310000', '上海市'), ('320000', '江苏省'),
  ('330000', '浙江省'), ('340000', '安徽省'), ('350000', '福建省'), ('360000', '江西省'), ('370000', '山东省'),
  ('410000', '河南省'), ('420000', '湖北省'), ('430000', '湖南省'), ('440000', '广东省'), ('450000', '广西壮族自治区'),
  ('460000', '海南省'), ('500000', '重庆市'), ('510000', '四川省'), ('520000', '贵州省'), ('530000', '云南省'),
  ('540000', '西藏自治区'), ('610000', '陕西省'), ('620000', '甘肃省'), ('630000', '青海省'), ('640000', '宁夏回族自治区'),
  ('650000', '新疆维吾尔自治区'), ('710000', '台湾省'), ('810000', '香港特别行政区'), ('820000', '澳门特别行政区')
) as province (code, name);

insert into divisions (code, name, level, parent, valid_from, source, confidence)
select code, name, 'city', left(code, 2) || '0000', date '1990-01-01',
  'china-division 2.7.0, with the three provinces that it leaves out', '2'
from (values
  ('110100', '市辖区'), ('120100', '市辖区'), ('130100', '石家庄市'), ('130200', '唐山市'), ('130300', '秦皇岛市'),
  ('130400', '邯郸市'), ('130500', '邢台市'), ('130600', '保定市'), ('130700', '张家口市'), ('130800', '承德市'),
  ('130900', '沧州市'), ('131000', '廊坊市'), ('131100', '衡水市'), ('140100', '太原市'), ('140200', '大同市'),
  ('140300', '阳泉市'), ('140400', '长治市'), ('140500', '晋城市'), ('140600', '朔州市'), ('140700', '晋中市'),
  ('140800', '运城市'), ('140900', '忻州市'), ('141000', '临汾市'), ('141100', '吕梁市'), ('150100', '呼和浩特市'),
  ('150200', '包头市'), ('150300', '乌海市'), ('150400', '赤峰市'), ('150500', '通辽市'), ('150600', '鄂尔多斯市'),
  ('150700', '呼伦贝尔市'), ('150800', '巴彦淖尔市'), ('150900', '乌兰察布市'), ('152200', '兴安盟'), ('152500', '锡林郭勒盟'),
  ('152900', '阿拉善盟'), ('210100', '沈阳市'), ('210200', '大连市'), ('210300', '鞍山市'), ('210400', '抚顺市'),
  ('210500', '本溪市'), ('210600', '丹东市'), ('210700', '锦州市'), ('210800', '营口市'), ('210900', '阜新市'),
  ('211000', '辽阳市'), ('211100', '盘锦市'), ('211200', '铁岭市'), ('211300', '朝阳市'), ('211400', '葫芦岛市'),
  ('220100', '长春市'), ('220200', '吉林市'), ('220300', '四平市'), ('220400', '辽源市'), ('220500', '通化市'),
  ('220600', '白山市'), ('220700', '松原市'), ('220800', '白城市'), ('222400', '延边朝鲜族自治州'), ('230100', '哈尔滨市'),
  ('230200', '齐齐哈尔市'), ('230300', '鸡西市'), ('230400', '鹤岗市'), ('230500', '双鸭山市'), ('230600', '大庆市'),
  ('230700', '伊春市'), ('230800', '佳木斯市'), ('230900', '七台河市'), ('231000', '牡丹江市'), ('231100', '黑河市'),
  ('231200', '绥化市'), ('232700', '大兴安岭地区'), ('310100', '市辖区'), ('320100', '南京市'), ('320200', '无锡市'),
  ('320300', '徐州市'), ('320400', '常州市'), ('320500', '苏州市'), ('320600', '南通市'), ('320700', '连云港市'),
  ('320800', '淮安市'), ('320900', '盐城市'), ('321000', '扬州市'), ('321100', '镇江市'), ('321200', '泰州市'),
  ('321300', '宿迁市'), ('330100', '杭州市'), ('330200', '宁波市'), ('330300', '温州市'), ('330400', '嘉兴市'),
  ('330500', '湖州市'), ('330600', '绍兴市'), ('330700', '金华市'), ('330800', '衢州市'), ('330900', '舟山市'),
  ('331000', '台州市'), ('331100', '丽水市'), ('340100', '合肥市'), ('340200', '芜湖市'), ('340300', '蚌埠市'),
  ('340400', '淮南市'), ('340500', '马鞍山市'), ('340600', '淮北市'), ('340700', '铜陵市'), ('340800', '安庆市'),
  ('341000', '黄山市'), ('341100', '滁州市'), ('341200', '阜阳市'), ('341300', '宿州市'), ('341500', '六安市'),
  ('341600', '亳州市'), ('341700', '池州市'), ('341800', '宣城市'), ('350100', '福州市'), ('350200', '厦门市'),
  ('350300', '莆田市'), ('350400', '三明市'), ('350500', '泉州市'), ('350600', '漳州市'), ('350700', '南平市'),
  ('350800', '龙岩市'), ('350900', '宁德市'), ('360100', '南昌市'), ('360200', '景德镇市'), ('360300', '萍乡市'),
  ('360400', '九江市'), ('360500', '新余市'), ('360600', '鹰潭市'), ('360700', '赣州市'), ('360800', '吉安市'),
  ('360900', '宜春市'), ('361000', '抚州市'), ('361100', '上饶市'), ('370100', '济南市'), ('370200', '青岛市'),
  ('370300', '淄博市'), ('370400', '枣庄市'), ('370500', '东营市'), ('370600', '烟台市'), ('370700', '潍坊市'),
  ('370800', '济宁市'), ('370900', '泰安市'), ('371000', '威海市'), ('371100', '日照市'), ('371300', '临沂市'),
  ('371400', '德州市'), ('371500', '聊城市'), ('371600', '滨州市'), ('371700', '菏泽市'), ('410100', '郑州市'),
  ('410200', '开封市'), ('410300', '洛阳市'), ('410400', '平顶山市'), ('410500', '安阳市'), ('410600', '鹤壁市'),
  ('410700', '新乡市'), ('410800', '焦作市'), ('410900', '濮阳市'), ('411000', '许昌市'), ('411100', '漯河市'),
  ('411200', '三门峡市'), ('411300', '南阳市'), ('411400', '商丘市'), ('411500', '信阳市'), ('411600', '周口市'),
  ('411700', '驻马店市'), ('419000', '省直辖县级行政区划'), ('420100', '武汉市'), ('420200', '黄石市'), ('420300', '十堰市'),
  ('420500', '宜昌市'), ('420600', '襄阳市'), ('420700', '鄂州市'), ('420800', '荆门市'), ('420900', '孝感市'),
  ('421000', '荆州市'), ('421100', '黄冈市'), ('421200', '咸宁市'), ('421300', '随州市'), ('422800', '恩施土家族苗族自治州'),
  ('429000', '省直辖县级行政区划'), ('430100', '长沙市'), ('430200', '株洲市'), ('430300', '湘潭市'), ('430400', '衡阳市'),
  ('430500', '邵阳市'), ('430600', '岳阳市'), ('430700', '常德市'), ('430800', '张家界市'), ('430900', '益阳市'),
  ('431000', '郴州市'), ('431100', '永州市'), ('431200', '怀化市'), ('431300', '娄底市'), ('433100', '湘西土家族苗族自治州'),
  ('440100', '广州市'), ('440200', '韶关市'), ('440300', '深圳市'), ('440400', '珠海市'), ('440500', '汕头市'),
  ('440600', '佛山市'), ('440700', '江门市'), ('440800', '湛江市'), ('440900', '茂名市'), ('441200', '肇庆市'),
  ('441300', '惠州市'), ('441400', '梅州市'), ('441500', '汕尾市'), ('441600', '河源市'), ('441700', '阳江市'),
  ('441800', '清远市'), ('441900', '东莞市'), ('442000', '中山市'), ('445100', '潮州市'), ('445200', '揭阳市'),
  ('445300', '云浮市'), ('450100', '南宁市'), ('450200', '柳州市'), ('450300', '桂林市'), ('450400', '梧州市'),
  ('450500', '北海市'), ('450600', '防城港市'), ('450700', '钦州市'), ('450800', '贵港市'), ('450900', '玉林市'),
  ('451000', '百色市'), ('451100', '贺州市'), ('451200', '河池市'), ('451300', '来宾市'), ('451400', '崇左市'),
  ('460100', '海口市'), ('460200', '三亚市'), ('460300', '三沙市'), ('460400', '儋州市'), ('469000', '省直辖县级行政区划'),
  ('500100', '市辖区'), ('500200', '县'), ('510100', '成都市'), ('510300', '自贡市'), ('510400', '攀枝花市'),
  ('510500', '泸州市'), ('510600', '德阳市'), ('510700', '绵阳市'), ('510800', '广元市'), ('510900', '遂宁市'),
  ('511000', '内江市'), ('511100', '乐山市'), ('511300', '南充市'), ('511400', '眉山市'), ('511500', '宜宾市'),
  ('511600', '广安市'), ('511700', '达州市'), ('511800', '雅安市'), ('511900', '巴中市'), ('512000', '资阳市'),
  ('513200', '阿坝藏族羌族自治州'), ('513300', '甘孜藏族自治州'), ('513400', '凉山彝族自治州'), ('520100', '贵阳市'), ('520200', '六盘水市'),
  ('520300', '遵义市'), ('520400', '安顺市'), ('520500', '毕节市'), ('520600', '铜仁市'), ('522300', '黔西南布依族苗族自治州'),
  ('522600', '黔东南苗族侗族自治州'), ('522700', '黔南布依族苗族自治州'), ('530100', '昆明市'), ('530300', '曲靖市'), ('530400', '玉溪市'),
  ('530500', '保山市'), ('530600', '昭通市'), ('530700', '丽江市'), ('530800', '普洱市'), ('530900', '临沧市'),
  ('532300', '楚雄彝族自治州'), ('532500', '红河哈尼族彝族自治州'), ('532600', '文山壮族苗族自治州'), ('532800', '西双版纳傣族自治州'), ('532900', '大理白族自治州'),
  ('533100', '德宏傣族景颇族自治州'), ('533300', '怒江傈僳族自治州'), ('533400', '迪庆藏族自治州'), ('540100', '拉萨市'), ('540200', '日喀则市'),
  ('540300', '昌都市'), ('540400', '林芝市'), ('540500', '山南市'), ('540600', '那曲市'), ('542500', '阿里地区'),
  ('610100', '西安市'), ('610200', '铜川市'), ('610300', '宝鸡市'), ('610400', '咸阳市'), ('610500', '渭南市'),
  ('610600', '延安市'), ('610700', '汉中市'), ('610800', '榆林市'), ('610900', '安康市'), ('611000', '商洛市'),
  ('620100', '兰州市'), ('620200', '嘉峪关市'), ('620300', '金昌市'), ('620400', '白银市'), ('620500', '天水市'),
  ('620600', '武威市'), ('620700', '张掖市'), ('620800', '平凉市'), ('620900', '酒泉市'), ('621000', '庆阳市'),
  ('621100', '定西市'), ('621200', '陇南市'), ('622900', '临夏回族自治州'), ('623000', '甘南藏族自治州'), ('630100', '西宁市'),
  ('630200', '海东市'), ('632200', '海北藏族自治州'), ('632300', '黄南藏族自治州'), ('632500', '海南藏族自治州'), ('632600', '果洛藏族自治州'),
  ('632700', '玉树藏族自治州'), ('632800', '海西蒙古族藏族自治州'), ('640100', '银川市'), ('640200', '石嘴山市'), ('640300', '吴忠市'),
  ('640400', '固原市'), ('640500', '中卫市'), ('650100', '乌鲁木齐市'), ('650200', '克拉玛依市'), ('650400', '吐鲁番市'),
  ('650500', '哈密市'), ('652300', '昌吉回族自治州'), ('652700', '博尔塔拉蒙古自治州'), ('652800', '巴音郭楞蒙古自治州'), ('652900', '阿克苏地区'),
  ('653000', '克孜勒苏柯尔克孜自治州'), ('653100', '喀什地区'), ('653200', '和田地区'), ('654000', '伊犁哈萨克自治州'), ('654200', '塔城地区'),
  ('654300', '阿勒泰地区'), ('659000', '自治区直辖县级行政区划')
) as city (code, name);
