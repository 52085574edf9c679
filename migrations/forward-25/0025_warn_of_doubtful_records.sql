-- Doubtful codes and places were taken without a word. Their warnings are stored with the record, so that a list finds them.
-- src/parties/warnings/warning.ts has the rules.
alter table parties add column warnings text[] not null default '{}';
alter table sites add column warnings text[] not null default '{}';
comment on column parties.warnings is 'Codes of the warnings about the social credit code and the division, judged at the registration.';
comment on column sites.warnings is 'Codes of the warnings about the place, judged at the registration.';
create index parties_warned on parties (id) where warnings <> '{}';
create index sites_warned on sites (id) where warnings <> '{}';

-- Of records of before, those are marked whose code contradicts itself or its place. Their version stays.
alter table parties disable trigger parties_version;
with judged as (
  select id, substr(uscc, 3, 6) as issuer, division_code, uscc !~ '^(1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[1239]|A[19]|M[19]|N[1239]|Y1)' as odd_start,
    (select (11 - sum(weight * case when letter ~ '\d' then letter::integer else ascii(letter) - 55 end) % 11)
       from unnest(string_to_array(substr(uscc, 9, 8), null), array[3, 7, 9, 10, 5, 8, 4, 2]) as part (letter, weight)) as inner_check,
    substr(uscc, 17, 1) as inner_written
  from parties where uscc is not null
), known as (
  select j.*, j.issuer = '100000' or exists (
      select from divisions d where d.code = j.issuer or d.code = left(j.issuer, 4) || '00'
    ) or (
      exists (select from divisions d where d.code = left(j.issuer, 2) || '0000')
      and not exists (select from divisions d where d.code like left(j.issuer, 2) || '%' and d.code <> left(j.issuer, 2) || '0000')
    ) as is_known
  from judged j
)
update parties p set warnings = array_remove(array[
    case when k.odd_start then 'uscc-registration' end,
    case when not k.is_known then 'uscc-division-unknown' end,
    case when k.is_known and k.issuer <> '100000' and left(p.division_code, 2) <> left(k.issuer, 2)
        or k.is_known and k.issuer <> '100000' and right(k.issuer, 4) <> '0000' and left(k.issuer, 2) not in ('11', '12', '31', '50')
        and left(p.division_code, 4) <> left(k.issuer, 4)
      then 'uscc-division-differs' end,
    case when k.inner_written <> case k.inner_check when 10 then 'X' when 11 then '0' else k.inner_check::text end
      then 'uscc-body-check-character' end
  ], null)
from known k
where k.id = p.id and (k.odd_start or not k.is_known or left(p.division_code, 4) <> left(k.issuer, 4)
  or k.inner_written <> case k.inner_check when 10 then 'X' when 11 then '0' else k.inner_check::text end);
alter table parties enable trigger parties_version;

-- One permit, one spelling, as with licences: the later entry names the first, and no further spelling is taken.
alter table vehicles add column doubles_id uuid references vehicles (id);
comment on column vehicles.doubles_id is 'Entry of the same permit registered before in another spelling.';
alter table vehicles disable trigger vehicles_version;
update vehicles later set doubles_id = first.id
from (
  select distinct on (party_id, plate, compared_form(permit_number), permit_valid_from)
    id, party_id, plate, compared_form(permit_number) as number, permit_valid_from
  from vehicles order by party_id, plate, compared_form(permit_number), permit_valid_from, registered_at, id
) first
where first.id <> later.id and first.party_id = later.party_id and first.plate = later.plate
  and first.permit_valid_from = later.permit_valid_from and first.number = compared_form(later.permit_number);
alter table vehicles enable trigger vehicles_version;
create unique index vehicles_one_permit on vehicles (party_id, plate, compared_form(permit_number), permit_valid_from)
  where doubles_id is null;
