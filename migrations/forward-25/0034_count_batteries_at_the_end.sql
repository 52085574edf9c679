-- A correction turns batteries into acid, which is not counted, or acid into batteries. Pieces and condition then change by two
-- statements of one transaction, of which the first broke the rule that counted batteries have pieces. The rule is now held
-- when the transaction ends.
create function refuse_uncounted_batteries() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (
    select from batches where id = new.id and kind = 'battery' and mass_grams > 0 and pieces = 0 and condition in ('whole', 'broken')
  ) then
    raise exception 'batch % violates the constraint "batches_mass_ends_with_pieces"', new.id
      using errcode = 'check_violation', table = 'batches', constraint = 'batches_mass_ends_with_pieces';
  end if;
  return null;
end $$;
comment on function refuse_uncounted_batteries() is 'Rejects whole or broken batteries with mass and no pieces, at the end of the transaction.';

alter table batches drop constraint batches_mass_ends_with_pieces;
create constraint trigger batches_mass_ends_with_pieces after insert or update on batches deferrable initially deferred
  for each row when (new.kind = 'battery' and new.mass_grams > 0 and new.pieces = 0 and new.condition in ('whole', 'broken'))
  execute function refuse_uncounted_batteries();
