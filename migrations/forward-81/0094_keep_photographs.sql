-- Paper was entered without any picture of it. An organisation of a manifest adds photographs of the load and of its papers; who may see
-- the manifest reads them. The release before reads none of it.
create table manifest_photographs (
  id uuid primary key,
  manifest_id uuid not null references manifests (id),
  party_id uuid not null references parties (id),
  file_ids uuid[] not null check (cardinality(file_ids) between 1 and 20),
  taken_at timestamptz,
  remarks text check (length(remarks) between 1 and 500),
  recorded_at timestamptz not null
);
comment on table manifest_photographs is 'Photographs of loads and of their papers (照片), as organisations of the manifest added them. They never change.';
create index manifest_photographs_manifest on manifest_photographs (manifest_id, id);
create index manifest_photographs_party on manifest_photographs (party_id);
create trigger manifest_photographs_append_only before update or delete on manifest_photographs
  for each row execute function refuse_change();
create trigger manifest_photographs_no_truncate before truncate on manifest_photographs
  for each statement execute function refuse_change();

alter table manifest_photographs enable row level security;
create policy manifest_photographs_select on manifest_photographs for select using (
  (select visibility_all()) or exists (select from manifests where manifests.id = manifest_photographs.manifest_id));
create policy manifest_photographs_insert on manifest_photographs for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and exists (select from manifests where manifests.id = manifest_photographs.manifest_id
    and manifest_photographs.party_id in (manifests.consignor_id, manifests.carrier_id, manifests.receiver_id)));
grant select, insert on manifest_photographs to leadloop_request;
grant select on manifest_photographs to leadloop_city;

alter table file_records drop constraint file_records_record_kind_check;
alter table file_records add constraint file_records_record_kind_check
  check (record_kind in ('assay', 'analysis', 'use_confirmation', 'dioxin_measurement', 'manifest'));
drop policy file_records_select on file_records;
create policy file_records_select on file_records for select using (
  party_id = any ((select visibility_parties())::uuid[])
  or record_kind = 'assay' and exists (select from assays where assays.id = file_records.record_id)
  or record_kind = 'analysis' and exists (select from analyses where analyses.id = file_records.record_id)
  or record_kind = 'use_confirmation'
    and exists (select from use_confirmations where use_confirmations.id = file_records.record_id)
  or record_kind = 'dioxin_measurement'
    and exists (select from dioxin_measurements where dioxin_measurements.id = file_records.record_id)
  or record_kind = 'manifest' and (select visibility_register())
    and exists (select from manifests where manifests.id = file_records.record_id));
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
      where dioxin_measurements.id = file_records.record_id and dioxin_measurements.party_id = file_records.party_id)
    or record_kind = 'manifest' and exists (select from manifests where manifests.id = file_records.record_id
      and file_records.party_id in (manifests.consignor_id, manifests.carrier_id, manifests.receiver_id))));

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('manifests.paper-photographs', '2020-01-01', null, '{"required": true, "maxPerManifest": 100}',
   '《危险废物转移管理办法》（部令第23号）第二十条：纸质联单转移后补录；补录须附照片为本系统要求', 'M-l');
