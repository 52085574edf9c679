-- The books of an instant ask for the batches before it. Batches are mostly recorded in the order of their times, so a small index
-- of blocks finds them.
create index batches_occurred on batches using brin (occurred_at) with (pages_per_range = 32, autosummarize = on);
