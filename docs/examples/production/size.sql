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

-- A batch is a row of the batches, of the movements, of the keys and of the journal. A manifest is the rest.
select
  (select count(*) from batches) as batches,
  (select count(*) from manifests) as manifests,
  (select count(*) from journal_entries) as entries,
  (select round(sum(bytes) / nullif((select count(*) from journal_entries), 0)) from used where name like 'journal%')
    as bytes_of_an_entry,
  (select round(avg(pg_column_size(b.*))) from batches b) as bytes_of_a_batch_row,
  (select round(sum(bytes) / nullif((select count(*) from manifests), 0)) from used
    where name in ('manifests', 'manifest_steps', 'manifest_lines', 'exchange_deliveries', 'exchange_inbox'))
    as bytes_of_a_manifest_and_its_messages;
