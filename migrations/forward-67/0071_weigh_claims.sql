-- An organisation could weaken the certificate of another one for good: it stated its number without the registered laboratory, which
-- then had nothing to disown. What a laboratory confirmed is weakened only by what a laboratory confirmed too. A confirmation counts
-- while the qualification of its laboratory stood when it was made, as it does for rates.
create or replace function paired_certificates(parties uuid[]) returns setof uuid language sql stable security definer set search_path to 'public', 'pg_temp' as $$
  with pair as materialized (
    select p.record_id, p.other_id from certificate_pairs p where p.party_id = any (parties)
  ), statement as materialized (
    select c.record_id, c.outcome, c.laboratory_id, c.recorded_at, (c.recorded_at at time zone 'Asia/Shanghai')::date as stated_on,
      (c.sampled_at at time zone 'Asia/Shanghai')::date as sampled_on
    from (select record_id as id from pair union select other_id from pair) asked cross join lateral (
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
  )
  select p.record_id from pair p
  where p.other_id in (select id from confirmed) or p.record_id not in (select id from confirmed)
    and not exists (select from statement s where s.record_id = p.other_id and s.outcome = 'disowned') and (
      exists (select from assays a where a.id = p.other_id and not exists (select from assays later where later.replaces_id = a.id))
      or exists (select from analyses a where a.id = p.other_id
        and not exists (select from analyses later where later.replaces_id = a.id)))
$$;
