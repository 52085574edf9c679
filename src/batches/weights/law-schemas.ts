/** Law on the mass of a piece: the schema of its dated row, and its reading from the cache. */
import { z } from 'zod';
import { fault } from '../../platform/http/index.ts';
import type { LawCache, LawShapes } from '../../platform/law/index.ts';
import { BATTERY_KINDS } from '../codes.ts';
import type { PieceMassLimits } from './piece-mass.ts';

const Grams = z.int().min(1).max(100_000_000);
export const PIECE_MASS = 'batteries.piece-mass';
const KIND_PIECE_MASS = 'batteries.kind-piece-mass';

const Range = z.strictObject({ fromGrams: Grams, toGrams: Grams });
const isOrdered = ({ fromGrams, toGrams }: z.infer<typeof Range>) => fromGrams < toGrams;
const disordered = fault('fromGrams must be below toGrams.', 'fromGrams 须小于 toGrams。');

/** Schema of the limits on the mass of a piece. */
export const PieceMassShape = Range.extend({ factor: z.int().min(2).max(1_000) }).refine(isOrdered, disordered);

/** Schema of the limits that the kinds of batteries have. */
export const KindPieceMassShape = z.record(z.enum(BATTERY_KINDS), Range.refine(isOrdered, disordered));

export const PIECE_MASS_SHAPES: LawShapes = { [PIECE_MASS]: PieceMassShape, [KIND_PIECE_MASS]: KindPieceMassShape };

/** The limits on the mass of a piece on a day. @throws Problem `law-missing`, `law-not-yet-in-force` */
export function pieceMassIn(cache: LawCache, day: string): PieceMassLimits {
  return { ...cache.at(PIECE_MASS, day, PieceMassShape), kinds: cache.at(KIND_PIECE_MASS, day, KindPieceMassShape) };
}
