-- An answer lists at most 200 records of each kind that a change affected. How many it leaves out was lost; it is kept with
-- the change from now on, and unknown (null) for changes of before.
alter table corrections add column unlisted jsonb check (jsonb_typeof(unlisted) = 'array');
alter table register_changes add column unlisted jsonb check (jsonb_typeof(unlisted) = 'array');
alter table stock_adjustments add column unlisted jsonb check (jsonb_typeof(unlisted) = 'array');
comment on column corrections.unlisted is 'Numbers of records by kind that affected leaves out; null where they were not counted.';
comment on column register_changes.unlisted is 'Numbers of records by kind that affected leaves out; null where they were not counted.';
comment on column stock_adjustments.unlisted is 'Numbers of records by kind that affected leaves out; null where they were not counted.';

create or replace function refuse_other_adjustment() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) = to_jsonb(old) then return new; end if;
  if old.state <> 'proposed' or new.state = 'proposed'
    or to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decision', 'affected', 'unlisted']
      <> to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decision', 'affected', 'unlisted'] then
    raise exception 'a stock adjustment changes only by the decision about its proposal' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
grant update (unlisted) on stock_adjustments to leadloop_request;
