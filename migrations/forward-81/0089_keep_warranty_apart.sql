-- Batteries that come back under warranty are not waste (HJ 519-2020), and could be recorded as collected waste only. They have a type of
-- source of their own from 2026 on, which is not merged with waste nor sent together with it. The release before knows the type as any other, and
-- does not read the new key.
update law_values set valid_to = '2026-01-01' where key = 'batteries.source-types' and valid_to is null;

insert into law_values (key, valid_from, valid_to, value, source, confidence)
select key, '2026-01-01', null, value || '[{"code": "warranty-return", "zh": "质保退回", "en": "Warranty return"}]'::jsonb,
  source || '; returns under warranty are not waste batteries (HJ 519-2020) and are kept apart', confidence
from law_values where key = 'batteries.source-types' and valid_to = '2026-01-01';

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('batteries.kept-apart', '2020-01-01', null, '{"sourceTypes": ["warranty-return"]}',
   'HJ 519-2020: batteries returned to the factory under warranty are not waste lead-acid batteries', '2');
