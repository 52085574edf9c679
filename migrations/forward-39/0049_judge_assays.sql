-- An assay could cover one batch, a supplier's deliveries or everything. It can now also cover the outputs of one run, or a
-- material of own production from its day on, and says whose laboratory found it. The release before reads and writes the
-- three old bases as it did; it knows no row of the new ones.
alter table assays add column run_id uuid references runs (id);
alter table assays add column material text;
alter table assays add column laboratory_kind text check (laboratory_kind in ('external', 'own'));
alter table assays drop constraint assays_basis_check;
alter table assays add constraint assays_basis_check
  check (basis in ('batch', 'run', 'product', 'supplier_class', 'declared_default'));
alter table assays add constraint assays_run_by_basis check ((basis = 'run') = (run_id is not null));
alter table assays add constraint assays_material_by_basis check ((basis in ('run', 'product')) = (material is not null));
alter table assays add constraint assays_kind_of_batteries_only
  check (basis not in ('run', 'product') or battery_kind is null);
create unique index assays_first_of_run on assays (run_id, material) where replaces_id is null;
comment on column assays.basis is
  'What the content is valid for: one batch, the outputs of one run, own production of a material, a class of a supplier''s batteries, or all other batteries.';
comment on column assays.run_id is 'The run whose outputs of the material were sampled; null for another basis.';
comment on column assays.material is 'The material of the outputs; null for another basis than run and product.';
comment on column assays.laboratory_kind is
  'Whether the laboratory is independent of the organisation (external) or its own. Null for records of before, and when it was not stated.';

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('recovery.assay-evidence', '2020-01-01', null, '{"flagShareBasisPoints": 500, "graceDays": 45, "scatterFactorPercent": 200}',
   'Choice of this service, to be confirmed with the assessor: weak evidence of up to a twentieth of the mass is noted as for declared defaults; laboratories report within 45 days after the month; samples of a class scatter by at most twice their standard uncertainty, as about 95 % of them do', 'I');
