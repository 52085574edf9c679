-- Books and stock counts are both the word of the enterprise, so both could list stock that is gone. An authority states what it saw
-- on the site. From 2027 on, stock that grew and that no authority saw counts among what the enterprise could move. The release before
-- reads neither the table nor the rows of law.
create table stock_observations (
  id uuid primary key,
  count_id uuid not null,
  party_id uuid not null references parties (id),
  site_id uuid not null references sites (id),
  counted_on date not null,
  observed_on date not null,
  observer text not null,
  report_number text not null,
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  replaces_id uuid unique references stock_observations (id),
  recorded_at timestamptz not null,
  constraint stock_observations_withdrawn check (lines <> '[]' or replaces_id is not null)
);
comment on table stock_observations is
  'What authorities saw on sites for stock counts (监盘). A later one names the one it replaces; the one that none replaces is valid, and one without lines withdraws.';
comment on column stock_observations.party_id is 'The organisation whose stock it is.';
comment on column stock_observations.counted_on is 'Day of the count. An observation holds for the site and this day, whichever count is valid.';
comment on column stock_observations.lines is 'The items that were seen, each in grams and with remarks.';
alter table stock_counts add constraint stock_counts_of_day unique (id, party_id, site_id, counted_on);
alter table stock_observations add constraint stock_observations_count foreign key (count_id, party_id, site_id, counted_on)
  references stock_counts (id, party_id, site_id, counted_on);
create unique index stock_observations_first on stock_observations (site_id, counted_on) where replaces_id is null;
create index stock_observations_party on stock_observations (party_id, id);
create index stock_observations_count on stock_observations (count_id);
create trigger stock_observations_append_only before update or delete on stock_observations
  for each row execute function refuse_change();
create trigger stock_observations_no_truncate before truncate on stock_observations
  for each statement execute function refuse_change();
alter table stock_observations enable row level security;
create policy stock_observations_select on stock_observations for select using (
  (select visibility_all())
  or party_id = any ((select visibility_parties())::uuid[]));
create policy stock_observations_select_in_city on stock_observations for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city()))
  or site_id in (select id from sites where division_code like (select visibility_city())));
create policy stock_observations_insert on stock_observations for insert with check ((select visibility_all()));
grant select, insert on stock_observations to leadloop_request;
grant select on stock_observations to leadloop_city;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recycling.stock-observation', '2020-01-01', null, '{"days": 3}',
   'Choice of this service, to be confirmed with the assessor: auditors attend the count of inventory, and reconcile one of another day with what moved between', 'I'),
  ('recovery.stock-observation', '2020-01-01', '2027-01-01', '{"growth": "believed"}',
   'Choice of this service, to be confirmed with the assessor: enterprises have notice until 2027', 'I'),
  ('recovery.stock-observation', '2027-01-01', null, '{"growth": "observed"}',
   'Choice of this service, to be confirmed with the assessor: books and counts are the word of the enterprise, so stock that grew is lead that it could move until somebody independent sees it', 'I');
