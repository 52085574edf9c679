/** Law on the mass of a piece: the schema of its dated row, and its reading from the cache. */
import { z } from 'zod';
import { fault } from '../../platform/http/index.ts';
import type { LawCache, LawShapes } from '../../platform/law/index.ts';
import type { PieceMassLimits } from './piece-mass.ts';

const Grams = z.int().min(1).max(100_000_000);
export const PIECE_MASS = 'batteries.piece-mass';

/** Schema of the limits on the mass of a piece. */
export const PieceMassShape = z
  .strictObject({ fromGrams: Grams, toGrams: Grams, factor: z.int().min(2).max(1_000) })
  .refine(
    ({ fromGrams, toGrams }) => fromGrams < toGrams,
    fault('fromGrams must be below toGrams.', 'fromGrams 须小于 toGrams。'),
  );

export const PIECE_MASS_SHAPES: LawShapes = { [PIECE_MASS]: PieceMassShape };

/** The limits on the mass of a piece on a day. @throws Problem `law-missing`, `law-not-yet-in-force` */
export function pieceMassIn(cache: LawCache, day: string): PieceMassLimits {
  return cache.at(PIECE_MASS, day, PieceMassShape);
}
