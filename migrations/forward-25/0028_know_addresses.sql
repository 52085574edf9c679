-- Strangers with many addresses locked a person out who had no known browser. An address from which the person has logged
-- in before is now known too, and only its own wrong passwords count there.
alter table identity_attempts add column known_until timestamptz;
comment on column identity_attempts.known_until is
  'End of the time in which this place of an account is known, because the person logged in there. Null for all other counters.';
