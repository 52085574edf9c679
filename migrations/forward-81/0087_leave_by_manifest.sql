-- Hazardous waste could leave and come on the record of one enterprise alone. From 2027 on it needs a manifest; until then such records
-- are taken, and findings of recovery rates show them. Landfills and treatment works, to which residues go, are sites of a kind of their own. The
-- release before does not read the keys, and cannot show a site of the new kind: register disposers after the upgrade.
alter table sites
  drop constraint sites_kind_check,
  add constraint sites_kind_check check (kind in ('generator', 'collection_point', 'transfer_point', 'recycler', 'disposer', 'producer'));

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.waste-by-manifest', '2020-01-01', '2027-01-01', '{"moves": "recorded"}',
   'Choice of this service: before, only batteries could travel on its manifests', 'I'),
  ('recycling.waste-by-manifest', '2027-01-01', null, '{"moves": "by_manifest"}',
   'Solid Waste Law 2020, article 82, and Measures on the Transfer of Hazardous Waste (order 23 of 2021), articles 2 and 14: hazardous waste is transferred on a manifest. The day from which this service refuses other records is its choice, to be confirmed with the authority', 'V'),
  ('storage.disposer', '2020-09-01', null, '{"years": 1}', 'Law on solid waste (2020), Art 81', 'V');
