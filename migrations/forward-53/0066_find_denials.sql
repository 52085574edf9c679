-- Large evaluations ask for the few records that a laboratory denied, or that share a certificate with another organisation. They are
-- found by the organisation, so that the many others are not looked at.
create index certificate_confirmations_denied on certificate_confirmations (party_id)
  where outcome in ('contradicted', 'disowned');
create index certificate_pairs_party on certificate_pairs (party_id);

drop function certificates_of_others(uuid[]);
-- A record counts while no correction replaces it, or while its laboratory says that it issued its certificate for it.
create function paired_certificates(parties uuid[]) returns setof uuid language sql stable security definer set search_path to 'public', 'pg_temp' as $$
  select p.record_id from certificate_pairs p
  where p.party_id = any (parties) and (
    exists (select from assays o where o.id = p.other_id and not exists (select from assays later where later.replaces_id = o.id))
    or exists (select from analyses o where o.id = p.other_id
      and not exists (select from analyses later where later.replaces_id = o.id))
    or exists (select from certificate_confirmations c where (c.assay_id = p.other_id or c.analysis_id = p.other_id)
      and c.outcome = 'confirmed'
      and not exists (select from certificate_confirmations answer where answer.replaces_id = c.id)))
$$;
comment on function paired_certificates(uuid[]) is
  'Returns the records of these organisations whose certificate another organisation states too. It shows nothing of the other one.';
