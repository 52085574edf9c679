-- Numbers of forms on paper were whatever a consignor wrote. The authority reserves blocks of them for organisations; each number serves
-- one load of its holder. The release before reads none of it.
create function paper_number_stem(number text) returns text language sql immutable parallel safe
  return regexp_replace(manifest_key(number), '[0-9]+$', '');
comment on function paper_number_stem(text) is 'Key of a number of a form without the digits at its end.';
create function paper_number_tail(number text) returns text language sql immutable parallel safe
  return substring(manifest_key(number) from '[0-9]*$');
comment on function paper_number_tail(text) is 'Digits at the end of the key of a number of a form.';
create function paper_number_value(prefix text, serial bigint, digits integer) returns numeric language sql immutable parallel safe
  return (paper_number_tail(prefix) || lpad(serial::text, digits, '0'))::numeric;
comment on function paper_number_value(text, bigint, integer) is
  'Digits at the end of a number of a block, as a number. Two blocks share a number when stem and count of digits are the same and the ranges meet.';

create table paper_number_blocks (
  id uuid primary key,
  party_id uuid not null references parties (id),
  prefix text not null check (length(prefix) between 1 and 28),
  first_serial bigint not null check (first_serial >= 0),
  last_serial bigint not null,
  digits integer not null check (digits between 1 and 12),
  recorded_at timestamptz not null,
  constraint paper_number_blocks_order check (first_serial <= last_serial),
  constraint paper_number_blocks_fits check (length(last_serial::text) <= digits)
);
comment on table paper_number_blocks is
  'Numbers of forms on paper that the authority reserved for an organisation (预留纸质联单编号). They never change.';
create index paper_number_blocks_party on paper_number_blocks (party_id, id);
create index paper_number_blocks_numbers on paper_number_blocks (paper_number_stem(prefix));
create trigger paper_number_blocks_append_only before update or delete on paper_number_blocks
  for each row execute function refuse_change();
create trigger paper_number_blocks_no_truncate before truncate on paper_number_blocks
  for each statement execute function refuse_change();

create function paper_number_holder(number text) returns uuid language sql stable parallel safe security definer
  set search_path = public, pg_temp
  return (select party_id from paper_number_blocks
    where paper_number_stem(prefix) = paper_number_stem(number)
      and length(paper_number_tail(prefix)) + digits = length(paper_number_tail(number))
      and nullif(paper_number_tail(number), '')::numeric
        between paper_number_value(prefix, first_serial, digits) and paper_number_value(prefix, last_serial, digits)
    limit 1);
comment on function paper_number_holder(text) is
  'Returns the organisation for which a number of a form on paper is reserved. Requests see only their own blocks, and may use no number of others.';

alter table paper_number_blocks enable row level security;
create policy paper_number_blocks_select on paper_number_blocks for select using (
  (select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
create policy paper_number_blocks_select_in_city on paper_number_blocks for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
create policy paper_number_blocks_insert on paper_number_blocks for insert with check ((select visibility_all()));
grant select, insert on paper_number_blocks to leadloop_request;
grant select on paper_number_blocks to leadloop_city;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('manifests.paper-blocks', '2020-01-01', null, '{"maxNumbers": 1000}',
   'Limit of this service: a block of numbers for forms on paper, so that its uses are one answer', 'M-l');
