-- The sandbox of npm start does not run after every start. Without it no manifest gets a number, and no organisation must
-- wait for one. The time since which a partner fails is for alerts.
alter table exchange_partners add column stopped boolean not null default false;
comment on column exchange_partners.stopped is
  'True while a sandbox does not run: nothing is sent to it, and it issues no numbers. What is due for it waits.';
alter table exchange_partners add column failing_since timestamptz;
comment on column exchange_partners.failing_since is 'First of the failures in a row; null while the partner answers.';

create or replace function national_system() returns text language sql stable
security definer set search_path = public, pg_temp as $$
  select coalesce((select case when sandbox then 'sandbox' else 'registered' end
    from exchange_partners where code = 'national' and not stopped), 'missing')
$$;
