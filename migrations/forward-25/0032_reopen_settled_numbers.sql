-- Earlier releases settled a national number when its manifest had the number that a province had reported, or waited with
-- the other province. The national number replaces a reported one now, so these are assigned again. A number that the national system
-- has confirmed for another manifest stays settled.
update exchange_numbers n set settled_at = null, problem = null, attempts = 0, next_attempt_at = now()
from manifests m
where m.id = n.manifest_id and n.settled_at is not null and not m.number_confirmed
  and n.problem in ('manifest-numbered-already', 'manifest-number-taken', 'manifest-step-elsewhere')
  and not exists (select from manifests o where o.number = n.number and o.number_confirmed and o.id <> n.manifest_id);
