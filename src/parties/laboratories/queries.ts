/** Lists the qualifications of laboratories: a public register. */
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { page } from '../../platform/database/page.ts';
import type { Page, PageQuery } from '../../platform/http/index.ts';
import { qualifications, qualificationWithdrawals } from '../tables.ts';
import { laboratoryProblem } from './problems.ts';
import type { Qualification } from './qualification.ts';
import { type QualificationResponse, toQualificationResponse } from './schemas.ts';

export async function listQualificationsOf(
  db: Reader,
  partyId: string,
  query: z.infer<typeof PageQuery>,
): Promise<Page<z.infer<typeof QualificationResponse>>> {
  const where = [eq(qualifications.partyId, partyId)];
  const { items, nextCursor } = await page(db, qualifications, { query, where, toItem: (row) => row });
  return { items: (await withWithdrawals(db, items)).map(toQualificationResponse), nextCursor };
}

/** Adds their withdrawals to qualifications. */
async function withWithdrawals(
  db: Reader,
  rows: readonly (typeof qualifications.$inferSelect)[],
): Promise<Qualification[]> {
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select()
    .from(qualificationWithdrawals)
    .where(inArray(qualificationWithdrawals.qualificationId, ids));
  const byId = new Map(found.map((one) => [one.qualificationId, one]));
  return rows.map((row) => ({ ...row, withdrawal: byId.get(row.id) ?? null }));
}

/** Reads a qualification of an organisation. @throws Problem `qualification-missing` */
export async function readQualificationOf(
  db: Reader,
  partyId: string,
  id: string,
): Promise<z.infer<typeof QualificationResponse>> {
  const rows = await db
    .select()
    .from(qualifications)
    .where(and(eq(qualifications.id, id), eq(qualifications.partyId, partyId)));
  const [row] = await withWithdrawals(db, rows);
  if (row === undefined) throw laboratoryProblem('qualification-missing', { id, pointer: '#/params/qualificationId' });
  return toQualificationResponse(row);
}
