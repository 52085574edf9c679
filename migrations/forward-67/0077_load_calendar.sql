-- The calendar of a year is loaded from the notice of the State Council, and corrected by a later version, never silently. Notices are
-- kept as they were loaded; the days in force stand where the release before reads them.
create table work_calendar_notices (
  year integer not null check (year >= 2000 and year <= 2200),
  version integer not null check (version >= 1),
  number text,
  title text not null,
  issued_on date,
  days_off jsonb not null check (jsonb_typeof(days_off) = 'array'),
  working_weekend_days jsonb not null check (jsonb_typeof(working_weekend_days) = 'array'),
  recorded_at timestamptz not null,
  primary key (year, version)
);
comment on table work_calendar_notices is
  'Holiday notices of the State Council as they were loaded. The days of the last version of a year stand in work_calendar.';
comment on column work_calendar_notices.number is 'Number of the notice (发文字号); null for years that came with a release.';
create trigger work_calendar_notices_append_only before update or delete on work_calendar_notices
  for each row execute function refuse_change();
create trigger work_calendar_notices_no_truncate before truncate on work_calendar_notices
  for each statement execute function refuse_change();
grant select on work_calendar_notices to leadloop_request, leadloop_city;

insert into work_calendar_notices (year, version, title, days_off, working_weekend_days, recorded_at)
select year, 1, source,
  (select coalesce(jsonb_agg(day order by day), '[]') from work_calendar
    where extract(year from day) = year and not is_workday),
  (select coalesce(jsonb_agg(day order by day), '[]') from work_calendar
    where extract(year from day) = year and is_workday and extract(isodow from day) > 5),
  now()
from work_calendar_years;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('calendar.next-year', '2020-01-01', null, '{"from": "12-01"}',
   'Choice of this service: the State Council issues the notice of the next year in October or November', 'I');
