-- A certificate covers one sample, and only within one enterprise was that compared. What two enterprises state of one certificate is
-- noted when either is recorded or confirmed, also by the release before; neither sees the record of the other one.
create function certificate_key(number text) returns text language sql immutable parallel safe
  return lower(regexp_replace(normalize(number, nfkc), '[[:space:]]', '', 'g'));
comment on function certificate_key(text) is 'Number of a certificate without spaces, by which two spellings of it are the same.';

create function laboratory_key(name text) returns text language sql immutable parallel safe
  return lower(regexp_replace(normalize(name, nfkc), '[[:space:][:punct:]]', '', 'g'));
comment on function laboratory_key(text) is 'Name of a laboratory without spaces and marks, by which two spellings of it are the same.';

create index assays_certificate on assays (certificate_key(certificate_number)) where certificate_number is not null;
create index analyses_certificate on analyses (certificate_key(certificate_number)) where certificate_number is not null;
create index assays_certificate_file on assays (certificate_sha256) where certificate_sha256 is not null;
create index analyses_certificate_file on analyses (certificate_sha256) where certificate_sha256 is not null;

create table certificate_pairs (
  record_id uuid not null,
  other_id uuid not null,
  party_id uuid not null references parties (id),
  constraint certificate_pairs_pkey primary key (record_id, other_id)
);
comment on table certificate_pairs is
  'Assays and analyses whose certificate a record of another organisation states too: the same number of one laboratory, or the same file.';
comment on column certificate_pairs.party_id is 'The organisation of the record, which does not see the other one.';
create index certificate_pairs_other on certificate_pairs (other_id);
create trigger certificate_pairs_append_only before update or delete on certificate_pairs for each row execute function refuse_change();
create trigger certificate_pairs_no_truncate before truncate on certificate_pairs for each statement execute function refuse_change();
alter table certificate_pairs enable row level security;

-- Notes the pairs of records that are there. Two transactions at once may miss each other; the confirmation of either finds it.
create function pair_certificates(asked uuid[]) returns void language sql security definer set search_path to 'public', 'pg_temp' as $$
  with record as materialized (
    select id, party_id, laboratory_id, laboratory, certificate_key(certificate_number) as number, certificate_sha256 as file
    from assays where id = any (asked)
    union all
    select id, party_id, laboratory_id, laboratory, certificate_key(certificate_number), certificate_sha256
    from analyses where id = any (asked)
  ), pair as (
    select r.id, r.party_id, o.id as other_id, o.party_id as other_party_id from record r
      join assays o on certificate_key(o.certificate_number) = r.number and o.certificate_number is not null
    where o.party_id <> r.party_id and (o.laboratory_id = r.laboratory_id or laboratory_key(o.laboratory) = laboratory_key(r.laboratory))
    union
    select r.id, r.party_id, o.id, o.party_id from record r
      join analyses o on certificate_key(o.certificate_number) = r.number and o.certificate_number is not null
    where o.party_id <> r.party_id and (o.laboratory_id = r.laboratory_id or laboratory_key(o.laboratory) = laboratory_key(r.laboratory))
    union
    select r.id, r.party_id, o.id, o.party_id from record r join assays o on o.certificate_sha256 = r.file
    where o.party_id <> r.party_id
    union
    select r.id, r.party_id, o.id, o.party_id from record r join analyses o on o.certificate_sha256 = r.file
    where o.party_id <> r.party_id
  )
  insert into certificate_pairs (record_id, other_id, party_id)
  select id, other_id, party_id from pair union select other_id, id, other_party_id from pair
  on conflict do nothing
$$;
comment on function pair_certificates(uuid[]) is 'Notes which records of other organisations state the certificates of these records.';
revoke execute on function pair_certificates(uuid[]) from public;

create function note_certificates() returns trigger language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  if tg_table_name = 'certificate_confirmations' then
    perform pair_certificates(array(select coalesce(assay_id, analysis_id) from new_records));
  else
    perform pair_certificates(array(select id from new_records));
  end if;
  return null;
end $$;
comment on function note_certificates() is 'Notes other organisations that state the certificates of new records.';
create trigger assays_pair_certificates after insert on assays
  referencing new table as new_records for each statement execute function note_certificates();
create trigger analyses_pair_certificates after insert on analyses
  referencing new table as new_records for each statement execute function note_certificates();
create trigger certificate_confirmations_pair after insert on certificate_confirmations
  referencing new table as new_records for each statement execute function note_certificates();
select pair_certificates(array(select id from assays union all select id from analyses));

-- A record counts while no correction replaces it, or while its laboratory says that it issued its certificate for it.
create function certificates_of_others(asked uuid[]) returns setof uuid language sql stable security definer set search_path to 'public', 'pg_temp' as $$
  select p.record_id from certificate_pairs p
  where p.record_id in (select unnest(asked)) and (
    exists (select from assays o where o.id = p.other_id and not exists (select from assays later where later.replaces_id = o.id))
    or exists (select from analyses o where o.id = p.other_id
      and not exists (select from analyses later where later.replaces_id = o.id))
    or exists (select from certificate_confirmations c where (c.assay_id = p.other_id or c.analysis_id = p.other_id) and c.outcome = 'confirmed'
      and not exists (select from certificate_confirmations answer where answer.replaces_id = c.id)))
$$;
comment on function certificates_of_others(uuid[]) is
  'Returns those of the records whose certificate another organisation states too. It shows nothing of the other one.';
