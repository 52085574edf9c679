-- Pairs of records grew as the product of two organisations: a thousand records of each with one file made two million rows. Noted is
-- now which organisations state a certificate that another one states too: one row for each of them, however many records they have.
drop function pair_certificates(uuid[]);
-- Pairs that were noted stay: a table of permanent records is not dropped.
alter table certificate_pairs rename to earlier_certificate_pairs;
alter trigger certificate_pairs_append_only on earlier_certificate_pairs rename to earlier_certificate_pairs_append_only;
alter trigger certificate_pairs_no_truncate on earlier_certificate_pairs rename to earlier_certificate_pairs_no_truncate;
comment on table earlier_certificate_pairs is 'Pairs of records that state one certificate, as they were noted before. Nothing reads or adds them.';

create function number_certificate(number text, laboratory text) returns text language sql immutable parallel safe
  return encode(sha256(decode(replace(certificate_key(number) || chr(10) || laboratory, '\', '\\'), 'escape')), 'hex');
comment on function number_certificate(text, text) is 'SHA-256 of the number of a certificate at a laboratory, which is given by its key or its id.';

create function certificates_of(number text, laboratory_id uuid, laboratory text, file text)
  returns table (kind text, certificate text) language sql immutable parallel safe as $$
  select 'file', file where file is not null
  union all select 'named', number_certificate(number, laboratory_key(laboratory)) where number is not null
  union all select 'registered', number_certificate(number, laboratory_id::text) where number is not null and laboratory_id is not null
$$;
comment on function certificates_of(text, uuid, text, text) is
  'Returns what identifies the certificate of a record: its file, and its number by the name of its laboratory and by the registered one.';

create index assays_certificate_named on assays (number_certificate(certificate_number, laboratory_key(laboratory)), party_id)
  where certificate_number is not null;
create index assays_certificate_registered on assays (number_certificate(certificate_number, laboratory_id::text), party_id)
  where certificate_number is not null and laboratory_id is not null;
create index analyses_certificate_named on analyses (number_certificate(certificate_number, laboratory_key(laboratory)), party_id)
  where certificate_number is not null;
create index analyses_certificate_registered on analyses (number_certificate(certificate_number, laboratory_id::text), party_id)
  where certificate_number is not null and laboratory_id is not null;
drop index assays_certificate;
drop index analyses_certificate;

-- The bounds let a new record skip those of its own organisation, which may all state one file.
create function certificate_records(kind text, certificate text, above uuid, below uuid)
  returns table (id uuid, party_id uuid) language sql stable as $$
  select a.id, a.party_id from assays a
    where kind = 'file' and a.certificate_sha256 = certificate and a.party_id > above and a.party_id < below
  union all select y.id, y.party_id from analyses y
    where kind = 'file' and y.certificate_sha256 = certificate and y.party_id > above and y.party_id < below
  union all select a.id, a.party_id from assays a
    where kind = 'named' and number_certificate(a.certificate_number, laboratory_key(a.laboratory)) = certificate
      and a.certificate_number is not null and a.party_id > above and a.party_id < below
  union all select y.id, y.party_id from analyses y
    where kind = 'named' and number_certificate(y.certificate_number, laboratory_key(y.laboratory)) = certificate
      and y.certificate_number is not null and y.party_id > above and y.party_id < below
  union all select a.id, a.party_id from assays a
    where kind = 'registered' and number_certificate(a.certificate_number, a.laboratory_id::text) = certificate
      and a.certificate_number is not null and a.laboratory_id is not null and a.party_id > above and a.party_id < below
  union all select y.id, y.party_id from analyses y
    where kind = 'registered' and number_certificate(y.certificate_number, y.laboratory_id::text) = certificate
      and y.certificate_number is not null and y.laboratory_id is not null and y.party_id > above and y.party_id < below
$$;
comment on function certificate_records(text, text, uuid, uuid) is 'Returns the assays and analyses that state a certificate, of organisations between two ids.';

create table shared_certificates (
  kind text not null check (kind in ('file', 'named', 'registered')),
  certificate text not null check (certificate ~ '^[0-9a-f]{64}$'),
  party_id uuid not null references parties (id),
  constraint shared_certificates_pkey primary key (certificate, kind, party_id)
);
comment on table shared_certificates is
  'Certificates that records of several organisations state, and those organisations. Neither sees the other one.';
comment on column shared_certificates.kind is 'The same file; the same number of a laboratory by its name; the same number of a registered laboratory.';
create index shared_certificates_party on shared_certificates (party_id);
create trigger shared_certificates_append_only before update or delete on shared_certificates for each row execute function refuse_change();
create trigger shared_certificates_no_truncate before truncate on shared_certificates for each statement execute function refuse_change();
alter table shared_certificates enable row level security;

insert into shared_certificates (kind, certificate, party_id)
with stated as materialized (
  select distinct c.kind, c.certificate, r.party_id from (
    select party_id, certificate_number, laboratory_id, laboratory, certificate_sha256 from assays
    union all select party_id, certificate_number, laboratory_id, laboratory, certificate_sha256 from analyses) r
    cross join lateral certificates_of(r.certificate_number, r.laboratory_id, r.laboratory, r.certificate_sha256) c
)
select kind, certificate, party_id from stated
where (kind, certificate) in (select kind, certificate from stated group by kind, certificate having count(*) > 1);

-- Two transactions at once may miss each other; the next record or confirmation of either finds both. Rows are in one order, so that
-- two transactions wait for each other in one direction. A plan of its own for each record would take longer than the look-up.
create function share_certificates(asked uuid[]) returns void language sql security definer
  set search_path to 'public', 'pg_temp' set plan_cache_mode to force_generic_plan as $$
  with stated as materialized (
    select distinct c.kind, c.certificate, r.party_id from (
      select party_id, certificate_number, laboratory_id, laboratory, certificate_sha256 from assays where id = any (asked)
      union all
      select party_id, certificate_number, laboratory_id, laboratory, certificate_sha256 from analyses where id = any (asked)) r
      cross join lateral certificates_of(r.certificate_number, r.laboratory_id, r.laboratory, r.certificate_sha256) c
  ), other as materialized (
    select distinct s.kind, s.certificate, s.party_id, o.party_id as other_id from stated s
      cross join lateral (values
        ('00000000-0000-0000-0000-000000000000'::uuid, s.party_id),
        (s.party_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)) bound (above, below)
      cross join lateral certificate_records(s.kind, s.certificate, bound.above, bound.below) o
    where not exists (select from shared_certificates known
      where known.certificate = s.certificate and known.kind = s.kind and known.party_id = s.party_id)
  )
  insert into shared_certificates (kind, certificate, party_id)
  select kind, certificate, party_id from other union select kind, certificate, other_id from other
  order by certificate, kind, party_id
  on conflict do nothing
$$;
comment on function share_certificates(uuid[]) is 'Notes which organisations state the certificates of these records, where they are several.';
revoke execute on function share_certificates(uuid[]) from public;

create or replace function note_certificates() returns trigger language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
begin
  if tg_table_name = 'certificate_confirmations' then
    perform share_certificates(array(select coalesce(assay_id, analysis_id) from new_records));
  else
    perform share_certificates(array(select id from new_records));
  end if;
  return null;
end $$;

create function certificate_parties(record uuid) returns setof uuid language sql stable as $$
  select s.party_id from (
    select certificate_number, laboratory_id, laboratory, certificate_sha256 from assays where id = record
    union all select certificate_number, laboratory_id, laboratory, certificate_sha256 from analyses where id = record) r
    cross join lateral certificates_of(r.certificate_number, r.laboratory_id, r.laboratory, r.certificate_sha256) c
    join shared_certificates s on s.certificate = c.certificate and s.kind = c.kind
$$;
comment on function certificate_parties(uuid) is 'Returns the organisations that share a certificate which a record states, its own included.';

-- The answers are those of before: what a laboratory confirmed is weakened by what a laboratory confirmed, a claim by another claim
-- too. They are weighed once for each certificate and organisation.
create or replace function paired_certificates(parties uuid[]) returns setof uuid language sql stable security definer set search_path to 'public', 'pg_temp' as $$
  with stated as materialized (
    select shared.kind, shared.certificate, r.id, r.party_id
    from (select distinct kind, certificate from shared_certificates where party_id = any (parties)) shared
      cross join lateral certificate_records(shared.kind, shared.certificate,
        '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff') r
  ), statement as materialized (
    select c.record_id, c.outcome, c.laboratory_id, c.recorded_at, (c.recorded_at at time zone 'Asia/Shanghai')::date as stated_on,
      (c.sampled_at at time zone 'Asia/Shanghai')::date as sampled_on
    from (select distinct id from stated) asked cross join lateral (
      select a.id as record_id, a.sampled_at, c.id, c.outcome, c.laboratory_id, c.recorded_at
      from certificate_confirmations c join assays a on a.id = c.assay_id where c.assay_id = asked.id
      union all
      select y.id, y.sampled_at, c.id, c.outcome, c.laboratory_id, c.recorded_at
      from certificate_confirmations c join analyses y on y.id = c.analysis_id where c.analysis_id = asked.id) c
    where not exists (select from certificate_confirmations answer where answer.replaces_id = c.id)
  ), confirmed as materialized (
    select s.record_id as id from statement s where s.outcome = 'confirmed' and (
      not exists (select from qualifications q join qualification_withdrawals w on w.qualification_id = q.id
        where q.party_id = s.laboratory_id and w.withdrawn_on <= s.stated_on)
      or exists (select from qualifications q left join qualification_withdrawals w on w.qualification_id = q.id
        where q.party_id = s.laboratory_id and s.sampled_on >= q.valid_from and s.sampled_on < q.valid_to
          and (w.withdrawn_on is null or w.withdrawn_on > s.stated_on)))
  ), stating as materialized (
    select s.kind, s.certificate, s.party_id, bool_or(s.id in (select id from confirmed)) as confirmed,
      bool_or(s.id not in (select record_id from statement where outcome = 'disowned')
        and not exists (select from assays later where later.replaces_id = s.id)
        and not exists (select from analyses later where later.replaces_id = s.id)) as claimed
    from stated s group by s.kind, s.certificate, s.party_id
  )
  select distinct r.id from stated r join stating o on o.kind = r.kind and o.certificate = r.certificate
  where r.party_id = any (parties) and o.party_id <> r.party_id
    and (o.confirmed or o.claimed and r.id not in (select id from confirmed))
$$;

-- The release before reads pairs to renew kept figures. They are computed for it, and stored no more.
create view certificate_pairs with (security_invoker = true) as
  select other.id as record_id, r.id as other_id, other.party_id from (
    select id, party_id, certificate_number, laboratory_id, laboratory, certificate_sha256 from assays
    union all select id, party_id, certificate_number, laboratory_id, laboratory, certificate_sha256 from analyses) r
    cross join lateral certificates_of(r.certificate_number, r.laboratory_id, r.laboratory, r.certificate_sha256) c
    cross join lateral certificate_records(c.kind, c.certificate,
      '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff') other
  where other.party_id <> r.party_id;
comment on view certificate_pairs is
  'Records of two organisations that state one certificate, for the release before; the next one drops it.';
do $$ begin
  if to_regrole('leadloop_service') is not null then grant select on certificate_pairs to leadloop_service; end if;
end $$;
