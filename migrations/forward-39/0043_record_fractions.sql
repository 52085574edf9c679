-- A comprehensive rate needs what batteries become besides lead: contents of other substances than lead, what by-products are
-- used for, and the receiver's confirmation of it. The release before reads every row of `assays` as lead, so contents of other
-- substances have a table of their own. It writes dispositions without a use and reads none of the new keys of law.
create table analyses (
  id uuid primary key,
  party_id uuid not null references parties (id),
  basis text not null check (basis in ('batch', 'material', 'supplier_class', 'declared_default')),
  batch_id uuid references batches (id),
  material text,
  supplier_id uuid references parties (id),
  battery_kind text check (battery_kind in ('starter', 'traction', 'stationary')),
  substance text not null check (substance in ('water', 'plastics', 'sulphuric_acid', 'sulphate', 'sulphur')),
  ppm integer not null check (ppm between 0 and 1000000),
  method text not null,
  laboratory text not null,
  certificate_number text,
  certificate_sha256 text check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  certificate_file_id uuid references files (id),
  sampled_at timestamptz not null,
  replaces_id uuid unique references analyses (id),
  recorded_at timestamptz not null,
  constraint analyses_batch_by_basis check ((basis = 'batch') = (batch_id is not null)),
  constraint analyses_material_by_basis check ((basis = 'material') = (material is not null)),
  constraint analyses_supplier_by_basis check ((basis = 'supplier_class') = (supplier_id is not null)),
  constraint analyses_kind_of_batteries check (basis in ('supplier_class', 'declared_default') or battery_kind is null)
);
comment on table analyses is
  'Contents of other substances than lead (成分检测). A correction is another analysis that names the one it replaces; the one that none replaces is valid.';
comment on column analyses.basis is
  'One batch, an own material, the batteries of a supplier, or all batteries.';
comment on column analyses.ppm is
  'Share of the mass as weighed. Sulphur is all sulphur of batteries, as the H2SO4 that holds it; sulphate is the pure salt.';
create unique index analyses_first_of_batch on analyses (batch_id, substance) where replaces_id is null and batch_id is not null;
create index analyses_of_batch on analyses (batch_id) where batch_id is not null;
create index analyses_party on analyses (party_id, id);
create trigger analyses_append_only before update or delete on analyses for each row execute function refuse_change();
create trigger analyses_no_truncate before truncate on analyses for each statement execute function refuse_change();
alter table analyses enable row level security;
create policy analyses_select on analyses for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy analyses_select_in_city on analyses for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy analyses_insert on analyses for insert with check (party_id = any ((select visibility_parties())::uuid[]));
grant select, insert on analyses to leadloop_request;
grant select on analyses to leadloop_city;

alter table dispositions
  add column receiver_id uuid references parties (id),
  add column use text,
  add column use_fate text check (use_fate in ('material', 'fuel', 'landfill', 'backfill')),
  add constraint dispositions_fate_of_use check ((use is null) = (use_fate is null)),
  add constraint dispositions_owner unique (id, party_id);
comment on column dispositions.receiver_id is 'The receiver, when it is registered: it may confirm the use itself.';
comment on column dispositions.use is 'Code of recycling.uses that the recycler declared. Null when it declared none.';
comment on column dispositions.use_fate is 'Fate that law recycling.uses gave the use when it was recorded.';

create table use_confirmations (
  id uuid primary key,
  disposition_id uuid not null,
  party_id uuid not null,
  confirmed_by_id uuid not null references parties (id),
  number text not null,
  use text not null,
  use_fate text not null check (use_fate in ('material', 'fuel', 'landfill', 'backfill')),
  mass_grams bigint not null check (mass_grams >= 0),
  confirmed_on date not null,
  file_id uuid references files (id),
  replaces_id uuid unique references use_confirmations (id),
  recorded_at timestamptz not null,
  constraint use_confirmations_disposition foreign key (disposition_id, party_id) references dispositions (id, party_id),
  constraint use_confirmations_withdrawn check (mass_grams > 0 or replaces_id is not null),
  constraint use_confirmations_proved check (file_id is not null or confirmed_by_id <> party_id)
);
comment on table use_confirmations is
  'Confirmations by which receivers state what mass of a disposition they used, and for what. A correction names the one it replaces; with 0 g it withdraws it.';
comment on column use_confirmations.party_id is 'The recycler.';
comment on column use_confirmations.confirmed_by_id is 'Organisation that recorded it: the registered receiver, or the recycler with the file of the proof.';
create unique index use_confirmations_first on use_confirmations (disposition_id, number) where replaces_id is null;
create index use_confirmations_party on use_confirmations (party_id, id);
create index use_confirmations_by on use_confirmations (confirmed_by_id, id);
create index use_confirmations_disposition on use_confirmations (disposition_id);
create trigger use_confirmations_append_only before update or delete on use_confirmations
  for each row execute function refuse_change();
create trigger use_confirmations_no_truncate before truncate on use_confirmations
  for each statement execute function refuse_change();
alter table use_confirmations enable row level security;
create policy use_confirmations_select on use_confirmations for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[])
  or confirmed_by_id = any ((select visibility_parties())::uuid[]));
create policy use_confirmations_select_in_city on use_confirmations for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or confirmed_by_id in (select id from parties where division_code like (select visibility_city())));
create policy use_confirmations_insert on use_confirmations for insert with check (
  confirmed_by_id = any ((select visibility_parties())::uuid[]));
grant select, insert on use_confirmations to leadloop_request;
grant select on use_confirmations to leadloop_city;

alter table file_records drop constraint file_records_record_kind_check;
alter table file_records add constraint file_records_record_kind_check
  check (record_kind in ('assay', 'analysis', 'use_confirmation'));
drop policy file_records_select on file_records;
create policy file_records_select on file_records for select using (
  party_id = any ((select visibility_parties())::uuid[])
  or record_kind = 'assay' and exists (select from assays where assays.id = file_records.record_id)
  or record_kind = 'analysis' and exists (select from analyses where analyses.id = file_records.record_id)
  or record_kind = 'use_confirmation'
    and exists (select from use_confirmations where use_confirmations.id = file_records.record_id));
drop policy file_records_insert on file_records;
create policy file_records_insert on file_records for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and (record_kind = 'assay' and exists (select from assays
      where assays.id = file_records.record_id and assays.party_id = file_records.party_id)
    or record_kind = 'analysis' and exists (select from analyses
      where analyses.id = file_records.record_id and analyses.party_id = file_records.party_id)
    or record_kind = 'use_confirmation' and exists (select from use_confirmations
      where use_confirmations.id = file_records.record_id and use_confirmations.confirmed_by_id = file_records.party_id)));

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.uses', '2020-01-01', null, '[
      {"code": "raw-material", "fate": "material", "zh": "作为原料利用", "en": "As a raw material"},
      {"code": "building-material", "fate": "material", "zh": "生产建筑材料", "en": "Making of building materials"},
      {"code": "fuel", "fate": "fuel", "zh": "作为燃料（能量回收）", "en": "As a fuel, for energy"},
      {"code": "landfill", "fate": "landfill", "zh": "填埋（含填埋场覆盖和筑坝）", "en": "Landfill, its cover and construction included"},
      {"code": "backfill", "fate": "backfill", "zh": "回填（矿坑、路基等）", "en": "Backfill of pits, roads and others"}
    ]', 'Delegated Regulation (EU) 2025/606: output fractions are materials that are not used for landfill construction, backfilling or energy; codes are a choice of this service', 'V'),
  ('recycling.use-evidence', '2020-01-01', null, '{"numberWithoutFile": "flag"}', 'Choice of this service: the number of a confirmation without its file counts and is flagged; `refuse` counts it as unconfirmed', 'I'),
  ('recycling.material-fractions', '2020-01-01', null, '[
      {"material": "refined_lead", "fraction": "lead", "content": "dry", "factor": null},
      {"material": "lead_alloy", "fraction": "lead", "content": "dry", "factor": null},
      {"material": "lead_paste", "fraction": "lead", "content": "dry", "factor": null},
      {"material": "lead_grids", "fraction": "lead", "content": "dry", "factor": null},
      {"material": "own_crude_lead", "fraction": "lead", "content": "dry", "factor": null},
      {"material": "plastics_light", "fraction": "plastics", "content": "plastics", "factor": null},
      {"material": "plastics_heavy", "fraction": "plastics", "content": "plastics", "factor": null},
      {"material": "sodium_sulphate", "fraction": "sulphate", "content": "sulphate", "factor": "sodium-sulphate"},
      {"material": "calcium_sulphate", "fraction": "sulphate", "content": "sulphate", "factor": "calcium-sulphate-dihydrate"},
      {"material": "waste_acid_recovered", "fraction": "acid", "content": "sulphuric_acid", "factor": null},
      {"material": "slag_used", "fraction": "slag", "content": "dry", "factor": null},
      {"material": "slag", "fraction": "slag", "content": "dry", "factor": null},
      {"material": "refining_slag", "fraction": "slag", "content": "dry", "factor": null},
      {"material": "alkaline_slag", "fraction": "slag", "content": "dry", "factor": null},
      {"material": "dust", "fraction": "other", "content": "dry", "factor": null},
      {"material": "sludge", "fraction": "other", "content": "dry", "factor": null},
      {"material": "anode_slime", "fraction": "other", "content": "dry", "factor": null},
      {"material": "separators", "fraction": "separators", "content": "dry", "factor": null}
    ]', 'Choice of this service after the rows of Delegated Regulation (EU) 2025/606 and the project definition of the comprehensive rate: dry plastics, pure H2SO4, SO4 of sulphates; gypsum is taken as dihydrate, whose factor is the lower one', 'I'),
  ('recycling.battery-composition', '2020-01-01', null, '{
      "defaults": [
        {"batteryKind": null, "drained": false, "waterPpm": 96000, "sulphurPpm": 88000},
        {"batteryKind": null, "drained": true, "waterPpm": 0, "sulphurPpm": 64000}
      ],
      "drainedConditions": ["broken", "plates", "paste"],
      "waterMaxPpm": 224000,
      "sulphurMaxPpm": 130000
    }', 'Assumed where no analysis is known. Electrolyte 12 % of the mass with 20 % H2SO4 (Recobat): 9.6 % water, 2.4 % acid; paste 36 % with 55 % PbSO4: 6.4 % as H2SO4. Drained or broken batteries are assumed without water, so that no rate rises. Greatest plausible water: electrolyte 28 % (Valorcar) with 20 % acid', 'M-m');
