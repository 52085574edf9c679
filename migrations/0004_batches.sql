-- Batches and movements of mass. A batch is an account in grams; only a movement changes its balance.

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
  constraint batches_site_unless_moving check ((kind in ('transit', 'process')) or site_id is not null)
) with (fillfactor = 80);
comment on table batches is 'Accounts of mass: batteries collected, loads on the road, processing batches, products, residues.';
comment on column batches.party_id is 'The organisation that has the batch.';
comment on column batches.site_id is 'Null for a batch on the road (transit) or in a furnace (process).';
comment on column batches.risk_class is 'I unbroken sealed batteries, II vented or broken ones (环办固体〔2019〕5号).';
comment on column batches.evidence is 'The record that made the batch, such as manifest:<id>.';
comment on column batches.mass_grams is 'The balance. The trigger movements_apply keeps it equal to the sum of the movements.';
comment on column batches.occurred_at is 'When the batch came to be, as the caller states it.';
create index batches_party on batches (party_id, id);
create index batches_evidence on batches (evidence) where evidence is not null;

create function refuse_balance_change() returns trigger language plpgsql as $$
begin
  raise exception 'the balance of a batch is changed by movements only' using errcode = 'restrict_violation';
end $$;
create trigger batches_balance_guard before update of mass_grams, pieces on batches
  for each row when (pg_trigger_depth() = 0) execute function refuse_balance_change();

create function refuse_opening_balance() returns trigger language plpgsql as $$
begin
  raise exception 'a batch begins with a balance of zero; a movement gives it mass' using errcode = 'restrict_violation';
end $$;
create trigger batches_opening_guard before insert on batches
  for each row when (new.mass_grams <> 0 or new.pieces <> 0) execute function refuse_opening_balance();

alter table batches enable row level security;
create policy batches_select on batches for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy batches_select_in_city on batches for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
-- A batch is at a site of its own organisation, because the city of the site can read it.
create policy batches_insert on batches for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and (site_id is null or exists (select from sites where sites.id = batches.site_id and sites.party_id = batches.party_id)));
create policy batches_update on batches for update
  using (party_id = any ((select visibility_parties())::uuid[]))
  with check (
    party_id = any ((select visibility_parties())::uuid[])
    and (site_id is null or exists (select from sites where sites.id = batches.site_id and sites.party_id = batches.party_id)));
-- Locking a row needs the right to change a column of it. Balances are changed by movements only.
grant select, insert, update (id) on batches to leadloop_request;
grant select on batches to leadloop_city;

create table movements (
  id bigint generated always as identity primary key,
  kind text not null,
  from_batch_id uuid references batches (id),
  from_boundary text check (from_boundary in ('generation', 'elsewhere', 'supply', 'adjustment')),
  to_batch_id uuid references batches (id),
  to_boundary text check (to_boundary in ('elsewhere', 'loss', 'sale', 'adjustment')),
  mass_grams bigint not null check (mass_grams >= 0),
  pieces integer not null check (pieces >= 0),
  evidence text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint movements_one_source check ((from_batch_id is null) <> (from_boundary is null)),
  constraint movements_one_target check ((to_batch_id is null) <> (to_boundary is null)),
  constraint movements_touch_a_batch check (from_batch_id is not null or to_batch_id is not null),
  constraint movements_between_two_accounts check (from_batch_id is distinct from to_batch_id),
  constraint movements_not_empty check (mass_grams > 0 or pieces > 0)
);
comment on table movements is
  'Transfers of mass between two accounts: split, merge, dispatch, arrival, processing, loss, adjustment. A correction is another movement.';
comment on column movements.from_boundary is
  'Boundary account that the mass comes from when it enters the books. Boundary accounts close them: the sum over all accounts is zero.';
comment on column movements.to_boundary is 'Boundary account that the mass goes to when it leaves the books.';
comment on column movements.evidence is 'The record that caused the movement, such as manifest:<id>.';
create index movements_from on movements (from_batch_id) where from_batch_id is not null;
create index movements_to on movements (to_batch_id) where to_batch_id is not null;
create index movements_evidence on movements (evidence) where evidence is not null;
create trigger movements_append_only before update or delete on movements
  for each row execute function refuse_change();
create trigger movements_no_truncate before truncate on movements
  for each statement execute function refuse_change();

-- Runs as the owner: row-level security makes an update skip rows without an error, which would lose mass. So the function
-- itself checks that a request may change the batches it names, and that no batch was left out.
create function apply_movements() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
declare
  touched uuid[];
  moved bigint;
begin
  select array_agg(distinct id) into touched from (
    select to_batch_id as id from new_movements where to_batch_id is not null
    union all select from_batch_id from new_movements where from_batch_id is not null
  ) ends;
  if current_setting('role') in ('leadloop_request', 'leadloop_city') and exists (
    select from batches where id = any (touched) and party_id = any (visibility_parties()) is not true
  ) then
    raise exception 'a movement touches a batch beyond the visibility' using errcode = 'insufficient_privilege';
  end if;
  update batches set mass_grams = batches.mass_grams + delta.mass_grams, pieces = batches.pieces + delta.pieces
  from (
    select batch_id, sum(mass_grams)::bigint as mass_grams, sum(pieces)::integer as pieces from (
      select to_batch_id as batch_id, mass_grams, pieces from new_movements where to_batch_id is not null
      union all
      select from_batch_id, -mass_grams, -pieces from new_movements where from_batch_id is not null
    ) legs group by batch_id
  ) delta where batches.id = delta.batch_id;
  get diagnostics moved = row_count;
  if moved <> coalesce(cardinality(touched), 0) then
    raise exception 'a movement did not reach every batch it names' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
comment on function apply_movements() is 'Adds the movements of a statement to the balances of their batches.';
create trigger movements_apply after insert on movements referencing new table as new_movements
  for each statement execute function apply_movements();

alter table movements enable row level security;
-- Visible from either end.
create policy movements_select on movements for select using (
  (select visibility_all())
  or exists (select from batches where batches.id = from_batch_id)
  or exists (select from batches where batches.id = to_batch_id));
-- apply_movements checks the batches: the statement that moves mass may be the one that opens its batch.
create policy movements_insert on movements for insert with check ((select visibility_parties()) is not null);
grant select, insert on movements to leadloop_request;
grant select on movements to leadloop_city;
