-- Law and code lists as dated rows. A row is in force on the days from valid_from up to, and without, valid_to. Of several
-- in force the one with the latest valid_from counts. Old records are judged by the rows of their day, so a row may be
-- given an end once and never changes otherwise.
-- Nothing here belongs to an organisation: every request may read it, and none may write it.

create domain law_confidence as text check (value in ('V', '2', '1', 'C', 'I', 'M-h', 'M-m', 'M-l'));
comment on domain law_confidence is
  'The certainty of a value: V read in the full text; 2 two independent sources; 1 one secondary source; C computed; I a choice of this service; M-h, M-m, M-l believed with high, medium or low confidence and not confirmed in a text.';

create table law_values (
  key text not null check (key ~ '^[a-z]+(-[a-z]+)*([.][a-z]+(-[a-z]+)*)*$'),
  valid_from date not null,
  valid_to date,
  value jsonb not null,
  source text not null,
  confidence law_confidence not null,
  primary key (key, valid_from),
  constraint law_values_period check (valid_to > valid_from)
);
comment on table law_values is 'Limits, deadlines and short code lists. src/platform/law/shapes.ts has the form of each value.';
comment on column law_values.source is 'The text that the value comes from, or whose choice it is.';
create trigger law_values_end_only before update on law_values for each row
  when (old.valid_to is not null or to_jsonb(old) - 'valid_to' is distinct from to_jsonb(new) - 'valid_to')
  execute function refuse_change();
grant select on law_values to leadloop_request, leadloop_city;

create table divisions (
  code char(6) not null check (code ~ '^[1-8][0-9]{5}$'),
  name text not null,
  level text not null check (level in ('province', 'city', 'county')),
  parent char(6),
  valid_from date not null,
  valid_to date,
  source text not null,
  confidence law_confidence not null,
  primary key (code, valid_from),
  constraint divisions_period check (valid_to > valid_from),
  constraint divisions_parent check ((level = 'province') = (parent is null))
);
comment on table divisions is 'Administrative divisions with their codes (GB/T 2260).';
comment on column divisions.parent is 'Code of the division that contains this one. Null for provinces.';
create trigger divisions_end_only before update on divisions for each row
  when (old.valid_to is not null or to_jsonb(old) - 'valid_to' is distinct from to_jsonb(new) - 'valid_to')
  execute function refuse_change();
grant select on divisions to leadloop_request, leadloop_city;

create table waste_codes (
  code text not null check (code ~ '^[0-9]{3}-[0-9]{3}-[0-9]{2}$'),
  name text not null,
  category text not null,
  hazards text[] not null check (hazards <@ array['T', 'C', 'I', 'R', 'In'] and cardinality(hazards) > 0),
  valid_from date not null,
  valid_to date,
  source text not null,
  confidence law_confidence not null,
  primary key (code, valid_from),
  constraint waste_codes_category check (category = 'HW' || right(code, 2)),
  constraint waste_codes_period check (valid_to > valid_from)
);
comment on table waste_codes is 'The codes of the national list of hazardous waste that batteries and their recycling touch.';
comment on column waste_codes.hazards is 'T toxic, C corrosive, I ignitable, R reactive, In infectious.';
create trigger waste_codes_end_only before update on waste_codes for each row
  when (old.valid_to is not null or to_jsonb(old) - 'valid_to' is distinct from to_jsonb(new) - 'valid_to')
  execute function refuse_change();
grant select on waste_codes to leadloop_request, leadloop_city;

create table work_calendar_years (
  year integer primary key check (year between 2000 and 2200),
  source text not null
);
comment on table work_calendar_years is
  'Years whose holiday notice of the State Council is loaded. A deadline that reaches any other year is rejected.';
grant select on work_calendar_years to leadloop_request, leadloop_city;

create table work_calendar (
  day date primary key,
  is_workday boolean not null,
  source text not null
);
comment on table work_calendar is
  'The days that a holiday notice names. Every other day of a loaded year is a working day from Monday to Friday.';
grant select on work_calendar to leadloop_request, leadloop_city;
