-- A count of batteries finds a difference of mass and one of pieces. After the mass was booked alone, the pieces could not be
-- booked any more. Each of the two is adjusted once, together or one after the other.
create unique index stock_adjustments_one_mass on stock_adjustments (count_id, item)
  where state in ('proposed', 'booked') and jsonb_path_exists(batches, '$[*] ? (@.countedGrams != @.bookGrams)');
create unique index stock_adjustments_one_pieces on stock_adjustments (count_id, item)
  where state in ('proposed', 'booked') and jsonb_path_exists(batches, '$[*] ? (@.countedPieces != @.bookPieces)');
drop index stock_adjustments_one_each;
