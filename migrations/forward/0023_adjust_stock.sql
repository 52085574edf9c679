-- The difference that a stock count finds is booked against the account `adjustment`, with a reason. Above a limit of law it
-- is proposed by one person and booked when another one confirms it.
create table stock_adjustments (
  id uuid primary key,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  count_id uuid not null references stock_counts (id),
  item text not null,
  counted_at timestamptz not null,
  reason_code text not null,
  reason text not null,
  counted_grams bigint not null check (counted_grams >= 0),
  book_grams bigint not null check (book_grams >= 0),
  counted_pieces integer check (counted_pieces >= 0),
  book_pieces integer not null check (book_pieces >= 0),
  lead_ppm integer not null check (lead_ppm between 0 and 1000000),
  batches jsonb not null check (jsonb_typeof(batches) = 'array'),
  above_limit boolean not null,
  limit_grams bigint not null check (limit_grams >= 0),
  state text not null check (state in ('proposed', 'booked', 'rejected', 'expired')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  expires_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  decision text,
  affected jsonb not null check (jsonb_typeof(affected) = 'array'),
  constraint stock_adjustments_wait_above_limit check (above_limit = (expires_at is not null) and (above_limit or state = 'booked')),
  constraint stock_adjustments_decided_by_one check (
    (above_limit and state in ('booked', 'rejected')) = (decided_by is not null)
    and (decided_by is null) = (decided_at is null) and (decided_by is null) = (decision is null)),
  constraint stock_adjustments_second_person check (state <> 'booked' or decided_by is distinct from proposed_by)
);
comment on table stock_adjustments is
  'Differences between counted and book stock that were booked, or wait for a second person. The mass moves by movements of the kind stock_adjustment.';
comment on column stock_adjustments.item is 'Code of recycling.stock-items; all lines of the count with this item together.';
comment on column stock_adjustments.counted_at is 'Instant of the count: the books are those of then, and the mass moves then.';
comment on column stock_adjustments.batches is 'The adjusted batches, each as the books had it and as it was counted.';
comment on column stock_adjustments.lead_ppm is 'Lead in the counted mass, which is the content of the adjusted mass in the lead balance.';
comment on column stock_adjustments.above_limit is 'True when law recycling.adjustment-limit wanted a second person.';
comment on column stock_adjustments.expires_at is 'End of the time in which the second person decides.';
comment on column stock_adjustments.decided_by is 'Subject of the token of the second person, never that of the proposer.';
create unique index stock_adjustments_one_each on stock_adjustments (count_id, item) where state in ('proposed', 'booked');
create index stock_adjustments_party on stock_adjustments (party_id, id);
create index stock_adjustments_item on stock_adjustments (site_id, item, counted_at) where state = 'booked';
create index stock_adjustments_open on stock_adjustments (expires_at) where state = 'proposed';

-- A proposal is decided once; what was proposed and what was booked never change.
create function refuse_other_adjustment() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) = to_jsonb(old) then return new; end if;
  if old.state <> 'proposed' or new.state = 'proposed'
    or to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decision', 'affected']
      <> to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decision', 'affected'] then
    raise exception 'a stock adjustment changes only by the decision about its proposal' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function refuse_other_adjustment() is 'Rejects every change of a stock adjustment but the decision about a proposal.';
create trigger stock_adjustments_guard before update on stock_adjustments
  for each row execute function refuse_other_adjustment();
create trigger stock_adjustments_no_delete before delete on stock_adjustments
  for each row execute function refuse_change();
create trigger stock_adjustments_no_truncate before truncate on stock_adjustments
  for each statement execute function refuse_change();

-- Mass moves to or from the account `adjustment` after a count only by an adjustment that is booked when the transaction ends.
create function refuse_unbooked_adjustment() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from stock_adjustments
    where 'stock-adjustment:' || id = new.evidence and state = 'booked' and counted_at = new.occurred_at) then
    raise exception 'a stock adjustment moves mass only when it is booked' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
comment on function refuse_unbooked_adjustment() is 'Rejects a movement after a count without an adjustment that is booked.';
create constraint trigger movements_adjustment_booked after insert on movements deferrable initially deferred
  for each row when (new.kind = 'stock_adjustment') execute function refuse_unbooked_adjustment();

alter table stock_adjustments enable row level security;
create policy stock_adjustments_select on stock_adjustments for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy stock_adjustments_select_in_city on stock_adjustments for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
create policy stock_adjustments_insert on stock_adjustments for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and exists (select from sites where sites.id = stock_adjustments.site_id and sites.party_id = stock_adjustments.party_id)
  and exists (select from stock_counts counted where counted.id = stock_adjustments.count_id
    and counted.party_id = stock_adjustments.party_id and counted.site_id = stock_adjustments.site_id));
create policy stock_adjustments_update on stock_adjustments for update
  using (party_id = any ((select visibility_parties())::uuid[]))
  with check (party_id = any ((select visibility_parties())::uuid[]));
-- Locking a row needs the right to change a column of it.
grant select, insert, update (id, state, decided_by, decided_at, decision, affected) on stock_adjustments to leadloop_request;
grant select on stock_adjustments to leadloop_city;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.adjustment-limit', '2020-01-01', null, '{"shareBasisPoints": 50, "floorGrams": 20000, "floorPieces": 1, "windowDays": 31, "decisionDays": 30}', 'Choice of this service: a difference between books and count above the larger of 0.5 % of the book stock and 20 kg needs a second person, as do several that one person books within a month of each other; HJ 1259-2022 has ledgers follow the real stock and names no limit', 'I'),
  ('recycling.adjustment-reasons', '2020-01-01', null, '[
      {"code": "weighing", "zh": "计量误差", "en": "Weighing"},
      {"code": "moisture", "zh": "水分变化或酸液流失", "en": "Change of moisture, or acid that ran out"},
      {"code": "entry", "zh": "漏登、重登或错登", "en": "Entry left out, doubled or wrong"},
      {"code": "mixed", "zh": "库内混批", "en": "Batches mixed in store"},
      {"code": "spill", "zh": "搬运撒漏或残留", "en": "Spilled or stuck in handling"},
      {"code": "theft", "zh": "丢失或被盗", "en": "Lost or stolen"},
      {"code": "other", "zh": "其他", "en": "Other"}
    ]', 'Choice of this service: causes of differences that stock-count sheets of smelters name', 'I'),
  ('recycling.stock-materials', '2020-01-01', null, '[
      {"item": "batteries", "materials": ["900-052-31"]},
      {"item": "furnace", "materials": ["work_in_progress"]},
      {"item": "paste", "materials": ["lead_paste", "lead_grids", "own_crude_lead"]},
      {"item": "slag", "materials": ["slag", "refining_slag", "alkaline_slag", "slag_used"]},
      {"item": "dust", "materials": ["dust"]},
      {"item": "other_work", "materials": ["sludge", "anode_slime", "separators"]}
    ]', 'Choice of this service: the materials of recycling.materials that the items of recycling.stock-items count; work_in_progress is also what open runs hold. Bought feed and products are not counted', 'I');
