/** Schema of the day from which the work calendar of the next year is missed (law `calendar.next-year`). */
import { z } from 'zod';
import type { LawShapes } from '../../platform/law/index.ts';

export const NEXT_YEAR = 'calendar.next-year';

export const NextYear = z.strictObject({ from: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) });

export const CALENDAR_SHAPES: LawShapes = { [NEXT_YEAR]: NextYear };
