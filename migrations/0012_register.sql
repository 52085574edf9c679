-- Since when an organisation stands where it stands: the hot path reads the history only for what happened before.
alter table parties add column state_since timestamptz;
--> statement-breakpoint
update parties set state_since = (select max(at) from party_states where party_states.party_id = parties.id);
--> statement-breakpoint
alter table party_states drop constraint party_states_step_check;
--> statement-breakpoint
alter table party_states add constraint party_states_step_check
  check (step in ('submit', 'approve', 'send-back', 'suspend', 'resume', 'close'));
--> statement-breakpoint
-- Under which licence a receiver of this province accepted: its annual scale is what this counts against.
alter table manifests add column accepted_licence_id uuid references licences (id);
--> statement-breakpoint
update manifests set accepted_licence_id = (
  select licences.id from licences
  where licences.party_id = manifests.receiver_id and licences.number = manifests.document ->> 'receiverLicence'
    and licences.mode <> 'transport'
    and licences.valid_from <= (manifests.decided_at at time zone 'Asia/Shanghai')::date
    and licences.valid_to > (manifests.decided_at at time zone 'Asia/Shanghai')::date
  order by licences.valid_from desc, licences.id limit 1)
where state in ('accepted', 'partially_accepted', 'closed') and decided_at is not null;
--> statement-breakpoint
create index manifests_accepted_licence on manifests (accepted_licence_id, decided_at) where accepted_licence_id is not null;
--> statement-breakpoint
alter table vehicles add column plate_color text
  check (plate_color in ('blue', 'yellow', 'black', 'white', 'green', 'yellow-green'));
--> statement-breakpoint
-- Where the codes of divisions come from, as every other row of law says of itself.
alter table divisions
  add column source text not null default 'china-division 2.7.0, with the three provinces that it leaves out',
  add column confidence law_confidence not null default '2';
--> statement-breakpoint
alter table divisions alter column source drop default, alter column confidence drop default;
--> statement-breakpoint
insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('codes.plate-colors', '2018-05-01', null, '[
      {"code": "blue", "zh": "蓝色", "en": "Blue: small vehicles"},
      {"code": "yellow", "zh": "黄色", "en": "Yellow: large vehicles and trailers"},
      {"code": "black", "zh": "黑色", "en": "Black: vehicles of embassies, and of Hong Kong and Macao"},
      {"code": "white", "zh": "白色", "en": "White: police and armed forces"},
      {"code": "green", "zh": "渐变绿色", "en": "Green: small new-energy vehicles"},
      {"code": "yellow-green", "zh": "黄绿双拼色", "en": "Yellow and green: large new-energy vehicles"}
    ]', 'GA 36-2018, plates of motor vehicles', 'M-h')
on conflict (key, valid_from) do nothing;
--> statement-breakpoint
-- A row of law is given an end once; nothing else of it changes, because old records are judged by it.
create trigger law_values_end_only before update on law_values for each row
  when (old.valid_to is not null or to_jsonb(old) - 'valid_to' is distinct from to_jsonb(new) - 'valid_to')
  execute function refuse_change();
--> statement-breakpoint
create trigger divisions_end_only before update on divisions for each row
  when (old.valid_to is not null or to_jsonb(old) - 'valid_to' is distinct from to_jsonb(new) - 'valid_to')
  execute function refuse_change();
--> statement-breakpoint
create trigger waste_codes_end_only before update on waste_codes for each row
  when (old.valid_to is not null or to_jsonb(old) - 'valid_to' is distinct from to_jsonb(new) - 'valid_to')
  execute function refuse_change();
