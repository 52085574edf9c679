/** Schema of the legal parameter on batches that laboratories sampled. */
import { z } from 'zod';
import { BasisPoints } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';

const SAMPLED_MASS = 'recycling.sampled-mass';

const Tolerance = z.strictObject({ toleranceBasisPoints: BasisPoints });

export const SAMPLE_SHAPES = { [SAMPLED_MASS]: Tolerance };

/** Reads the tolerance between the mass that a laboratory saw and the recorded one, in basis points. @throws Problem `law-missing` */
export const sampledMassToleranceIn = (law: LawCache, day: string): number =>
  law.at(SAMPLED_MASS, day, Tolerance).toleranceBasisPoints;
