-- One file may hold the certificates of all samples of an enterprise, so a new record met all those of its own organisation before one
-- of another. An index by file and organisation skips them; `offset 0` keeps the look-up by index for each record.
create index assays_file_party on assays (certificate_sha256, party_id) where certificate_sha256 is not null;
create index analyses_file_party on analyses (certificate_sha256, party_id) where certificate_sha256 is not null;
drop index assays_certificate_file;
drop index analyses_certificate_file;

create or replace function pair_certificates(asked uuid[]) returns void language sql security definer set search_path to 'public', 'pg_temp' as $$
  with record as materialized (
    select id, party_id, laboratory_id, laboratory, certificate_key(certificate_number) as number, certificate_sha256 as file
    from assays where id = any (asked)
    union all
    select id, party_id, laboratory_id, laboratory, certificate_key(certificate_number), certificate_sha256
    from analyses where id = any (asked)
  ), pair as (
    select r.id, r.party_id, o.id as other_id, o.party_id as other_party_id from record r cross join lateral (
      select * from assays o where certificate_key(o.certificate_number) = r.number and o.certificate_number is not null offset 0) o
    where o.party_id <> r.party_id and (o.laboratory_id = r.laboratory_id or laboratory_key(o.laboratory) = laboratory_key(r.laboratory))
    union
    select r.id, r.party_id, o.id, o.party_id from record r cross join lateral (
      select id, party_id from assays o where o.certificate_sha256 = r.file and o.party_id < r.party_id offset 0) o
    union
    select r.id, r.party_id, o.id, o.party_id from record r cross join lateral (
      select id, party_id from assays o where o.certificate_sha256 = r.file and o.party_id > r.party_id offset 0) o
    union
    select r.id, r.party_id, o.id as other_id, o.party_id as other_party_id from record r cross join lateral (
      select * from analyses o where certificate_key(o.certificate_number) = r.number and o.certificate_number is not null offset 0) o
    where o.party_id <> r.party_id and (o.laboratory_id = r.laboratory_id or laboratory_key(o.laboratory) = laboratory_key(r.laboratory))
    union
    select r.id, r.party_id, o.id, o.party_id from record r cross join lateral (
      select id, party_id from analyses o where o.certificate_sha256 = r.file and o.party_id < r.party_id offset 0) o
    union
    select r.id, r.party_id, o.id, o.party_id from record r cross join lateral (
      select id, party_id from analyses o where o.certificate_sha256 = r.file and o.party_id > r.party_id offset 0) o
  )
  insert into certificate_pairs (record_id, other_id, party_id)
  select id, other_id, party_id from pair union select other_id, id, other_party_id from pair
  on conflict do nothing
$$;
