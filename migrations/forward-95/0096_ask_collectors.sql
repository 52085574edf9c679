-- Waste was collected by anyone at any site. Collecting needs a licence: without one a batch is recorded and marked until 2027; from then on it is refused, and what a
-- handheld recorded without a connection is still taken and marked. The release before does not read the key and writes no mark.
alter table batches add column unlicensed boolean not null default false;
comment on column batches.unlicensed is 'Collected without the licence that its day asks for (无许可收集).';
create index batches_unlicensed on batches (id) where unlicensed;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('licences.collecting', '2020-01-01', '2027-01-01', '{"effect": "warned", "offlineMinutes": 15, "sites": [
      {"kind": "generator", "modes": []}, {"kind": "producer", "modes": ["collection", "recycling"]},
      {"kind": "collection_point", "modes": ["collection"]}, {"kind": "transfer_point", "modes": ["collection"]},
      {"kind": "recycler", "modes": ["collection", "recycling"]}, {"kind": "disposer", "modes": ["collection", "recycling"]}
    ], "exemptions": [
      {"kinds": ["collection_point"], "wasteCodes": ["900-052-31"], "conditions": ["whole"], "riskClasses": ["I"]}
    ]}', 'State Council Order 408 (2016); 环办固体〔2019〕5号 and 环办固体函〔2022〕66号 relax the collection of class I batteries at collection points; that others are recorded with a warning until 2027 is a choice of this service', 'M-m'),
  ('licences.collecting', '2027-01-01', null, '{"effect": "refused", "offlineMinutes": 15, "sites": [
      {"kind": "generator", "modes": []}, {"kind": "producer", "modes": ["collection", "recycling"]},
      {"kind": "collection_point", "modes": ["collection"]}, {"kind": "transfer_point", "modes": ["collection"]},
      {"kind": "recycler", "modes": ["collection", "recycling"]}, {"kind": "disposer", "modes": ["collection", "recycling"]}
    ], "exemptions": [
      {"kinds": ["collection_point"], "wasteCodes": ["900-052-31"], "conditions": ["whole"], "riskClasses": ["I"]}
    ]}', 'State Council Order 408 (2016): a comprehensive licence covers collection, which the mode recycling stands for; 环办固体〔2019〕5号 and 环办固体函〔2022〕66号 relax the collection of class I batteries at collection points; the day, the kinds of site and the minutes without a connection are choices of this service', 'M-m');
