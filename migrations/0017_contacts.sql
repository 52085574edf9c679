-- Whom to ask at an organisation. The register is open and this is not, so it stands in a table with a wall of its own: for the
-- organisation, its city, and who sees all.
create table party_contacts (
  party_id uuid primary key references parties (id),
  contact_name text,
  contact_phone text,
  check (contact_name is not null or contact_phone is not null)
);
--> statement-breakpoint
insert into party_contacts (party_id, contact_name, contact_phone)
select id, contact_name, contact_phone from parties where contact_name is not null or contact_phone is not null;
--> statement-breakpoint
alter table parties drop column contact_name, drop column contact_phone;
--> statement-breakpoint
alter table party_contacts enable row level security;
--> statement-breakpoint
create policy party_contacts_seen on party_contacts for select using (
  (select visibility_all()) or party_id = any ((select visibility_parties())::uuid[]));
--> statement-breakpoint
create policy party_contacts_seen_in_city on party_contacts for select to leadloop_city using (
  party_id in (select id from parties where division_code like (select visibility_city())));
--> statement-breakpoint
create policy party_contacts_added on party_contacts for insert with check ((select visibility_all()));
--> statement-breakpoint
grant select, insert on party_contacts to leadloop_request;
--> statement-breakpoint
grant select on party_contacts to leadloop_city;
