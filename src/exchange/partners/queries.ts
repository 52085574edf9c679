/** Partners as operators see them. */
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/db.ts';
import { exchangeProblem } from '../problems.ts';
import { partners } from '../tables.ts';
import type { Partner } from './partner.ts';
import type { PartnerResponse } from './schemas.ts';

export function toPartnerResponse(partner: Partner): z.infer<typeof PartnerResponse> {
  const { code, name, kind, baseUrl, keys, sandbox, stopped, registeredAt } = partner;
  return { code, name, kind, baseUrl, keys: [...keys], sandbox, stopped, registeredAt: registeredAt.toISOString() };
}

export async function listPartnerRows(db: Reader): Promise<z.infer<typeof PartnerResponse>[]> {
  const rows = await db.select().from(partners).orderBy(asc(partners.code));
  return rows.map(toPartnerResponse);
}

/** Reads a partner. @throws Problem `partner-missing` */
export async function readPartner(db: Reader, code: string): Promise<z.infer<typeof PartnerResponse>> {
  const [partner] = await db.select().from(partners).where(eq(partners.code, code));
  if (!partner) throw exchangeProblem('partner-missing', { code, pointer: '#/params/code' });
  return toPartnerResponse(partner);
}
