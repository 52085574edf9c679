-- Prints what a database uses: in all, by table, and by record. Bytes include indexes, and partitions of the journal.
select pg_size_pretty(pg_database_size(current_database())) as database;

create temporary table used as
select coalesce(parent.relname, c.relname) as name, sum(pg_total_relation_size(c.oid)) as bytes
from pg_class c
left join pg_inherits i on i.inhrelid = c.oid
left join pg_class parent on parent.oid = i.inhparent
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
group by 1;

select name, pg_size_pretty(bytes) as size from used order by bytes desc limit 12;

-- The journal is divided among its entries by the size of their rows.
create temporary table entries as
select subject, kind, pg_column_size(e.*) * (select sum(bytes) from used where name like 'journal%')
  / sum(pg_column_size(e.*)) over () as bytes
from journal_entries e;

create temporary table counts as
select (select count(*) from batches) as batches, (select count(*) from movements) as movements,
  (select count(*) from idempotency_keys) as keys, (select count(*) from manifests) as manifests,
  (select count(*) from manifest_steps) as steps, (select count(*) from entries) as entries;

create temporary table keys as
select (select bytes from used where name = 'idempotency_keys') / nullif(keys, 0) as bytes from counts;

-- A recorded batch is a row of the batches, of the movements, of the keys and of the journal. A manifest is its rows, its
-- journal entries, its messages to other authorities, and one key for each step.
select batches, manifests, entries,
  (select round(avg(bytes)) from entries) as bytes_of_an_entry,
  round((select bytes from used where name = 'batches') / nullif(batches, 0)
    + (select bytes from used where name = 'movements') / nullif(movements, 0)
    + (select bytes from keys)
    + (select avg(bytes) from entries where kind in ('batch.generated', 'batch.collected'))) as bytes_of_a_batch,
  round(((select sum(bytes) from used where name ~ '^manifest' or name in ('exchange_deliveries', 'exchange_inbox'))
    + (select sum(bytes) from entries where subject like 'manifest:%')
    + (select bytes from keys) * steps) / nullif(manifests, 0)) as bytes_of_a_manifest
from counts;
