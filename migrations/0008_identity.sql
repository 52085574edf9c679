-- Machines that obtain tokens here. Without a party a client acts for the authority of the province.
create table identity_clients (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  party_id uuid references parties (id),
  scopes text[] not null check (cardinality(scopes) > 0),
  auth_method text not null check (auth_method in ('client_secret_basic', 'private_key_jwt')),
  -- SHA-256 of each secret that holds, with the end of the one that is being replaced; never a secret itself.
  secrets jsonb not null,
  jwks jsonb,
  registered_at timestamptz not null,
  revoked_at timestamptz,
  check ((auth_method = 'private_key_jwt') = (jwks is not null)),
  check ((auth_method = 'client_secret_basic') = (jsonb_array_length(secrets) > 0))
);
--> statement-breakpoint
create index identity_clients_revoked on identity_clients (revoked_at) where revoked_at is not null;
--> statement-breakpoint
-- Keys that sign tokens. The private part is sealed (AES-256-GCM) under a key derived from the key file issuer.json.
create table identity_signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  sealed bytea not null,
  made_at timestamptz not null,
  -- Later than made_at, so that every process knows the key before it meets a token signed with it.
  signs_from timestamptz not null,
  check (signs_from >= made_at)
);
--> statement-breakpoint
-- What the authorisation server remembers until it expires, such as assertions that were used.
create table oidc_records (
  model text not null,
  id text not null,
  payload jsonb not null,
  expires_at timestamptz not null,
  primary key (model, id)
);
--> statement-breakpoint
create index oidc_records_expired on oidc_records (expires_at);
