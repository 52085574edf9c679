-- Processing at a recycler: runs, bought feed, assays, what leaves for good, counts of stock, emissions.
-- A run is an account of mass of its own; its totals are kept beside it because the run's row is locked when they move.
create table runs (
  id uuid primary key references batches (id),
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  process text not null,
  started_at timestamptz not null,
  closed_at timestamptz,
  fed_grams bigint not null default 0 check (fed_grams >= 0),
  yielded_grams bigint not null default 0 check (yielded_grams >= 0),
  gained_grams bigint not null default 0 check (gained_grams >= 0),
  lost_grams bigint not null default 0 check (lost_grams >= 0),
  carried_grams bigint not null default 0 check (carried_grams >= 0),
  recorded_at timestamptz not null,
  check (closed_at >= started_at),
  check (fed_grams + gained_grams >= yielded_grams + lost_grams + carried_grams),
  check (closed_at is null or fed_grams + gained_grams = yielded_grams + lost_grams + carried_grams)
) with (fillfactor = 80);
--> statement-breakpoint
create index runs_party on runs (party_id, id);
--> statement-breakpoint
create table run_outputs (
  batch_id uuid primary key references batches (id),
  run_id uuid not null references runs (id),
  material text not null,
  role text not null check (role in ('product', 'intermediate', 'by_product', 'residue')),
  loss text,
  mass_grams bigint not null check (mass_grams > 0),
  occurred_at timestamptz not null
);
--> statement-breakpoint
create index run_outputs_run on run_outputs (run_id, batch_id);
--> statement-breakpoint
create table supplies (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  batch_id uuid not null unique references batches (id),
  source_kind text not null,
  supplier_name text not null,
  document_number text,
  mass_grams bigint not null check (mass_grams > 0),
  received_at timestamptz not null,
  recorded_at timestamptz not null
);
--> statement-breakpoint
create index supplies_party on supplies (party_id, id);
--> statement-breakpoint
-- An assay is corrected by a later one that names it; the one nobody names is valid.
create table assays (
  id uuid primary key,
  party_id uuid not null references parties (id),
  basis text not null check (basis in ('batch', 'supplier_class', 'declared_default')),
  batch_id uuid references batches (id),
  supplier_id uuid references parties (id),
  battery_kind text check (battery_kind in ('starter', 'traction', 'stationary')),
  substance text not null check (substance = 'lead'),
  ppm integer not null check (ppm between 0 and 1000000),
  wet_basis boolean not null,
  moisture_ppm integer not null check (moisture_ppm between 0 and 1000000),
  method text not null,
  laboratory text not null,
  certificate_number text,
  certificate_sha256 text check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  sampled_at timestamptz not null,
  replaces_id uuid unique references assays (id),
  recorded_at timestamptz not null,
  check ((basis = 'batch') = (batch_id is not null)),
  check ((basis = 'supplier_class') = (supplier_id is not null)),
  check (basis <> 'batch' or battery_kind is null),
  check (not wet_basis or moisture_ppm = 0)
);
--> statement-breakpoint
create unique index assays_batch on assays (batch_id) where replaces_id is null;
--> statement-breakpoint
create index assays_of_batch on assays (batch_id) where batch_id is not null;
--> statement-breakpoint
create index assays_party on assays (party_id, id);
--> statement-breakpoint
create table dispositions (
  id uuid primary key,
  party_id uuid not null references parties (id),
  batch_id uuid not null references batches (id),
  kind text not null check (kind in ('sale', 'use', 'disposal')),
  mass_grams bigint not null check (mass_grams > 0),
  receiver_name text not null,
  contract_number text,
  confirmation_number text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  check (kind = 'disposal' or contract_number is not null)
);
--> statement-breakpoint
create index dispositions_party on dispositions (party_id, id);
--> statement-breakpoint
create index dispositions_batch on dispositions (batch_id, id);
--> statement-breakpoint
create table stock_counts (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  counted_on date not null,
  counted_by text not null,
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  replaces_id uuid unique references stock_counts (id),
  recorded_at timestamptz not null
);
--> statement-breakpoint
create unique index stock_counts_first on stock_counts (site_id, counted_on) where replaces_id is null;
--> statement-breakpoint
create index stock_counts_party on stock_counts (party_id, id);
--> statement-breakpoint
create table emissions (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  medium text not null check (medium in ('air', 'water')),
  lead_grams bigint not null check (lead_grams >= 0),
  method text not null,
  monitoring_point text not null,
  report_number text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null
);
--> statement-breakpoint
create index emissions_party on emissions (party_id, id);
--> statement-breakpoint
create trigger run_outputs_append_only before update or delete on run_outputs
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger supplies_append_only before update or delete on supplies
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger assays_append_only before update or delete on assays
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger dispositions_append_only before update or delete on dispositions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger stock_counts_append_only before update or delete on stock_counts
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger emissions_append_only before update or delete on emissions
  for each row execute function refuse_change();
--> statement-breakpoint
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
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
    ]', 'Stock-count sheets at the end of a period, after the recovery-rate definition in use', 'I')
on conflict (key, valid_from) do nothing;
