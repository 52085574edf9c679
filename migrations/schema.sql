-- The schema as the migrations make it, by name. Written by "npm run schema"; do not edit.
-- Partitions of journal_entries by month are made by the service itself (prepare_journal_month).

grant usage on schema public to leadloop_city;
grant usage on schema public to leadloop_request;
grant usage on schema public to leadloop_service;
grant usage on schema public to public;

create domain law_confidence as text CHECK (VALUE = ANY (ARRAY['V', '2', '1', 'C', 'I', 'M-h', 'M-m', 'M-l']));
comment on domain law_confidence is 'The certainty of a value: V read in the full text; 2 two independent sources; 1 one secondary source; C computed; I a choice of this service; M-h, M-m, M-l believed with high, medium or low confidence and not confirmed in a text.';

create sequence journal_sequence as bigint increment 1 minvalue 1 maxvalue 9223372036854775807 start 1 cache 1;

CREATE OR REPLACE FUNCTION public.apply_movements()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;
comment on function apply_movements() is 'Adds the movements of a statement to the balances of their batches.';

CREATE OR REPLACE FUNCTION public.certificate_key(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(regexp_replace(NORMALIZE(number, NFKC), '[[:space:]]', '', 'g'));
comment on function certificate_key(text) is 'Number of a certificate without spaces, by which two spellings of it are the same.';

CREATE OR REPLACE FUNCTION public.certificate_parties(record uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  select s.party_id from (
    select certificate_number, laboratory_id, laboratory, certificate_sha256 from assays where id = record
    union all select certificate_number, laboratory_id, laboratory, certificate_sha256 from analyses where id = record) r
    cross join lateral certificates_of(r.certificate_number, r.laboratory_id, r.laboratory, r.certificate_sha256) c
    join shared_certificates s on s.certificate = c.certificate and s.kind = c.kind
$function$;
comment on function certificate_parties(uuid) is 'Returns the organisations that share a certificate which a record states, its own included.';

CREATE OR REPLACE FUNCTION public.certificate_records(kind text, certificate text, above uuid, below uuid)
 RETURNS TABLE(id uuid, party_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select a.id, a.party_id from assays a
    where kind = 'file' and a.certificate_sha256 = certificate and a.party_id > above and a.party_id < below
  union all select y.id, y.party_id from analyses y
    where kind = 'file' and y.certificate_sha256 = certificate and y.party_id > above and y.party_id < below
  union all select a.id, a.party_id from assays a
    where kind = 'named' and number_certificate(a.certificate_number, laboratory_key(a.laboratory)) = certificate
      and a.certificate_number is not null and a.party_id > above and a.party_id < below
  union all select y.id, y.party_id from analyses y
    where kind = 'named' and number_certificate(y.certificate_number, laboratory_key(y.laboratory)) = certificate
      and y.certificate_number is not null and y.party_id > above and y.party_id < below
  union all select a.id, a.party_id from assays a
    where kind = 'registered' and number_certificate(a.certificate_number, a.laboratory_id::text) = certificate
      and a.certificate_number is not null and a.laboratory_id is not null and a.party_id > above and a.party_id < below
  union all select y.id, y.party_id from analyses y
    where kind = 'registered' and number_certificate(y.certificate_number, y.laboratory_id::text) = certificate
      and y.certificate_number is not null and y.laboratory_id is not null and y.party_id > above and y.party_id < below
$function$;
comment on function certificate_records(text,text,uuid,uuid) is 'Returns the assays and analyses that state a certificate, of organisations between two ids.';

CREATE OR REPLACE FUNCTION public.certificates_of(number text, laboratory_id uuid, laboratory text, file text)
 RETURNS TABLE(kind text, certificate text)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select 'file', file where file is not null
  union all select 'named', number_certificate(number, laboratory_key(laboratory)) where number is not null
  union all select 'registered', number_certificate(number, laboratory_id::text) where number is not null and laboratory_id is not null
$function$;
comment on function certificates_of(text,uuid,text,text) is 'Returns what identifies the certificate of a record: its file, and its number by the name of its laboratory and by the registered one.';

CREATE OR REPLACE FUNCTION public.compared_form(written text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.grant_service()
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  passing constant text[] := array['identity_attempts', 'identity_revocations', 'oidc_records', 'oidc_states'];
  name text;
  secured boolean;
  permanent boolean;
begin
  begin
    if to_regrole('leadloop_service') is null then create role leadloop_service nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role('leadloop_service', 'leadloop_request', 'set') or not pg_has_role('leadloop_service', 'leadloop_city', 'set') then
    grant leadloop_request, leadloop_city to leadloop_service with set true, inherit false;
  end if;
  -- A probe of the disk writes to a temporary table.
  execute format('grant connect, temporary on database %I to leadloop_service', current_database());
  grant usage on schema public to leadloop_service;
  grant usage, select on all sequences in schema public to leadloop_service;
  for name, secured, permanent in
    select c.relname, c.relrowsecurity, exists (
        -- Each update of a row fires it: 1 is "for each row", 16 is "update", and it has no condition.
        select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'refuse_change'::regproc
          and t.tgtype & 17 = 17 and t.tgqual is null)
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  loop
    execute format('grant select, insert on %I to leadloop_service', name);
    if not permanent then execute format('grant update on %I to leadloop_service', name); end if;
    if name = any (passing) then execute format('grant delete on %I to leadloop_service', name); end if;
    if secured and not exists (select from pg_policy where polrelid = name::regclass and polname = 'service') then
      execute format('create policy service on %I to leadloop_service using (true) with check (true)', name);
    end if;
  end loop;
  grant execute on function prepare_journal_month(date) to leadloop_service;
  if to_regnamespace('drizzle') is not null then
    grant usage on schema drizzle to leadloop_service;
    grant select on all tables in schema drizzle to leadloop_service;
  end if;
  if to_regnamespace('bullmq') is not null then
    -- BullMQ makes a sequence for each queue.
    grant usage, create on schema bullmq to leadloop_service;
    grant select, insert, update, delete on all tables in schema bullmq to leadloop_service;
    grant usage, select on all sequences in schema bullmq to leadloop_service;
    grant execute on all routines in schema bullmq to leadloop_service;
  end if;
  begin
    grant pg_read_all_stats to leadloop_service;
  exception when insufficient_privilege then
    raise notice 'Services cannot see the transactions of other users: readiness then names none that holds up the journal.';
  end;
  return null;
exception when insufficient_privilege then
  return format('create role leadloop_service nologin; grant leadloop_request, leadloop_city to leadloop_service with set true, inherit false; grant leadloop_service to %I with admin true, inherit false;',
    current_user);
end $function$;
comment on function grant_service() is 'Gives leadloop_service what services need and no more. `npm run migrate` calls it after the migrations, so that a new table is included. Returns null, or what an administrator of the server has to run first.';

CREATE OR REPLACE FUNCTION public.journal_size()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select greatest(0, (select size from journal_tree), (select next_index - 1 from journal_sealer),
    (select max(size) from journal_tree_heads))
$function$;
comment on function journal_size() is 'Index of the last sealed entry, also for requests: a reader that finds less has lost entries.';

CREATE OR REPLACE FUNCTION public.laboratory_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(regexp_replace(NORMALIZE(name, NFKC), '[[:space:][:punct:]]', '', 'g'));
comment on function laboratory_key(text) is 'Name of a laboratory without spaces and marks, by which two spellings of it are the same.';

CREATE OR REPLACE FUNCTION public.manifest_key(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(regexp_replace(NORMALIZE(number, NFKC), '[[:space:]]', '', 'g'));
comment on function manifest_key(text) is 'Number of a manifest without spaces, by which two spellings of it are the same.';

CREATE OR REPLACE FUNCTION public.national_system()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((select case when sandbox then 'sandbox' else 'registered' end
    from exchange_partners where code = 'national' and not stopped), 'missing')
$function$;
comment on function national_system() is 'Returns registered, sandbox or missing: the national system that issues the numbers of manifests.';

CREATE OR REPLACE FUNCTION public.next_journal_sequence()
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_current_xact_id();
  return nextval('journal_sequence');
end $function$;

CREATE OR REPLACE FUNCTION public.note_certificates()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'certificate_confirmations' then
    perform share_certificates(array(select coalesce(assay_id, analysis_id) from new_records));
  else
    perform share_certificates(array(select id from new_records));
  end if;
  return null;
end $function$;
comment on function note_certificates() is 'Notes other organisations that state the certificates of new records.';

CREATE OR REPLACE FUNCTION public.number_certificate(number text, laboratory text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN encode(sha256(decode(replace(((certificate_key(number) || chr(10)) || laboratory), '\', '\\'), 'escape')), 'hex');
comment on function number_certificate(text,text) is 'SHA-256 of the number of a certificate at a laboratory, which is given by its key or its id.';

CREATE OR REPLACE FUNCTION public.paired_certificates(parties uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with stated as materialized (
    select shared.kind, shared.certificate, r.id, r.party_id
    from (select distinct kind, certificate from shared_certificates where party_id = any (parties)) shared
      cross join lateral certificate_records(shared.kind, shared.certificate,
        '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff') r
  ), statement as materialized (
    select c.record_id, c.outcome, c.laboratory_id, c.recorded_at, (c.recorded_at at time zone 'Asia/Shanghai')::date as stated_on,
      (c.sampled_at at time zone 'Asia/Shanghai')::date as sampled_on
    from (select distinct id from stated) asked cross join lateral (
      select a.id as record_id, a.sampled_at, c.id, c.outcome, c.laboratory_id, c.recorded_at
      from certificate_confirmations c join assays a on a.id = c.assay_id where c.assay_id = asked.id
      union all
      select y.id, y.sampled_at, c.id, c.outcome, c.laboratory_id, c.recorded_at
      from certificate_confirmations c join analyses y on y.id = c.analysis_id where c.analysis_id = asked.id) c
    where not exists (select from certificate_confirmations answer where answer.replaces_id = c.id)
  ), confirmed as materialized (
    select s.record_id as id from statement s where s.outcome = 'confirmed' and (
      not exists (select from qualifications q join qualification_withdrawals w on w.qualification_id = q.id
        where q.party_id = s.laboratory_id and w.withdrawn_on <= s.stated_on)
      or exists (select from qualifications q left join qualification_withdrawals w on w.qualification_id = q.id
        where q.party_id = s.laboratory_id and s.sampled_on >= q.valid_from and s.sampled_on < q.valid_to
          and (w.withdrawn_on is null or w.withdrawn_on > s.stated_on)))
  ), stating as materialized (
    select s.kind, s.certificate, s.party_id, bool_or(s.id in (select id from confirmed)) as confirmed,
      bool_or(s.id not in (select record_id from statement where outcome = 'disowned')
        and not exists (select from assays later where later.replaces_id = s.id)
        and not exists (select from analyses later where later.replaces_id = s.id)) as claimed
    from stated s group by s.kind, s.certificate, s.party_id
  )
  select distinct r.id from stated r join stating o on o.kind = r.kind and o.certificate = r.certificate
  where r.party_id = any (parties) and o.party_id <> r.party_id
    and (o.confirmed or o.claimed and r.id not in (select id from confirmed))
$function$;
comment on function paired_certificates(uuid[]) is 'Returns the records of these organisations whose certificate another organisation states too. It shows nothing of the other one.';

CREATE OR REPLACE FUNCTION public.paper_number_holder(number text)
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
RETURN (SELECT paper_number_blocks.party_id FROM paper_number_blocks WHERE ((paper_number_stem(paper_number_blocks.prefix) = paper_number_stem(paper_number_holder.number)) AND ((length(paper_number_tail(paper_number_blocks.prefix)) + paper_number_blocks.digits) = length(paper_number_tail(paper_number_holder.number))) AND (((NULLIF(paper_number_tail(paper_number_holder.number), ''))::numeric >= paper_number_value(paper_number_blocks.prefix, paper_number_blocks.first_serial, paper_number_blocks.digits)) AND ((NULLIF(paper_number_tail(paper_number_holder.number), ''))::numeric <= paper_number_value(paper_number_blocks.prefix, paper_number_blocks.last_serial, paper_number_blocks.digits)))) LIMIT 1);
comment on function paper_number_holder(text) is 'Returns the organisation for which a number of a form on paper is reserved. Requests see only their own blocks, and may use no number of others.';

CREATE OR REPLACE FUNCTION public.paper_number_stem(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(manifest_key(number), '[0-9]+$', '');
comment on function paper_number_stem(text) is 'Key of a number of a form without the digits at its end.';

CREATE OR REPLACE FUNCTION public.paper_number_tail(number text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN "substring"(manifest_key(number), '[0-9]*$');
comment on function paper_number_tail(text) is 'Digits at the end of the key of a number of a form.';

CREATE OR REPLACE FUNCTION public.paper_number_value(prefix text, serial bigint, digits integer)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((paper_number_tail(prefix) || lpad((serial)::text, digits, '0')))::numeric;
comment on function paper_number_value(text,bigint,integer) is 'Digits at the end of a number of a block, as a number. Two blocks share a number when stem and count of digits are the same and the ranges meet.';

CREATE OR REPLACE FUNCTION public.prepare_journal_month(day date)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  start_at timestamptz := date_trunc('month', day::timestamp) at time zone 'Asia/Shanghai';
  end_at timestamptz := (date_trunc('month', day::timestamp) + interval '1 month') at time zone 'Asia/Shanghai';
  name text := 'journal_entries_' || to_char(day, 'YYYY_MM');
begin
  if to_regclass(name) is not null then return null; end if;
  if exists (select from journal_entries_default where recorded_at >= start_at and recorded_at < end_at) then
    return null;
  end if;
  execute format('create table %I partition of journal_entries for values from (%L) to (%L)', name, start_at, end_at);
  execute format('alter table %I enable row level security', name);
  execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()',
    name || '_no_truncate', name);
  return name;
end $function$;
comment on function prepare_journal_month(date) is 'Creates the partition of the month of a day and returns its name, or null when it exists. Entries already in the default partition stay there.';

CREATE OR REPLACE FUNCTION public.raise_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.version := old.version + 1;
  return new;
end $function$;
comment on function raise_version() is 'Raises the version of a registered record with every update.';

CREATE OR REPLACE FUNCTION public.refuse_balance_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the balance of a batch is changed by movements only' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $function$;
comment on function refuse_change() is 'Rejects a change of a record that is only ever added.';

CREATE OR REPLACE FUNCTION public.refuse_drop()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$
declare
  name text;
begin
  if tg_event = 'sql_drop' then
    select object_identity into name from pg_event_trigger_dropped_objects()
    where object_type = 'trigger' and schema_name = 'public' and object_identity like '%\_no\_truncate on %' limit 1;
  else
    select relname into name from pg_class
    where relnamespace = 'public'::regnamespace and relname like 'journal\_entries\_%' and relkind = 'r' and not relispartition limit 1;
  end if;
  if name is not null then
    raise exception '% is permanent: % refused', name, lower(tg_tag) using errcode = 'restrict_violation';
  end if;
end $function$;
comment on function refuse_drop() is 'Rejects the drop of a table of permanent records, and the detaching of a partition.';

CREATE OR REPLACE FUNCTION public.refuse_earlier_index()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.next_index < old.next_index then
    raise exception '% only grows: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
comment on function refuse_earlier_index() is 'Rejects an index that the sealer has given already.';

CREATE OR REPLACE FUNCTION public.refuse_foreign_head()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.size is distinct from (select size from journal_tree) then
    raise exception 'the tree of the journal has not the size of this root: % refused', lower(tg_op)
      using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
comment on function refuse_foreign_head() is 'Rejects a root of another size than that of the tree.';

CREATE OR REPLACE FUNCTION public.refuse_opening_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a batch begins with a balance of zero; a movement gives it mass' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_other_adjustment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if to_jsonb(new) = to_jsonb(old) then return new; end if;
  if old.state <> 'proposed' or new.state = 'proposed'
    or to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decision', 'affected', 'unlisted']
      <> to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decision', 'affected', 'unlisted'] then
    raise exception 'a stock adjustment changes only by the decision about its proposal' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
comment on function refuse_other_adjustment() is 'Rejects every change of a stock adjustment but the decision about a proposal.';

CREATE OR REPLACE FUNCTION public.refuse_other_assessment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.id, new.party_id, new.period, new.method, new.opened_by, new.opened_at)
      is distinct from (old.id, old.party_id, old.period, old.method, old.opened_by, old.opened_at)
    or old.state = 'withdrawn' or new.round < old.round then
    raise exception 'an assessment stays that of its enterprise, period and method' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
comment on function refuse_other_assessment() is 'Rejects changes of what an assessment is about, and of one that was withdrawn.';

CREATE OR REPLACE FUNCTION public.refuse_party_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a manifest keeps its parties, sites and provinces' using errcode = 'restrict_violation';
end $function$;
comment on function refuse_party_change() is 'Rejects another party, site or province in a manifest, and a return to an earlier version.';

CREATE OR REPLACE FUNCTION public.refuse_silent_description()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  said jsonb;
begin
  select coalesce(jsonb_object_agg(key, value), '{}') into said from (
    select distinct on (key) key, value from corrections, jsonb_each(after)
    where subject in ('batch:' || new.id, new.evidence) order by key, recorded_at desc, number desc
  ) latest;
  if (new.battery_kind is distinct from old.battery_kind and new.battery_kind is distinct from said ->> 'batteryKind')
    or (new.risk_class is distinct from old.risk_class and new.risk_class is distinct from said ->> 'riskClass')
    or (new.condition is distinct from old.condition and new.condition is distinct from said ->> 'condition')
    or (new.source_type is distinct from old.source_type and new.source_type is distinct from said ->> 'sourceType')
    or (new.supplier_name is distinct from old.supplier_name and new.supplier_name is distinct from said ->> 'supplierName')
  then
    raise exception 'the description of a batch changes by a correction only' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
comment on function refuse_silent_description() is 'Lets the description of a batch change only to what its latest correction says.';

CREATE OR REPLACE FUNCTION public.refuse_smaller_tree()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.size < old.size or (new.size = old.size and new.frontier <> old.frontier) then
    raise exception '% only grows: % refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;
comment on function refuse_smaller_tree() is 'Rejects a tree of the journal that is smaller than before, or another one of the same size.';

CREATE OR REPLACE FUNCTION public.refuse_unbooked_adjustment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from stock_adjustments
    where 'stock-adjustment:' || id = new.evidence and state = 'booked' and counted_at = new.occurred_at) then
    raise exception 'a stock adjustment moves mass only when it is booked' using errcode = 'restrict_violation';
  end if;
  return null;
end $function$;
comment on function refuse_unbooked_adjustment() is 'Rejects a movement after a count without an adjustment that is booked.';

CREATE OR REPLACE FUNCTION public.refuse_uncounted_batteries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (
    select from batches where id = new.id and kind = 'battery' and mass_grams > 0 and pieces = 0 and condition in ('whole', 'broken')
  ) then
    raise exception 'batch % violates the constraint "batches_mass_ends_with_pieces"', new.id
      using errcode = 'check_violation', table = 'batches', constraint = 'batches_mass_ends_with_pieces';
  end if;
  return null;
end $function$;
comment on function refuse_uncounted_batteries() is 'Rejects whole or broken batteries with mass and no pieces, at the end of the transaction.';

CREATE OR REPLACE FUNCTION public.share_certificates(asked uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
  with stated as materialized (
    select distinct c.kind, c.certificate, r.party_id from (
      select party_id, certificate_number, laboratory_id, laboratory, certificate_sha256 from assays where id = any (asked)
      union all
      select party_id, certificate_number, laboratory_id, laboratory, certificate_sha256 from analyses where id = any (asked)) r
      cross join lateral certificates_of(r.certificate_number, r.laboratory_id, r.laboratory, r.certificate_sha256) c
  ), other as materialized (
    select distinct s.kind, s.certificate, s.party_id, o.party_id as other_id from stated s
      cross join lateral (values
        ('00000000-0000-0000-0000-000000000000'::uuid, s.party_id),
        (s.party_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)) bound (above, below)
      cross join lateral certificate_records(s.kind, s.certificate, bound.above, bound.below) o
    where not exists (select from shared_certificates known
      where known.certificate = s.certificate and known.kind = s.kind and known.party_id = s.party_id)
  )
  insert into shared_certificates (kind, certificate, party_id)
  select kind, certificate, party_id from other union select kind, certificate, other_id from other
  order by certificate, kind, party_id
  on conflict do nothing
$function$;
comment on function share_certificates(uuid[]) is 'Notes which organisations state the certificates of these records, where they are several.';

CREATE OR REPLACE FUNCTION public.visibility_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(current_setting('leadloop.visibility', true) = 'all', false)
$function$;
comment on function visibility_all() is 'True for the authority of the province, to which everything is visible.';

CREATE OR REPLACE FUNCTION public.visibility_city()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when current_setting('leadloop.visibility', true) = 'city' and current_setting('leadloop.division', true) ~ '^[0-9]{4}$'
    then current_setting('leadloop.division', true) || '%' end
$function$;
comment on function visibility_city() is 'Pattern of the division codes of the caller''s city, such as 4501%. Null for others.';

CREATE OR REPLACE FUNCTION public.visibility_client()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when current_setting('leadloop.client', true) ~ '^([0-9a-f]{2})+$'
    then convert_from(decode(current_setting('leadloop.client', true), 'hex'), 'UTF8') end
$function$;
comment on function visibility_client() is 'The owner of the idempotency keys of the request.';

CREATE OR REPLACE FUNCTION public.visibility_parties()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when current_setting('leadloop.parties', true)
      ~* '^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*\}$'
    then current_setting('leadloop.parties', true)::uuid[] end
$function$;
comment on function visibility_parties() is 'The organisation of the caller, and those that the step of a manifest concerns. Null when there is none.';

CREATE OR REPLACE FUNCTION public.visibility_province()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when current_setting('leadloop.visibility', true) = 'province' and current_setting('leadloop.division', true) ~ '^[0-9]{2}$'
    then current_setting('leadloop.division', true) end
$function$;
comment on function visibility_province() is 'Division code of the caller''s partner province, such as 44. Null for others.';

CREATE OR REPLACE FUNCTION public.visibility_register()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(current_setting('leadloop.visibility', true) in ('all', 'party', 'city'), false)
$function$;
comment on function visibility_register() is 'True for every caller that may act in this province. Organisations, their sites and licences are a public register.';

CREATE OR REPLACE FUNCTION public.visibility_scope()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(current_setting('leadloop.scope', true), '')
$function$;
comment on function visibility_scope() is 'The scope that the route of the request demands, such as people:read.';

create table analyses (
  id uuid not null,
  party_id uuid not null,
  basis text not null,
  batch_id uuid,
  material text,
  supplier_id uuid,
  battery_kind text,
  substance text not null,
  ppm integer not null,
  method text not null,
  laboratory text not null,
  certificate_number text,
  certificate_sha256 text,
  certificate_file_id uuid,
  sampled_at timestamp with time zone not null,
  replaces_id uuid,
  recorded_at timestamp with time zone not null,
  laboratory_id uuid,
  sample_mark text,
  constraint analyses_pkey PRIMARY KEY (id),
  constraint analyses_named UNIQUE (id, party_id, laboratory_id),
  constraint analyses_replaces_id_key UNIQUE (replaces_id),
  constraint analyses_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint analyses_certificate_file_id_fkey FOREIGN KEY (certificate_file_id) REFERENCES files(id),
  constraint analyses_laboratory_id_fkey FOREIGN KEY (laboratory_id) REFERENCES parties(id),
  constraint analyses_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint analyses_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES analyses(id),
  constraint analyses_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES parties(id),
  constraint analyses_basis_check CHECK (basis = ANY (ARRAY['batch', 'material', 'supplier_class', 'declared_default'])),
  constraint analyses_batch_by_basis CHECK ((basis = 'batch') = (batch_id IS NOT NULL)),
  constraint analyses_battery_kind_check CHECK (battery_kind = ANY (ARRAY['starter', 'traction', 'stationary'])),
  constraint analyses_certificate_sha256_check CHECK (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  constraint analyses_kind_of_batteries CHECK ((basis = ANY (ARRAY['supplier_class', 'declared_default'])) OR battery_kind IS NULL),
  constraint analyses_material_by_basis CHECK ((basis = 'material') = (material IS NOT NULL)),
  constraint analyses_ppm_check CHECK (ppm >= 0 AND ppm <= 1000000),
  constraint analyses_sample_mark_check CHECK (length(sample_mark) >= 1 AND length(sample_mark) <= 100),
  constraint analyses_substance_check CHECK (substance = ANY (ARRAY['water', 'plastics', 'sulphuric_acid', 'sulphate', 'sulphur'])),
  constraint analyses_supplier_by_basis CHECK ((basis = 'supplier_class') = (supplier_id IS NOT NULL))
);
comment on table analyses is 'Contents of other substances than lead (成分检测). A correction is another analysis that names the one it replaces; the one that none replaces is valid.';
comment on column analyses.basis is 'One batch, an own material, the batteries of a supplier, or all batteries.';
comment on column analyses.ppm is 'Share of the mass as weighed. Sulphur is all sulphur of batteries, as the H2SO4 that holds it; sulphate is the pure salt.';
comment on column analyses.laboratory_id is 'The registered laboratory, which confirms the certificate. Null for others and for records of before.';
comment on column analyses.sample_mark is 'Mark of the sample on the certificate (样品编号). Null for the number of the batch, and for records of before.';
CREATE INDEX analyses_certificate_named ON analyses USING btree (number_certificate(certificate_number, laboratory_key(laboratory)), party_id) WHERE certificate_number IS NOT NULL;
CREATE INDEX analyses_certificate_registered ON analyses USING btree (number_certificate(certificate_number, laboratory_id::text), party_id) WHERE certificate_number IS NOT NULL AND laboratory_id IS NOT NULL;
CREATE INDEX analyses_file_party ON analyses USING btree (certificate_sha256, party_id) WHERE certificate_sha256 IS NOT NULL;
CREATE UNIQUE INDEX analyses_first_of_batch ON analyses USING btree (batch_id, substance) WHERE replaces_id IS NULL AND batch_id IS NOT NULL;
CREATE INDEX analyses_laboratory ON analyses USING btree (laboratory_id, id) WHERE laboratory_id IS NOT NULL;
CREATE INDEX analyses_of_batch ON analyses USING btree (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX analyses_party ON analyses USING btree (party_id, id);
CREATE TRIGGER analyses_append_only BEFORE DELETE OR UPDATE ON analyses FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER analyses_no_truncate BEFORE TRUNCATE ON analyses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER analyses_pair_certificates AFTER INSERT ON analyses REFERENCING NEW TABLE AS new_records FOR EACH STATEMENT EXECUTE FUNCTION note_certificates();
alter table analyses enable row level security;
create policy analyses_insert on analyses for insert
  with check (party_id = ANY (((select visibility_parties()))::uuid[]));
create policy analyses_select on analyses for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])) OR (laboratory_id = ANY (((select visibility_parties()))::uuid[])));
create policy analyses_select_in_city on analyses for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on analyses for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on analyses to leadloop_request;
grant insert, select on analyses to leadloop_service;
grant select on analyses to leadloop_city;

create table approval_quantities (
  approval_id uuid not null,
  waste_code text not null,
  approved_grams bigint not null,
  used_grams bigint not null default 0,
  withdrawn_on date,
  constraint approval_quantities_pkey PRIMARY KEY (approval_id, waste_code),
  constraint approval_quantities_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint approval_quantities_approved_grams_check CHECK (approved_grams > 0),
  constraint approval_quantities_used_grams_check CHECK (used_grams >= 0)
);
comment on table approval_quantities is 'Approved mass of each waste code, and how much of it was transferred.';
comment on column approval_quantities.used_grams is 'The sum of approval_uses. It is kept in the row that a hand-over locks, so that concurrent ones see each other.';
comment on column approval_quantities.withdrawn_on is 'As in approval_withdrawals: here, because a hand-over that waited for the lock must see it.';
CREATE TRIGGER approval_quantities_no_removal BEFORE DELETE ON approval_quantities FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_quantities_no_truncate BEFORE TRUNCATE ON approval_quantities FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table approval_quantities enable row level security;
create policy approval_quantities_insert on approval_quantities for insert
  with check ((select visibility_all()));
create policy approval_quantities_select on approval_quantities for select
  using ((EXISTS ( SELECT
   FROM approvals
  WHERE approvals.id = approval_quantities.approval_id)));
create policy approval_quantities_update on approval_quantities for update
  using ((select visibility_all()) OR (EXISTS ( SELECT
   FROM approvals
  WHERE approvals.id = approval_quantities.approval_id AND (approvals.consignor_id = ANY (((select visibility_parties()))::uuid[])))));
create policy service on approval_quantities for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on approval_quantities to leadloop_request;
grant insert, select, update on approval_quantities to leadloop_service;
grant select on approval_quantities to leadloop_city;

create table approval_withdrawals (
  approval_id uuid not null,
  withdrawn_on date not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint approval_withdrawals_pkey PRIMARY KEY (approval_id),
  constraint approval_withdrawals_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint approval_withdrawals_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 500)
);
comment on table approval_withdrawals is 'Early ends of approvals, one each.';
CREATE TRIGGER approval_withdrawals_append_only BEFORE DELETE OR UPDATE ON approval_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approval_withdrawals_no_truncate BEFORE TRUNCATE ON approval_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table approval_withdrawals enable row level security;
create policy approval_withdrawals_insert on approval_withdrawals for insert
  with check ((select visibility_all()));
create policy approval_withdrawals_select on approval_withdrawals for select
  using ((EXISTS ( SELECT
   FROM approvals
  WHERE approvals.id = approval_withdrawals.approval_id)));
create policy service on approval_withdrawals for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on approval_withdrawals to leadloop_request;
grant insert, select on approval_withdrawals to leadloop_service;
grant select on approval_withdrawals to leadloop_city;

create table approvals (
  id uuid not null,
  number text not null,
  origin_province text not null,
  destination_province text not null,
  consignor_id uuid not null,
  receiver_id uuid not null,
  receiver_licence text not null,
  treatment_methods text[] not null,
  decided_on date not null,
  requested_until date not null,
  valid_from date not null,
  valid_to date not null,
  legal_basis text not null,
  documents jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint approvals_pkey PRIMARY KEY (id),
  constraint approvals_number UNIQUE (origin_province, number),
  constraint approvals_consignor_id_fkey FOREIGN KEY (consignor_id) REFERENCES parties(id),
  constraint approvals_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES parties(id),
  constraint approvals_crossing CHECK (origin_province <> destination_province),
  constraint approvals_documents_check CHECK (jsonb_typeof(documents) = 'array'),
  constraint approvals_number_check CHECK (length(number) >= 1 AND length(number) <= 100),
  constraint approvals_treatment_methods_check CHECK (cardinality(treatment_methods) > 0),
  constraint approvals_validity CHECK (valid_from < valid_to)
);
comment on table approvals is 'Decisions of this province on transfers to another one (危险废物跨省转移批准). They never change.';
comment on column approvals.valid_to is 'First day on which it is no longer valid: the earliest of the months of law, the end that was applied for, and that of the licence of the receiver.';
CREATE INDEX approvals_parties ON approvals USING btree (consignor_id, receiver_id);
CREATE INDEX approvals_receiver ON approvals USING btree (receiver_id);
CREATE TRIGGER approvals_append_only BEFORE DELETE OR UPDATE ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER approvals_no_truncate BEFORE TRUNCATE ON approvals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table approvals enable row level security;
create policy approvals_insert on approvals for insert
  with check ((select visibility_all()));
create policy approvals_select on approvals for select
  using ((select visibility_all()) OR (consignor_id = ANY (((select visibility_parties()))::uuid[])) OR (receiver_id = ANY (((select visibility_parties()))::uuid[])) OR origin_province = ((select visibility_province())) OR destination_province = ((select visibility_province())));
create policy approvals_select_in_city on approvals for select to leadloop_city
  using ((consignor_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (receiver_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on approvals for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on approvals to leadloop_request;
grant insert, select on approvals to leadloop_service;
grant select on approvals to leadloop_city;

create table assays (
  id uuid not null,
  party_id uuid not null,
  basis text not null,
  batch_id uuid,
  supplier_id uuid,
  battery_kind text,
  substance text not null,
  ppm integer not null,
  wet_basis boolean not null,
  moisture_ppm integer not null,
  method text not null,
  laboratory text not null,
  certificate_number text,
  certificate_sha256 text,
  sampled_at timestamp with time zone not null,
  replaces_id uuid,
  recorded_at timestamp with time zone not null,
  certificate_file_id uuid,
  run_id uuid,
  material text,
  laboratory_kind text,
  laboratory_id uuid,
  sample_mark text,
  constraint assays_pkey PRIMARY KEY (id),
  constraint assays_named UNIQUE (id, party_id, laboratory_id),
  constraint assays_replaces_id_key UNIQUE (replaces_id),
  constraint assays_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint assays_certificate_file_id_fkey FOREIGN KEY (certificate_file_id) REFERENCES files(id),
  constraint assays_laboratory_id_fkey FOREIGN KEY (laboratory_id) REFERENCES parties(id),
  constraint assays_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint assays_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES assays(id),
  constraint assays_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id),
  constraint assays_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES parties(id),
  constraint assays_basis_check CHECK (basis = ANY (ARRAY['batch', 'run', 'product', 'supplier_class', 'declared_default'])),
  constraint assays_batch_by_basis CHECK ((basis = 'batch') = (batch_id IS NOT NULL)),
  constraint assays_battery_kind_check CHECK (battery_kind = ANY (ARRAY['starter', 'traction', 'stationary'])),
  constraint assays_certificate_sha256_check CHECK (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  constraint assays_kind_of_batteries_only CHECK ((basis <> ALL (ARRAY['run', 'product'])) OR battery_kind IS NULL),
  constraint assays_kind_of_class_only CHECK (basis <> 'batch' OR battery_kind IS NULL),
  constraint assays_laboratory_kind_check CHECK (laboratory_kind = ANY (ARRAY['external', 'own'])),
  constraint assays_material_by_basis CHECK ((basis = ANY (ARRAY['run', 'product'])) = (material IS NOT NULL)),
  constraint assays_moisture_of_dry_basis CHECK (NOT wet_basis OR moisture_ppm = 0),
  constraint assays_moisture_ppm_check CHECK (moisture_ppm >= 0 AND moisture_ppm <= 1000000),
  constraint assays_ppm_check CHECK (ppm >= 0 AND ppm <= 1000000),
  constraint assays_run_by_basis CHECK ((basis = 'run') = (run_id IS NOT NULL)),
  constraint assays_sample_mark_check CHECK (length(sample_mark) >= 1 AND length(sample_mark) <= 100),
  constraint assays_substance_check CHECK (substance = 'lead'),
  constraint assays_supplier_by_basis CHECK ((basis = 'supplier_class') = (supplier_id IS NOT NULL))
);
comment on table assays is 'Lead contents (检测). A correction is another assay that names the one it replaces; the one that none replaces is valid.';
comment on column assays.basis is 'What the content is valid for: one batch, the outputs of one run, own production of a material, a class of a supplier''s batteries, or all other batteries.';
comment on column assays.ppm is 'Lead content in parts per million of mass.';
comment on column assays.wet_basis is 'True when ppm is of the mass with its moisture, so that moisture_ppm must not be deducted again.';
comment on column assays.certificate_file_id is 'The stored file of the certificate. Null for records of before, and without a certificate.';
comment on column assays.run_id is 'The run whose outputs of the material were sampled; null for another basis.';
comment on column assays.material is 'The material of the outputs; null for another basis than run and product.';
comment on column assays.laboratory_kind is 'Whether the laboratory is independent of the organisation (external) or its own. Null for records of before, and when it was not stated.';
comment on column assays.laboratory_id is 'The registered laboratory, which confirms the certificate. Null for others and for records of before.';
comment on column assays.sample_mark is 'Mark of the sample on the certificate (样品编号). Null for the number of the batch, and for records of before.';
CREATE INDEX assays_certificate_named ON assays USING btree (number_certificate(certificate_number, laboratory_key(laboratory)), party_id) WHERE certificate_number IS NOT NULL;
CREATE INDEX assays_certificate_registered ON assays USING btree (number_certificate(certificate_number, laboratory_id::text), party_id) WHERE certificate_number IS NOT NULL AND laboratory_id IS NOT NULL;
CREATE INDEX assays_file_party ON assays USING btree (certificate_sha256, party_id) WHERE certificate_sha256 IS NOT NULL;
CREATE UNIQUE INDEX assays_first_of_batch ON assays USING btree (batch_id) WHERE replaces_id IS NULL;
CREATE UNIQUE INDEX assays_first_of_run ON assays USING btree (run_id, material) WHERE replaces_id IS NULL;
CREATE INDEX assays_laboratory ON assays USING btree (laboratory_id, id) WHERE laboratory_id IS NOT NULL;
CREATE INDEX assays_of_batch ON assays USING btree (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX assays_party ON assays USING btree (party_id, id);
CREATE TRIGGER assays_append_only BEFORE DELETE OR UPDATE ON assays FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assays_no_truncate BEFORE TRUNCATE ON assays FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assays_pair_certificates AFTER INSERT ON assays REFERENCING NEW TABLE AS new_records FOR EACH STATEMENT EXECUTE FUNCTION note_certificates();
alter table assays enable row level security;
create policy assays_insert on assays for insert
  with check (party_id = ANY (((select visibility_parties()))::uuid[]));
create policy assays_select on assays for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])) OR (laboratory_id = ANY (((select visibility_parties()))::uuid[])));
create policy assays_select_in_city on assays for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on assays for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on assays to leadloop_request;
grant insert, select on assays to leadloop_service;
grant select on assays to leadloop_city;

create table assessment_revisions (
  assessment_id uuid not null,
  party_id uuid not null,
  number integer not null,
  round integer not null,
  opened_at timestamp with time zone not null,
  since_index bigint not null,
  journal_index bigint not null,
  difference jsonb not null,
  due_on date,
  constraint assessment_revisions_pkey PRIMARY KEY (assessment_id, number),
  constraint assessment_revisions_assessment FOREIGN KEY (assessment_id, party_id) REFERENCES assessments(id, party_id),
  constraint assessment_revisions_check CHECK (journal_index >= since_index),
  constraint assessment_revisions_difference_check CHECK (jsonb_typeof(difference) = 'object'),
  constraint assessment_revisions_number_check CHECK (number > 0),
  constraint assessment_revisions_round_check CHECK (round > 0),
  constraint assessment_revisions_since_index_check CHECK (since_index >= 0)
);
comment on table assessment_revisions is 'Differences that later records make to certified figures, in their order. The worker finds them.';
comment on column assessment_revisions.since_index is 'Index of the journal at which the figure was frozen.';
comment on column assessment_revisions.journal_index is 'Index of the journal up to which the records were compared.';
comment on column assessment_revisions.difference is 'Terms, rates, findings and records that differ, with the values of before and after.';
comment on column assessment_revisions.due_on is 'Last day for the decision; null without the law or the holiday notice of that year.';
CREATE TRIGGER assessment_revisions_append_only BEFORE DELETE ON assessment_revisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_revisions_known_day BEFORE UPDATE ON assessment_revisions FOR EACH ROW WHEN (old.due_on IS NOT NULL OR new.due_on IS NULL OR (to_jsonb(old.*) - 'due_on') IS DISTINCT FROM (to_jsonb(new.*) - 'due_on')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_revisions_no_truncate BEFORE TRUNCATE ON assessment_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table assessment_revisions enable row level security;
create policy assessment_revisions_select on assessment_revisions for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy assessment_revisions_select_in_city on assessment_revisions for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on assessment_revisions for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on assessment_revisions to leadloop_service;
grant select on assessment_revisions to leadloop_city;
grant select on assessment_revisions to leadloop_request;

create table assessment_snapshots (
  id uuid not null,
  assessment_id uuid not null,
  party_id uuid not null,
  round integer not null,
  purpose text not null,
  taken_at timestamp with time zone not null,
  journal_index bigint not null,
  content_sha256 text not null,
  files jsonb not null,
  records bytea not null,
  manifest text not null,
  signature text not null,
  public_key jsonb not null,
  fractions bytea,
  constraint assessment_snapshots_pkey PRIMARY KEY (id),
  constraint assessment_snapshots_one_each UNIQUE (assessment_id, round, purpose),
  constraint assessment_snapshots_assessment FOREIGN KEY (assessment_id, party_id) REFERENCES assessments(id, party_id),
  constraint assessment_snapshots_content_sha256_check CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
  constraint assessment_snapshots_files_check CHECK (jsonb_typeof(files) = 'object'),
  constraint assessment_snapshots_journal_index_check CHECK (journal_index >= 0),
  constraint assessment_snapshots_public_key_check CHECK (jsonb_typeof(public_key) = 'object'),
  constraint assessment_snapshots_purpose_check CHECK (purpose = ANY (ARRAY['submission', 'certification'])),
  constraint assessment_snapshots_round_check CHECK (round > 0)
);
comment on table assessment_snapshots is 'Frozen evaluations of assessments. Nothing changes or removes one.';
comment on column assessment_snapshots.content_sha256 is 'SHA-256 of evaluation, records and law, without the time of the reading.';
comment on column assessment_snapshots.files is 'Texts of the evidence by their paths: evaluation, law, method, certificates, and how to check them.';
comment on column assessment_snapshots.records is 'The records as lines of canonical JSON, compressed with gzip.';
comment on column assessment_snapshots.manifest is 'Every file of the evidence with its SHA-256, as canonical JSON.';
comment on column assessment_snapshots.signature is 'Compact JWS of the province over the SHA-256 of the manifest.';
comment on column assessment_snapshots.fractions is 'Records of fractions and of batteries fed, JSON lines packed by gzip; null in those of before.';
CREATE TRIGGER assessment_snapshots_append_only BEFORE DELETE OR UPDATE ON assessment_snapshots FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_snapshots_no_truncate BEFORE TRUNCATE ON assessment_snapshots FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table assessment_snapshots enable row level security;
create policy assessment_snapshots_insert on assessment_snapshots for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) OR (select visibility_all()) AND (((select visibility_scope())) = ANY (ARRAY['assessments:review', 'assessments:decide'])));
create policy assessment_snapshots_select on assessment_snapshots for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy assessment_snapshots_select_in_city on assessment_snapshots for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on assessment_snapshots for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on assessment_snapshots to leadloop_request;
grant insert, select on assessment_snapshots to leadloop_service;
grant select on assessment_snapshots to leadloop_city;

create table assessment_steps (
  assessment_id uuid not null,
  party_id uuid not null,
  number integer not null,
  step text not null,
  round integer not null,
  state text not null,
  taken_by text not null,
  taken_at timestamp with time zone not null,
  reason text,
  details jsonb not null,
  constraint assessment_steps_pkey PRIMARY KEY (assessment_id, number),
  constraint assessment_steps_assessment FOREIGN KEY (assessment_id, party_id) REFERENCES assessments(id, party_id),
  constraint assessment_steps_details_check CHECK (jsonb_typeof(details) = 'object'),
  constraint assessment_steps_number_check CHECK (number > 0),
  constraint assessment_steps_round_check CHECK (round >= 0),
  constraint assessment_steps_step_check CHECK (step = ANY (ARRAY['open', 'submit', 'withdraw', 'review', 'return', 'send_back', 'certify', 'refuse', 'object', 'answer', 'confirm', 'reopen']))
);
comment on table assessment_steps is 'Steps of assessments with their reasons, in their order.';
CREATE TRIGGER assessment_steps_append_only BEFORE DELETE OR UPDATE ON assessment_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessment_steps_no_truncate BEFORE TRUNCATE ON assessment_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table assessment_steps enable row level security;
create policy assessment_steps_insert on assessment_steps for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) OR (select visibility_all()) AND (((select visibility_scope())) = ANY (ARRAY['assessments:review', 'assessments:decide'])));
create policy assessment_steps_select on assessment_steps for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy assessment_steps_select_in_city on assessment_steps for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on assessment_steps for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on assessment_steps to leadloop_request;
grant insert, select on assessment_steps to leadloop_service;
grant select on assessment_steps to leadloop_city;

create table assessments (
  id uuid not null,
  party_id uuid not null,
  period text not null,
  method text not null,
  state text not null,
  round integer not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  state_since timestamp with time zone not null,
  due_days integer,
  due_on date,
  submitted_by text,
  submitted_at timestamp with time zone,
  flags jsonb not null,
  reviewed_by text,
  reviewed_at timestamp with time zone,
  recommendation text,
  decided_by text,
  decided_at timestamp with time zone,
  outcome text,
  objected_by text,
  open_revision integer,
  compared_index bigint,
  compared_law text,
  constraint assessments_pkey PRIMARY KEY (id),
  constraint assessments_owner UNIQUE (id, party_id),
  constraint assessments_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint assessments_compared_index_check CHECK (compared_index >= 0),
  constraint assessments_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (outcome IS NULL) AND ((state <> ALL (ARRAY['certified', 'refused', 'objected'])) OR decided_by IS NOT NULL) AND (outcome IS DISTINCT FROM 'certified' OR recommendation = 'certify')),
  constraint assessments_due_days_check CHECK (due_days > 0),
  constraint assessments_flags_check CHECK (jsonb_typeof(flags) = 'array'),
  constraint assessments_open_revision_check CHECK (open_revision > 0),
  constraint assessments_outcome_check CHECK (outcome = ANY (ARRAY['certified', 'refused'])),
  constraint assessments_period_check CHECK (period ~ '^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]))?$'),
  constraint assessments_recommendation_check CHECK (recommendation = ANY (ARRAY['certify', 'refuse'])),
  constraint assessments_reviewed CHECK ((reviewed_by IS NULL) = (reviewed_at IS NULL) AND (reviewed_by IS NULL) = (recommendation IS NULL) AND ((state <> ALL (ARRAY['reviewed', 'certified', 'refused', 'objected'])) OR reviewed_by IS NOT NULL)),
  constraint assessments_revised CHECK (open_revision IS NULL OR (state = ANY (ARRAY['certified', 'objected']))),
  constraint assessments_round_check CHECK (round >= 0),
  constraint assessments_state_check CHECK (state = ANY (ARRAY['draft', 'submitted', 'reviewed', 'certified', 'refused', 'returned', 'objected', 'withdrawn'])),
  constraint assessments_submitted CHECK ((round > 0) = (submitted_by IS NOT NULL) AND (submitted_by IS NULL) = (submitted_at IS NULL) AND ((state <> ALL (ARRAY['submitted', 'reviewed', 'certified', 'refused', 'objected'])) OR round > 0)),
  constraint assessments_third_person CHECK (decided_by IS NULL OR decided_by <> submitted_by AND decided_by <> reviewed_by),
  constraint assessments_three_people CHECK (reviewed_by IS DISTINCT FROM submitted_by OR reviewed_by IS NULL)
);
comment on table assessments is 'Assessments of the recovery rates of enterprises in closed periods.';
comment on column assessments.round is 'Number of submissions so far.';
comment on column assessments.due_days is 'Working days that the state may last, by law recovery.assessment-deadlines.';
comment on column assessments.due_on is 'Last day of the deadline; null without one, and while the holiday notice of its year is not loaded.';
comment on column assessments.flags is 'Codes of the flags of the submitted evaluation; each needs a reason of the expert.';
comment on column assessments.open_revision is 'Number of the open revision of the certified figure; null for none.';
comment on column assessments.compared_index is 'Index of the journal up to which the certified figure was compared with the records.';
comment on column assessments.compared_law is 'SHA-256 of the law and the methods by which the certified figure was compared; null before the first time.';
CREATE INDEX assessments_certified ON assessments USING btree (party_id) WHERE state = 'certified';
CREATE INDEX assessments_due ON assessments USING btree (due_on) WHERE state = ANY (ARRAY['submitted', 'reviewed', 'returned', 'objected']);
CREATE UNIQUE INDEX assessments_one_each ON assessments USING btree (party_id, period, method) WHERE state <> ALL (ARRAY['withdrawn', 'refused']);
CREATE INDEX assessments_party ON assessments USING btree (party_id, id);
CREATE INDEX assessments_with_revision ON assessments USING btree (id) WHERE open_revision IS NOT NULL;
CREATE TRIGGER assessments_guard BEFORE UPDATE ON assessments FOR EACH ROW EXECUTE FUNCTION refuse_other_assessment();
CREATE TRIGGER assessments_no_delete BEFORE DELETE ON assessments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessments_no_truncate BEFORE TRUNCATE ON assessments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table assessments enable row level security;
create policy assessments_insert on assessments for insert
  with check (party_id = ANY (((select visibility_parties()))::uuid[]));
create policy assessments_select on assessments for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy assessments_select_in_city on assessments for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy assessments_update on assessments for update
  using ((party_id = ANY (((select visibility_parties()))::uuid[])) OR (select visibility_all()) AND (((select visibility_scope())) = ANY (ARRAY['assessments:review', 'assessments:decide'])))
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) OR (select visibility_all()) AND (((select visibility_scope())) = ANY (ARRAY['assessments:review', 'assessments:decide'])));
create policy service on assessments for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on assessments to leadloop_request;
grant insert, select, update on assessments to leadloop_service;
grant select on assessments to leadloop_city;
grant update (compared_index) on assessments to leadloop_request;
grant update (compared_law) on assessments to leadloop_request;
grant update (decided_at) on assessments to leadloop_request;
grant update (decided_by) on assessments to leadloop_request;
grant update (due_days) on assessments to leadloop_request;
grant update (due_on) on assessments to leadloop_request;
grant update (flags) on assessments to leadloop_request;
grant update (id) on assessments to leadloop_request;
grant update (objected_by) on assessments to leadloop_request;
grant update (open_revision) on assessments to leadloop_request;
grant update (outcome) on assessments to leadloop_request;
grant update (recommendation) on assessments to leadloop_request;
grant update (reviewed_at) on assessments to leadloop_request;
grant update (reviewed_by) on assessments to leadloop_request;
grant update (round) on assessments to leadloop_request;
grant update (state) on assessments to leadloop_request;
grant update (state_since) on assessments to leadloop_request;
grant update (submitted_at) on assessments to leadloop_request;
grant update (submitted_by) on assessments to leadloop_request;

create table batches (
  id uuid not null,
  party_id uuid not null,
  site_id uuid,
  kind text not null,
  material text not null,
  battery_kind text,
  risk_class text,
  condition text,
  source_type text,
  supplier_name text,
  evidence text,
  mass_grams bigint not null default 0,
  pieces integer not null default 0,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  unlicensed boolean not null default false,
  constraint batches_pkey PRIMARY KEY (id),
  constraint batches_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint batches_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint batches_kind_check CHECK (kind = ANY (ARRAY['battery', 'transit', 'process', 'product', 'by_product', 'residue', 'other_feed'])),
  constraint batches_mass_not_negative CHECK (mass_grams >= 0),
  constraint batches_pieces_end_with_mass CHECK (kind <> 'battery' OR mass_grams > 0 OR pieces = 0),
  constraint batches_pieces_not_negative CHECK (pieces >= 0),
  constraint batches_risk_class_check CHECK (risk_class = ANY (ARRAY['I', 'II'])),
  constraint batches_site_unless_moving CHECK ((kind = ANY (ARRAY['transit', 'process'])) OR site_id IS NOT NULL)
) with (fillfactor=80);
comment on table batches is 'Accounts of mass: batteries collected, loads on the road, processing batches, products, residues.';
comment on column batches.party_id is 'The organisation that has the batch.';
comment on column batches.site_id is 'Null for a batch on the road (transit) or in a furnace (process).';
comment on column batches.risk_class is 'I unbroken sealed batteries, II vented or broken ones (环办固体〔2019〕5号).';
comment on column batches.evidence is 'The record that made the batch, such as manifest:<id>.';
comment on column batches.mass_grams is 'The balance. The trigger movements_apply keeps it equal to the sum of the movements.';
comment on column batches.occurred_at is 'When the batch came to be, as the caller states it.';
comment on column batches.unlicensed is 'Collected without the licence that its day asks for (无许可收集).';
CREATE INDEX batches_evidence ON batches USING btree (evidence) WHERE evidence IS NOT NULL;
CREATE INDEX batches_occurred ON batches USING brin (occurred_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX batches_party ON batches USING btree (party_id, id);
CREATE INDEX batches_unlicensed ON batches USING btree (id) WHERE unlicensed;
CREATE TRIGGER batches_balance_guard BEFORE UPDATE OF mass_grams, pieces ON batches FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_balance_change();
CREATE TRIGGER batches_description_guard BEFORE UPDATE OF battery_kind, risk_class, condition, source_type, supplier_name ON batches FOR EACH ROW EXECUTE FUNCTION refuse_silent_description();
CREATE CONSTRAINT TRIGGER batches_mass_ends_with_pieces AFTER INSERT OR UPDATE ON batches DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.kind = 'battery' AND new.mass_grams > 0 AND new.pieces = 0 AND (new.condition = ANY (ARRAY['whole', 'broken']))) EXECUTE FUNCTION refuse_uncounted_batteries();
CREATE TRIGGER batches_no_truncate BEFORE TRUNCATE ON batches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER batches_opening_guard BEFORE INSERT ON batches FOR EACH ROW WHEN (new.mass_grams <> 0 OR new.pieces <> 0) EXECUTE FUNCTION refuse_opening_balance();
alter table batches enable row level security;
create policy batches_insert on batches for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (site_id IS NULL OR (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = batches.site_id AND sites.party_id = batches.party_id))));
create policy batches_select on batches for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy batches_select_in_city on batches for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
create policy batches_update on batches for update
  using (party_id = ANY (((select visibility_parties()))::uuid[]))
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (site_id IS NULL OR (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = batches.site_id AND sites.party_id = batches.party_id))));
create policy service on batches for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on batches to leadloop_request;
grant insert, select, update on batches to leadloop_service;
grant select on batches to leadloop_city;
grant update (battery_kind) on batches to leadloop_request;
grant update (condition) on batches to leadloop_request;
grant update (id) on batches to leadloop_request;
grant update (risk_class) on batches to leadloop_request;
grant update (source_type) on batches to leadloop_request;
grant update (supplier_name) on batches to leadloop_request;

create table certificate_confirmations (
  id uuid not null,
  assay_id uuid,
  analysis_id uuid,
  party_id uuid not null,
  laboratory_id uuid not null,
  answer text not null,
  outcome text not null,
  differences text[] not null,
  certificate_number text,
  certificate_sha256 text,
  ppm integer,
  moisture_ppm integer,
  stated jsonb not null,
  replaces_id uuid,
  recorded_at timestamp with time zone not null,
  sample_material text,
  sample_mark text,
  sampled_on date,
  sample_differences text[] not null default '{}'[],
  sampling text,
  seen_mass_grams bigint,
  seen_manifest_number text,
  seen_differences text[] not null default '{}'[],
  constraint certificate_confirmations_pkey PRIMARY KEY (id),
  constraint certificate_confirmations_replaces_id_key UNIQUE (replaces_id),
  constraint certificate_confirmations_analysis FOREIGN KEY (analysis_id, party_id, laboratory_id) REFERENCES analyses(id, party_id, laboratory_id),
  constraint certificate_confirmations_assay FOREIGN KEY (assay_id, party_id, laboratory_id) REFERENCES assays(id, party_id, laboratory_id),
  constraint certificate_confirmations_laboratory_id_fkey FOREIGN KEY (laboratory_id) REFERENCES parties(id),
  constraint certificate_confirmations_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint certificate_confirmations_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES certificate_confirmations(id),
  constraint certificate_confirmations_answer CHECK (
CASE answer
    WHEN 'issued' THEN outcome = ANY (ARRAY['confirmed', 'contradicted'])
    WHEN 'not_issued' THEN outcome = 'disowned'
    ELSE outcome = 'withdrawn'
END),
  constraint certificate_confirmations_answer_check CHECK (answer = ANY (ARRAY['issued', 'not_issued', 'withdrawn'])),
  constraint certificate_confirmations_certificate_sha256_check CHECK (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  constraint certificate_confirmations_content CHECK (answer <> 'issued' OR certificate_number IS NOT NULL AND ppm IS NOT NULL),
  constraint certificate_confirmations_differences CHECK ((outcome = 'contradicted') = (differences <> '{}'[] OR sample_differences <> '{}'[] OR seen_differences <> '{}'[])),
  constraint certificate_confirmations_differences_check CHECK (differences <@ ARRAY['ppm', 'moisturePpm', 'certificateNumber', 'certificateSha256']),
  constraint certificate_confirmations_moisture_ppm_check CHECK (moisture_ppm >= 0 AND moisture_ppm <= 1000000),
  constraint certificate_confirmations_of_one CHECK (num_nonnulls(assay_id, analysis_id) = 1),
  constraint certificate_confirmations_outcome_check CHECK (outcome = ANY (ARRAY['confirmed', 'contradicted', 'disowned', 'withdrawn'])),
  constraint certificate_confirmations_ppm_check CHECK (ppm >= 0 AND ppm <= 1000000),
  constraint certificate_confirmations_sample_differences_check CHECK (sample_differences <@ ARRAY['sampleMaterial', 'sampleMark', 'sampledOn']),
  constraint certificate_confirmations_sampling_check CHECK (sampling = ANY (ARRAY['by_laboratory', 'delivered'])),
  constraint certificate_confirmations_seen CHECK ((NOT sampling IS DISTINCT FROM 'by_laboratory') = (seen_mass_grams IS NOT NULL) AND (NOT sampling IS DISTINCT FROM 'by_laboratory' OR seen_manifest_number IS NULL)),
  constraint certificate_confirmations_seen_differences_check CHECK (seen_differences <@ ARRAY['seenMassGrams', 'seenManifestNumber']),
  constraint certificate_confirmations_seen_manifest_number_check CHECK (length(seen_manifest_number) >= 1 AND length(seen_manifest_number) <= 100),
  constraint certificate_confirmations_seen_mass_grams_check CHECK (seen_mass_grams > 0),
  constraint certificate_confirmations_stated_check CHECK (jsonb_typeof(stated) = 'object'),
  constraint certificate_confirmations_withdrawn CHECK (answer <> 'withdrawn' OR replaces_id IS NOT NULL)
);
comment on table certificate_confirmations is 'Statements of laboratories on the certificates of assays and analyses (检测结果确认). A later one names the one it replaces; the one that none replaces is valid.';
comment on column certificate_confirmations.party_id is 'The recycler whose record it is.';
comment on column certificate_confirmations.stated is 'What the record states, beside what the laboratory states.';
comment on column certificate_confirmations.sample_mark is 'Mark of the sample, or number of its batch, on the certificate of the laboratory; null in statements of before.';
comment on column certificate_confirmations.sample_differences is 'Members of the sample in which the record differs, beside differences, which the release before reads.';
comment on column certificate_confirmations.sampling is 'Whether the laboratory took the sample itself (采样) or received it (送样); null in statements of before, and when it is not stated.';
comment on column certificate_confirmations.seen_mass_grams is 'Mass of the batch from which the laboratory took the sample, as it saw it.';
comment on column certificate_confirmations.seen_manifest_number is 'Number of the manifest of this batch on the papers that the laboratory saw.';
comment on column certificate_confirmations.seen_differences is 'Members of the batch in which the record differs, beside differences, which the release before reads.';
CREATE INDEX certificate_confirmations_denied ON certificate_confirmations USING btree (party_id) WHERE outcome = ANY (ARRAY['contradicted', 'disowned']);
CREATE UNIQUE INDEX certificate_confirmations_first_of_analysis ON certificate_confirmations USING btree (analysis_id) WHERE replaces_id IS NULL;
CREATE UNIQUE INDEX certificate_confirmations_first_of_assay ON certificate_confirmations USING btree (assay_id) WHERE replaces_id IS NULL;
CREATE INDEX certificate_confirmations_laboratory ON certificate_confirmations USING btree (laboratory_id, id);
CREATE INDEX certificate_confirmations_of_analysis ON certificate_confirmations USING btree (analysis_id) WHERE analysis_id IS NOT NULL;
CREATE INDEX certificate_confirmations_of_assay ON certificate_confirmations USING btree (assay_id) WHERE assay_id IS NOT NULL;
CREATE INDEX certificate_confirmations_party ON certificate_confirmations USING btree (party_id, id);
CREATE TRIGGER certificate_confirmations_append_only BEFORE DELETE OR UPDATE ON certificate_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_confirmations_no_truncate BEFORE TRUNCATE ON certificate_confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_confirmations_pair AFTER INSERT ON certificate_confirmations REFERENCING NEW TABLE AS new_records FOR EACH STATEMENT EXECUTE FUNCTION note_certificates();
alter table certificate_confirmations enable row level security;
create policy certificate_confirmations_insert on certificate_confirmations for insert
  with check (laboratory_id = ANY (((select visibility_parties()))::uuid[]));
create policy certificate_confirmations_select on certificate_confirmations for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])) OR (laboratory_id = ANY (((select visibility_parties()))::uuid[])));
create policy certificate_confirmations_select_in_city on certificate_confirmations for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on certificate_confirmations for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on certificate_confirmations to leadloop_request;
grant insert, select on certificate_confirmations to leadloop_service;
grant select on certificate_confirmations to leadloop_city;

create view certificate_pairs with (security_invoker=true) as  SELECT other.id AS record_id,
    r.id AS other_id,
    other.party_id
   FROM ( SELECT assays.id,
            assays.party_id,
            assays.certificate_number,
            assays.laboratory_id,
            assays.laboratory,
            assays.certificate_sha256
           FROM assays
        UNION ALL
         SELECT analyses.id,
            analyses.party_id,
            analyses.certificate_number,
            analyses.laboratory_id,
            analyses.laboratory,
            analyses.certificate_sha256
           FROM analyses) r
     CROSS JOIN LATERAL certificates_of(r.certificate_number, r.laboratory_id, r.laboratory, r.certificate_sha256) c(kind, certificate)
     CROSS JOIN LATERAL certificate_records(c.kind, c.certificate, '00000000-0000-0000-0000-000000000000'::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) other(id, party_id)
  WHERE other.party_id <> r.party_id;
comment on table certificate_pairs is 'Records of two organisations that state one certificate, for the release before; the next one drops it.';

create table corrections (
  id uuid not null,
  party_id uuid not null,
  site_id uuid,
  subject text not null,
  number integer not null,
  reason text not null,
  before jsonb not null,
  after jsonb not null,
  affected jsonb not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  unlisted jsonb,
  constraint corrections_pkey PRIMARY KEY (id),
  constraint corrections_numbered UNIQUE (subject, number),
  constraint corrections_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint corrections_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint corrections_affected_check CHECK (jsonb_typeof(affected) = 'array'),
  constraint corrections_after_check CHECK (jsonb_typeof(after) = 'object'),
  constraint corrections_before_check CHECK (jsonb_typeof(before) = 'object'),
  constraint corrections_number_check CHECK (number > 0),
  constraint corrections_unlisted_check CHECK (jsonb_typeof(unlisted) = 'array')
);
comment on table corrections is 'Corrections of records: what they said before, what counts now, and the reason.';
comment on column corrections.subject is 'The corrected record, such as batch:<id>, run-feed:<movement> or supply:<id>.';
comment on column corrections.number is 'From 1, without gaps for a subject.';
comment on column corrections.before is 'The replaced values by the names of the interface.';
comment on column corrections.affected is 'Other records that the correction changed, with their figures before and after.';
comment on column corrections.actor is 'Subject of the token that corrected.';
comment on column corrections.unlisted is 'Numbers of records by kind that affected leaves out; null where they were not counted.';
CREATE INDEX corrections_party ON corrections USING btree (party_id, id);
CREATE TRIGGER corrections_append_only BEFORE DELETE OR UPDATE ON corrections FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER corrections_no_truncate BEFORE TRUNCATE ON corrections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table corrections enable row level security;
create policy corrections_insert on corrections for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (site_id IS NULL OR (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = corrections.site_id AND sites.party_id = corrections.party_id))));
create policy corrections_select on corrections for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy corrections_select_in_city on corrections for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
create policy service on corrections for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on corrections to leadloop_request;
grant insert, select on corrections to leadloop_service;
grant select on corrections to leadloop_city;

create table dioxin_measurements (
  id uuid not null,
  party_id uuid not null,
  site_id uuid not null,
  outlet text not null,
  furnace text not null,
  pvc_separated boolean not null,
  technology_class text not null,
  started_at timestamp with time zone not null,
  sampled_at timestamp with time zone not null,
  laboratory text not null,
  cma_number text not null,
  method text not null,
  non_detect_rule text not null,
  teq_scheme text not null,
  samples jsonb not null,
  congeners jsonb,
  operating_hours integer not null,
  product_grams bigint not null,
  certificate_number text,
  certificate_sha256 text,
  certificate_file_id uuid,
  replaces_id uuid,
  recorded_at timestamp with time zone not null,
  constraint dioxin_measurements_pkey PRIMARY KEY (id),
  constraint dioxin_measurements_replaces_id_key UNIQUE (replaces_id),
  constraint dioxin_measurements_certificate_file_id_fkey FOREIGN KEY (certificate_file_id) REFERENCES files(id),
  constraint dioxin_measurements_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint dioxin_measurements_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES dioxin_measurements(id),
  constraint dioxin_measurements_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint dioxin_measurements_certificate_sha256_check CHECK (certificate_sha256 ~ '^[0-9a-f]{64}$'),
  constraint dioxin_measurements_check CHECK (sampled_at > started_at),
  constraint dioxin_measurements_congeners_check CHECK (jsonb_typeof(congeners) = 'array'),
  constraint dioxin_measurements_furnace_check CHECK (length(furnace) >= 1 AND length(furnace) <= 100),
  constraint dioxin_measurements_non_detect_rule_check CHECK (non_detect_rule = ANY (ARRAY['half_limit', 'zero', 'limit'])),
  constraint dioxin_measurements_operating_hours_check CHECK (operating_hours >= 0 AND operating_hours <= 8784),
  constraint dioxin_measurements_outlet_check CHECK (length(outlet) >= 1 AND length(outlet) <= 40),
  constraint dioxin_measurements_product_grams_check CHECK (product_grams >= 0),
  constraint dioxin_measurements_samples_check CHECK (jsonb_typeof(samples) = 'array'),
  constraint dioxin_measurements_technology_class_check CHECK (technology_class = ANY (ARRAY['1', '2', '3', '4'])),
  constraint dioxin_measurements_teq_scheme_check CHECK (teq_scheme = ANY (ARRAY['i_tef', 'who_1998', 'who_2005']))
);
comment on table dioxin_measurements is 'Dioxin measurements of outlets (二噁英监测). A correction is another measurement that names the one it replaces; the one that none replaces is valid.';
comment on column dioxin_measurements.samples is 'The three samples: TEQ in femtograms per cubic metre of dry gas of the standard state, oxygen, flow, temperature, moisture, load.';
comment on column dioxin_measurements.operating_hours is 'Hours of operation of the furnace in the calendar year of the sampling.';
comment on column dioxin_measurements.product_grams is 'Lead that the furnace produced in the calendar year of the sampling.';
CREATE UNIQUE INDEX dioxin_measurements_once ON dioxin_measurements USING btree (site_id, outlet, furnace, sampled_at) WHERE replaces_id IS NULL;
CREATE INDEX dioxin_measurements_party ON dioxin_measurements USING btree (party_id, id);
CREATE TRIGGER dioxin_measurements_append_only BEFORE DELETE OR UPDATE ON dioxin_measurements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dioxin_measurements_no_truncate BEFORE TRUNCATE ON dioxin_measurements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table dioxin_measurements enable row level security;
create policy dioxin_measurements_insert on dioxin_measurements for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = dioxin_measurements.site_id AND sites.party_id = dioxin_measurements.party_id)));
create policy dioxin_measurements_select on dioxin_measurements for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy dioxin_measurements_select_in_city on dioxin_measurements for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
create policy service on dioxin_measurements for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on dioxin_measurements to leadloop_request;
grant insert, select on dioxin_measurements to leadloop_service;
grant select on dioxin_measurements to leadloop_city;

create table dispositions (
  id uuid not null,
  party_id uuid not null,
  batch_id uuid not null,
  kind text not null,
  mass_grams bigint not null,
  receiver_name text not null,
  contract_number text,
  confirmation_number text,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  receiver_id uuid,
  use text,
  use_fate text,
  constraint dispositions_pkey PRIMARY KEY (id),
  constraint dispositions_owner UNIQUE (id, party_id),
  constraint dispositions_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint dispositions_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint dispositions_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES parties(id),
  constraint dispositions_contract_unless_disposal CHECK (kind = 'disposal' OR contract_number IS NOT NULL),
  constraint dispositions_fate_of_use CHECK ((use IS NULL) = (use_fate IS NULL)),
  constraint dispositions_kind_check CHECK (kind = ANY (ARRAY['sale', 'use', 'disposal'])),
  constraint dispositions_mass_grams_check CHECK (mass_grams > 0),
  constraint dispositions_use_fate_check CHECK (use_fate = ANY (ARRAY['material', 'fuel', 'landfill', 'backfill']))
);
comment on table dispositions is 'Mass that leaves the books permanently: sold, used or disposed of.';
comment on column dispositions.confirmation_number is 'Number of the receiver''s confirmation.';
comment on column dispositions.receiver_id is 'The receiver, when it is registered: it may confirm the use itself.';
comment on column dispositions.use is 'Code of recycling.uses that the recycler declared. Null when it declared none.';
comment on column dispositions.use_fate is 'Fate that law recycling.uses gave the use when it was recorded.';
CREATE INDEX dispositions_batch ON dispositions USING btree (batch_id, id);
CREATE INDEX dispositions_party ON dispositions USING btree (party_id, id);
CREATE INDEX dispositions_receiver ON dispositions USING btree (receiver_id, id) WHERE receiver_id IS NOT NULL;
CREATE TRIGGER dispositions_append_only BEFORE DELETE OR UPDATE ON dispositions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispositions_no_truncate BEFORE TRUNCATE ON dispositions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table dispositions enable row level security;
create policy dispositions_insert on dispositions for insert
  with check (party_id = ANY (((select visibility_parties()))::uuid[]));
create policy dispositions_select on dispositions for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy dispositions_select_in_city on dispositions for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on dispositions for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on dispositions to leadloop_request;
grant insert, select on dispositions to leadloop_service;
grant select on dispositions to leadloop_city;

create table divisions (
  code character(6) not null,
  name text not null,
  level text not null,
  parent character(6),
  valid_from date not null,
  valid_to date,
  source text not null,
  confidence law_confidence not null,
  constraint divisions_pkey PRIMARY KEY (code, valid_from),
  constraint divisions_code_check CHECK (code ~ '^[1-8][0-9]{5}$'),
  constraint divisions_level_check CHECK (level = ANY (ARRAY['province', 'city', 'county'])),
  constraint divisions_parent CHECK ((level = 'province') = (parent IS NULL)),
  constraint divisions_period CHECK (valid_to > valid_from)
);
comment on table divisions is 'Administrative divisions with their codes (GB/T 2260).';
comment on column divisions.parent is 'Code of the division that contains this one. Null for provinces.';
CREATE TRIGGER divisions_end_only BEFORE UPDATE ON divisions FOR EACH ROW WHEN (old.valid_to IS NOT NULL OR (to_jsonb(old.*) - 'valid_to') IS DISTINCT FROM (to_jsonb(new.*) - 'valid_to')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER divisions_no_truncate BEFORE TRUNCATE ON divisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select, update on divisions to leadloop_service;
grant select on divisions to leadloop_city;
grant select on divisions to leadloop_request;

create table earlier_certificate_pairs (
  record_id uuid not null,
  other_id uuid not null,
  party_id uuid not null,
  constraint certificate_pairs_pkey PRIMARY KEY (record_id, other_id),
  constraint certificate_pairs_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id)
);
comment on table earlier_certificate_pairs is 'Pairs of records that state one certificate, as they were noted before. Nothing reads or adds them.';
comment on column earlier_certificate_pairs.party_id is 'The organisation of the record, which does not see the other one.';
CREATE INDEX certificate_pairs_other ON earlier_certificate_pairs USING btree (other_id);
CREATE INDEX certificate_pairs_party ON earlier_certificate_pairs USING btree (party_id);
CREATE TRIGGER earlier_certificate_pairs_append_only BEFORE DELETE OR UPDATE ON earlier_certificate_pairs FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER earlier_certificate_pairs_no_truncate BEFORE TRUNCATE ON earlier_certificate_pairs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table earlier_certificate_pairs enable row level security;
create policy service on earlier_certificate_pairs for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on earlier_certificate_pairs to leadloop_service;

create table emissions (
  id uuid not null,
  party_id uuid not null,
  site_id uuid not null,
  medium text not null,
  lead_grams bigint not null,
  method text not null,
  monitoring_point text not null,
  report_number text,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint emissions_pkey PRIMARY KEY (id),
  constraint emissions_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint emissions_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint emissions_lead_grams_check CHECK (lead_grams >= 0),
  constraint emissions_medium_check CHECK (medium = ANY (ARRAY['air', 'water']))
);
comment on table emissions is 'Lead that left a site by air or water, as its monitoring reports it.';
CREATE INDEX emissions_party ON emissions USING btree (party_id, id);
CREATE TRIGGER emissions_append_only BEFORE DELETE OR UPDATE ON emissions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER emissions_no_truncate BEFORE TRUNCATE ON emissions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table emissions enable row level security;
create policy emissions_insert on emissions for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (site_id IS NULL OR (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = emissions.site_id AND sites.party_id = emissions.party_id))));
create policy emissions_select on emissions for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy emissions_select_in_city on emissions for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
create policy service on emissions for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on emissions to leadloop_request;
grant insert, select on emissions to leadloop_service;
grant select on emissions to leadloop_city;

create table exchange_deliveries (
  id uuid not null,
  partner_code text not null,
  entry_index bigint not null,
  kind text not null,
  manifest_id uuid not null,
  manifest_version integer not null,
  message text not null,
  envelope text,
  state text not null default 'due',
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  outcome text,
  problem jsonb,
  digest text,
  receipt text,
  replaces uuid,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint exchange_deliveries_pkey PRIMARY KEY (id),
  constraint exchange_deliveries_replaces_fkey FOREIGN KEY (replaces) REFERENCES exchange_deliveries(id),
  constraint exchange_deliveries_attempts_check CHECK (attempts >= 0),
  constraint exchange_deliveries_digest_check CHECK (digest ~ '^[0-9a-f]{64}$'),
  constraint exchange_deliveries_entry_index_check CHECK (entry_index > 0),
  constraint exchange_deliveries_manifest_version_check CHECK (manifest_version > 0),
  constraint exchange_deliveries_outcome_check CHECK (outcome = ANY (ARRAY['applied', 'already', 'waiting', 'refused', 'conflict'])),
  constraint exchange_deliveries_receipt_when_acknowledged CHECK (state <> 'acknowledged' OR receipt IS NOT NULL),
  constraint exchange_deliveries_signed_before_sent CHECK (attempts = 0 OR envelope IS NOT NULL),
  constraint exchange_deliveries_state_check CHECK (state = ANY (ARRAY['due', 'acknowledged', 'parked', 'resent']))
) with (fillfactor=80);
comment on table exchange_deliveries is 'One message to one partner. The message never changes.';
comment on column exchange_deliveries.partner_code is 'Not a foreign key: messages to a partner that is not registered yet wait for its registration.';
comment on column exchange_deliveries.entry_index is 'Index of the journal entry that the message reports.';
comment on column exchange_deliveries.envelope is 'The signed message. Stored before it is sent first, so that every attempt sends the same.';
comment on column exchange_deliveries.state is 'parked: rejected by the partner, a person decides. resent: replaced by another delivery.';
comment on column exchange_deliveries.digest is 'Digest of the document that the partner came to.';
comment on column exchange_deliveries.receipt is 'The answer that the partner signed.';
CREATE INDEX exchange_deliveries_due ON exchange_deliveries USING btree (partner_code, entry_index) WHERE state = 'due';
CREATE INDEX exchange_deliveries_manifest ON exchange_deliveries USING btree (manifest_id, partner_code, manifest_version);
CREATE UNIQUE INDEX exchange_deliveries_once ON exchange_deliveries USING btree (partner_code, entry_index) WHERE state <> 'resent';
CREATE INDEX exchange_deliveries_open ON exchange_deliveries USING btree (partner_code, manifest_id, entry_index) WHERE state = ANY (ARRAY['due', 'parked']);
CREATE INDEX exchange_deliveries_state ON exchange_deliveries USING btree (state, id);
CREATE TRIGGER exchange_deliveries_no_delete BEFORE DELETE ON exchange_deliveries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER exchange_deliveries_no_truncate BEFORE TRUNCATE ON exchange_deliveries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table exchange_deliveries enable row level security;
create policy exchange_deliveries_insert on exchange_deliveries for insert
  with check ((select visibility_all()));
create policy exchange_deliveries_select on exchange_deliveries for select
  using ((select visibility_all()));
create policy exchange_deliveries_update on exchange_deliveries for update
  using ((select visibility_all()));
create policy service on exchange_deliveries for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on exchange_deliveries to leadloop_request;
grant insert, select, update on exchange_deliveries to leadloop_service;
grant select on exchange_deliveries to leadloop_city;

create table exchange_inbox (
  sender text not null,
  message_id uuid not null,
  envelope text not null,
  envelope_digest text not null,
  kind text,
  manifest_id uuid,
  manifest_version integer,
  outcome text not null,
  problem jsonb,
  digest text,
  received_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  receipt text,
  constraint exchange_inbox_pkey PRIMARY KEY (sender, message_id),
  constraint exchange_inbox_digest_check CHECK (digest ~ '^[0-9a-f]{64}$'),
  constraint exchange_inbox_envelope_digest_check CHECK (envelope_digest ~ '^[0-9a-f]{64}$'),
  constraint exchange_inbox_outcome_check CHECK (outcome = ANY (ARRAY['applied', 'already', 'waiting', 'refused', 'conflict']))
);
comment on table exchange_inbox is 'Every message signed with a known key, as it was received, with its outcome and our receipt.';
comment on column exchange_inbox.kind is 'Null, like the manifest, when the content of the envelope is unreadable.';
comment on column exchange_inbox.outcome is 'waiting: an earlier version of the manifest has not been received yet.';
CREATE INDEX exchange_inbox_manifest ON exchange_inbox USING btree (manifest_id, sender, manifest_version);
CREATE INDEX exchange_inbox_waiting ON exchange_inbox USING btree (manifest_id, manifest_version) WHERE outcome = 'waiting';
CREATE TRIGGER exchange_inbox_no_delete BEFORE DELETE ON exchange_inbox FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER exchange_inbox_no_truncate BEFORE TRUNCATE ON exchange_inbox FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table exchange_inbox enable row level security;
create policy exchange_inbox_select on exchange_inbox for select
  using ((select visibility_all()));
create policy service on exchange_inbox for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on exchange_inbox to leadloop_service;
grant select on exchange_inbox to leadloop_city;
grant select on exchange_inbox to leadloop_request;

create table exchange_number_clashes (
  id uuid not null,
  manifest_id uuid not null,
  number text not null,
  source text not null,
  reason text not null,
  held_number text,
  other_manifest_id uuid,
  noticed_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  remarks text,
  constraint exchange_number_clashes_pkey PRIMARY KEY (id),
  constraint exchange_number_clashes_once UNIQUE (manifest_id, number, source, reason),
  constraint exchange_number_clashes_number_check CHECK (number ~ '^\d{14}$'),
  constraint exchange_number_clashes_reason_check CHECK (reason = ANY (ARRAY['other_number', 'number_taken', 'number_claimed', 'foreign_division', 'not_assignable'])),
  constraint exchange_number_clashes_settled_with_remarks CHECK ((settled_at IS NULL) = (remarks IS NULL)),
  constraint exchange_number_clashes_source_check CHECK (source ~ '^([1-8]\d|national)$')
);
comment on table exchange_number_clashes is 'Statements about manifest numbers that contradict each other. They wait until a person has clarified them.';
comment on column exchange_number_clashes.manifest_id is 'Not a foreign key: the statement may be about an unknown manifest.';
comment on column exchange_number_clashes.held_number is 'The number that the manifest has instead.';
CREATE INDEX exchange_number_clashes_open ON exchange_number_clashes USING btree (id) WHERE settled_at IS NULL;
CREATE TRIGGER exchange_number_clashes_no_truncate BEFORE TRUNCATE ON exchange_number_clashes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table exchange_number_clashes enable row level security;
create policy exchange_number_clashes_select on exchange_number_clashes for select
  using ((select visibility_all()));
create policy exchange_number_clashes_update on exchange_number_clashes for update
  using ((select visibility_all()));
create policy service on exchange_number_clashes for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on exchange_number_clashes to leadloop_service;
grant select on exchange_number_clashes to leadloop_city;
grant select, update on exchange_number_clashes to leadloop_request;

create table exchange_numbers (
  manifest_id uuid not null,
  number text not null,
  received_at timestamp with time zone not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  problem text,
  constraint exchange_numbers_pkey PRIMARY KEY (manifest_id),
  constraint exchange_numbers_number_key UNIQUE (number),
  constraint exchange_numbers_number_check CHECK (number ~ '^\d{14}$')
);
comment on table exchange_numbers is 'Numbers that the national system has issued, until the manifest has taken them. It cannot while the load is with the other province.';
CREATE INDEX exchange_numbers_open ON exchange_numbers USING btree (next_attempt_at) WHERE settled_at IS NULL;
CREATE TRIGGER exchange_numbers_no_truncate BEFORE TRUNCATE ON exchange_numbers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table exchange_numbers enable row level security;
create policy exchange_numbers_select on exchange_numbers for select
  using ((select visibility_all()));
create policy service on exchange_numbers for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on exchange_numbers to leadloop_service;
grant select on exchange_numbers to leadloop_city;
grant select on exchange_numbers to leadloop_request;

create table exchange_partners (
  code text not null,
  name text not null,
  kind text not null,
  base_url text not null,
  keys jsonb not null,
  registered_at timestamp with time zone not null,
  lease_token bigint not null default 0,
  lease_until timestamp with time zone,
  failures integer not null default 0,
  next_attempt_at timestamp with time zone,
  last_error text,
  sent bigint not null default 0,
  retried bigint not null default 0,
  acknowledged bigint not null default 0,
  sandbox boolean not null default false,
  stopped boolean not null default false,
  failing_since timestamp with time zone,
  constraint exchange_partners_pkey PRIMARY KEY (code),
  constraint exchange_partners_code_check CHECK (code ~ '^([1-8]\d|national)$'),
  constraint exchange_partners_failures_check CHECK (failures >= 0),
  constraint exchange_partners_kind_check CHECK (kind = ANY (ARRAY['province', 'national'])),
  constraint exchange_partners_national_by_code CHECK ((kind = 'national') = (code = 'national'))
) with (fillfactor=70);
comment on table exchange_partners is 'The systems that messages are exchanged with, and the progress of sending to each of them.';
comment on column exchange_partners.code is 'Two digits of the province (GB/T 2260), or national.';
comment on column exchange_partners.keys is 'Public keys that the partner signs with, each with the first instant at which it counts.';
comment on column exchange_partners.lease_token is 'Fencing token: it grows with every lease, so that a worker whose lease has ended cannot write any more.';
comment on column exchange_partners.lease_until is 'One worker at a time sends to a partner, up to this instant.';
comment on column exchange_partners.failures is 'Failed attempts in a row; the pause before the next one grows with them.';
comment on column exchange_partners.sandbox is 'True for a stand-in to try things with: its numbers have no legal effect.';
comment on column exchange_partners.stopped is 'True while a sandbox does not run: nothing is sent to it, and it issues no numbers. What is due for it waits.';
comment on column exchange_partners.failing_since is 'First of the failures in a row; null while the partner answers.';
CREATE TRIGGER exchange_partners_no_truncate BEFORE TRUNCATE ON exchange_partners FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table exchange_partners enable row level security;
create policy exchange_partners_insert on exchange_partners for insert
  with check ((select visibility_all()));
create policy exchange_partners_select on exchange_partners for select
  using ((select visibility_all()));
create policy exchange_partners_update on exchange_partners for update
  using ((select visibility_all()));
create policy service on exchange_partners for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on exchange_partners to leadloop_request;
grant insert, select, update on exchange_partners to leadloop_service;
grant select on exchange_partners to leadloop_city;

create table file_contents (
  sha256 text not null,
  size_bytes bigint not null,
  announced_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  damaged_at timestamp with time zone,
  constraint file_contents_pkey PRIMARY KEY (sha256),
  constraint file_contents_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  constraint file_contents_size_bytes_check CHECK (size_bytes > 0)
);
comment on table file_contents is 'Contents of files by their SHA-256, which the store of files keeps once each.';
comment on column file_contents.announced_at is 'Last time at which these bytes were about to be written, by the clock of the database.';
comment on column file_contents.removed_at is 'Set when the bytes were removed because no file was recorded with them.';
comment on column file_contents.damaged_at is 'Set when the bytes were read and did not have their SHA-256, or were gone. Sending the file again repairs it.';
CREATE INDEX file_contents_announced ON file_contents USING btree (announced_at) WHERE removed_at IS NULL;
CREATE INDEX file_contents_damaged ON file_contents USING btree (damaged_at) WHERE damaged_at IS NOT NULL;
CREATE TRIGGER file_contents_no_delete BEFORE DELETE ON file_contents FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER file_contents_no_truncate BEFORE TRUNCATE ON file_contents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table file_contents enable row level security;
create policy service on file_contents for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on file_contents to leadloop_service;

create table file_records (
  file_id uuid not null,
  party_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint file_records_pkey PRIMARY KEY (file_id, record_kind, record_id),
  constraint file_records_file FOREIGN KEY (file_id, party_id) REFERENCES files(id, party_id),
  constraint file_records_record_kind_check CHECK (record_kind = ANY (ARRAY['assay', 'analysis', 'use_confirmation', 'dioxin_measurement', 'manifest']))
);
comment on table file_records is 'Records to which files belong. A file is visible to all who may see one of its records.';
CREATE INDEX file_records_record ON file_records USING btree (record_kind, record_id);
CREATE TRIGGER file_records_append_only BEFORE DELETE OR UPDATE ON file_records FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER file_records_no_truncate BEFORE TRUNCATE ON file_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table file_records enable row level security;
create policy file_records_insert on file_records for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (record_kind = 'assay' AND (EXISTS ( SELECT
   FROM assays
  WHERE assays.id = file_records.record_id AND assays.party_id = file_records.party_id)) OR record_kind = 'analysis' AND (EXISTS ( SELECT
   FROM analyses
  WHERE analyses.id = file_records.record_id AND analyses.party_id = file_records.party_id)) OR record_kind = 'use_confirmation' AND (EXISTS ( SELECT
   FROM use_confirmations
  WHERE use_confirmations.id = file_records.record_id AND use_confirmations.confirmed_by_id = file_records.party_id)) OR record_kind = 'dioxin_measurement' AND (EXISTS ( SELECT
   FROM dioxin_measurements
  WHERE dioxin_measurements.id = file_records.record_id AND dioxin_measurements.party_id = file_records.party_id)) OR record_kind = 'manifest' AND (EXISTS ( SELECT
   FROM manifests
  WHERE manifests.id = file_records.record_id AND (file_records.party_id = manifests.consignor_id OR file_records.party_id = manifests.carrier_id OR file_records.party_id = manifests.receiver_id)))));
create policy file_records_select on file_records for select
  using ((party_id = ANY (((select visibility_parties()))::uuid[])) OR record_kind = 'assay' AND (EXISTS ( SELECT
   FROM assays
  WHERE assays.id = file_records.record_id)) OR record_kind = 'analysis' AND (EXISTS ( SELECT
   FROM analyses
  WHERE analyses.id = file_records.record_id)) OR record_kind = 'use_confirmation' AND (EXISTS ( SELECT
   FROM use_confirmations
  WHERE use_confirmations.id = file_records.record_id)) OR record_kind = 'dioxin_measurement' AND (EXISTS ( SELECT
   FROM dioxin_measurements
  WHERE dioxin_measurements.id = file_records.record_id)) OR record_kind = 'manifest' AND (select visibility_register()) AND (EXISTS ( SELECT
   FROM manifests
  WHERE manifests.id = file_records.record_id)));
create policy service on file_records for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on file_records to leadloop_request;
grant insert, select on file_records to leadloop_service;
grant select on file_records to leadloop_city;

create table files (
  id uuid not null,
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null,
  name text not null,
  party_id uuid not null,
  uploaded_by text not null,
  recorded_at timestamp with time zone not null,
  retained_until date not null,
  constraint files_pkey PRIMARY KEY (id),
  constraint files_once_each UNIQUE (party_id, sha256),
  constraint files_owner UNIQUE (id, party_id),
  constraint files_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint files_sha256_fkey FOREIGN KEY (sha256) REFERENCES file_contents(sha256),
  constraint files_media_type_check CHECK (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  constraint files_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint files_size_bytes_check CHECK (size_bytes > 0)
);
comment on table files is 'Uploaded files. An organisation has each content once. Nothing removes a file.';
comment on column files.name is 'Name that the file had where it came from, on one line.';
comment on column files.uploaded_by is 'Subject of the token that uploaded it.';
comment on column files.retained_until is 'Last day of the retention that law files.retention named when the file was recorded.';
CREATE INDEX files_content ON files USING btree (sha256);
CREATE TRIGGER files_append_only BEFORE DELETE OR UPDATE ON files FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER files_no_truncate BEFORE TRUNCATE ON files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table files enable row level security;
create policy files_insert on files for insert
  with check (party_id = ANY (((select visibility_parties()))::uuid[]));
create policy files_select on files for select
  using ((party_id = ANY (((select visibility_parties()))::uuid[])) OR (EXISTS ( SELECT
   FROM file_records attached
  WHERE attached.file_id = files.id)));
create policy service on files for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on files to leadloop_request;
grant insert, select on files to leadloop_service;
grant select on files to leadloop_city;

create table flow_records (
  journal_index bigint not null,
  line integer not null,
  manifest_id uuid not null,
  month text not null,
  from_province text not null,
  from_city text not null,
  to_province text not null,
  to_city text not null,
  waste_code text not null,
  battery_kind text,
  mass_grams bigint not null,
  pieces integer not null,
  accepted_at timestamp with time zone not null,
  constraint flow_records_pkey PRIMARY KEY (journal_index, line),
  constraint flow_records_from_city_check CHECK (from_city ~ '^\d{4}$'),
  constraint flow_records_from_province_check CHECK (from_province ~ '^\d{2}$'),
  constraint flow_records_journal_index_check CHECK (journal_index > 0),
  constraint flow_records_line_check CHECK (line >= 1),
  constraint flow_records_mass_grams_check CHECK (mass_grams >= 0),
  constraint flow_records_month_check CHECK (month ~ '^\d{4}-\d{2}$'),
  constraint flow_records_pieces_check CHECK (pieces >= 0),
  constraint flow_records_to_city_check CHECK (to_city ~ '^\d{4}$'),
  constraint flow_records_to_province_check CHECK (to_province ~ '^\d{2}$')
);
comment on table flow_records is 'Transfers between cities and provinces: one row for each line that a receiver accepted.';
comment on column flow_records.journal_index is 'Index of the journal entry that reports the acceptance.';
comment on column flow_records.month is 'Month of acceptance (Asia/Shanghai), such as 2026-10.';
CREATE INDEX flow_records_month ON flow_records USING btree (month, from_province, to_province);
alter table flow_records enable row level security;
create policy flow_records_select on flow_records for select
  using ((select visibility_all()) OR from_city ~~ ((select visibility_city())) OR to_city ~~ ((select visibility_city())));
create policy service on flow_records for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on flow_records to leadloop_service;
grant select on flow_records to leadloop_city;
grant select on flow_records to leadloop_request;

create table idempotency_keys (
  client text not null,
  key text not null,
  input_hash bytea not null,
  resource uuid,
  status smallint,
  answer jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (client, key),
  constraint idempotency_keys_input_hash_check CHECK (length(input_hash) = 32)
);
comment on table idempotency_keys is 'One answer for each key of a client. Kept permanently: a repeated request gets the same answer however late it comes.';
comment on column idempotency_keys.client is 'The organisation and the subject of the token, joined by a slash.';
comment on column idempotency_keys.input_hash is 'SHA-256 of the request. The same key with another input is rejected.';
comment on column idempotency_keys.resource is 'The batch that the hot path recorded under this key.';
comment on column idempotency_keys.answer is 'The body of the answer. Null while the transaction that claimed the key is open.';
CREATE TRIGGER idempotency_keys_no_delete BEFORE DELETE ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER idempotency_keys_no_truncate BEFORE TRUNCATE ON idempotency_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table idempotency_keys enable row level security;
create policy idempotency_keys_insert on idempotency_keys for insert
  with check (client = ((select visibility_client())));
create policy idempotency_keys_select on idempotency_keys for select
  using (client = ((select visibility_client())));
create policy idempotency_keys_update on idempotency_keys for update
  using (client = ((select visibility_client())));
create policy service on idempotency_keys for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on idempotency_keys to leadloop_request;
grant insert, select, update on idempotency_keys to leadloop_service;
grant select on idempotency_keys to leadloop_city;

create table identity_attempts (
  key text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  known_until timestamp with time zone,
  constraint identity_attempts_pkey PRIMARY KEY (key),
  constraint identity_attempts_failures_check CHECK (failures >= 0),
  constraint identity_attempts_key_check CHECK (length(key) >= 1 AND length(key) <= 100)
);
comment on table identity_attempts is 'Failed logins in a row, by account and by address. They lock the account or address for a time, and expire.';
comment on column identity_attempts.known_until is 'End of the time in which this place of an account is known, because the person logged in there. Null for all other counters.';
CREATE INDEX identity_attempts_last ON identity_attempts USING btree (last_at);
alter table identity_attempts enable row level security;
create policy service on identity_attempts for all to leadloop_service
  using (true)
  with check (true);
grant delete, insert, select, update on identity_attempts to leadloop_service;

create table identity_clients (
  id uuid not null,
  name text not null,
  kind text not null default 'machine',
  party_id uuid,
  division text,
  roles text[] not null,
  scopes text[] not null,
  auth_method text not null,
  secrets jsonb not null,
  jwks jsonb,
  redirect_uris text[] not null default '{}'[],
  dpop_required boolean not null default false,
  registered_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  version integer not null default 1,
  constraint identity_clients_pkey PRIMARY KEY (id),
  constraint identity_clients_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint identity_clients_apps_redirect CHECK ((kind = 'app') = (cardinality(redirect_uris) > 0)),
  constraint identity_clients_auth_method_check CHECK (auth_method = ANY (ARRAY['client_secret_basic', 'private_key_jwt', 'none'])),
  constraint identity_clients_division_check CHECK (division ~ '^\d{2}(\d{2})?$'),
  constraint identity_clients_handhelds_prove_keys CHECK (kind <> 'handheld' OR dpop_required),
  constraint identity_clients_keys_by_method CHECK ((auth_method = 'private_key_jwt') = (jwks IS NOT NULL)),
  constraint identity_clients_kind_check CHECK (kind = ANY (ARRAY['machine', 'app', 'handheld'])),
  constraint identity_clients_machines_authenticate CHECK ((kind = 'machine') = (auth_method <> 'none')),
  constraint identity_clients_machines_have_roles CHECK ((kind = 'machine') = (cardinality(roles) > 0)),
  constraint identity_clients_name_check CHECK (length(name) >= 1 AND length(name) <= 200),
  constraint identity_clients_party_or_division CHECK (party_id IS NULL OR division IS NULL),
  constraint identity_clients_scopes_check CHECK (cardinality(scopes) > 0),
  constraint identity_clients_secrets_by_method CHECK ((auth_method = 'client_secret_basic') = (jsonb_array_length(secrets) > 0)),
  constraint identity_clients_version_check CHECK (version > 0)
);
comment on table identity_clients is 'Registered OAuth clients. A machine acts with roles of its own; in an app or on a handheld a person logs in.';
comment on column identity_clients.party_id is 'The organisation that a machine acts for. Without one it acts for an authority: of the province, or of the division.';
comment on column identity_clients.division is 'The city (four digits) or partner province (two digits) that the client acts for.';
comment on column identity_clients.secrets is 'SHA-256 of each valid secret, with the end of the one that is being replaced. Never a secret itself.';
comment on column identity_clients.dpop_required is 'True when tokens must be bound to a key of the client (RFC 9449).';
comment on column identity_clients.version is 'Rises with every update; readers send it as If-Match.';
CREATE INDEX identity_clients_revoked ON identity_clients USING btree (revoked_at) WHERE revoked_at IS NOT NULL;
CREATE TRIGGER identity_clients_no_truncate BEFORE TRUNCATE ON identity_clients FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER identity_clients_version BEFORE UPDATE ON identity_clients FOR EACH ROW EXECUTE FUNCTION raise_version();
alter table identity_clients enable row level security;
create policy identity_clients_insert on identity_clients for insert
  with check ((select visibility_all()) AND ((select visibility_scope())) = 'clients:write');
create policy identity_clients_select on identity_clients for select
  using ((select visibility_all()) AND ((select visibility_scope())) = 'clients:write');
create policy identity_clients_update on identity_clients for update
  using ((select visibility_all()) AND ((select visibility_scope())) = 'clients:write');
create policy service on identity_clients for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on identity_clients to leadloop_request;
grant insert, select, update on identity_clients to leadloop_service;
grant select on identity_clients to leadloop_city;

create table identity_people (
  id uuid not null,
  person_name text not null,
  person_phone text,
  party_id uuid,
  division text,
  roles text[] not null,
  roles_version integer not null default 0,
  login text,
  password text,
  password_set_at timestamp with time zone,
  password_expires_at timestamp with time zone,
  state text not null default 'active',
  blocked_at timestamp with time zone,
  registered_at timestamp with time zone not null,
  version integer not null default 1,
  logins_version integer not null default 0,
  constraint identity_people_pkey PRIMARY KEY (id),
  constraint identity_people_login_key UNIQUE (login),
  constraint identity_people_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint identity_people_blocked_dated CHECK ((state = 'blocked') = (blocked_at IS NOT NULL)),
  constraint identity_people_division_check CHECK (division ~ '^[1-8]\d(\d\d)?$'),
  constraint identity_people_expiry_needs_password CHECK (password IS NOT NULL OR password_expires_at IS NULL),
  constraint identity_people_login_check CHECK (login ~ '^[a-z][a-z0-9._-]{2,63}$'),
  constraint identity_people_logins_version_check CHECK (logins_version >= 0),
  constraint identity_people_password_check CHECK (password ~~ '$argon2id$%'),
  constraint identity_people_password_dated CHECK ((password IS NULL) = (password_set_at IS NULL)),
  constraint identity_people_password_needs_login CHECK (login IS NOT NULL OR password IS NULL),
  constraint identity_people_person_name_check CHECK (length(person_name) >= 1 AND length(person_name) <= 100),
  constraint identity_people_person_phone_check CHECK (length(person_phone) >= 3 AND length(person_phone) <= 30),
  constraint identity_people_roles_check CHECK (cardinality(roles) > 0),
  constraint identity_people_roles_version_check CHECK (roles_version >= 0),
  constraint identity_people_state_check CHECK (state = ANY (ARRAY['active', 'blocked'])),
  constraint identity_people_version_check CHECK (version > 0)
);
comment on table identity_people is 'People. Not all can log in: a driver (驾驶人) is named on manifests and may have no login.';
comment on column identity_people.party_id is 'The organisation that the person acts for. Null for people of authorities.';
comment on column identity_people.roles_version is 'Number of changes of the roles. Tokens state it, so that those of earlier roles can be rejected.';
comment on column identity_people.password is 'Argon2id with its parameters (PHC string). Null until one is set.';
comment on column identity_people.password_expires_at is 'Set for a password that somebody else made: it must be changed at the first login, and is invalid after this instant.';
comment on column identity_people.version is 'Rises with every update; readers send it as If-Match.';
comment on column identity_people.logins_version is 'Number of times that all logins of the person ended. Logins carry it, so that those of before can be rejected.';
CREATE INDEX identity_people_blocked ON identity_people USING btree (blocked_at) WHERE blocked_at IS NOT NULL;
CREATE INDEX identity_people_party ON identity_people USING btree (party_id, id);
CREATE TRIGGER identity_people_no_truncate BEFORE TRUNCATE ON identity_people FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER identity_people_version BEFORE UPDATE ON identity_people FOR EACH ROW EXECUTE FUNCTION raise_version();
alter table identity_people enable row level security;
create policy identity_people_insert on identity_people for insert
  with check ((((select visibility_scope())) = ANY (ARRAY['people:read', 'people:write'])) AND ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[]))));
create policy identity_people_select on identity_people for select
  using ((((select visibility_scope())) = ANY (ARRAY['people:read', 'people:write'])) AND ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[]))));
create policy identity_people_update on identity_people for update
  using ((((select visibility_scope())) = ANY (ARRAY['people:read', 'people:write'])) AND ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[]))));
create policy service on identity_people for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on identity_people to leadloop_request;
grant insert, select, update on identity_people to leadloop_service;
grant select on identity_people to leadloop_city;

create table identity_revocations (
  kind text not null,
  id text not null,
  minimum_version integer,
  revoked_at timestamp with time zone not null,
  constraint identity_revocations_pkey PRIMARY KEY (kind, id),
  constraint identity_revocations_id_check CHECK (length(id) >= 1 AND length(id) <= 255),
  constraint identity_revocations_kind_check CHECK (kind = ANY (ARRAY['grant', 'token', 'roles'])),
  constraint identity_revocations_version_of_roles CHECK ((kind = 'roles') = (minimum_version IS NOT NULL))
);
comment on table identity_revocations is 'Access tokens are checked without the database. This lists those that are rejected before they expire; every process reads it every few seconds. An entry is deleted when the tokens it revokes have expired.';
comment on column identity_revocations.kind is 'All tokens of a grant, one token, or tokens of a person with earlier roles.';
comment on column identity_revocations.minimum_version is 'The first version of the roles (identity_people.roles_version) that is still valid.';
CREATE INDEX identity_revocations_revoked ON identity_revocations USING btree (revoked_at);
CREATE TRIGGER identity_revocations_no_truncate BEFORE TRUNCATE ON identity_revocations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table identity_revocations enable row level security;
create policy service on identity_revocations for all to leadloop_service
  using (true)
  with check (true);
grant delete, insert, select, update on identity_revocations to leadloop_service;

create table identity_second_factors (
  person_id uuid not null,
  encrypted bytea,
  last_step bigint not null,
  recovery_hashes text[] not null,
  enrolled_at timestamp with time zone not null,
  constraint identity_second_factors_pkey PRIMARY KEY (person_id),
  constraint identity_second_factors_person_id_fkey FOREIGN KEY (person_id) REFERENCES identity_people(id),
  constraint identity_second_factors_last_step_check CHECK (last_step >= 0),
  constraint identity_second_factors_recovery_hashes_check CHECK (cardinality(recovery_hashes) <= 10),
  constraint identity_second_factors_reset_whole CHECK (encrypted IS NOT NULL OR cardinality(recovery_hashes) = 0)
);
comment on table identity_second_factors is 'The second factor with which a person logs in. One that was reset has no secret.';
comment on column identity_second_factors.encrypted is 'The secret, encrypted (AES-256-GCM) under a key that is derived from the key file issuer.json. Null after a reset.';
comment on column identity_second_factors.last_step is 'The half minute (since 1970) of the last accepted code. No code of it or of an earlier one is accepted again.';
comment on column identity_second_factors.recovery_hashes is 'SHA-256 of each recovery code that is not used yet.';
CREATE TRIGGER identity_second_factors_no_truncate BEFORE TRUNCATE ON identity_second_factors FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table identity_second_factors enable row level security;
create policy service on identity_second_factors for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on identity_second_factors to leadloop_service;

create table identity_signing_keys (
  kid text not null,
  public_jwk jsonb not null,
  encrypted bytea not null,
  made_at timestamp with time zone not null,
  signs_from timestamp with time zone not null,
  constraint identity_signing_keys_pkey PRIMARY KEY (kid),
  constraint identity_signing_keys_known_before_use CHECK (signs_from >= made_at)
);
comment on table identity_signing_keys is 'Keys that sign tokens.';
comment on column identity_signing_keys.encrypted is 'The private key, encrypted (AES-256-GCM) under a key that is derived from the key file issuer.json.';
comment on column identity_signing_keys.signs_from is 'Later than made_at, so that every process knows the key before it meets a token signed with it.';
CREATE TRIGGER identity_signing_keys_no_truncate BEFORE TRUNCATE ON identity_signing_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table identity_signing_keys enable row level security;
create policy service on identity_signing_keys for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on identity_signing_keys to leadloop_service;

create table import_parts (
  import_id uuid not null,
  number integer not null,
  rows jsonb,
  findings jsonb,
  constraint import_parts_pkey PRIMARY KEY (import_id, number),
  constraint import_parts_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint import_parts_number_check CHECK (number >= 0)
);
comment on table import_parts is 'Rows of an import, in parts of one transaction each.';
comment on column import_parts.rows is 'Rows of valid form; removed at the end, because they have personal data.';
comment on column import_parts.findings is 'Outcomes and faults of the rows; null before they are judged.';
CREATE TRIGGER import_parts_no_truncate BEFORE TRUNCATE ON import_parts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table import_parts enable row level security;
create policy import_parts_insert on import_parts for insert
  with check ((select visibility_all()));
create policy import_parts_select on import_parts for select
  using ((select visibility_all()));
create policy service on import_parts for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on import_parts to leadloop_request;
grant insert, select, update on import_parts to leadloop_service;
grant select on import_parts to leadloop_city;

create table imports (
  id uuid not null,
  kind text not null,
  mode text not null,
  dry_run boolean not null,
  actor jsonb not null,
  header jsonb not null,
  form jsonb not null,
  rows_total integer not null,
  state text not null default 'waiting',
  applied boolean not null default false,
  attempts integer not null default 0,
  created_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_attempts_check CHECK (attempts >= 0),
  constraint imports_end CHECK ((finished_at IS NULL) = (state = ANY (ARRAY['waiting', 'running']))),
  constraint imports_kind_check CHECK (kind = ANY (ARRAY['parties', 'sites', 'licences', 'vehicles'])),
  constraint imports_mode_check CHECK (mode = ANY (ARRAY['all', 'rows'])),
  constraint imports_rows_total_check CHECK (rows_total >= 0),
  constraint imports_state_check CHECK (state = ANY (ARRAY['waiting', 'running', 'finished', 'failed']))
);
comment on table imports is 'Imports of many rows, which run in the background.';
comment on column imports.actor is 'The caller that sent the file: the journal names it for every record.';
comment on column imports.header is 'The header of the file, and the field of each column.';
comment on column imports.form is 'Faults of the form of rows, found when the file was read.';
comment on column imports.touched_at is 'Last progress; a sweep wakes an import that has none for a while.';
CREATE INDEX imports_open ON imports USING btree (touched_at) WHERE state = ANY (ARRAY['waiting', 'running']);
CREATE TRIGGER imports_no_truncate BEFORE TRUNCATE ON imports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table imports enable row level security;
create policy imports_insert on imports for insert
  with check ((select visibility_all()));
create policy imports_select on imports for select
  using ((select visibility_all()));
create policy service on imports for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on imports to leadloop_request;
grant insert, select, update on imports to leadloop_service;
grant select on imports to leadloop_city;

create table journal_entries (
  sequence bigint not null default next_journal_sequence(),
  recorded_at timestamp with time zone not null,
  occurred_at timestamp with time zone not null,
  kind text not null,
  subject text not null,
  number integer not null,
  version integer not null,
  actor jsonb not null,
  payload jsonb not null,
  previous_hash bytea,
  hash bytea not null,
  constraint journal_entries_pkey PRIMARY KEY (sequence, recorded_at),
  constraint journal_entries_first_has_no_previous CHECK ((number = 1) = (previous_hash IS NULL)),
  constraint journal_entries_hash_check CHECK (length(hash) = 32),
  constraint journal_entries_number_check CHECK (number > 0),
  constraint journal_entries_previous_hash_check CHECK (length(previous_hash) = 32),
  constraint journal_entries_version_check CHECK (version > 0)
) partition by RANGE (recorded_at);
comment on table journal_entries is 'Facts, partitioned by month of recording. Each entry is chained to the previous one of its subject.';
comment on column journal_entries.sequence is 'Order of writing. Transactions commit out of order, so readers follow journal_seals instead.';
comment on column journal_entries.occurred_at is 'When the fact happened, which may be long before it was recorded.';
comment on column journal_entries.kind is 'The event, such as manifest.issued.';
comment on column journal_entries.subject is 'The thing that it happened to, such as manifest:<id>.';
comment on column journal_entries.number is 'Place in the chain of the subject, from 1.';
comment on column journal_entries.version is 'Version of the form of the payload.';
comment on column journal_entries.hash is 'SHA-256 of the entry, which includes previous_hash.';
CREATE INDEX journal_entries_subject ON ONLY journal_entries USING btree (subject, number);
CREATE TRIGGER journal_entries_append_only BEFORE DELETE OR UPDATE ON journal_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_entries_no_truncate BEFORE TRUNCATE ON journal_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table journal_entries enable row level security;
create policy journal_entries_select on journal_entries for select
  using ((select visibility_all()) OR
CASE
    WHEN subject ~ '^manifest:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (EXISTS ( SELECT
       FROM manifests
      WHERE manifests.id = SUBSTRING(journal_entries.subject FROM 10)::uuid))
    ELSE NULL::boolean
END);
create policy service on journal_entries for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on journal_entries to leadloop_service;
grant select on journal_entries to leadloop_city;
grant select on journal_entries to leadloop_request;

create table journal_entries_default partition of journal_entries DEFAULT;
CREATE TRIGGER journal_entries_default_no_truncate BEFORE TRUNCATE ON journal_entries_default FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table journal_entries_default enable row level security;

create table journal_heads (
  subject text not null,
  number integer not null,
  hash bytea not null,
  constraint journal_heads_pkey PRIMARY KEY (subject),
  constraint journal_heads_hash_check CHECK (length(hash) = 32),
  constraint journal_heads_number_check CHECK (number > 0)
) with (fillfactor=80);
comment on table journal_heads is 'The last entry of each subject. Writers lock it to extend the chain without searching for its end.';
CREATE TRIGGER journal_heads_no_delete BEFORE DELETE ON journal_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_heads_no_truncate BEFORE TRUNCATE ON journal_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table journal_heads enable row level security;
create policy journal_heads_select on journal_heads for select
  using ((select visibility_all()) OR
CASE
    WHEN subject ~ '^manifest:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (EXISTS ( SELECT
       FROM manifests
      WHERE manifests.id = SUBSTRING(journal_heads.subject FROM 10)::uuid))
    ELSE NULL::boolean
END);
create policy service on journal_heads for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on journal_heads to leadloop_service;
grant select on journal_heads to leadloop_city;
grant select on journal_heads to leadloop_request;

create table journal_sealer (
  singleton boolean not null default true,
  next_index bigint not null default 1,
  sequence bigint not null default 0,
  constraint journal_sealer_pkey PRIMARY KEY (singleton),
  constraint journal_sealer_next_index_check CHECK (next_index > 0),
  constraint journal_sealer_singleton_check CHECK (singleton)
);
comment on table journal_sealer is 'One row: the progress of the sealer.';
comment on column journal_sealer.sequence is 'Every entry up to this number of writing has its place in journal_seals, unless its transaction was rolled back.';
CREATE TRIGGER journal_sealer_grows BEFORE UPDATE ON journal_sealer FOR EACH ROW EXECUTE FUNCTION refuse_earlier_index();
CREATE TRIGGER journal_sealer_no_delete BEFORE DELETE ON journal_sealer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_sealer_no_truncate BEFORE TRUNCATE ON journal_sealer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table journal_sealer enable row level security;
create policy service on journal_sealer for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on journal_sealer to leadloop_service;

create table journal_seals (
  index bigint not null,
  recorded_at timestamp with time zone not null,
  sequence bigint not null,
  hash bytea not null,
  constraint journal_seals_pkey PRIMARY KEY (index),
  constraint journal_seals_sequence_key UNIQUE (sequence),
  constraint journal_seals_index_check CHECK (index > 0)
);
comment on table journal_seals is 'The dense order in which every reader sees the entries: consecutive from 1, given by the sealer, never changed.';
CREATE TRIGGER journal_seals_append_only BEFORE DELETE OR UPDATE ON journal_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_seals_no_truncate BEFORE TRUNCATE ON journal_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on journal_seals to leadloop_service;
grant select on journal_seals to leadloop_city;
grant select on journal_seals to leadloop_request;

create table journal_subscriptions (
  name text not null,
  "position" bigint not null default 0,
  moved_at timestamp with time zone not null default now(),
  constraint journal_subscriptions_pkey PRIMARY KEY (name),
  constraint journal_subscriptions_position_check CHECK ("position" >= 0)
);
comment on table journal_subscriptions is 'The progress of each follower of the journal.';
comment on column journal_subscriptions."position" is 'Index in journal_seals of the last entry that was handled.';
CREATE TRIGGER journal_subscriptions_no_delete BEFORE DELETE ON journal_subscriptions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_subscriptions_no_truncate BEFORE TRUNCATE ON journal_subscriptions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table journal_subscriptions enable row level security;
create policy service on journal_subscriptions for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on journal_subscriptions to leadloop_service;

create table journal_tree (
  singleton boolean not null default true,
  size bigint not null default 0,
  frontier bytea[] not null default '{}'::bytea[],
  constraint journal_tree_pkey PRIMARY KEY (singleton),
  constraint journal_tree_singleton_check CHECK (singleton),
  constraint journal_tree_size_check CHECK (size >= 0)
);
comment on table journal_tree is 'One row: the Merkle tree (RFC 9162) over the hashes of journal_seals, in the order of their indexes.';
comment on column journal_tree.size is 'Number of leaves, which is the index of the last sealed entry.';
comment on column journal_tree.frontier is 'Roots of the largest complete subtrees, from left to right.';
CREATE TRIGGER journal_tree_grows BEFORE UPDATE ON journal_tree FOR EACH ROW EXECUTE FUNCTION refuse_smaller_tree();
CREATE TRIGGER journal_tree_no_delete BEFORE DELETE ON journal_tree FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_tree_no_truncate BEFORE TRUNCATE ON journal_tree FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table journal_tree enable row level security;
create policy service on journal_tree for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on journal_tree to leadloop_service;

create table journal_tree_heads (
  size bigint not null,
  root bytea not null,
  made_at timestamp with time zone not null,
  constraint journal_tree_heads_pkey PRIMARY KEY (size),
  constraint journal_tree_heads_root_check CHECK (length(root) = 32),
  constraint journal_tree_heads_size_check CHECK (size > 0)
);
comment on table journal_tree_heads is 'Earlier roots of the tree, one a minute while it grows. A later tree must contain each of them.';
CREATE TRIGGER journal_tree_heads_append_only BEFORE DELETE OR UPDATE ON journal_tree_heads FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_tree_heads_no_truncate BEFORE TRUNCATE ON journal_tree_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_tree_heads_of_tree BEFORE INSERT ON journal_tree_heads FOR EACH ROW EXECUTE FUNCTION refuse_foreign_head();
alter table journal_tree_heads enable row level security;
create policy service on journal_tree_heads for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on journal_tree_heads to leadloop_service;

create table journal_verification (
  singleton boolean not null default true,
  "position" bigint not null default 0,
  frontier bytea[] not null default '{}'::bytea[],
  begun_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  fault jsonb,
  heads_after text,
  constraint journal_verification_pkey PRIMARY KEY (singleton),
  constraint journal_verification_position_check CHECK ("position" >= 0),
  constraint journal_verification_singleton_check CHECK (singleton)
);
comment on table journal_verification is 'One row: the progress of the check of the journal that workers make in the background.';
comment on column journal_verification.finished_at is 'End of the last complete check without a fault.';
comment on column journal_verification.fault is 'The fault at which the check stands: its kind, the index and the subject; null without one.';
comment on column journal_verification.heads_after is 'Last subject of this round whose noted last entry was verified; null before the first and after the last.';
CREATE TRIGGER journal_verification_no_delete BEFORE DELETE ON journal_verification FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_verification_no_truncate BEFORE TRUNCATE ON journal_verification FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table journal_verification enable row level security;
create policy service on journal_verification for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on journal_verification to leadloop_service;

create table law_values (
  key text not null,
  valid_from date not null,
  valid_to date,
  value jsonb not null,
  source text not null,
  confidence law_confidence not null,
  constraint law_values_pkey PRIMARY KEY (key, valid_from),
  constraint law_values_key_check CHECK (key ~ '^[a-z]+(-[a-z]+)*([.][a-z]+(-[a-z]+)*)*$'),
  constraint law_values_period CHECK (valid_to > valid_from)
);
comment on table law_values is 'Limits, deadlines and short code lists. src/platform/law/shapes.ts has the form of each value.';
comment on column law_values.source is 'The text that the value comes from, or whose choice it is.';
CREATE TRIGGER law_values_end_only BEFORE UPDATE ON law_values FOR EACH ROW WHEN (old.valid_to IS NOT NULL OR (to_jsonb(old.*) - 'valid_to') IS DISTINCT FROM (to_jsonb(new.*) - 'valid_to')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER law_values_no_truncate BEFORE TRUNCATE ON law_values FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select, update on law_values to leadloop_service;
grant select on law_values to leadloop_city;
grant select on law_values to leadloop_request;

create table licence_states (
  licence_id uuid not null,
  number integer not null,
  step text not null,
  state text not null,
  effective_on date not null,
  reason text not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  constraint licence_states_pkey PRIMARY KEY (licence_id, number),
  constraint licence_states_licence_id_fkey FOREIGN KEY (licence_id) REFERENCES licences(id),
  constraint licence_states_number_check CHECK (number >= 1),
  constraint licence_states_state_check CHECK (state = ANY (ARRAY['valid', 'suspended', 'revoked'])),
  constraint licence_states_step_check CHECK (step = ANY (ARRAY['suspend', 'reinstate', 'revoke']))
);
comment on table licence_states is 'Suspensions, reinstatements and revocations of a licence. Judged by effective_on, not by the day of recording.';
CREATE TRIGGER licence_states_append_only BEFORE DELETE OR UPDATE ON licence_states FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER licence_states_no_truncate BEFORE TRUNCATE ON licence_states FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table licence_states enable row level security;
create policy licence_states_insert on licence_states for insert
  with check ((select visibility_all()));
create policy licence_states_select on licence_states for select
  using ((select visibility_register()));
create policy service on licence_states for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on licence_states to leadloop_request;
grant insert, select on licence_states to leadloop_service;
grant select on licence_states to leadloop_city;

create table licences (
  id uuid not null,
  party_id uuid not null,
  number text not null,
  mode text not null,
  waste_codes text[] not null,
  annual_limit_grams bigint,
  valid_from date not null,
  valid_to date not null,
  issuer text not null,
  file_name text,
  file_sha256 text,
  registered_at timestamp with time zone not null,
  doubles_id uuid,
  version integer not null default 1,
  constraint licences_pkey PRIMARY KEY (id),
  constraint licences_party_id_number_valid_from_key UNIQUE (party_id, number, valid_from),
  constraint licences_doubles_id_fkey FOREIGN KEY (doubles_id) REFERENCES licences(id),
  constraint licences_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint licences_annual_limit_grams_check CHECK (annual_limit_grams > 0),
  constraint licences_file_sha256_check CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  constraint licences_file_whole CHECK ((file_name IS NULL) = (file_sha256 IS NULL)),
  constraint licences_mode_check CHECK (mode = ANY (ARRAY['collection', 'recycling', 'transport'])),
  constraint licences_number_check CHECK (length(number) >= 1 AND length(number) <= 32),
  constraint licences_period CHECK (valid_to > valid_from),
  constraint licences_version_check CHECK (version > 0)
);
comment on table licences is 'Permits to handle hazardous waste (危险废物经营许可证) and to carry it. Valid on the days from valid_from up to, and without, valid_to.';
comment on column licences.annual_limit_grams is 'Approved annual scale (核准经营规模). Null for a licence without one.';
comment on column licences.file_sha256 is 'SHA-256 of the scanned document, which itself is kept elsewhere.';
comment on column licences.doubles_id is 'Licence registered before with the same number in another spelling; the authority revokes one of the two';
comment on column licences.version is 'Rises with every update; readers send it as If-Match.';
CREATE UNIQUE INDEX licences_one_number ON licences USING btree (party_id, compared_form(number), valid_from) WHERE doubles_id IS NULL;
CREATE TRIGGER licences_no_truncate BEFORE TRUNCATE ON licences FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER licences_version BEFORE UPDATE ON licences FOR EACH ROW EXECUTE FUNCTION raise_version();
alter table licences enable row level security;
create policy licences_insert on licences for insert
  with check ((select visibility_all()));
create policy licences_select on licences for select
  using ((select visibility_register()));
create policy licences_update on licences for update
  using ((select visibility_register()))
  with check ((select visibility_all()));
create policy service on licences for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on licences to leadloop_request;
grant insert, select, update on licences to leadloop_service;
grant select on licences to leadloop_city;

create table manifest_conflicts (
  id uuid not null,
  manifest_id uuid not null,
  version integer not null,
  step text not null,
  source text not null,
  reason text not null,
  our_digest text,
  their_digest text not null,
  their_document jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint manifest_conflicts_pkey PRIMARY KEY (id),
  constraint manifest_conflicts_manifest_id_version_source_their_digest_key UNIQUE (manifest_id, version, source, their_digest),
  constraint manifest_conflicts_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES manifests(id)
);
comment on table manifest_conflicts is 'Versions of which another authority holds another document than we do. Nothing is overwritten; people settle it.';
CREATE TRIGGER manifest_conflicts_no_truncate BEFORE TRUNCATE ON manifest_conflicts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table manifest_conflicts enable row level security;
create policy manifest_conflicts_select on manifest_conflicts for select
  using ((select visibility_all()));
create policy service on manifest_conflicts for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on manifest_conflicts to leadloop_service;
grant select on manifest_conflicts to leadloop_city;
grant select on manifest_conflicts to leadloop_request;

create table manifest_deadline_notices (
  manifest_id uuid not null,
  duty text not null,
  kind text not null,
  due_on date not null,
  recorded_at timestamp with time zone not null,
  constraint manifest_deadline_notices_pkey PRIMARY KEY (manifest_id, duty, kind),
  constraint manifest_deadline_notices_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES manifests(id),
  constraint manifest_deadline_notices_duty_check CHECK (duty = ANY (ARRAY['backfill', 'confirm'])),
  constraint manifest_deadline_notices_kind_check CHECK (kind = ANY (ARRAY['near', 'passed']))
);
comment on table manifest_deadline_notices is 'Last days of duties that were recorded in the journal as near or passed. A row and its journal entry are one transaction.';
CREATE TRIGGER manifest_deadline_notices_append_only BEFORE DELETE OR UPDATE ON manifest_deadline_notices FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER manifest_deadline_notices_no_truncate BEFORE TRUNCATE ON manifest_deadline_notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table manifest_deadline_notices enable row level security;
create policy service on manifest_deadline_notices for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on manifest_deadline_notices to leadloop_service;

create table manifest_lines (
  manifest_id uuid not null,
  line integer not null,
  batch_id uuid,
  transit_batch_id uuid,
  received_batch_id uuid,
  returned_batch_id uuid,
  battery_kind text,
  risk_class text,
  condition text,
  mass_grams bigint not null,
  pieces integer not null,
  accepted_grams bigint,
  accepted_pieces integer,
  refused_grams bigint,
  refused_pieces integer,
  returned_grams bigint,
  returned_pieces integer,
  constraint manifest_lines_pkey PRIMARY KEY (manifest_id, line),
  constraint manifest_lines_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint manifest_lines_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES manifests(id),
  constraint manifest_lines_received_batch_id_fkey FOREIGN KEY (received_batch_id) REFERENCES batches(id),
  constraint manifest_lines_returned_batch_id_fkey FOREIGN KEY (returned_batch_id) REFERENCES batches(id),
  constraint manifest_lines_transit_batch_id_fkey FOREIGN KEY (transit_batch_id) REFERENCES batches(id),
  constraint manifest_lines_accepted_grams_check CHECK (accepted_grams >= 0),
  constraint manifest_lines_accepted_pieces_check CHECK (accepted_pieces >= 0),
  constraint manifest_lines_line_check CHECK (line >= 1),
  constraint manifest_lines_mass_grams_check CHECK (mass_grams >= 0),
  constraint manifest_lines_pieces_check CHECK (pieces >= 0),
  constraint manifest_lines_refused_grams_check CHECK (refused_grams >= 0),
  constraint manifest_lines_refused_pieces_check CHECK (refused_pieces >= 0),
  constraint manifest_lines_returned_grams_check CHECK (returned_grams >= 0),
  constraint manifest_lines_returned_pieces_check CHECK (returned_pieces >= 0)
);
comment on table manifest_lines is 'Lines of a manifest with the batches of this system behind them. Batches of another province are null here.';
comment on column manifest_lines.batch_id is 'The batch of the consignor that the load was taken from.';
comment on column manifest_lines.transit_batch_id is 'The batch on the road, in the books of the consignor.';
comment on column manifest_lines.received_batch_id is 'The batch of the receiver that the accepted part became.';
comment on column manifest_lines.returned_batch_id is 'The batch of the consignor that the rejected part went back to.';
CREATE INDEX manifest_lines_batch ON manifest_lines USING btree (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX manifest_lines_received ON manifest_lines USING btree (received_batch_id) WHERE received_batch_id IS NOT NULL;
CREATE TRIGGER manifest_lines_no_truncate BEFORE TRUNCATE ON manifest_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table manifest_lines enable row level security;
create policy manifest_lines_insert on manifest_lines for insert
  with check ((EXISTS ( SELECT
   FROM manifests m
  WHERE m.id = manifest_lines.manifest_id AND ((m.consignor_id = ANY (((select visibility_parties()))::uuid[])) OR (m.carrier_id = ANY (((select visibility_parties()))::uuid[])) OR (m.receiver_id = ANY (((select visibility_parties()))::uuid[]))) AND (manifest_lines.batch_id IS NULL OR (EXISTS ( SELECT
           FROM batches b
          WHERE b.id = manifest_lines.batch_id AND b.party_id = m.consignor_id AND (b.party_id = ANY (((select visibility_parties()))::uuid[]))))) AND (manifest_lines.transit_batch_id IS NULL OR (EXISTS ( SELECT
           FROM batches b
          WHERE b.id = manifest_lines.transit_batch_id AND b.party_id = m.consignor_id AND (b.party_id = ANY (((select visibility_parties()))::uuid[]))))) AND (manifest_lines.received_batch_id IS NULL OR (EXISTS ( SELECT
           FROM batches b
          WHERE b.id = manifest_lines.received_batch_id AND b.party_id = m.receiver_id AND (b.party_id = ANY (((select visibility_parties()))::uuid[]))))) AND (manifest_lines.returned_batch_id IS NULL OR (EXISTS ( SELECT
           FROM batches b
          WHERE b.id = manifest_lines.returned_batch_id AND b.party_id = m.consignor_id AND (b.party_id = ANY (((select visibility_parties()))::uuid[]))))))));
create policy manifest_lines_select on manifest_lines for select
  using ((select visibility_all()) OR (EXISTS ( SELECT
   FROM manifests
  WHERE manifests.id = manifest_lines.manifest_id)));
create policy manifest_lines_update on manifest_lines for update
  using ((EXISTS ( SELECT
   FROM manifests m
  WHERE m.id = manifest_lines.manifest_id AND ((m.consignor_id = ANY (((select visibility_parties()))::uuid[])) OR (m.carrier_id = ANY (((select visibility_parties()))::uuid[])) OR (m.receiver_id = ANY (((select visibility_parties()))::uuid[]))))))
  with check ((EXISTS ( SELECT
   FROM manifests m
  WHERE m.id = manifest_lines.manifest_id AND ((m.consignor_id = ANY (((select visibility_parties()))::uuid[])) OR (m.carrier_id = ANY (((select visibility_parties()))::uuid[])) OR (m.receiver_id = ANY (((select visibility_parties()))::uuid[]))) AND (manifest_lines.batch_id IS NULL OR (EXISTS ( SELECT
           FROM batches b
          WHERE b.id = manifest_lines.batch_id AND b.party_id = m.consignor_id AND (b.party_id = ANY (((select visibility_parties()))::uuid[]))))) AND (manifest_lines.transit_batch_id IS NULL OR (EXISTS ( SELECT
           FROM batches b
          WHERE b.id = manifest_lines.transit_batch_id AND b.party_id = m.consignor_id AND (b.party_id = ANY (((select visibility_parties()))::uuid[]))))) AND (manifest_lines.received_batch_id IS NULL OR (EXISTS ( SELECT
           FROM batches b
          WHERE b.id = manifest_lines.received_batch_id AND b.party_id = m.receiver_id AND (b.party_id = ANY (((select visibility_parties()))::uuid[]))))) AND (manifest_lines.returned_batch_id IS NULL OR (EXISTS ( SELECT
           FROM batches b
          WHERE b.id = manifest_lines.returned_batch_id AND b.party_id = m.consignor_id AND (b.party_id = ANY (((select visibility_parties()))::uuid[]))))))));
create policy service on manifest_lines for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on manifest_lines to leadloop_request;
grant insert, select, update on manifest_lines to leadloop_service;
grant select on manifest_lines to leadloop_city;

create table manifest_photographs (
  id uuid not null,
  manifest_id uuid not null,
  party_id uuid not null,
  file_ids uuid[] not null,
  taken_at timestamp with time zone,
  remarks text,
  recorded_at timestamp with time zone not null,
  constraint manifest_photographs_pkey PRIMARY KEY (id),
  constraint manifest_photographs_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES manifests(id),
  constraint manifest_photographs_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint manifest_photographs_file_ids_check CHECK (cardinality(file_ids) >= 1 AND cardinality(file_ids) <= 20),
  constraint manifest_photographs_remarks_check CHECK (length(remarks) >= 1 AND length(remarks) <= 500)
);
comment on table manifest_photographs is 'Photographs of loads and of their papers (照片), as organisations of the manifest added them. They never change.';
CREATE INDEX manifest_photographs_manifest ON manifest_photographs USING btree (manifest_id, id);
CREATE INDEX manifest_photographs_party ON manifest_photographs USING btree (party_id);
CREATE TRIGGER manifest_photographs_append_only BEFORE DELETE OR UPDATE ON manifest_photographs FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER manifest_photographs_no_truncate BEFORE TRUNCATE ON manifest_photographs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table manifest_photographs enable row level security;
create policy manifest_photographs_insert on manifest_photographs for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (EXISTS ( SELECT
   FROM manifests
  WHERE manifests.id = manifest_photographs.manifest_id AND (manifest_photographs.party_id = manifests.consignor_id OR manifest_photographs.party_id = manifests.carrier_id OR manifest_photographs.party_id = manifests.receiver_id))));
create policy manifest_photographs_select on manifest_photographs for select
  using ((select visibility_all()) OR (EXISTS ( SELECT
   FROM manifests
  WHERE manifests.id = manifest_photographs.manifest_id)));
create policy service on manifest_photographs for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on manifest_photographs to leadloop_request;
grant insert, select on manifest_photographs to leadloop_service;
grant select on manifest_photographs to leadloop_city;

create table manifest_steps (
  manifest_id uuid not null,
  version integer not null,
  step text not null,
  digest text not null,
  source text not null,
  taken_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint manifest_steps_pkey PRIMARY KEY (manifest_id, version),
  constraint manifest_steps_manifest_id_fkey FOREIGN KEY (manifest_id) REFERENCES manifests(id),
  constraint manifest_steps_version_check CHECK (version >= 1)
);
comment on table manifest_steps is 'The step that made each version, and the digest of that version. A step that is sent twice is recognised by it.';
comment on column manifest_steps.source is 'Origin of the step: this system, or a partner.';
comment on column manifest_steps.taken_at is 'When the step happened, as its actor states it.';
CREATE TRIGGER manifest_steps_append_only BEFORE DELETE OR UPDATE ON manifest_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER manifest_steps_no_truncate BEFORE TRUNCATE ON manifest_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table manifest_steps enable row level security;
create policy manifest_steps_insert on manifest_steps for insert
  with check ((EXISTS ( SELECT
   FROM manifests m
  WHERE m.id = manifest_steps.manifest_id AND ((m.consignor_id = ANY (((select visibility_parties()))::uuid[])) OR (m.carrier_id = ANY (((select visibility_parties()))::uuid[])) OR (m.receiver_id = ANY (((select visibility_parties()))::uuid[]))))));
create policy manifest_steps_select on manifest_steps for select
  using ((select visibility_all()) OR (EXISTS ( SELECT
   FROM manifests
  WHERE manifests.id = manifest_steps.manifest_id)));
create policy service on manifest_steps for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on manifest_steps to leadloop_request;
grant insert, select on manifest_steps to leadloop_service;
grant select on manifest_steps to leadloop_city;

create table manifests (
  id uuid not null,
  document jsonb not null,
  digest text not null,
  state text not null,
  version integer not null,
  number text,
  origin_province text not null,
  destination_province text not null,
  consignor_id uuid not null,
  carrier_id uuid not null,
  receiver_id uuid not null,
  consignor_site_id uuid,
  receiver_site_id uuid,
  handed_over_at timestamp with time zone,
  decided_at timestamp with time zone,
  confirmation_due_on date,
  late boolean,
  backfill_due_on date,
  backfilled_late boolean,
  warnings jsonb not null default '[]'::jsonb,
  accepted_licence_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  number_confirmed boolean not null default false,
  constraint manifests_pkey PRIMARY KEY (id),
  constraint manifests_accepted_licence_id_fkey FOREIGN KEY (accepted_licence_id) REFERENCES licences(id),
  constraint manifests_carrier_id_fkey FOREIGN KEY (carrier_id) REFERENCES parties(id),
  constraint manifests_consignor_id_fkey FOREIGN KEY (consignor_id) REFERENCES parties(id),
  constraint manifests_consignor_site_id_fkey FOREIGN KEY (consignor_site_id) REFERENCES sites(id),
  constraint manifests_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES parties(id),
  constraint manifests_receiver_site_id_fkey FOREIGN KEY (receiver_site_id) REFERENCES sites(id),
  constraint manifests_columns_as_document CHECK ((document ->> 'id') = id::text AND ((document ->> 'version')::integer) = version AND (document ->> 'state') = state),
  constraint manifests_digest_check CHECK (digest ~ '^[0-9a-f]{64}$'),
  constraint manifests_number_as_document CHECK (NOT (document ->> 'number') IS DISTINCT FROM number),
  constraint manifests_number_check CHECK (number ~ '^\d{14}$'),
  constraint manifests_state_check CHECK (state = ANY (ARRAY['draft', 'offline_paper', 'submitted', 'handed_over', 'in_transit', 'arrived', 'disputed', 'accepted', 'partially_accepted', 'rejected', 'closed', 'cancelled'])),
  constraint manifests_version_check CHECK (version >= 0)
);
comment on table manifests is 'Transfer manifests with their present state.';
comment on column manifests.document is 'The manifest as it is signed and sent. Every authority must hold the same.';
comment on column manifests.digest is 'SHA-256 of the canonical document, in hexadecimal.';
comment on column manifests.version is 'Number of steps taken. 0 is a draft, which only the consignor and the authority can read.';
comment on column manifests.number is 'The 14 digits that the national system issues.';
comment on column manifests.decided_at is 'When the receiver accepted or rejected the load.';
comment on column manifests.confirmation_due_on is 'Last day for the receiver to confirm (Order 23 of 2021, Art 18).';
comment on column manifests.late is 'True when the receiver confirmed after confirmation_due_on. Null until then.';
comment on column manifests.backfill_due_on is 'Last day to enter a paper manifest (Order 23 of 2021, Art 20). Null for others.';
comment on column manifests.warnings is 'Warnings given at the steps. Not part of the document, which must be equal everywhere.';
comment on column manifests.accepted_licence_id is 'The licence under which a receiver of this province accepted. The load counts against its annual scale.';
comment on column manifests.number_confirmed is 'True when the national system gave or confirmed the number. False while only the province of origin reports it.';
CREATE INDEX manifests_accepted_licence ON manifests USING btree (accepted_licence_id, decided_at) WHERE accepted_licence_id IS NOT NULL;
CREATE INDEX manifests_carrier ON manifests USING btree (carrier_id, id);
CREATE INDEX manifests_consignor ON manifests USING btree (consignor_id, id);
CREATE INDEX manifests_decided ON manifests USING btree (receiver_id, decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX manifests_for_disposal ON manifests USING btree (receiver_id) WHERE jsonb_path_exists(document, '$."lines"[*]."treatmentMethod"?(!(@ starts with "R"))'::jsonpath);
CREATE INDEX manifests_number ON manifests USING btree (number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX manifests_number_unique ON manifests USING btree (number) WHERE number_confirmed;
CREATE INDEX manifests_paper ON manifests USING btree (manifest_key((document -> 'paper') ->> 'number')) WHERE ((document -> 'paper') ->> 'number') IS NOT NULL;
CREATE INDEX manifests_receiver ON manifests USING btree (receiver_id, id);
CREATE INDEX manifests_state ON manifests USING btree (state, id);
CREATE INDEX manifests_unknown_backfill ON manifests USING btree (id) WHERE backfill_due_on IS NULL AND ((document -> 'paper') ->> 'transferCompletedAt') IS NOT NULL;
CREATE INDEX manifests_unknown_confirmation ON manifests USING btree (id) WHERE confirmation_due_on IS NULL AND (document ->> 'arrivedAt') IS NOT NULL;
CREATE TRIGGER manifests_no_truncate BEFORE TRUNCATE ON manifests FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER manifests_party_guard BEFORE UPDATE ON manifests FOR EACH ROW WHEN (new.id <> old.id OR new.version < old.version OR new.consignor_id <> old.consignor_id OR new.consignor_site_id IS DISTINCT FROM old.consignor_site_id OR new.origin_province <> old.origin_province OR old.version > 0 AND (new.carrier_id <> old.carrier_id OR new.receiver_id <> old.receiver_id OR new.destination_province <> old.destination_province OR old.receiver_site_id IS NOT NULL AND new.receiver_site_id IS DISTINCT FROM old.receiver_site_id)) EXECUTE FUNCTION refuse_party_change();
alter table manifests enable row level security;
create policy manifests_insert on manifests for insert
  with check (consignor_id = ANY (((select visibility_parties()))::uuid[]));
create policy manifests_select on manifests for select
  using ((select visibility_all()) OR (consignor_id = ANY (((select visibility_parties()))::uuid[])) OR version > 0 AND ((carrier_id = ANY (((select visibility_parties()))::uuid[])) OR (receiver_id = ANY (((select visibility_parties()))::uuid[])) OR origin_province = ((select visibility_province())) OR destination_province = ((select visibility_province()))));
create policy manifests_select_in_city on manifests for select to leadloop_city
  using (version > 0 AND ((consignor_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (carrier_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (receiver_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (consignor_site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))) OR (receiver_site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city()))))));
create policy manifests_update on manifests for update
  using ((consignor_id = ANY (((select visibility_parties()))::uuid[])) OR version > 0 AND ((carrier_id = ANY (((select visibility_parties()))::uuid[])) OR (receiver_id = ANY (((select visibility_parties()))::uuid[]))));
create policy service on manifests for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on manifests to leadloop_request;
grant insert, select, update on manifests to leadloop_service;
grant select on manifests to leadloop_city;

create table movements (
  id bigint not null generated always as identity,
  kind text not null,
  from_batch_id uuid,
  from_boundary text,
  to_batch_id uuid,
  to_boundary text,
  mass_grams bigint not null,
  pieces integer not null,
  evidence text,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  corrects_id bigint,
  constraint movements_pkey PRIMARY KEY (id),
  constraint movements_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES movements(id),
  constraint movements_from_batch_id_fkey FOREIGN KEY (from_batch_id) REFERENCES batches(id),
  constraint movements_to_batch_id_fkey FOREIGN KEY (to_batch_id) REFERENCES batches(id),
  constraint movements_between_two_accounts CHECK (from_batch_id IS DISTINCT FROM to_batch_id),
  constraint movements_correction_names_another CHECK ((kind = 'correction') = (corrects_id IS NOT NULL)),
  constraint movements_from_boundary_check CHECK (from_boundary = ANY (ARRAY['generation', 'elsewhere', 'supply', 'sale', 'loss', 'adjustment'])),
  constraint movements_mass_grams_check CHECK (mass_grams >= 0),
  constraint movements_not_empty CHECK (mass_grams > 0 OR pieces > 0),
  constraint movements_one_source CHECK ((from_batch_id IS NULL) <> (from_boundary IS NULL)),
  constraint movements_one_target CHECK ((to_batch_id IS NULL) <> (to_boundary IS NULL)),
  constraint movements_pieces_check CHECK (pieces >= 0),
  constraint movements_to_boundary_check CHECK (to_boundary = ANY (ARRAY['generation', 'elsewhere', 'supply', 'sale', 'loss', 'adjustment'])),
  constraint movements_touch_a_batch CHECK (from_batch_id IS NOT NULL OR to_batch_id IS NOT NULL)
);
comment on table movements is 'Transfers of mass between two accounts: split, merge, dispatch, arrival, processing, loss, adjustment. A correction is another movement.';
comment on column movements.from_boundary is 'Boundary account that the mass comes from when it enters the books. Boundary accounts close them: the sum over all accounts is zero.';
comment on column movements.to_boundary is 'Boundary account that the mass goes to when it leaves the books.';
comment on column movements.evidence is 'The record that caused the movement, such as manifest:<id>.';
comment on column movements.corrects_id is 'The movement whose mass or pieces this one corrects; null for all others.';
CREATE INDEX movements_corrects ON movements USING btree (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX movements_evidence ON movements USING btree (evidence) WHERE evidence IS NOT NULL;
CREATE INDEX movements_from ON movements USING btree (from_batch_id) WHERE from_batch_id IS NOT NULL;
CREATE INDEX movements_occurred ON movements USING brin (occurred_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX movements_to ON movements USING btree (to_batch_id) WHERE to_batch_id IS NOT NULL;
CREATE CONSTRAINT TRIGGER movements_adjustment_booked AFTER INSERT ON movements DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.kind = 'stock_adjustment') EXECUTE FUNCTION refuse_unbooked_adjustment();
CREATE TRIGGER movements_append_only BEFORE DELETE OR UPDATE ON movements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER movements_apply AFTER INSERT ON movements REFERENCING NEW TABLE AS new_movements FOR EACH STATEMENT EXECUTE FUNCTION apply_movements();
CREATE TRIGGER movements_no_truncate BEFORE TRUNCATE ON movements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table movements enable row level security;
create policy movements_insert on movements for insert
  with check (((select visibility_parties())) IS NOT NULL);
create policy movements_select on movements for select
  using ((select visibility_all()) OR (EXISTS ( SELECT
   FROM batches
  WHERE batches.id = movements.from_batch_id)) OR (EXISTS ( SELECT
   FROM batches
  WHERE batches.id = movements.to_batch_id)));
create policy service on movements for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on movements to leadloop_request;
grant insert, select on movements to leadloop_service;
grant select on movements to leadloop_city;

create table oidc_records (
  model text not null,
  id text not null,
  payload jsonb not null,
  expires_at timestamp with time zone not null,
  constraint oidc_records_pkey PRIMARY KEY (model, id)
);
comment on table oidc_records is 'The memory of the authorisation server about machines, such as assertions that were used, until it expires.';
CREATE INDEX oidc_records_expired ON oidc_records USING btree (expires_at);
alter table oidc_records enable row level security;
create policy service on oidc_records for all to leadloop_service
  using (true)
  with check (true);
grant delete, insert, select, update on oidc_records to leadloop_service;

create table oidc_states (
  model text not null,
  id text not null,
  encrypted bytea not null,
  account_id text,
  grant_id text,
  uid text,
  user_code text,
  consumed_at timestamp with time zone,
  polled_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint oidc_states_pkey PRIMARY KEY (model, id)
);
comment on table oidc_states is 'Sessions, codes, grants and refresh tokens of people. A leaked table yields none of them: names are hashed and contents encrypted.';
comment on column oidc_states.id is 'Hash of the name.';
comment on column oidc_states.encrypted is 'The content, encrypted under a key that is derived from the key file issuer.json.';
CREATE INDEX oidc_states_account ON oidc_states USING btree (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX oidc_states_expired ON oidc_states USING btree (expires_at);
CREATE INDEX oidc_states_grant ON oidc_states USING btree (grant_id) WHERE grant_id IS NOT NULL;
CREATE UNIQUE INDEX oidc_states_uid ON oidc_states USING btree (model, uid) WHERE uid IS NOT NULL;
CREATE UNIQUE INDEX oidc_states_user_code ON oidc_states USING btree (user_code) WHERE user_code IS NOT NULL;
alter table oidc_states enable row level security;
create policy service on oidc_states for all to leadloop_service
  using (true)
  with check (true);
grant delete, insert, select, update on oidc_states to leadloop_service;

create table outage_ends (
  outage_id uuid not null,
  ended_at timestamp with time zone not null,
  remarks text,
  recorded_at timestamp with time zone not null,
  constraint outage_ends_pkey PRIMARY KEY (outage_id),
  constraint outage_ends_outage_id_fkey FOREIGN KEY (outage_id) REFERENCES outages(id),
  constraint outage_ends_remarks_check CHECK (length(remarks) >= 1 AND length(remarks) <= 500)
);
comment on table outage_ends is 'Ends of outages, one each.';
CREATE TRIGGER outage_ends_append_only BEFORE DELETE OR UPDATE ON outage_ends FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outage_ends_no_truncate BEFORE TRUNCATE ON outage_ends FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table outage_ends enable row level security;
create policy outage_ends_insert on outage_ends for insert
  with check ((select visibility_all()));
create policy outage_ends_select on outage_ends for select
  using ((select visibility_register()));
create policy service on outage_ends for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on outage_ends to leadloop_request;
grant insert, select on outage_ends to leadloop_service;
grant select on outage_ends to leadloop_city;

create table outages (
  id uuid not null,
  system text not null,
  division_code text not null,
  started_at timestamp with time zone not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint outages_pkey PRIMARY KEY (id),
  constraint outages_division_code_check CHECK (division_code ~ '^[1-8][0-9]([0-9]{2})?$'),
  constraint outages_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 500),
  constraint outages_system_check CHECK (system = ANY (ARRAY['national', 'provincial']))
);
comment on table outages is 'Times in which a system could not be used, as the authority declared them (系统停机). They never change.';
comment on column outages.division_code is 'The province, or the city whose organisations could not use the system.';
comment on column outages.recorded_at is 'Later than started_at by the time that the authority took to declare it.';
CREATE INDEX outages_started ON outages USING btree (started_at);
CREATE TRIGGER outages_append_only BEFORE DELETE OR UPDATE ON outages FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outages_no_truncate BEFORE TRUNCATE ON outages FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table outages enable row level security;
create policy outages_insert on outages for insert
  with check ((select visibility_all()));
create policy outages_select on outages for select
  using ((select visibility_register()));
create policy service on outages for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on outages to leadloop_request;
grant insert, select on outages to leadloop_service;
grant select on outages to leadloop_city;

create table paper_number_blocks (
  id uuid not null,
  party_id uuid not null,
  prefix text not null,
  first_serial bigint not null,
  last_serial bigint not null,
  digits integer not null,
  recorded_at timestamp with time zone not null,
  constraint paper_number_blocks_pkey PRIMARY KEY (id),
  constraint paper_number_blocks_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint paper_number_blocks_digits_check CHECK (digits >= 1 AND digits <= 12),
  constraint paper_number_blocks_first_serial_check CHECK (first_serial >= 0),
  constraint paper_number_blocks_fits CHECK (length(last_serial::text) <= digits),
  constraint paper_number_blocks_order CHECK (first_serial <= last_serial),
  constraint paper_number_blocks_prefix_check CHECK (length(prefix) >= 1 AND length(prefix) <= 28)
);
comment on table paper_number_blocks is 'Numbers of forms on paper that the authority reserved for an organisation (预留纸质联单编号). They never change.';
CREATE INDEX paper_number_blocks_numbers ON paper_number_blocks USING btree (paper_number_stem(prefix));
CREATE INDEX paper_number_blocks_party ON paper_number_blocks USING btree (party_id, id);
CREATE TRIGGER paper_number_blocks_append_only BEFORE DELETE OR UPDATE ON paper_number_blocks FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_number_blocks_no_truncate BEFORE TRUNCATE ON paper_number_blocks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table paper_number_blocks enable row level security;
create policy paper_number_blocks_insert on paper_number_blocks for insert
  with check ((select visibility_all()));
create policy paper_number_blocks_select on paper_number_blocks for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy paper_number_blocks_select_in_city on paper_number_blocks for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on paper_number_blocks for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on paper_number_blocks to leadloop_request;
grant insert, select on paper_number_blocks to leadloop_service;
grant select on paper_number_blocks to leadloop_city;

create table parties (
  id uuid not null,
  uscc text,
  uscc_missing_reason text,
  name text not null,
  province_code text not null,
  division_code text not null,
  address text,
  state text not null default 'active',
  state_since timestamp with time zone,
  registered_at timestamp with time zone not null,
  version integer not null default 1,
  warnings text[] not null default '{}'[],
  constraint parties_pkey PRIMARY KEY (id),
  constraint parties_uscc_key UNIQUE (uscc),
  constraint parties_division_code_check CHECK (division_code ~ '^\d{4}(\d{2})?$'),
  constraint parties_province_code_check CHECK (province_code ~ '^\d{2}$'),
  constraint parties_province_of_division CHECK ("left"(division_code, 2) = province_code),
  constraint parties_state_check CHECK (state = ANY (ARRAY['registered', 'under_review', 'active', 'suspended', 'closed'])),
  constraint parties_uscc_check CHECK (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  constraint parties_uscc_or_reason CHECK ((uscc IS NULL) = (uscc_missing_reason IS NOT NULL)),
  constraint parties_version_check CHECK (version > 0)
);
comment on table parties is 'Organisations: generators, collection points, carriers, recyclers, producers.';
comment on column parties.uscc is 'Unified social credit code (GB 32100-2015, 统一社会信用代码).';
comment on column parties.division_code is 'GB/T 2260 code of the city (four digits) or county (six digits).';
comment on column parties.state is 'The state now, kept on the row for the joins of the hot path. party_states has the history.';
comment on column parties.state_since is 'When the present state began. Null while the first one lasts. The hot path reads the history for earlier days only.';
comment on column parties.version is 'Rises with every update; readers send it as If-Match.';
comment on column parties.warnings is 'Codes of the warnings about the social credit code and the division, judged at the registration.';
CREATE INDEX parties_compared_name ON parties USING btree (compared_form(name)) WHERE uscc IS NULL;
CREATE INDEX parties_province ON parties USING btree (province_code, id);
CREATE INDEX parties_warned ON parties USING btree (id) WHERE warnings <> '{}'[];
CREATE TRIGGER parties_no_truncate BEFORE TRUNCATE ON parties FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER parties_version BEFORE UPDATE ON parties FOR EACH ROW EXECUTE FUNCTION raise_version();
alter table parties enable row level security;
create policy parties_insert on parties for insert
  with check ((select visibility_all()));
create policy parties_select on parties for select
  using ((select visibility_register()));
create policy parties_update on parties for update
  using ((select visibility_register()))
  with check ((select visibility_all()));
create policy service on parties for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on parties to leadloop_request;
grant insert, select, update on parties to leadloop_service;
grant select on parties to leadloop_city;

create table party_contacts (
  party_id uuid not null,
  contact_name text,
  contact_phone text,
  constraint party_contacts_pkey PRIMARY KEY (party_id),
  constraint party_contacts_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id)
);
comment on table party_contacts is 'The contact person of an organisation: visible to it, to its city and to the authority.';
CREATE TRIGGER party_contacts_no_truncate BEFORE TRUNCATE ON party_contacts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table party_contacts enable row level security;
create policy party_contacts_insert on party_contacts for insert
  with check ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy party_contacts_select on party_contacts for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy party_contacts_select_in_city on party_contacts for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy party_contacts_update on party_contacts for update
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy service on party_contacts for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on party_contacts to leadloop_request;
grant insert, select, update on party_contacts to leadloop_service;
grant select on party_contacts to leadloop_city;

create table party_states (
  party_id uuid not null,
  number integer not null,
  step text not null,
  from_state text not null,
  state text not null,
  reason text,
  actor text not null,
  at timestamp with time zone not null,
  constraint party_states_pkey PRIMARY KEY (party_id, number),
  constraint party_states_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint party_states_number_check CHECK (number >= 1),
  constraint party_states_step_check CHECK (step = ANY (ARRAY['submit', 'approve', 'send-back', 'suspend', 'resume', 'close']))
);
comment on table party_states is 'Every change of the state of an organisation, numbered from 1, with its reason.';
comment on column party_states.at is 'When the change took effect, which is also when it was recorded.';
CREATE TRIGGER party_states_append_only BEFORE DELETE OR UPDATE ON party_states FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER party_states_no_truncate BEFORE TRUNCATE ON party_states FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table party_states enable row level security;
create policy party_states_insert on party_states for insert
  with check ((select visibility_all()));
create policy party_states_select on party_states for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy party_states_select_in_city on party_states for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on party_states for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on party_states to leadloop_request;
grant insert, select on party_states to leadloop_service;
grant select on party_states to leadloop_city;

create table qualification_withdrawals (
  qualification_id uuid not null,
  withdrawn_on date not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint qualification_withdrawals_pkey PRIMARY KEY (qualification_id),
  constraint qualification_withdrawals_qualification_id_fkey FOREIGN KEY (qualification_id) REFERENCES qualifications(id),
  constraint qualification_withdrawals_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 500)
);
comment on table qualification_withdrawals is 'Early ends of qualifications of laboratories (资质认定撤销), one each.';
comment on column qualification_withdrawals.withdrawn_on is 'First day on which the qualification is no longer valid. It may lie before the day of recording.';
CREATE TRIGGER qualification_withdrawals_append_only BEFORE DELETE OR UPDATE ON qualification_withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER qualification_withdrawals_no_truncate BEFORE TRUNCATE ON qualification_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table qualification_withdrawals enable row level security;
create policy qualification_withdrawals_insert on qualification_withdrawals for insert
  with check ((select visibility_all()));
create policy qualification_withdrawals_select on qualification_withdrawals for select
  using ((select visibility_register()));
create policy service on qualification_withdrawals for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on qualification_withdrawals to leadloop_request;
grant insert, select on qualification_withdrawals to leadloop_service;
grant select on qualification_withdrawals to leadloop_city;

create table qualifications (
  id uuid not null,
  party_id uuid not null,
  kind text not null,
  number text not null,
  valid_from date not null,
  valid_to date not null,
  issuer text not null,
  registered_at timestamp with time zone not null,
  constraint qualifications_pkey PRIMARY KEY (id),
  constraint qualifications_once UNIQUE (kind, number, valid_from),
  constraint qualifications_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint qualifications_kind_check CHECK (kind = ANY (ARRAY['cma', 'cnas'])),
  constraint qualifications_number_check CHECK (length(number) >= 1 AND length(number) <= 60),
  constraint qualifications_term CHECK (valid_from < valid_to)
);
comment on table qualifications is 'Qualifications of laboratories: CMA (检验检测机构资质认定) and CNAS. An organisation is a laboratory on the days on which it has one.';
CREATE INDEX qualifications_party ON qualifications USING btree (party_id, id);
CREATE TRIGGER qualifications_append_only BEFORE DELETE OR UPDATE ON qualifications FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER qualifications_no_truncate BEFORE TRUNCATE ON qualifications FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table qualifications enable row level security;
create policy qualifications_insert on qualifications for insert
  with check ((select visibility_all()));
create policy qualifications_select on qualifications for select
  using ((select visibility_register()));
create policy service on qualifications for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on qualifications to leadloop_request;
grant insert, select on qualifications to leadloop_service;
grant select on qualifications to leadloop_city;

create table recovery_figures (
  party_id uuid not null,
  name text not null,
  basis text not null,
  journal_index bigint not null,
  value jsonb not null,
  computed_at timestamp with time zone not null,
  constraint recovery_figures_pkey PRIMARY KEY (party_id, name),
  constraint recovery_figures_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint recovery_figures_journal_index_check CHECK (journal_index >= 0)
) with (fillfactor=80);
comment on table recovery_figures is 'Figures that took long to compute. They can be computed again at any time, so rows may be deleted.';
comment on column recovery_figures.name is 'Method and period, such as lead-recovery/2026-10.';
comment on column recovery_figures.basis is 'SHA-256 of what the figure depends on other than the records of its organisation: law, version of the method, whether the period is over.';
comment on column recovery_figures.journal_index is 'Index of the journal up to which everything is in the figure.';
alter table recovery_figures enable row level security;
create policy service on recovery_figures for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on recovery_figures to leadloop_service;

create table recovery_touches (
  party_id uuid not null,
  journal_index bigint not null,
  constraint recovery_touches_pkey PRIMARY KEY (party_id),
  constraint recovery_touches_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint recovery_touches_journal_index_check CHECK (journal_index > 0)
) with (fillfactor=50);
comment on table recovery_touches is 'Index of the last journal entry that may change a figure of an organisation. The subscription recovery.touches writes it.';
CREATE TRIGGER recovery_touches_no_truncate BEFORE TRUNCATE ON recovery_touches FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table recovery_touches enable row level security;
create policy service on recovery_touches for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on recovery_touches to leadloop_service;

create table register_changes (
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  party_id uuid,
  version integer not null,
  reason text not null,
  before jsonb not null,
  after jsonb not null,
  affected jsonb not null,
  actor text not null,
  recorded_at timestamp with time zone not null,
  unlisted jsonb,
  constraint register_changes_pkey PRIMARY KEY (id),
  constraint register_changes_once UNIQUE (record_id, version),
  constraint register_changes_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint register_changes_affected_check CHECK (jsonb_typeof(affected) = 'array'),
  constraint register_changes_after_check CHECK (jsonb_typeof(after) = 'object'),
  constraint register_changes_before_check CHECK (jsonb_typeof(before) = 'object'),
  constraint register_changes_kind_check CHECK (kind = ANY (ARRAY['party', 'site', 'licence', 'vehicle', 'person', 'client'])),
  constraint register_changes_of_party CHECK (party_id IS NOT NULL OR (kind = ANY (ARRAY['person', 'client']))),
  constraint register_changes_unlisted_check CHECK (jsonb_typeof(unlisted) = 'array'),
  constraint register_changes_version_check CHECK (version > 1)
);
comment on table register_changes is 'Changes of registered data: the values of before and after, the reason and the actor.';
comment on column register_changes.record_id is 'Id of the organisation, site, licence, vehicle, person or client.';
comment on column register_changes.party_id is 'Organisation of the record; null for people and clients of authorities.';
comment on column register_changes.version is 'Version of the record that the change led to.';
comment on column register_changes.before is 'The replaced values of the changed members, by the names of the interface.';
comment on column register_changes.affected is 'Other records that the change affected, with their figures before and after.';
comment on column register_changes.actor is 'Subject of the token that changed the record.';
comment on column register_changes.unlisted is 'Numbers of records by kind that affected leaves out; null where they were not counted.';
CREATE TRIGGER register_changes_append_only BEFORE DELETE OR UPDATE ON register_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER register_changes_no_truncate BEFORE TRUNCATE ON register_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table register_changes enable row level security;
create policy register_changes_insert on register_changes for insert
  with check (
CASE kind
    WHEN 'client' THEN (select visibility_all()) AND ((select visibility_scope())) = 'clients:write'
    WHEN 'person' THEN ((select visibility_scope())) = 'people:write' AND ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])))
    ELSE (select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])) AND (kind = ANY (ARRAY['party', 'vehicle'])) AND (after -
    CASE kind
        WHEN 'party' THEN ARRAY['contactName', 'contactPhone']
        ELSE ARRAY['plateColor', 'trailer', 'permitNumber']
    END) = '{}'::jsonb
END);
create policy register_changes_select on register_changes for select
  using (
CASE kind
    WHEN 'client' THEN (select visibility_all()) AND ((select visibility_scope())) = 'clients:write'
    WHEN 'person' THEN (((select visibility_scope())) = ANY (ARRAY['people:read', 'people:write'])) AND ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])))
    ELSE (select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[]))
END);
create policy register_changes_select_in_city on register_changes for select to leadloop_city
  using ((kind <> ALL (ARRAY['person', 'client'])) AND (party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy service on register_changes for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on register_changes to leadloop_request;
grant insert, select on register_changes to leadloop_service;
grant select on register_changes to leadloop_city;

create table run_outputs (
  batch_id uuid not null,
  run_id uuid not null,
  material text not null,
  role text not null,
  loss text,
  mass_grams bigint not null,
  occurred_at timestamp with time zone not null,
  constraint run_outputs_pkey PRIMARY KEY (batch_id),
  constraint run_outputs_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint run_outputs_run_id_fkey FOREIGN KEY (run_id) REFERENCES runs(id),
  constraint run_outputs_mass_grams_check CHECK (mass_grams > 0),
  constraint run_outputs_role_check CHECK (role = ANY (ARRAY['product', 'intermediate', 'by_product', 'residue']))
);
comment on table run_outputs is 'Batches that a run yielded.';
comment on column run_outputs.loss is 'Kind of loss of lead that the material counts as. Null when it is none.';
CREATE INDEX run_outputs_run ON run_outputs USING btree (run_id, batch_id);
CREATE TRIGGER run_outputs_append_only BEFORE DELETE OR UPDATE ON run_outputs FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER run_outputs_no_truncate BEFORE TRUNCATE ON run_outputs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table run_outputs enable row level security;
create policy run_outputs_insert on run_outputs for insert
  with check ((EXISTS ( SELECT
   FROM runs
  WHERE runs.id = run_outputs.run_id AND (runs.party_id = ANY (((select visibility_parties()))::uuid[])))));
create policy run_outputs_select on run_outputs for select
  using ((EXISTS ( SELECT
   FROM runs
  WHERE runs.id = run_outputs.run_id)));
create policy service on run_outputs for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on run_outputs to leadloop_request;
grant insert, select on run_outputs to leadloop_service;
grant select on run_outputs to leadloop_city;

create table runs (
  id uuid not null,
  party_id uuid not null,
  site_id uuid not null,
  process text not null,
  started_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  fed_grams bigint not null default 0,
  yielded_grams bigint not null default 0,
  gained_grams bigint not null default 0,
  lost_grams bigint not null default 0,
  carried_grams bigint not null default 0,
  recorded_at timestamp with time zone not null,
  constraint runs_pkey PRIMARY KEY (id),
  constraint runs_id_fkey FOREIGN KEY (id) REFERENCES batches(id),
  constraint runs_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint runs_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint runs_balanced_when_closed CHECK (closed_at IS NULL OR (fed_grams + gained_grams) = (yielded_grams + lost_grams + carried_grams)),
  constraint runs_carried_grams_check CHECK (carried_grams >= 0),
  constraint runs_fed_grams_check CHECK (fed_grams >= 0),
  constraint runs_gained_grams_check CHECK (gained_grams >= 0),
  constraint runs_lost_grams_check CHECK (lost_grams >= 0),
  constraint runs_no_mass_from_nothing CHECK ((fed_grams + gained_grams) >= (yielded_grams + lost_grams + carried_grams)),
  constraint runs_period CHECK (closed_at >= started_at),
  constraint runs_yielded_grams_check CHECK (yielded_grams >= 0)
) with (fillfactor=80);
comment on table runs is 'Processing batches (处理批次). A run is also a batch of kind process: an account of the mass in it. Its totals are kept on the row, which is locked when they change.';
comment on column runs.fed_grams is 'Mass of all batches that were fed.';
comment on column runs.gained_grams is 'Mass taken up without a record, such as oxygen and water.';
comment on column runs.carried_grams is 'Mass carried over to another run.';
CREATE INDEX runs_party ON runs USING btree (party_id, id);
CREATE TRIGGER runs_no_truncate BEFORE TRUNCATE ON runs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table runs enable row level security;
create policy runs_insert on runs for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (site_id IS NULL OR (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = runs.site_id AND sites.party_id = runs.party_id))));
create policy runs_select on runs for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy runs_select_in_city on runs for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
create policy runs_update on runs for update
  using (party_id = ANY (((select visibility_parties()))::uuid[]))
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (site_id IS NULL OR (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = runs.site_id AND sites.party_id = runs.party_id))));
create policy service on runs for all to leadloop_service
  using (true)
  with check (true);
grant insert, select, update on runs to leadloop_request;
grant insert, select, update on runs to leadloop_service;
grant select on runs to leadloop_city;

create table shared_certificates (
  kind text not null,
  certificate text not null,
  party_id uuid not null,
  constraint shared_certificates_pkey PRIMARY KEY (certificate, kind, party_id),
  constraint shared_certificates_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint shared_certificates_certificate_check CHECK (certificate ~ '^[0-9a-f]{64}$'),
  constraint shared_certificates_kind_check CHECK (kind = ANY (ARRAY['file', 'named', 'registered']))
);
comment on table shared_certificates is 'Certificates that records of several organisations state, and those organisations. Neither sees the other one.';
comment on column shared_certificates.kind is 'The same file; the same number of a laboratory by its name; the same number of a registered laboratory.';
CREATE INDEX shared_certificates_party ON shared_certificates USING btree (party_id);
CREATE TRIGGER shared_certificates_append_only BEFORE DELETE OR UPDATE ON shared_certificates FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER shared_certificates_no_truncate BEFORE TRUNCATE ON shared_certificates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table shared_certificates enable row level security;
create policy service on shared_certificates for all to leadloop_service
  using (true)
  with check (true);
grant insert, select on shared_certificates to leadloop_service;

create table sites (
  id uuid not null,
  party_id uuid not null,
  kind text not null,
  name text not null,
  division_code text not null,
  address text,
  latitude double precision,
  longitude double precision,
  storage_limit_grams bigint,
  storage_limit_days integer,
  registered_at timestamp with time zone not null,
  version integer not null default 1,
  warnings text[] not null default '{}'[],
  constraint sites_pkey PRIMARY KEY (id),
  constraint sites_id_party_id_key UNIQUE (id, party_id),
  constraint sites_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint sites_division_code_check CHECK (division_code ~ '^\d{4}(\d{2})?$'),
  constraint sites_kind_check CHECK (kind = ANY (ARRAY['generator', 'collection_point', 'transfer_point', 'recycler', 'disposer', 'producer'])),
  constraint sites_latitude_check CHECK (latitude >= '-90'::integer::double precision AND latitude <= 90::double precision),
  constraint sites_longitude_check CHECK (longitude >= '-180'::integer::double precision AND longitude <= 180::double precision),
  constraint sites_position_whole CHECK ((latitude IS NULL) = (longitude IS NULL)),
  constraint sites_storage_limit_days_check CHECK (storage_limit_days > 0),
  constraint sites_storage_limit_grams_check CHECK (storage_limit_grams > 0),
  constraint sites_version_check CHECK (version > 0)
);
comment on table sites is 'Places of an organisation where batteries are generated, collected, stored or recycled.';
comment on column sites.storage_limit_grams is 'Designed storage capacity of the site, in whole grams.';
comment on column sites.storage_limit_days is 'Longest storage allowed at the site, in days.';
comment on column sites.version is 'Rises with every update; readers send it as If-Match.';
comment on column sites.warnings is 'Codes of the warnings about the place, judged at the registration.';
CREATE INDEX sites_party ON sites USING btree (party_id, id);
CREATE INDEX sites_warned ON sites USING btree (id) WHERE warnings <> '{}'[];
CREATE TRIGGER sites_no_truncate BEFORE TRUNCATE ON sites FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sites_version BEFORE UPDATE ON sites FOR EACH ROW EXECUTE FUNCTION raise_version();
alter table sites enable row level security;
create policy service on sites for all to leadloop_service
  using (true)
  with check (true);
create policy sites_insert on sites for insert
  with check ((select visibility_all()));
create policy sites_select on sites for select
  using ((select visibility_register()));
create policy sites_update on sites for update
  using ((select visibility_register()))
  with check ((select visibility_all()));
grant insert, select, update on sites to leadloop_request;
grant insert, select, update on sites to leadloop_service;
grant select on sites to leadloop_city;

create table stock_adjustments (
  id uuid not null,
  party_id uuid not null,
  site_id uuid not null,
  count_id uuid not null,
  item text not null,
  counted_at timestamp with time zone not null,
  reason_code text not null,
  reason text not null,
  counted_grams bigint not null,
  book_grams bigint not null,
  counted_pieces integer,
  book_pieces integer not null,
  lead_ppm integer not null,
  batches jsonb not null,
  above_limit boolean not null,
  limit_grams bigint not null,
  state text not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  decided_by text,
  decided_at timestamp with time zone,
  decision text,
  affected jsonb not null,
  unlisted jsonb,
  constraint stock_adjustments_pkey PRIMARY KEY (id),
  constraint stock_adjustments_count_id_fkey FOREIGN KEY (count_id) REFERENCES stock_counts(id),
  constraint stock_adjustments_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint stock_adjustments_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint stock_adjustments_affected_check CHECK (jsonb_typeof(affected) = 'array'),
  constraint stock_adjustments_batches_check CHECK (jsonb_typeof(batches) = 'array'),
  constraint stock_adjustments_book_grams_check CHECK (book_grams >= 0),
  constraint stock_adjustments_book_pieces_check CHECK (book_pieces >= 0),
  constraint stock_adjustments_counted_grams_check CHECK (counted_grams >= 0),
  constraint stock_adjustments_counted_pieces_check CHECK (counted_pieces >= 0),
  constraint stock_adjustments_decided_by_one CHECK ((above_limit AND (state = ANY (ARRAY['booked', 'rejected']))) = (decided_by IS NOT NULL) AND (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (decision IS NULL)),
  constraint stock_adjustments_lead_ppm_check CHECK (lead_ppm >= 0 AND lead_ppm <= 1000000),
  constraint stock_adjustments_limit_grams_check CHECK (limit_grams >= 0),
  constraint stock_adjustments_second_person CHECK (state <> 'booked' OR decided_by IS DISTINCT FROM proposed_by),
  constraint stock_adjustments_state_check CHECK (state = ANY (ARRAY['proposed', 'booked', 'rejected', 'expired'])),
  constraint stock_adjustments_unlisted_check CHECK (jsonb_typeof(unlisted) = 'array'),
  constraint stock_adjustments_wait_above_limit CHECK (above_limit = (expires_at IS NOT NULL) AND (above_limit OR state = 'booked'))
);
comment on table stock_adjustments is 'Differences between counted and book stock that were booked, or wait for a second person. The mass moves by movements of the kind stock_adjustment.';
comment on column stock_adjustments.item is 'Code of recycling.counted-items; all lines of the count with this item together.';
comment on column stock_adjustments.counted_at is 'Instant of the count: the books are those of then, and the mass moves then.';
comment on column stock_adjustments.lead_ppm is 'Lead in the counted mass, which is the content of the adjusted mass in the lead balance.';
comment on column stock_adjustments.batches is 'The adjusted batches, each as the books had it and as it was counted.';
comment on column stock_adjustments.above_limit is 'True when law recycling.adjustment-limit wanted a second person.';
comment on column stock_adjustments.expires_at is 'End of the time in which the second person decides.';
comment on column stock_adjustments.decided_by is 'Subject of the token of the second person, never that of the proposer.';
comment on column stock_adjustments.unlisted is 'Numbers of records by kind that affected leaves out; null where they were not counted.';
CREATE INDEX stock_adjustments_item ON stock_adjustments USING btree (site_id, item, counted_at) WHERE state = 'booked';
CREATE UNIQUE INDEX stock_adjustments_one_mass ON stock_adjustments USING btree (count_id, item) WHERE (state = ANY (ARRAY['proposed', 'booked'])) AND jsonb_path_exists(batches, '$[*]?(@."countedGrams" != @."bookGrams")'::jsonpath);
CREATE UNIQUE INDEX stock_adjustments_one_pieces ON stock_adjustments USING btree (count_id, item) WHERE (state = ANY (ARRAY['proposed', 'booked'])) AND jsonb_path_exists(batches, '$[*]?(@."countedPieces" != @."bookPieces")'::jsonpath);
CREATE INDEX stock_adjustments_open ON stock_adjustments USING btree (expires_at) WHERE state = 'proposed';
CREATE INDEX stock_adjustments_party ON stock_adjustments USING btree (party_id, id);
CREATE TRIGGER stock_adjustments_guard BEFORE UPDATE ON stock_adjustments FOR EACH ROW EXECUTE FUNCTION refuse_other_adjustment();
CREATE TRIGGER stock_adjustments_no_delete BEFORE DELETE ON stock_adjustments FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stock_adjustments_no_truncate BEFORE TRUNCATE ON stock_adjustments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table stock_adjustments enable row level security;
create policy service on stock_adjustments for all to leadloop_service
  using (true)
  with check (true);
create policy stock_adjustments_insert on stock_adjustments for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = stock_adjustments.site_id AND sites.party_id = stock_adjustments.party_id)) AND (EXISTS ( SELECT
   FROM stock_counts counted
  WHERE counted.id = stock_adjustments.count_id AND counted.party_id = stock_adjustments.party_id AND counted.site_id = stock_adjustments.site_id)));
create policy stock_adjustments_select on stock_adjustments for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy stock_adjustments_select_in_city on stock_adjustments for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
create policy stock_adjustments_update on stock_adjustments for update
  using (party_id = ANY (((select visibility_parties()))::uuid[]))
  with check (party_id = ANY (((select visibility_parties()))::uuid[]));
grant insert, select on stock_adjustments to leadloop_request;
grant insert, select, update on stock_adjustments to leadloop_service;
grant select on stock_adjustments to leadloop_city;
grant update (affected) on stock_adjustments to leadloop_request;
grant update (decided_at) on stock_adjustments to leadloop_request;
grant update (decided_by) on stock_adjustments to leadloop_request;
grant update (decision) on stock_adjustments to leadloop_request;
grant update (id) on stock_adjustments to leadloop_request;
grant update (state) on stock_adjustments to leadloop_request;
grant update (unlisted) on stock_adjustments to leadloop_request;

create table stock_counts (
  id uuid not null,
  party_id uuid not null,
  site_id uuid not null,
  counted_on date not null,
  counted_by text not null,
  lines jsonb not null,
  replaces_id uuid,
  recorded_at timestamp with time zone not null,
  constraint stock_counts_pkey PRIMARY KEY (id),
  constraint stock_counts_of_day UNIQUE (id, party_id, site_id, counted_on),
  constraint stock_counts_replaces_id_key UNIQUE (replaces_id),
  constraint stock_counts_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint stock_counts_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES stock_counts(id),
  constraint stock_counts_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint stock_counts_lines_check CHECK (jsonb_typeof(lines) = 'array')
);
comment on table stock_counts is 'Stock counted at a site at the end of a day. A correction is another count that names the one it replaces.';
comment on column stock_counts.lines is 'The counted items, each in grams and with its lead content.';
CREATE UNIQUE INDEX stock_counts_first ON stock_counts USING btree (site_id, counted_on) WHERE replaces_id IS NULL;
CREATE INDEX stock_counts_party ON stock_counts USING btree (party_id, id);
CREATE TRIGGER stock_counts_append_only BEFORE DELETE OR UPDATE ON stock_counts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stock_counts_no_truncate BEFORE TRUNCATE ON stock_counts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table stock_counts enable row level security;
create policy service on stock_counts for all to leadloop_service
  using (true)
  with check (true);
create policy stock_counts_insert on stock_counts for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (site_id IS NULL OR (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = stock_counts.site_id AND sites.party_id = stock_counts.party_id))));
create policy stock_counts_select on stock_counts for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy stock_counts_select_in_city on stock_counts for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
grant insert, select on stock_counts to leadloop_request;
grant insert, select on stock_counts to leadloop_service;
grant select on stock_counts to leadloop_city;

create table stock_observations (
  id uuid not null,
  count_id uuid not null,
  party_id uuid not null,
  site_id uuid not null,
  counted_on date not null,
  observed_on date not null,
  observer text not null,
  report_number text not null,
  lines jsonb not null,
  replaces_id uuid,
  recorded_at timestamp with time zone not null,
  constraint stock_observations_pkey PRIMARY KEY (id),
  constraint stock_observations_replaces_id_key UNIQUE (replaces_id),
  constraint stock_observations_count FOREIGN KEY (count_id, party_id, site_id, counted_on) REFERENCES stock_counts(id, party_id, site_id, counted_on),
  constraint stock_observations_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint stock_observations_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES stock_observations(id),
  constraint stock_observations_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint stock_observations_lines_check CHECK (jsonb_typeof(lines) = 'array'),
  constraint stock_observations_withdrawn CHECK (lines <> '[]'::jsonb OR replaces_id IS NOT NULL)
);
comment on table stock_observations is 'What authorities saw on sites for stock counts (监盘). A later one names the one it replaces; the one that none replaces is valid, and one without lines withdraws.';
comment on column stock_observations.party_id is 'The organisation whose stock it is.';
comment on column stock_observations.counted_on is 'Day of the count. An observation holds for the site and this day, whichever count is valid.';
comment on column stock_observations.lines is 'The items that were seen, each in grams and with remarks.';
CREATE INDEX stock_observations_count ON stock_observations USING btree (count_id);
CREATE UNIQUE INDEX stock_observations_first ON stock_observations USING btree (site_id, counted_on) WHERE replaces_id IS NULL;
CREATE INDEX stock_observations_party ON stock_observations USING btree (party_id, id);
CREATE TRIGGER stock_observations_append_only BEFORE DELETE OR UPDATE ON stock_observations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stock_observations_no_truncate BEFORE TRUNCATE ON stock_observations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table stock_observations enable row level security;
create policy service on stock_observations for all to leadloop_service
  using (true)
  with check (true);
create policy stock_observations_insert on stock_observations for insert
  with check ((select visibility_all()));
create policy stock_observations_select on stock_observations for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy stock_observations_select_in_city on stock_observations for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
grant insert, select on stock_observations to leadloop_request;
grant insert, select on stock_observations to leadloop_service;
grant select on stock_observations to leadloop_city;

create table supplies (
  id uuid not null,
  party_id uuid not null,
  site_id uuid not null,
  batch_id uuid not null,
  source_kind text not null,
  supplier_name text not null,
  document_number text,
  mass_grams bigint not null,
  received_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint supplies_pkey PRIMARY KEY (id),
  constraint supplies_batch_id_key UNIQUE (batch_id),
  constraint supplies_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batches(id),
  constraint supplies_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint supplies_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id),
  constraint supplies_mass_grams_check CHECK (mass_grams > 0)
);
comment on table supplies is 'Feeds other than domestic waste batteries, such as bought crude lead. Each is a batch.';
comment on column supplies.document_number is 'Number of the purchase or import document.';
CREATE INDEX supplies_party ON supplies USING btree (party_id, id);
CREATE TRIGGER supplies_append_only BEFORE DELETE OR UPDATE ON supplies FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supplies_no_truncate BEFORE TRUNCATE ON supplies FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table supplies enable row level security;
create policy service on supplies for all to leadloop_service
  using (true)
  with check (true);
create policy supplies_insert on supplies for insert
  with check ((party_id = ANY (((select visibility_parties()))::uuid[])) AND (site_id IS NULL OR (EXISTS ( SELECT
   FROM sites
  WHERE sites.id = supplies.site_id AND sites.party_id = supplies.party_id))));
create policy supplies_select on supplies for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy supplies_select_in_city on supplies for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (site_id IN ( SELECT sites.id
   FROM sites
  WHERE sites.division_code ~~ ((select visibility_city())))));
grant insert, select on supplies to leadloop_request;
grant insert, select on supplies to leadloop_service;
grant select on supplies to leadloop_city;

create table transfer_covers (
  id uuid not null,
  approval_id uuid,
  exemption_id uuid,
  consignor_id uuid not null,
  receiver_id uuid not null,
  origin_province text not null,
  destination_province text not null,
  waste_code text not null,
  handed_over_grams bigint not null,
  counted_grams bigint not null,
  handed_over_on date not null,
  recorded_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint transfer_covers_pkey PRIMARY KEY (id),
  constraint transfer_covers_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint transfer_covers_consignor_id_fkey FOREIGN KEY (consignor_id) REFERENCES parties(id),
  constraint transfer_covers_exemption_id_fkey FOREIGN KEY (exemption_id) REFERENCES transfer_exemptions(id),
  constraint transfer_covers_id_fkey FOREIGN KEY (id) REFERENCES manifests(id),
  constraint transfer_covers_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES parties(id),
  constraint transfer_covers_counted_grams_check CHECK (counted_grams >= 0),
  constraint transfer_covers_handed_over_grams_check CHECK (handed_over_grams > 0),
  constraint transfer_covers_one CHECK ((approval_id IS NULL) <> (exemption_id IS NULL))
);
comment on table transfer_covers is 'The approval or exemption under which each load left the province; id is that of its manifest.';
comment on column transfer_covers.counted_grams is 'Mass that counts against the approval: as handed over, and once the receiver has decided, as it accepted.';
CREATE INDEX transfer_covers_approval ON transfer_covers USING btree (approval_id, id);
CREATE INDEX transfer_covers_consignor ON transfer_covers USING btree (consignor_id, id);
CREATE INDEX transfer_covers_exemption ON transfer_covers USING btree (exemption_id, id);
CREATE INDEX transfer_covers_receiver ON transfer_covers USING btree (receiver_id, id);
CREATE TRIGGER transfer_covers_no_removal BEFORE DELETE ON transfer_covers FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfer_covers_no_truncate BEFORE TRUNCATE ON transfer_covers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table transfer_covers enable row level security;
create policy service on transfer_covers for all to leadloop_service
  using (true)
  with check (true);
create policy transfer_covers_insert on transfer_covers for insert
  with check (consignor_id = ANY (((select visibility_parties()))::uuid[]));
create policy transfer_covers_select on transfer_covers for select
  using ((select visibility_all()) OR (consignor_id = ANY (((select visibility_parties()))::uuid[])) OR (receiver_id = ANY (((select visibility_parties()))::uuid[])) OR origin_province = ((select visibility_province())) OR destination_province = ((select visibility_province())));
create policy transfer_covers_select_in_city on transfer_covers for select to leadloop_city
  using ((consignor_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (receiver_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
grant insert, select on transfer_covers to leadloop_request;
grant insert, select, update on transfer_covers to leadloop_service;
grant select on transfer_covers to leadloop_city;

create table transfer_exemption_ends (
  exemption_id uuid not null,
  ended_on date not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  constraint transfer_exemption_ends_pkey PRIMARY KEY (exemption_id),
  constraint transfer_exemption_ends_exemption_id_fkey FOREIGN KEY (exemption_id) REFERENCES transfer_exemptions(id),
  constraint transfer_exemption_ends_reason_check CHECK (length(reason) >= 1 AND length(reason) <= 500)
);
comment on table transfer_exemption_ends is 'Early ends of exemptions, one each.';
CREATE TRIGGER transfer_exemption_ends_append_only BEFORE DELETE OR UPDATE ON transfer_exemption_ends FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfer_exemption_ends_no_truncate BEFORE TRUNCATE ON transfer_exemption_ends FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table transfer_exemption_ends enable row level security;
create policy service on transfer_exemption_ends for all to leadloop_service
  using (true)
  with check (true);
create policy transfer_exemption_ends_insert on transfer_exemption_ends for insert
  with check ((select visibility_all()));
create policy transfer_exemption_ends_select on transfer_exemption_ends for select
  using ((select visibility_register()));
grant insert, select on transfer_exemption_ends to leadloop_request;
grant insert, select on transfer_exemption_ends to leadloop_service;
grant select on transfer_exemption_ends to leadloop_city;

create table transfer_exemptions (
  id uuid not null,
  granted_by text not null,
  waste_codes text[] not null,
  receivers text[] not null,
  origin_province text,
  destination_province text,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null,
  constraint transfer_exemptions_pkey PRIMARY KEY (id),
  constraint transfer_exemptions_granted_by_check CHECK (length(granted_by) >= 1 AND length(granted_by) <= 200),
  constraint transfer_exemptions_receivers_check CHECK (cardinality(receivers) > 0),
  constraint transfer_exemptions_validity CHECK (valid_to IS NULL OR valid_from < valid_to),
  constraint transfer_exemptions_waste_codes_check CHECK (cardinality(waste_codes) > 0)
);
comment on table transfer_exemptions is 'Lists of receivers to which waste goes without an approval (such as 环办固体函〔2023〕387号), with the document that grants it.';
CREATE INDEX transfer_exemptions_receivers ON transfer_exemptions USING gin (receivers);
CREATE TRIGGER transfer_exemptions_append_only BEFORE DELETE OR UPDATE ON transfer_exemptions FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfer_exemptions_no_truncate BEFORE TRUNCATE ON transfer_exemptions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table transfer_exemptions enable row level security;
create policy service on transfer_exemptions for all to leadloop_service
  using (true)
  with check (true);
create policy transfer_exemptions_insert on transfer_exemptions for insert
  with check ((select visibility_all()));
create policy transfer_exemptions_select on transfer_exemptions for select
  using ((select visibility_register()));
grant insert, select on transfer_exemptions to leadloop_request;
grant insert, select on transfer_exemptions to leadloop_service;
grant select on transfer_exemptions to leadloop_city;

create table use_confirmations (
  id uuid not null,
  disposition_id uuid not null,
  party_id uuid not null,
  confirmed_by_id uuid not null,
  number text not null,
  use text not null,
  use_fate text not null,
  mass_grams bigint not null,
  confirmed_on date not null,
  file_id uuid,
  replaces_id uuid,
  recorded_at timestamp with time zone not null,
  constraint use_confirmations_pkey PRIMARY KEY (id),
  constraint use_confirmations_replaces_id_key UNIQUE (replaces_id),
  constraint use_confirmations_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES parties(id),
  constraint use_confirmations_disposition FOREIGN KEY (disposition_id, party_id) REFERENCES dispositions(id, party_id),
  constraint use_confirmations_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint use_confirmations_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES use_confirmations(id),
  constraint use_confirmations_mass_grams_check CHECK (mass_grams >= 0),
  constraint use_confirmations_proved CHECK (file_id IS NOT NULL OR confirmed_by_id <> party_id),
  constraint use_confirmations_use_fate_check CHECK (use_fate = ANY (ARRAY['material', 'fuel', 'landfill', 'backfill'])),
  constraint use_confirmations_withdrawn CHECK (mass_grams > 0 OR replaces_id IS NOT NULL)
);
comment on table use_confirmations is 'Confirmations by which receivers state what mass of a disposition they used, and for what. A correction names the one it replaces; with 0 g it withdraws it.';
comment on column use_confirmations.party_id is 'The recycler.';
comment on column use_confirmations.confirmed_by_id is 'Organisation that recorded it: the registered receiver, or the recycler with the file of the proof.';
CREATE INDEX use_confirmations_by ON use_confirmations USING btree (confirmed_by_id, id);
CREATE INDEX use_confirmations_disposition ON use_confirmations USING btree (disposition_id);
CREATE UNIQUE INDEX use_confirmations_first ON use_confirmations USING btree (disposition_id, number) WHERE replaces_id IS NULL;
CREATE INDEX use_confirmations_party ON use_confirmations USING btree (party_id, id);
CREATE TRIGGER use_confirmations_append_only BEFORE DELETE OR UPDATE ON use_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER use_confirmations_no_truncate BEFORE TRUNCATE ON use_confirmations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
alter table use_confirmations enable row level security;
create policy service on use_confirmations for all to leadloop_service
  using (true)
  with check (true);
create policy use_confirmations_insert on use_confirmations for insert
  with check (confirmed_by_id = ANY (((select visibility_parties()))::uuid[]));
create policy use_confirmations_select on use_confirmations for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])) OR (confirmed_by_id = ANY (((select visibility_parties()))::uuid[])));
create policy use_confirmations_select_in_city on use_confirmations for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))) OR (confirmed_by_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
grant insert, select on use_confirmations to leadloop_request;
grant insert, select on use_confirmations to leadloop_service;
grant select on use_confirmations to leadloop_city;

create table vehicles (
  id uuid not null,
  party_id uuid not null,
  plate text not null,
  plate_color text,
  trailer boolean not null,
  permit_number text not null,
  permit_valid_from date not null,
  permit_valid_to date not null,
  registered_at timestamp with time zone not null,
  version integer not null default 1,
  doubles_id uuid,
  constraint vehicles_pkey PRIMARY KEY (id),
  constraint vehicles_party_id_plate_permit_number_permit_valid_from_key UNIQUE (party_id, plate, permit_number, permit_valid_from),
  constraint vehicles_doubles_id_fkey FOREIGN KEY (doubles_id) REFERENCES vehicles(id),
  constraint vehicles_party_id_fkey FOREIGN KEY (party_id) REFERENCES parties(id),
  constraint vehicles_permit_period CHECK (permit_valid_to > permit_valid_from),
  constraint vehicles_plate_check CHECK (length(plate) >= 1 AND length(plate) <= 20),
  constraint vehicles_plate_color_check CHECK (plate_color = ANY (ARRAY['blue', 'yellow', 'black', 'white', 'green', 'yellow-green'])),
  constraint vehicles_version_check CHECK (version > 0)
);
comment on table vehicles is 'Vehicles of carriers with their road-transport permits (道路运输证). A renewed permit is a new row, so that old days stay readable.';
comment on column vehicles.version is 'Rises with every update; readers send it as If-Match.';
comment on column vehicles.doubles_id is 'Entry of the same permit registered before in another spelling.';
CREATE UNIQUE INDEX vehicles_one_permit ON vehicles USING btree (party_id, plate, compared_form(permit_number), permit_valid_from) WHERE doubles_id IS NULL;
CREATE TRIGGER vehicles_no_delete BEFORE DELETE ON vehicles FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER vehicles_no_truncate BEFORE TRUNCATE ON vehicles FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER vehicles_version BEFORE UPDATE ON vehicles FOR EACH ROW EXECUTE FUNCTION raise_version();
alter table vehicles enable row level security;
create policy service on vehicles for all to leadloop_service
  using (true)
  with check (true);
create policy vehicles_insert on vehicles for insert
  with check ((select visibility_all()));
create policy vehicles_select on vehicles for select
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
create policy vehicles_select_in_city on vehicles for select to leadloop_city
  using ((party_id IN ( SELECT parties.id
   FROM parties
  WHERE parties.division_code ~~ ((select visibility_city())))));
create policy vehicles_update on vehicles for update
  using ((select visibility_all()) OR (party_id = ANY (((select visibility_parties()))::uuid[])));
grant insert, select, update on vehicles to leadloop_request;
grant insert, select, update on vehicles to leadloop_service;
grant select on vehicles to leadloop_city;

create table waste_codes (
  code text not null,
  name text not null,
  category text not null,
  hazards text[] not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  confidence law_confidence not null,
  constraint waste_codes_pkey PRIMARY KEY (code, valid_from),
  constraint waste_codes_category CHECK (category = ('HW' || "right"(code, 2))),
  constraint waste_codes_code_check CHECK (code ~ '^[0-9]{3}-[0-9]{3}-[0-9]{2}$'),
  constraint waste_codes_hazards_check CHECK (hazards <@ ARRAY['T', 'C', 'I', 'R', 'In'] AND cardinality(hazards) > 0),
  constraint waste_codes_period CHECK (valid_to > valid_from)
);
comment on table waste_codes is 'The codes of the national list of hazardous waste that batteries and their recycling touch.';
comment on column waste_codes.hazards is 'T toxic, C corrosive, I ignitable, R reactive, In infectious.';
CREATE TRIGGER waste_codes_end_only BEFORE UPDATE ON waste_codes FOR EACH ROW WHEN (old.valid_to IS NOT NULL OR (to_jsonb(old.*) - 'valid_to') IS DISTINCT FROM (to_jsonb(new.*) - 'valid_to')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER waste_codes_no_truncate BEFORE TRUNCATE ON waste_codes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select, update on waste_codes to leadloop_service;
grant select on waste_codes to leadloop_city;
grant select on waste_codes to leadloop_request;

create table work_calendar (
  day date not null,
  is_workday boolean not null,
  source text not null,
  constraint work_calendar_pkey PRIMARY KEY (day)
);
comment on table work_calendar is 'The days that a holiday notice names. Every other day of a loaded year is a working day from Monday to Friday.';
CREATE TRIGGER work_calendar_no_truncate BEFORE TRUNCATE ON work_calendar FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select, update on work_calendar to leadloop_service;
grant select on work_calendar to leadloop_city;
grant select on work_calendar to leadloop_request;

create table work_calendar_notices (
  year integer not null,
  version integer not null,
  number text,
  title text not null,
  issued_on date,
  days_off jsonb not null,
  working_weekend_days jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint work_calendar_notices_pkey PRIMARY KEY (year, version),
  constraint work_calendar_notices_days_off_check CHECK (jsonb_typeof(days_off) = 'array'),
  constraint work_calendar_notices_version_check CHECK (version >= 1),
  constraint work_calendar_notices_working_weekend_days_check CHECK (jsonb_typeof(working_weekend_days) = 'array'),
  constraint work_calendar_notices_year_check CHECK (year >= 2000 AND year <= 2200)
);
comment on table work_calendar_notices is 'Holiday notices of the State Council as they were loaded. The days of the last version of a year stand in work_calendar.';
comment on column work_calendar_notices.number is 'Number of the notice (发文字号); null for years that came with a release.';
CREATE TRIGGER work_calendar_notices_append_only BEFORE DELETE OR UPDATE ON work_calendar_notices FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER work_calendar_notices_no_truncate BEFORE TRUNCATE ON work_calendar_notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on work_calendar_notices to leadloop_service;
grant select on work_calendar_notices to leadloop_city;
grant select on work_calendar_notices to leadloop_request;

create table work_calendar_years (
  year integer not null,
  source text not null,
  constraint work_calendar_years_pkey PRIMARY KEY (year),
  constraint work_calendar_years_year_check CHECK (year >= 2000 AND year <= 2200)
);
comment on table work_calendar_years is 'Years whose holiday notice of the State Council is loaded. A deadline that reaches any other year is rejected.';
CREATE TRIGGER work_calendar_years_no_truncate BEFORE TRUNCATE ON work_calendar_years FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select, update on work_calendar_years to leadloop_service;
grant select on work_calendar_years to leadloop_city;
grant select on work_calendar_years to leadloop_request;
