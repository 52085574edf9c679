-- A figure of a large year took half a minute at each reading. It is now kept until the journal has something about its
-- organisation.

create table recovery_figures (
  party_id uuid not null references parties (id),
  name text not null,
  basis text not null,
  journal_index bigint not null check (journal_index >= 0),
  value jsonb not null,
  computed_at timestamptz not null,
  constraint recovery_figures_pkey primary key (party_id, name)
) with (fillfactor = 80);
comment on table recovery_figures is 'Figures that took long to compute. They can be computed again at any time, so rows may be deleted.';
comment on column recovery_figures.name is 'Method and period, such as lead-recovery/2026-10.';
comment on column recovery_figures.basis is 'SHA-256 of what the figure depends on other than the records of its organisation: law, version of the method, whether the period is over.';
comment on column recovery_figures.journal_index is 'Index of the journal up to which everything is in the figure.';
alter table recovery_figures enable row level security;

create table recovery_touches (
  party_id uuid primary key references parties (id),
  journal_index bigint not null check (journal_index > 0)
) with (fillfactor = 50);
comment on table recovery_touches is 'Index of the last journal entry that may change a figure of an organisation. The subscription recovery.touches writes it.';
create trigger recovery_touches_no_truncate before truncate on recovery_touches for each statement execute function refuse_change();
alter table recovery_touches enable row level security;

-- Books of an instant need the movements on one side of it.
create index movements_occurred on movements using brin (occurred_at) with (pages_per_range = 32, autosummarize = on);

-- Batteries for disposal are few; without an index every manifest is read to find them.
create index manifests_for_disposal on manifests (receiver_id)
  where jsonb_path_exists(document, '$.lines[*].treatmentMethod ? (!(@ starts with "R"))');
