-- A batch of batteries has both mass and pieces, or neither. The rules refuse what would leave one of the two; these
-- constraints hold it a second time. They are validated only where the rows of before allow it: a batch that was left with
-- pieces and no mass, or recorded without pieces, must stay as it is until it is corrected. Plates, paste and acid are not
-- counted. Loads on the road are left out, because another authority decides about their rest.
alter table batches add constraint batches_pieces_end_with_mass
  check (kind <> 'battery' or mass_grams > 0 or pieces = 0) not valid;
alter table batches add constraint batches_mass_ends_with_pieces
  check (kind <> 'battery' or mass_grams = 0 or pieces <> 0 or condition not in ('whole', 'broken')) not valid;
do $$ begin
  if not exists (select from batches where kind = 'battery' and mass_grams = 0 and pieces > 0) then
    alter table batches validate constraint batches_pieces_end_with_mass;
  end if;
  if not exists (
    select from batches where kind = 'battery' and mass_grams > 0 and pieces = 0 and condition in ('whole', 'broken')
  ) then
    alter table batches validate constraint batches_mass_ends_with_pieces;
  end if;
end $$;

insert into law_values (key, valid_from, valid_to, value, source, confidence) values
  ('manifests.pieces-limit', '2020-01-01', null, '{"shareBasisPoints": 200, "floorPieces": 5, "undeclaredPieces": 0}', 'Choice of this service: batteries are counted, so a difference needs its reason, and a surplus above both limits is taken for an error of entry; Order 23, Art 18 has differences recorded and names no limit', 'I');
