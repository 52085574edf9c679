-- A transfer manifest: the document that every authority holds equal, and beside it what only this system knows of it.
create table manifests (
  id uuid primary key,
  document jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('draft', 'offline_paper', 'submitted', 'handed_over', 'in_transit', 'arrived',
    'disputed', 'accepted', 'partially_accepted', 'rejected', 'closed', 'cancelled')),
  version integer not null check (version >= 0),
  number text check (number ~ '^\d{14}$'),
  origin_province text not null,
  destination_province text not null,
  consignor_id uuid not null references parties (id),
  carrier_id uuid not null references parties (id),
  receiver_id uuid not null references parties (id),
  consignor_site_id uuid references sites (id),
  receiver_site_id uuid references sites (id),
  handed_over_at timestamptz,
  decided_at timestamptz,
  confirmation_due_on date,
  late boolean,
  backfill_due_on date,
  backfilled_late boolean,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint manifests_number_unique unique (number),
  check (document ->> 'id' = id::text and (document ->> 'version')::integer = version and document ->> 'state' = state),
  check (document ->> 'number' is not distinct from number)
);
--> statement-breakpoint
create index manifests_consignor on manifests (consignor_id, id);
--> statement-breakpoint
create index manifests_carrier on manifests (carrier_id, id);
--> statement-breakpoint
create index manifests_receiver on manifests (receiver_id, id);
--> statement-breakpoint
create index manifests_decided on manifests (receiver_id, decided_at) where decided_at is not null;
--> statement-breakpoint
create index manifests_state on manifests (state, id);
--> statement-breakpoint
-- The lines with the batches of this system behind them; a batch of another province has none here.
create table manifest_lines (
  manifest_id uuid not null references manifests (id),
  line integer not null check (line >= 1),
  batch_id uuid references batches (id),
  transit_batch_id uuid references batches (id),
  received_batch_id uuid references batches (id),
  returned_batch_id uuid references batches (id),
  battery_kind text,
  risk_class text,
  condition text,
  mass_grams bigint not null check (mass_grams >= 0),
  pieces integer not null check (pieces >= 0),
  accepted_grams bigint check (accepted_grams >= 0),
  accepted_pieces integer check (accepted_pieces >= 0),
  refused_grams bigint check (refused_grams >= 0),
  refused_pieces integer check (refused_pieces >= 0),
  returned_grams bigint check (returned_grams >= 0),
  returned_pieces integer check (returned_pieces >= 0),
  primary key (manifest_id, line)
);
--> statement-breakpoint
create index manifest_lines_batch on manifest_lines (batch_id) where batch_id is not null;
--> statement-breakpoint
create index manifest_lines_received on manifest_lines (received_batch_id) where received_batch_id is not null;
--> statement-breakpoint
-- Which step made which version, and the digest it came to: by this a step that is told twice is known again.
create table manifest_steps (
  manifest_id uuid not null references manifests (id),
  version integer not null check (version >= 1),
  step text not null,
  digest text not null,
  source text not null,
  taken_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (manifest_id, version)
);
--> statement-breakpoint
create trigger manifest_steps_append_only before update or delete on manifest_steps
  for each row execute function refuse_change();
--> statement-breakpoint
-- Where another authority holds something else than we do. Nothing is overwritten; people settle it.
create table manifest_conflicts (
  id uuid primary key,
  manifest_id uuid not null references manifests (id),
  version integer not null,
  step text not null,
  source text not null,
  reason text not null,
  our_digest text,
  their_digest text not null,
  their_document jsonb not null,
  recorded_at timestamptz not null,
  unique (manifest_id, version, source, their_digest)
);
--> statement-breakpoint
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('manifests.weighing-limit', '2020-01-01', null, '{"shareBasisPoints": 2000, "floorGrams": 50000}', 'Choice of this service: a surplus above both limits is taken for an error of entry; Order 23, Art 18 has differences recorded and names no limit', 'I'),
  ('manifests.unbroken-transport-exemption', '2021-01-01', '2025-01-01', '{"wasteCodes": ["900-052-31"], "conditions": ["whole"], "riskClasses": ["I"]}', 'Exemption list of the national list of hazardous waste (2021), item 18; class II stays hazardous in transport after 环办固体〔2019〕5号', 'V'),
  ('manifests.unbroken-transport-exemption', '2025-01-01', null, '{"wasteCodes": ["900-052-31"], "conditions": ["whole"], "riskClasses": ["I"]}', 'Exemption list of the national list of hazardous waste (2025), taken as unchanged since 2021', 'M-m')
on conflict (key, valid_from) do nothing;
