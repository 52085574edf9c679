-- Administrators, province regulators and assessors log in with a second factor (TOTP, RFC 6238).

create table identity_second_factors (
  person_id uuid primary key references identity_people (id),
  encrypted bytea,
  last_step bigint not null check (last_step >= 0),
  recovery_hashes text[] not null check (cardinality(recovery_hashes) <= 10),
  enrolled_at timestamptz not null,
  constraint identity_second_factors_reset_whole check (encrypted is not null or cardinality(recovery_hashes) = 0)
);
comment on table identity_second_factors is 'The second factor with which a person logs in. One that was reset has no secret.';
comment on column identity_second_factors.encrypted is
  'The secret, encrypted (AES-256-GCM) under a key that is derived from the key file issuer.json. Null after a reset.';
comment on column identity_second_factors.last_step is
  'The half minute (since 1970) of the last accepted code. No code of it or of an earlier one is accepted again.';
comment on column identity_second_factors.recovery_hashes is 'SHA-256 of each recovery code that is not used yet.';
alter table identity_second_factors enable row level security;
