create table parties (
  id uuid primary key,
  uscc text unique check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  uscc_missing_reason text,
  name text not null,
  province_code text not null check (province_code ~ '^\d{2}$'),
  division_code text not null check (division_code ~ '^\d{4}(\d{2})?$'),
  address text,
  contact_name text,
  contact_phone text,
  registered_at timestamptz not null,
  check ((uscc is null) = (uscc_missing_reason is not null)),
  check (left(division_code, 2) = province_code)
);
--> statement-breakpoint
create index parties_province on parties (province_code, id);
--> statement-breakpoint
create table sites (
  id uuid primary key,
  party_id uuid not null references parties (id),
  kind text not null check (kind in ('generator', 'collection_point', 'transfer_point', 'recycler', 'producer')),
  name text not null,
  division_code text not null check (division_code ~ '^\d{4}(\d{2})?$'),
  address text,
  registered_at timestamptz not null,
  unique (id, party_id)
);
--> statement-breakpoint
create index sites_party on sites (party_id, id);
--> statement-breakpoint
create table licences (
  id uuid primary key,
  party_id uuid not null references parties (id),
  number text not null check (length(number) between 1 and 32),
  mode text not null check (mode in ('collection', 'recycling', 'transport')),
  waste_codes text[] not null,
  annual_limit_grams bigint check (annual_limit_grams > 0),
  valid_from date not null,
  valid_to date not null,
  issuer text not null,
  registered_at timestamptz not null,
  check (valid_to > valid_from),
  unique (party_id, number, valid_from)
);
