-- Checks a restored database: the chains of the journal, and the accounts of mass. Run it as the owner of the tables.
select count(*) as broken_chains
from journal_entries e
left join journal_entries before on before.subject = e.subject and before.number = e.number - 1
where e.previous_hash is distinct from before.hash;

select count(*) as wrong_heads
from journal_heads h
where not exists (
  select from journal_entries e where e.subject = h.subject and e.number = h.number and e.hash = h.hash
) or exists (
  select from journal_entries e where e.subject = h.subject and e.number > h.number
);

select count(*) as wrong_accounts
from batches b
where b.mass_grams <> coalesce((select sum(m.mass_grams) from movements m where m.to_batch_id = b.id), 0)
                    - coalesce((select sum(m.mass_grams) from movements m where m.from_batch_id = b.id), 0);

select count(*) as entries from journal_entries;

select coalesce(max(index), 0) as last_sealed_index from journal_seals;
