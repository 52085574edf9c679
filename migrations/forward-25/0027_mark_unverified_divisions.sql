-- A county of a listed city was registered without a word when the list has no county of that city. New records have the
-- warning `division-unverified`; records of before get it here, by the same rule. Their version stays.
-- src/parties/warnings/warning.ts has the rule.
create temporary table unverified on commit drop as
select code from (select division_code as code from parties union select division_code from sites) registered
where not exists (select from divisions d where d.code = rpad(registered.code, 6, '0'))
  and not exists (
    select from divisions d
    where left(d.code, 4) = left(registered.code, 4) and right(d.code, 2) <> '00'
      and d.valid_from <= current_date and (d.valid_to is null or current_date < d.valid_to)
  );

alter table parties disable trigger parties_version;
update parties set warnings = warnings || '{division-unverified}'::text[]
where division_code in (select code from unverified) and not warnings @> '{division-unverified}';
alter table parties enable trigger parties_version;

alter table sites disable trigger sites_version;
update sites set warnings = warnings || '{division-unverified}'::text[]
where division_code in (select code from unverified) and not warnings @> '{division-unverified}';
alter table sites enable trigger sites_version;
drop table unverified;
