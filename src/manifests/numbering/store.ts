/** Reads whether numbers of manifests can come at all. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../../platform/database/db.ts';

/** Checks that a national system is registered, be it a sandbox. Organisations may not read the partners themselves. */
export async function hasNationalSystem(db: Reader): Promise<boolean> {
  const { rows } = await db.execute<{ found: boolean }>(sql`select national_system() <> 'missing' as found`);
  return rows[0]?.found ?? false;
}
