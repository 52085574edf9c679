-- A party of a manifest may change its row, so row-level security alone lets it put another party in its place. The parties
-- of a manifest stay: its consignor and origin from the draft on, all others from the submission on.
create function refuse_party_change() returns trigger language plpgsql as $$
begin
  raise exception 'a manifest keeps its parties, sites and provinces' using errcode = 'restrict_violation';
end $$;
comment on function refuse_party_change() is 'Rejects another party, site or province in a manifest, and a return to an earlier version.';

create trigger manifests_party_guard before update on manifests for each row
  when (
    new.id <> old.id or new.version < old.version
    or new.consignor_id <> old.consignor_id or new.consignor_site_id is distinct from old.consignor_site_id
    or new.origin_province <> old.origin_province
    or old.version > 0 and (
      new.carrier_id <> old.carrier_id or new.receiver_id <> old.receiver_id
      or new.destination_province <> old.destination_province
      -- The receiver names its site with the acceptance when it belongs to another province.
      or old.receiver_site_id is not null and new.receiver_site_id is distinct from old.receiver_site_id))
  execute function refuse_party_change();
