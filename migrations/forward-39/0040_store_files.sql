-- Records named files by a SHA-256 whose bytes the service could not take. Files are now stored: their bytes in a folder or
-- in object storage under their SHA-256, their data here.

-- Bytes are written before the row of their file. A content is announced here first, so bytes whose file was never recorded
-- are found and removed, whatever place they are in.
create table file_contents (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  announced_at timestamptz not null,
  removed_at timestamptz,
  damaged_at timestamptz
);
comment on table file_contents is 'Contents of files by their SHA-256, which the store of files keeps once each.';
comment on column file_contents.announced_at is 'Last time at which these bytes were about to be written, by the clock of the database.';
comment on column file_contents.removed_at is 'Set when the bytes were removed because no file was recorded with them.';
comment on column file_contents.damaged_at is 'Set when the bytes were read and did not have their SHA-256, or were gone. Sending the file again repairs it.';
create index file_contents_announced on file_contents (announced_at) where removed_at is null;
create index file_contents_damaged on file_contents (damaged_at) where damaged_at is not null;
create trigger file_contents_no_delete before delete on file_contents for each row execute function refuse_change();
create trigger file_contents_no_truncate before truncate on file_contents for each statement execute function refuse_change();
alter table file_contents enable row level security;

create table files (
  id uuid primary key,
  sha256 text not null references file_contents (sha256),
  size_bytes bigint not null check (size_bytes > 0),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  name text not null check (length(name) between 1 and 200),
  party_id uuid not null references parties (id),
  uploaded_by text not null,
  recorded_at timestamptz not null,
  retained_until date not null,
  constraint files_once_each unique (party_id, sha256),
  constraint files_owner unique (id, party_id)
);
comment on table files is 'Uploaded files. An organisation has each content once. Nothing removes a file.';
comment on column files.name is 'Name that the file had where it came from, on one line.';
comment on column files.uploaded_by is 'Subject of the token that uploaded it.';
comment on column files.retained_until is 'Last day of the retention that law files.retention named when the file was recorded.';
create index files_content on files (sha256);
create trigger files_append_only before update or delete on files for each row execute function refuse_change();
create trigger files_no_truncate before truncate on files for each statement execute function refuse_change();

create table file_records (
  file_id uuid not null,
  party_id uuid not null,
  record_kind text not null check (record_kind in ('assay')),
  record_id uuid not null,
  recorded_at timestamptz not null,
  constraint file_records_pkey primary key (file_id, record_kind, record_id),
  constraint file_records_file foreign key (file_id, party_id) references files (id, party_id)
);
comment on table file_records is 'Records to which files belong. A file is visible to all who may see one of its records.';
create index file_records_record on file_records (record_kind, record_id);
create trigger file_records_append_only before update or delete on file_records for each row execute function refuse_change();
create trigger file_records_no_truncate before truncate on file_records for each statement execute function refuse_change();

-- A record is visible by the policies of its own table; a new kind of record adds its condition here.
alter table file_records enable row level security;
create policy file_records_select on file_records for select using (
  party_id = any ((select visibility_parties())::uuid[])
  or record_kind = 'assay' and exists (select from assays where assays.id = file_records.record_id));
create policy file_records_insert on file_records for insert with check (
  party_id = any ((select visibility_parties())::uuid[])
  and record_kind = 'assay' and exists (select from assays
    where assays.id = file_records.record_id and assays.party_id = file_records.party_id));

-- A file without a record is visible to its own organisation alone, also not to authorities.
alter table files enable row level security;
create policy files_select on files for select using (
  party_id = any ((select visibility_parties())::uuid[])
  or exists (select from file_records attached where attached.file_id = files.id));
create policy files_insert on files for insert with check (
  party_id = any ((select visibility_parties())::uuid[]));
grant select, insert on files, file_records to leadloop_request;
grant select on files, file_records to leadloop_city;

alter table assays add column certificate_file_id uuid references files (id);
comment on column assays.certificate_file_id is 'The stored file of the certificate. Null for records of before, and without a certificate.';

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('files.media-types', '2020-01-01', null, '[
      {"mediaType": "application/pdf", "maxBytes": 20971520},
      {"mediaType": "application/ofd", "maxBytes": 20971520},
      {"mediaType": "image/jpeg", "maxBytes": 10485760},
      {"mediaType": "image/png", "maxBytes": 10485760}
    ]', 'Choice of this service: laboratories issue certificates as PDF or OFD (GB/T 33190-2016), and paper ones are scanned or photographed', 'I'),
  ('files.retention', '2020-01-01', null, '{"years": 10}', 'Choice of this service for files that belong to records: operating records of hazardous waste (Measures for Operating Licences, 2016) and electronic manifests are kept for at least 10 years', 'I');
