-- Products, bought feed, by-products and other received waste could not be counted, so that nothing held their books against
-- the stock. Every material that a site can hold has an item now; a test compares the lists. Products count in the recovery
-- rate when a run yields them, bought feed when it is fed: both stand outside the balance (`outside`). By-products and received
-- waste are still inside, so they are work in progress. The release before reads `recycling.stock-items` and
-- `recycling.stock-materials`, and knows neither `outside` nor `kinds`. So these lists have keys of their own, and the rows of
-- those keys stay as they are.
comment on column stock_adjustments.item is 'Code of recycling.counted-items; all lines of the count with this item together.';

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.counted-items', '2020-01-01', null, '[
      {"code": "batteries", "term": "battery_stock", "zh": "废铅蓄电池库存", "en": "Waste batteries in stock"},
      {"code": "furnace", "term": "work", "zh": "炉内及槽内", "en": "In furnaces and tanks"},
      {"code": "paste", "term": "work", "zh": "铅膏等中间物料", "en": "Paste and other intermediates"},
      {"code": "slag", "term": "work", "zh": "自产炉渣库存", "en": "Own slag in stock"},
      {"code": "dust", "term": "work", "zh": "自产烟灰库存", "en": "Own dust in stock"},
      {"code": "other_work", "term": "work", "zh": "其他在制品", "en": "Other work in progress"},
      {"code": "plastics", "term": "work", "zh": "塑料库存", "en": "Plastics in stock"},
      {"code": "salts_and_acid", "term": "work", "zh": "硫酸盐及再生硫酸库存", "en": "Sulphates and recovered acid in stock"},
      {"code": "received_waste", "term": "work", "zh": "凭联单接受的其他含铅废物库存", "en": "Other waste received by manifest"},
      {"code": "refined_lead", "term": "outside", "zh": "精铅库存", "en": "Refined lead in stock"},
      {"code": "lead_alloy", "term": "outside", "zh": "铅合金库存", "en": "Lead alloy in stock"},
      {"code": "bought_crude_lead", "term": "outside", "zh": "外购粗铅库存", "en": "Bought crude lead in stock"},
      {"code": "bought_concentrate", "term": "outside", "zh": "铅精矿库存", "en": "Lead concentrate in stock"},
      {"code": "bought_scrap", "term": "outside", "zh": "外购含铅废料库存", "en": "Bought lead-bearing scrap in stock"},
      {"code": "bought_reagents", "term": "outside", "zh": "熔剂、合金元素及试剂库存", "en": "Flux, alloying metals and reagents in stock"}
    ]', 'Stock-count sheets at the end of a period, after the recovery-rate definition in use; items of products, bought feed, by-products and other waste are a choice of this service, so that all stock can be counted', 'I'),
  ('recycling.counted-materials', '2020-01-01', null, '[
      {"item": "batteries", "materials": ["900-052-31"]},
      {"item": "furnace", "materials": ["work_in_progress"]},
      {"item": "paste", "materials": ["lead_paste", "lead_grids", "own_crude_lead"]},
      {"item": "slag", "materials": ["slag", "refining_slag", "alkaline_slag", "slag_used"]},
      {"item": "dust", "materials": ["dust"]},
      {"item": "other_work", "materials": ["sludge", "anode_slime", "separators"]},
      {"item": "plastics", "materials": ["plastics_light", "plastics_heavy"]},
      {"item": "salts_and_acid", "materials": ["sodium_sulphate", "calcium_sulphate", "waste_acid_recovered"]},
      {"item": "received_waste", "kinds": ["battery"], "materials": ["384-004-31", "321-016-48", "321-018-48", "321-019-48", "321-020-48", "321-029-48"]},
      {"item": "refined_lead", "materials": ["refined_lead"]},
      {"item": "lead_alloy", "materials": ["lead_alloy"]},
      {"item": "bought_crude_lead", "materials": ["crude_lead"]},
      {"item": "bought_concentrate", "materials": ["concentrate"]},
      {"item": "bought_scrap", "materials": ["imported_scrap", "384-004-31", "dust_of_other_lines"]},
      {"item": "bought_reagents", "materials": ["lead_flux", "alloying_metal", "reagent"]}
    ]', 'Choice of this service: the materials of recycling.materials, of recycling.supply-kinds (by waste code where they have one) and of the national list that the items of recycling.counted-items count; work_in_progress is also what open runs hold, and kinds tells waste that a manifest brought from bought scrap of the same code', 'I');
