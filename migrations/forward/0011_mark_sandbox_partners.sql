-- A stand-in of the national system issues numbers that have no legal effect. The status of the exchange shows it.
alter table exchange_partners add column sandbox boolean not null default false;
comment on column exchange_partners.sandbox is 'True for a stand-in to try things with: its numbers have no legal effect.';

-- Runs as the owner, because an organisation may know that no system issues numbers, but not who the partners are.
create function national_system() returns text language sql stable
security definer set search_path = public, pg_temp as $$
  select coalesce((select case when sandbox then 'sandbox' else 'registered' end
    from exchange_partners where code = 'national'), 'missing')
$$;
comment on function national_system() is
  'Returns registered, sandbox or missing: the national system that issues the numbers of manifests.';
