-- An organisation could weaken the certificate of another one by stating its number. A record that its laboratory disowned is none
-- of the certificate any more.
create or replace function paired_certificates(parties uuid[]) returns setof uuid language sql stable security definer set search_path to 'public', 'pg_temp' as $$
  with other as (
    select p.record_id, p.other_id, (
      select c.outcome from certificate_confirmations c where (c.assay_id = p.other_id or c.analysis_id = p.other_id)
        and not exists (select from certificate_confirmations answer where answer.replaces_id = c.id)) as outcome
    from certificate_pairs p where p.party_id = any (parties)
  )
  select o.record_id from other o where o.outcome is distinct from 'disowned' and (
    o.outcome = 'confirmed'
    or exists (select from assays a where a.id = o.other_id and not exists (select from assays later where later.replaces_id = a.id))
    or exists (select from analyses a where a.id = o.other_id
      and not exists (select from analyses later where later.replaces_id = a.id)))
$$;
