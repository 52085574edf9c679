/** Lists of corrections that the caller may see, and the law on them. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { dayOf } from '../../core/calendar.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page, PageQuery } from '../../platform/http/index.ts';
import type { LawCache, LawShapes } from '../../platform/law/index.ts';
import { corrections } from '../tables.ts';
import type { YearClosing } from './correction.ts';
import { correctionProblem } from './problems.ts';
import { type CorrectionResponse, toCorrectionResponse, YearClosingShape } from './schemas.ts';

const YEAR_CLOSING = 'corrections.year-closing';

export const CORRECTION_SHAPES: LawShapes = { [YEAR_CLOSING]: YearClosingShape };

/** Returns the day on which the records of a year close. @throws Problem `law-missing` */
export const yearClosingIn = (law: LawCache, now: Date): YearClosing =>
  law.at(YEAR_CLOSING, dayOf(now), YearClosingShape);

const onlyVisible = (visibility: Visibility) =>
  whereVisible(visibility, { parties: [corrections.partyId], sites: [corrections.siteId] });

/** Reads a correction. @throws Problem `correction-missing`, also for one of another organisation */
export async function readCorrection(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<z.infer<typeof CorrectionResponse>> {
  const [row] = await db
    .select()
    .from(corrections)
    .where(and(eq(corrections.id, id), onlyVisible(visibility)));
  if (!row) throw correctionProblem('correction-missing', { id, pointer: '#/params/id' });
  return toCorrectionResponse(row);
}

/** Lists the corrections of a record, first to last. The caller must have read the record as visible. */
export function listCorrections(
  db: Reader,
  visibility: Visibility,
  subject: string,
  query: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof CorrectionResponse>>> {
  return page(db, corrections, {
    query,
    where: [eq(corrections.subject, subject), onlyVisible(visibility)],
    toItem: toCorrectionResponse,
  });
}
