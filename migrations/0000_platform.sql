-- The base of every feature: the roles of requests, the settings that row-level security reads, and idempotency keys.
--
-- Row-level security: a request works as the role leadloop_request, and its visibility is in settings of its
-- transaction (src/platform/database/row-security.ts). The policies beside each table show that role the rows of the
-- visibility and no others, even when a query forgets its filter. Machinery (sealer, followers, exchange, migrations)
-- works as the owner of the tables, to whom no policy applies.

-- The roles belong to the server, not to the database: another database may have created them, or may be creating them now.
-- leadloop_request serves every request but those of city regulators. They have leadloop_city, so that only their queries
-- are planned with the search for the organisations of a city.
do $$
begin
  if to_regrole('leadloop_request') is null then
    begin
      create role leadloop_request nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if to_regrole('leadloop_city') is null then
    begin
      create role leadloop_city nologin;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'leadloop_request', 'set') then
    grant leadloop_request to current_user with set true, inherit false;
  end if;
  if not pg_has_role(current_user, 'leadloop_city', 'set') then
    grant leadloop_city to current_user with set true, inherit false;
  end if;
exception when insufficient_privilege then
  raise exception 'An administrator of the server has to run first: create role leadloop_request nologin; create role leadloop_city nologin; grant leadloop_request, leadloop_city to %;', quote_ident(current_user)
    using errcode = 'insufficient_privilege';
end $$;

grant usage on schema public to leadloop_request, leadloop_city;

-- A temporary table hides the table of the same name from every later query of its connection. A copy of a database does
-- not keep this right withdrawn, so connections also look among temporary tables last (src/platform/database/db.ts).
do $$
begin
  execute format('revoke temporary on database %I from public, leadloop_request, leadloop_city', current_database());
end $$;

-- The settings of a transaction, as the policies read them. They fail closed: a setting that is missing, empty (as one is
-- on a connection after the transaction that made it) or malformed makes nothing visible. Policies call them inside
-- (select …), so that each is evaluated once a query and not once a row.

create function visibility_all() returns boolean language sql stable as $$
  select coalesce(current_setting('leadloop.visibility', true) = 'all', false)
$$;
comment on function visibility_all() is 'True for the authority of the province, to which everything is visible.';

create function visibility_register() returns boolean language sql stable as $$
  select coalesce(current_setting('leadloop.visibility', true) in ('all', 'party', 'city'), false)
$$;
comment on function visibility_register() is
  'True for every caller that may act in this province. Organisations, their sites and licences are a public register.';

create function visibility_parties() returns uuid[] language sql stable as $$
  select case
    when current_setting('leadloop.parties', true)
      ~* '^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*\}$'
    then current_setting('leadloop.parties', true)::uuid[] end
$$;
comment on function visibility_parties() is
  'The organisation of the caller, and those that the step of a manifest concerns. Null when there is none.';

-- Exactly four digits, so that the pattern contains no wildcard but its own.
create function visibility_city() returns text language sql stable as $$
  select case
    when current_setting('leadloop.visibility', true) = 'city' and current_setting('leadloop.division', true) ~ '^[0-9]{4}$'
    then current_setting('leadloop.division', true) || '%' end
$$;
comment on function visibility_city() is 'Pattern of the division codes of the caller''s city, such as 4501%. Null for others.';

create function visibility_province() returns text language sql stable as $$
  select case
    when current_setting('leadloop.visibility', true) = 'province' and current_setting('leadloop.division', true) ~ '^[0-9]{2}$'
    then current_setting('leadloop.division', true) end
$$;
comment on function visibility_province() is 'Division code of the caller''s partner province, such as 44. Null for others.';

create function visibility_scope() returns text language sql stable as $$
  select nullif(current_setting('leadloop.scope', true), '')
$$;
comment on function visibility_scope() is 'The scope that the route of the request demands, such as people:read.';

-- Sent in hexadecimal, because a subject may be any text.
create function visibility_client() returns text language sql stable as $$
  select case
    when current_setting('leadloop.client', true) ~ '^([0-9a-f]{2})+$'
    then convert_from(decode(current_setting('leadloop.client', true), 'hex'), 'UTF8') end
$$;
comment on function visibility_client() is 'The owner of the idempotency keys of the request.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;
comment on function refuse_change() is 'Rejects a change of a record that is only ever added.';

create table idempotency_keys (
  client text not null,
  key text not null,
  input_hash bytea not null check (length(input_hash) = 32),
  resource uuid,
  status smallint,
  answer jsonb,
  created_at timestamptz not null,
  primary key (client, key)
);
comment on table idempotency_keys is
  'One answer for each key of a client. Kept permanently: a repeated request gets the same answer however late it comes.';
comment on column idempotency_keys.client is 'The organisation and the subject of the token, joined by a slash.';
comment on column idempotency_keys.input_hash is 'SHA-256 of the request. The same key with another input is rejected.';
comment on column idempotency_keys.resource is 'The batch that the hot path recorded under this key.';
comment on column idempotency_keys.answer is 'The body of the answer. Null while the transaction that claimed the key is open.';
alter table idempotency_keys enable row level security;
create policy idempotency_keys_select on idempotency_keys for select using (client = (select visibility_client()));
create policy idempotency_keys_insert on idempotency_keys for insert with check (client = (select visibility_client()));
create policy idempotency_keys_update on idempotency_keys for update using (client = (select visibility_client()));
grant select, insert, update on idempotency_keys to leadloop_request;
grant select on idempotency_keys to leadloop_city;
