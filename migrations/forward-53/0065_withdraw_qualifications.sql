-- A qualification of a laboratory could not end before its day. The authority withdraws it from a day on, with the reason; what was
-- confirmed on days before stays. The release before does not read the table.
create table qualification_withdrawals (
  qualification_id uuid primary key references qualifications (id),
  withdrawn_on date not null,
  reason text not null check (length(reason) between 1 and 500),
  recorded_at timestamptz not null
);
comment on table qualification_withdrawals is 'Early ends of qualifications of laboratories (资质认定撤销), one each.';
comment on column qualification_withdrawals.withdrawn_on is 'First day on which the qualification is no longer valid. It may lie before the day of recording.';
create trigger qualification_withdrawals_append_only before update or delete on qualification_withdrawals
  for each row execute function refuse_change();
create trigger qualification_withdrawals_no_truncate before truncate on qualification_withdrawals
  for each statement execute function refuse_change();
alter table qualification_withdrawals enable row level security;
create policy qualification_withdrawals_select on qualification_withdrawals for select using ((select visibility_register()));
create policy qualification_withdrawals_insert on qualification_withdrawals for insert with check ((select visibility_all()));
grant select, insert on qualification_withdrawals to leadloop_request;
grant select on qualification_withdrawals to leadloop_city;
