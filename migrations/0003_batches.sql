-- A batch is an account of mass. Its balance is moved by movements only.
create table batches (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid references sites (id),
  kind text not null check (kind in ('battery', 'transit', 'process', 'product', 'by_product', 'residue', 'other_feed')),
  material text not null,
  battery_kind text,
  risk_class text check (risk_class in ('I', 'II')),
  condition text,
  source_type text,
  supplier_name text,
  evidence text,
  mass_grams bigint not null default 0,
  pieces integer not null default 0,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint batches_mass_not_negative check (mass_grams >= 0),
  constraint batches_pieces_not_negative check (pieces >= 0),
  check ((kind in ('transit', 'process')) or site_id is not null)
) with (fillfactor = 80);
--> statement-breakpoint
create index batches_party on batches (party_id, id);
--> statement-breakpoint
create index batches_evidence on batches (evidence) where evidence is not null;
--> statement-breakpoint
-- Mass moves from one account to another. Boundary accounts close the books: what comes from them is negative there.
create table movements (
  id bigint generated always as identity primary key,
  kind text not null,
  from_batch_id uuid references batches (id),
  from_boundary text,
  to_batch_id uuid references batches (id),
  to_boundary text,
  mass_grams bigint not null check (mass_grams >= 0),
  pieces integer not null check (pieces >= 0),
  evidence text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  check ((from_batch_id is null) <> (from_boundary is null)),
  check ((to_batch_id is null) <> (to_boundary is null)),
  check (from_batch_id is not null or to_batch_id is not null),
  check (from_batch_id is distinct from to_batch_id),
  check (mass_grams > 0 or pieces > 0),
  check (from_boundary in ('generation', 'elsewhere', 'supply', 'adjustment')),
  check (to_boundary in ('elsewhere', 'loss', 'sale', 'adjustment'))
);
--> statement-breakpoint
create index movements_from on movements (from_batch_id) where from_batch_id is not null;
--> statement-breakpoint
create index movements_to on movements (to_batch_id) where to_batch_id is not null;
--> statement-breakpoint
create index movements_evidence on movements (evidence) where evidence is not null;
--> statement-breakpoint
create trigger movements_append_only before update or delete on movements
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger movements_no_truncate before truncate on movements
  for each statement execute function refuse_change();
--> statement-breakpoint
create function apply_movements() returns trigger language plpgsql as $$
begin
  update batches set mass_grams = batches.mass_grams + delta.mass_grams, pieces = batches.pieces + delta.pieces
  from (
    select batch_id, sum(mass_grams)::bigint as mass_grams, sum(pieces)::integer as pieces from (
      select to_batch_id as batch_id, mass_grams, pieces from new_movements where to_batch_id is not null
      union all
      select from_batch_id, -mass_grams, -pieces from new_movements where from_batch_id is not null
    ) legs group by batch_id
  ) delta where batches.id = delta.batch_id;
  return null;
end $$;
--> statement-breakpoint
create trigger movements_apply after insert on movements referencing new table as new_movements
  for each statement execute function apply_movements();
--> statement-breakpoint
create function refuse_balance_change() returns trigger language plpgsql as $$
begin
  raise exception 'the balance of a batch is moved by movements only' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger batches_balance_guard before update of mass_grams, pieces on batches
  for each row when (pg_trigger_depth() = 0) execute function refuse_balance_change();
--> statement-breakpoint
create function refuse_opening_balance() returns trigger language plpgsql as $$
begin
  raise exception 'a batch begins with nothing; its mass comes by a movement' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger batches_opening_guard before insert on batches
  for each row when (new.mass_grams <> 0 or new.pieces <> 0) execute function refuse_opening_balance();
