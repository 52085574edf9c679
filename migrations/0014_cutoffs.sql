-- Access tokens are checked without asking anybody. What refuses those that were given before access was taken back stands
-- here, and every process reads it every few seconds. Entries go when the tokens they refuse have expired.
create table identity_revocations (
  -- All tokens of a grant, one token, or those of a person that say roles of an earlier version.
  kind text not null check (kind in ('grant', 'token', 'roles')),
  id text not null check (length(id) between 1 and 255),
  least_version integer,
  cut_at timestamptz not null,
  primary key (kind, id),
  check ((kind = 'roles') = (least_version is not null))
);
--> statement-breakpoint
create index identity_revocations_cut on identity_revocations (cut_at);
--> statement-breakpoint
alter table identity_revocations enable row level security;
--> statement-breakpoint
-- Counts changes of roles: tokens say of which they are.
alter table identity_people add column roles_version integer not null default 0 check (roles_version >= 0);
