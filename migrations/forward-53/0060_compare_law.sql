-- A law of the certified period that is loaded later opens a revision as well, so each comparison notes the law that it used.
alter table assessments add column compared_law text;
comment on column assessments.compared_law is 'SHA-256 of the law and the methods by which the certified figure was compared; null before the first time.';
grant update (compared_law) on assessments to leadloop_request;
