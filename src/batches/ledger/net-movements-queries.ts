/** Movements as they count after their corrections, for queries of other features. */
import type { SQL } from 'drizzle-orm';
import { netMovements } from '../tables.ts';

/** Returns SQL for the movements that are no corrections, with the mass and pieces that corrections left. */
export const countedMovements = (): SQL => netMovements;
