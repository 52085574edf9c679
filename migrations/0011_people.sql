-- People who log in, and those who need not: a driver is named on manifests and may have no login.
create table identity_people (
  id uuid primary key,
  person_name text not null check (length(person_name) between 1 and 100),
  person_phone text check (length(person_phone) between 3 and 30),
  -- The organisation the person acts for; null for authorities.
  party_id uuid references parties (id),
  division text check (division ~ '^[1-8]\d(\d\d)?$'),
  roles text[] not null check (cardinality(roles) > 0),
  login text unique check (login ~ '^[a-z][a-z0-9._-]{2,63}$'),
  -- Argon2id with its parameters (PHC string); null until one was set.
  password text check (password like '$argon2id$%'),
  password_set_at timestamptz,
  -- Of a password somebody else made: it must be changed at the first login, and no longer holds after this.
  password_expires_at timestamptz,
  state text not null default 'active' check (state in ('active', 'blocked')),
  blocked_at timestamptz,
  registered_at timestamptz not null,
  check (login is not null or password is null),
  check ((password is null) = (password_set_at is null)),
  check (password is not null or password_expires_at is null),
  check ((state = 'blocked') = (blocked_at is not null))
);
--> statement-breakpoint
create index identity_people_party on identity_people (party_id, id);
--> statement-breakpoint
create index identity_people_blocked on identity_people (blocked_at) where blocked_at is not null;
--> statement-breakpoint
-- Wrong passwords and codes in a row, by account and by address; forgotten after a while without another.
create table identity_attempts (
  key text primary key check (length(key) between 1 and 100),
  failures integer not null check (failures >= 0),
  last_at timestamptz not null
);
--> statement-breakpoint
create index identity_attempts_last on identity_attempts (last_at);
--> statement-breakpoint
-- What a client is: a machine of its own, an app in which people log in, a handheld that people let in once.
alter table identity_clients
  add column kind text not null default 'machine' check (kind in ('machine', 'app', 'handheld')),
  add column redirect_uris text[] not null default '{}',
  add column dpop_required boolean not null default false,
  drop constraint identity_clients_auth_method_check,
  add constraint identity_clients_auth_method_check
    check (auth_method in ('client_secret_basic', 'private_key_jwt', 'none')),
  add check ((kind = 'machine') = (auth_method <> 'none')),
  add check ((kind = 'app') = (cardinality(redirect_uris) > 0)),
  add check (kind <> 'handheld' or dpop_required),
  drop constraint identity_clients_roles_check,
  add check ((kind = 'machine') = (cardinality(roles) > 0));
--> statement-breakpoint
-- Sessions, codes, grants and refresh tokens of people. The name is hashed and the content sealed under a key derived
-- from the key file, so that whoever reads this table can use nothing of it.
create table oidc_states (
  model text not null,
  id text not null,
  sealed bytea not null,
  account_id text,
  grant_id text,
  uid text,
  user_code text,
  consumed_at timestamptz,
  polled_at timestamptz,
  expires_at timestamptz not null,
  primary key (model, id)
);
--> statement-breakpoint
create index oidc_states_expired on oidc_states (expires_at);
--> statement-breakpoint
create index oidc_states_account on oidc_states (account_id) where account_id is not null;
--> statement-breakpoint
create index oidc_states_grant on oidc_states (grant_id) where grant_id is not null;
--> statement-breakpoint
create unique index oidc_states_uid on oidc_states (model, uid) where uid is not null;
--> statement-breakpoint
create unique index oidc_states_user_code on oidc_states (user_code) where user_code is not null;
