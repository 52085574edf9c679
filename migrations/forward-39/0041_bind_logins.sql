-- A login whose password was checked just before a new password was set could be stored after all logins had ended, and went
-- on. Every login now carries the number of times that the logins of its person had ended. Sessions of before carry none and
-- count as 0. The release before neither reads nor raises it.
alter table identity_people add column logins_version integer not null default 0 check (logins_version >= 0);
comment on column identity_people.logins_version is
  'Number of times that all logins of the person ended. Logins carry it, so that those of before can be rejected.';
