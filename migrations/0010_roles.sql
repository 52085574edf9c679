-- What a client is for: its roles, and the city or partner province it acts for. Those registered before had no roles:
-- they are given the ones whose rows hold what they had.
alter table identity_clients
  add column roles text[] not null default '{}',
  add column division text check (division ~ '^\d{2}(\d{2})?$'),
  add check (party_id is null or division is null);
--> statement-breakpoint
update identity_clients set
  roles = case when party_id is null then '{province_regulator,administrator}' else '{enterprise_manager}' end::text[],
  scopes = case when 'manifests:write' = any (scopes) then array_append(scopes, 'manifests:carry')
    when 'oversight:read' = any (scopes) then array_append(scopes, 'books:read') else scopes end;
--> statement-breakpoint
alter table identity_clients alter column roles drop default, add check (cardinality(roles) > 0);
