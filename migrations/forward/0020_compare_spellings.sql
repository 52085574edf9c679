-- Numbers of licences and names of persons were compared letter by letter, so a blank or a full-width sign made another one.
-- `compared_form` gives the form in which two of them are equal; `comparedForm` of src/core/identifiers/spelling.ts is the same.
create function compared_form(written text) returns text language sql immutable strict parallel safe as $$
  select translate(
    normalize(
      regexp_replace(
        normalize(
          regexp_replace(
            written,
            '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
            '', 'g'),
          NFKC),
        '[\u0009-\u000D\u0020\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u2800\u3000]', '', 'g'),
      NFKC),
    U&'\058A\05BE\1400\1806\2010\2011\2012\2013\2014\2015\2E17\2E1A\2E3A\2E3B\2E40\2E5D\301C\3030\30A0\+010EAD\2212'
      || '〔【[{〈《〕】]}〉》•‧∙⋅・' || 'abcdefghijklmnopqrstuvwxyz',
    repeat('-', 21) || '(((((())))))·····' || 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
$$;

-- Licences that differ in their spelling only stay both valid: which of them the authority meant, no migration can know. The one
-- that was registered later names the other, and answers show it, until the authority revokes one of the two.
alter table licences add column doubles_id uuid references licences (id);
comment on column licences.doubles_id is 'Licence registered before with the same number in another spelling; the authority revokes one of the two';
update licences later set doubles_id = first.id
from (
  select distinct on (party_id, compared_form(number), valid_from) id, party_id, compared_form(number) as number, valid_from
  from licences order by party_id, compared_form(number), valid_from, registered_at, id
) first
where first.id <> later.id and first.party_id = later.party_id and first.valid_from = later.valid_from
  and first.number = compared_form(later.number);
create unique index licences_one_number on licences (party_id, compared_form(number), valid_from) where doubles_id is null;

-- Persons without a code are found by name when a file is imported.
create index parties_compared_name on parties (compared_form(name)) where uscc is null;
