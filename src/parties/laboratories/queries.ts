/** Lists the qualifications of laboratories: a public register. */
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page, PageQuery } from '../../platform/http/index.ts';
import { qualifications } from '../tables.ts';
import { laboratoryProblem } from './problems.ts';
import { type QualificationResponse, toQualificationResponse } from './schemas.ts';

export function listQualificationsOf(
  db: Reader,
  partyId: string,
  query: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof QualificationResponse>>> {
  return page(db, qualifications, {
    query,
    where: [eq(qualifications.partyId, partyId)],
    toItem: toQualificationResponse,
  });
}

/** Reads a qualification of an organisation. @throws Problem `qualification-missing` */
export async function readQualificationOf(
  db: Reader,
  partyId: string,
  id: string,
): Promise<z.infer<typeof QualificationResponse>> {
  const [row] = await db
    .select()
    .from(qualifications)
    .where(and(eq(qualifications.id, id), eq(qualifications.partyId, partyId)));
  if (row === undefined) throw laboratoryProblem('qualification-missing', { id, pointer: '#/params/qualificationId' });
  return toQualificationResponse(row);
}
