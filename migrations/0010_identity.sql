-- Clients and people that obtain tokens here, and the memory of the authorisation server (src/identity/README.md).
-- Requests reach clients and people with the scopes for them only. The other tables are the machinery's alone: row-level
-- security without a policy shows nothing.

create table identity_clients (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  kind text not null default 'machine' check (kind in ('machine', 'app', 'handheld')),
  party_id uuid references parties (id),
  division text check (division ~ '^\d{2}(\d{2})?$'),
  roles text[] not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  auth_method text not null check (auth_method in ('client_secret_basic', 'private_key_jwt', 'none')),
  secrets jsonb not null,
  jwks jsonb,
  redirect_uris text[] not null default '{}',
  dpop_required boolean not null default false,
  registered_at timestamptz not null,
  revoked_at timestamptz,
  constraint identity_clients_keys_by_method check ((auth_method = 'private_key_jwt') = (jwks is not null)),
  constraint identity_clients_secrets_by_method check (
    (auth_method = 'client_secret_basic') = (jsonb_array_length(secrets) > 0)),
  constraint identity_clients_party_or_division check (party_id is null or division is null),
  constraint identity_clients_machines_authenticate check ((kind = 'machine') = (auth_method <> 'none')),
  constraint identity_clients_apps_redirect check ((kind = 'app') = (cardinality(redirect_uris) > 0)),
  constraint identity_clients_handhelds_prove_keys check (kind <> 'handheld' or dpop_required),
  constraint identity_clients_machines_have_roles check ((kind = 'machine') = (cardinality(roles) > 0))
);
comment on table identity_clients is
  'Registered OAuth clients. A machine acts with roles of its own; in an app or on a handheld a person logs in.';
comment on column identity_clients.party_id is
  'The organisation that a machine acts for. Without one it acts for an authority: of the province, or of the division.';
comment on column identity_clients.division is 'The city (four digits) or partner province (two digits) that the client acts for.';
comment on column identity_clients.secrets is
  'SHA-256 of each valid secret, with the end of the one that is being replaced. Never a secret itself.';
comment on column identity_clients.dpop_required is 'True when tokens must be bound to a key of the client (RFC 9449).';
create index identity_clients_revoked on identity_clients (revoked_at) where revoked_at is not null;
alter table identity_clients enable row level security;
create policy identity_clients_select on identity_clients for select
  using ((select visibility_all()) and (select visibility_scope()) = 'clients:write');
create policy identity_clients_insert on identity_clients for insert
  with check ((select visibility_all()) and (select visibility_scope()) = 'clients:write');
create policy identity_clients_update on identity_clients for update
  using ((select visibility_all()) and (select visibility_scope()) = 'clients:write');
grant select, insert, update on identity_clients to leadloop_request;
grant select on identity_clients to leadloop_city;

create table identity_people (
  id uuid primary key,
  person_name text not null check (length(person_name) between 1 and 100),
  person_phone text check (length(person_phone) between 3 and 30),
  party_id uuid references parties (id),
  division text check (division ~ '^[1-8]\d(\d\d)?$'),
  roles text[] not null check (cardinality(roles) > 0),
  roles_version integer not null default 0 check (roles_version >= 0),
  login text unique check (login ~ '^[a-z][a-z0-9._-]{2,63}$'),
  password text check (password like '$argon2id$%'),
  password_set_at timestamptz,
  password_expires_at timestamptz,
  state text not null default 'active' check (state in ('active', 'blocked')),
  blocked_at timestamptz,
  registered_at timestamptz not null,
  constraint identity_people_password_needs_login check (login is not null or password is null),
  constraint identity_people_password_dated check ((password is null) = (password_set_at is null)),
  constraint identity_people_expiry_needs_password check (password is not null or password_expires_at is null),
  constraint identity_people_blocked_dated check ((state = 'blocked') = (blocked_at is not null))
);
comment on table identity_people is
  'People. Not all can log in: a driver (驾驶人) is named on manifests and may have no login.';
comment on column identity_people.party_id is 'The organisation that the person acts for. Null for people of authorities.';
comment on column identity_people.roles_version is 'Number of changes of the roles. Tokens state it, so that those of earlier roles can be rejected.';
comment on column identity_people.password is 'Argon2id with its parameters (PHC string). Null until one is set.';
comment on column identity_people.password_expires_at is
  'Set for a password that somebody else made: it must be changed at the first login, and is invalid after this instant.';
create index identity_people_party on identity_people (party_id, id);
create index identity_people_blocked on identity_people (blocked_at) where blocked_at is not null;
alter table identity_people enable row level security;
create policy identity_people_select on identity_people for select using (
  (select visibility_scope()) in ('people:read', 'people:write')
  and ((select visibility_all()) or party_id = any ((select visibility_parties())::uuid[])));
create policy identity_people_insert on identity_people for insert with check (
  (select visibility_scope()) in ('people:read', 'people:write')
  and ((select visibility_all()) or party_id = any ((select visibility_parties())::uuid[])));
create policy identity_people_update on identity_people for update using (
  (select visibility_scope()) in ('people:read', 'people:write')
  and ((select visibility_all()) or party_id = any ((select visibility_parties())::uuid[])));
grant select, insert, update on identity_people to leadloop_request;
grant select on identity_people to leadloop_city;

create table identity_attempts (
  key text primary key check (length(key) between 1 and 100),
  failures integer not null check (failures >= 0),
  last_at timestamptz not null
);
comment on table identity_attempts is
  'Failed logins in a row, by account and by address. They lock the account or address for a time, and expire.';
create index identity_attempts_last on identity_attempts (last_at);
alter table identity_attempts enable row level security;

create table identity_revocations (
  kind text not null check (kind in ('grant', 'token', 'roles')),
  id text not null check (length(id) between 1 and 255),
  minimum_version integer,
  revoked_at timestamptz not null,
  primary key (kind, id),
  constraint identity_revocations_version_of_roles check ((kind = 'roles') = (minimum_version is not null))
);
comment on table identity_revocations is
  'Access tokens are checked without the database. This lists those that are rejected before they expire; every process reads it every few seconds. An entry is deleted when the tokens it revokes have expired.';
comment on column identity_revocations.kind is 'All tokens of a grant, one token, or tokens of a person with earlier roles.';
comment on column identity_revocations.minimum_version is 'The first version of the roles (identity_people.roles_version) that is still valid.';
create index identity_revocations_revoked on identity_revocations (revoked_at);
alter table identity_revocations enable row level security;

create table identity_signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  encrypted bytea not null,
  made_at timestamptz not null,
  signs_from timestamptz not null,
  constraint identity_signing_keys_known_before_use check (signs_from >= made_at)
);
comment on table identity_signing_keys is 'Keys that sign tokens.';
comment on column identity_signing_keys.encrypted is
  'The private key, encrypted (AES-256-GCM) under a key that is derived from the key file issuer.json.';
comment on column identity_signing_keys.signs_from is
  'Later than made_at, so that every process knows the key before it meets a token signed with it.';
alter table identity_signing_keys enable row level security;

create table oidc_states (
  model text not null,
  id text not null,
  encrypted bytea not null,
  account_id text,
  grant_id text,
  uid text,
  user_code text,
  consumed_at timestamptz,
  polled_at timestamptz,
  expires_at timestamptz not null,
  primary key (model, id)
);
comment on table oidc_states is
  'Sessions, codes, grants and refresh tokens of people. A leaked table yields none of them: names are hashed and contents encrypted.';
comment on column oidc_states.id is 'Hash of the name.';
comment on column oidc_states.encrypted is 'The content, encrypted under a key that is derived from the key file issuer.json.';
create index oidc_states_expired on oidc_states (expires_at);
create index oidc_states_account on oidc_states (account_id) where account_id is not null;
create index oidc_states_grant on oidc_states (grant_id) where grant_id is not null;
create unique index oidc_states_uid on oidc_states (model, uid) where uid is not null;
create unique index oidc_states_user_code on oidc_states (user_code) where user_code is not null;
alter table oidc_states enable row level security;

create table oidc_records (
  model text not null,
  id text not null,
  payload jsonb not null,
  expires_at timestamptz not null,
  primary key (model, id)
);
comment on table oidc_records is
  'The memory of the authorisation server about machines, such as assertions that were used, until it expires.';
create index oidc_records_expired on oidc_records (expires_at);
alter table oidc_records enable row level security;
