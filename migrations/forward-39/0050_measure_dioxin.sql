-- Dioxin of smelters was in no record. A measurement has its three samples, the class of its furnace and the furnace's year, so
-- that the release of a year follows from it. The release before knows neither the table nor the keys of law.
create table dioxin_measurements (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  outlet text not null check (length(outlet) between 1 and 40),
  furnace text not null check (length(furnace) between 1 and 100),
  pvc_separated boolean not null,
  technology_class text not null check (technology_class in ('1', '2', '3', '4')),
  started_at timestamptz not null,
  sampled_at timestamptz not null check (sampled_at > started_at),
  laboratory text not null,
  cma_number text not null,
  method text not null,
  non_detect_rule text not null check (non_detect_rule in ('half_limit', 'zero', 'limit')),
  teq_scheme text not null check (teq_scheme in ('i_tef', 'who_1998', 'who_2005')),
  samples jsonb not null check (jsonb_typeof(samples) = 'array'),
  congeners jsonb check (jsonb_typeof(congeners) = 'array'),
  operating_hours integer not null check (operating_hours between 0 and 8784),
  product_grams bigint not null check (product_grams >= 0),
  certificate_number text,
  certificate_sha256 text check (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  certificate_file_id uuid references files (id),
  replaces_id uuid unique references dioxin_measurements (id),
  recorded_at timestamptz not null
);
comment on table dioxin_measurements is
  'Dioxin measurements of outlets (二噁英监测). A correction is another measurement that names the one it replaces; the one that none replaces is valid.';
comment on column dioxin_measurements.samples is
  'The three samples: TEQ in femtograms per cubic metre of dry gas of the standard state, oxygen, flow, temperature, moisture, load.';
comment on column dioxin_measurements.operating_hours is 'Hours of operation of the furnace in the calendar year of the sampling.';
comment on column dioxin_measurements.product_grams is 'Lead that the furnace produced in the calendar year of the sampling.';
create unique index dioxin_measurements_once on dioxin_measurements (site_id, outlet, furnace, sampled_at) where replaces_id is null;
create index dioxin_measurements_party on dioxin_measurements (party_id, id);
create trigger dioxin_measurements_append_only before update or delete on dioxin_measurements
  for each row execute function refuse_change();
create trigger dioxin_measurements_no_truncate before truncate on dioxin_measurements
  for each statement execute function refuse_change();
alter table dioxin_measurements enable row level security;
create policy dioxin_measurements_select on dioxin_measurements for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy dioxin_measurements_select_in_city on dioxin_measurements for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
create policy dioxin_measurements_insert on dioxin_measurements for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and exists (select from sites where sites.id = dioxin_measurements.site_id and sites.party_id = dioxin_measurements.party_id));
grant select, insert on dioxin_measurements to leadloop_request;
grant select on dioxin_measurements to leadloop_city;

alter table file_records drop constraint file_records_record_kind_check;
alter table file_records add constraint file_records_record_kind_check
  check (record_kind in ('assay', 'analysis', 'use_confirmation', 'dioxin_measurement'));
drop policy file_records_select on file_records;
create policy file_records_select on file_records for select using (
  party_id = any ((select visibility_parties())::uuid[])
  or record_kind = 'assay' and exists (select from assays where assays.id = file_records.record_id)
  or record_kind = 'analysis' and exists (select from analyses where analyses.id = file_records.record_id)
  or record_kind = 'use_confirmation'
    and exists (select from use_confirmations where use_confirmations.id = file_records.record_id)
  or record_kind = 'dioxin_measurement'
    and exists (select from dioxin_measurements where dioxin_measurements.id = file_records.record_id));
drop policy file_records_insert on file_records;
create policy file_records_insert on file_records for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and (record_kind = 'assay' and exists (select from assays
      where assays.id = file_records.record_id and assays.party_id = file_records.party_id)
    or record_kind = 'analysis' and exists (select from analyses
      where analyses.id = file_records.record_id and analyses.party_id = file_records.party_id)
    or record_kind = 'use_confirmation' and exists (select from use_confirmations
      where use_confirmations.id = file_records.record_id and use_confirmations.confirmed_by_id = file_records.party_id)
    or record_kind = 'dioxin_measurement' and exists (select from dioxin_measurements
      where dioxin_measurements.id = file_records.record_id and dioxin_measurements.party_id = file_records.party_id)));

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('dioxin.air-limit', '2017-01-01', null, '{"femtogramsPerCubicMetre": 500000}', 'GB 31574-2015, 再生铜、铝、铅、锌工业污染物排放标准: 0.5 ng TEQ/m³ for new plants from 2015-07-01 and existing ones from 2017-01-01', 'M-h'),
  ('dioxin.emission-factors', '2013-01-01', null, '[
      {"code": "1", "nanogramsPerTonne": 80000, "zh": "以含 PVC 废料生产", "en": "Lead from scrap that contains PVC"},
      {"code": "2", "nanogramsPerTonne": 8000, "zh": "以不含 PVC 和氯的废料生产，有一定烟气净化", "en": "Lead from scrap free of PVC and chlorine, some gas cleaning"},
      {"code": "3", "nanogramsPerTonne": 50, "zh": "以不含 PVC 和氯的废料生产，高效炉窑和烟气净化", "en": "Lead from scrap free of PVC and chlorine, highly efficient furnaces and gas cleaning"},
      {"code": "4", "nanogramsPerTonne": 400, "zh": "原生铅生产", "en": "Pure primary lead"}
    ]', 'UNEP, Toolkit for Identification and Quantification of Releases of Dioxins, 2013, category 2e lead production, releases to air', 'M-h');
