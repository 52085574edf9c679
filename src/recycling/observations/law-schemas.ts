/** Schema of the legal parameter on observed stock counts. */
import { z } from 'zod';
import type { LawCache } from '../../platform/law/index.ts';

const OBSERVATION = 'recycling.stock-observation';

const Distance = z.strictObject({ days: z.int().min(0).max(30) });

export const OBSERVATION_SHAPES = { [OBSERVATION]: Distance };

/** Reads the greatest distance of a visit from the day of its count, in days. @throws Problem `law-missing` */
export const observationDaysIn = (law: LawCache, day: string): number => law.at(OBSERVATION, day, Distance).days;
