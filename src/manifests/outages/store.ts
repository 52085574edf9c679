/** Reads and writes outages. Contains no rule. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import { outageEnds, outages } from '../tables.ts';
import type { Outage, OutageEnding } from './outage.ts';

type Scope = Pick<Outage, 'system' | 'divisionCode'>;

/** Reads the open outage of a system in a division, and keeps others from declaring one until the transaction ends. */
export async function lockOpenOutage(tx: Tx, { system, divisionCode }: Scope): Promise<Outage | undefined> {
  const lock = `outage:${system}:${divisionCode}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const [row] = await tx
    .select({ outage: outages })
    .from(outages)
    .leftJoin(outageEnds, eq(outageEnds.outageId, outages.id))
    .where(and(eq(outages.system, system), eq(outages.divisionCode, divisionCode), isNull(outageEnds.outageId)));
  return row && { ...row.outage, ending: null };
}

/** Reads an outage, and keeps others from ending it until the transaction ends. */
export async function lockOutage(tx: Tx, id: string): Promise<Outage | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`outage:${id}`}, 0))`);
  const [row] = await tx
    .select({ outage: outages, ending: outageEnds })
    .from(outages)
    .leftJoin(outageEnds, eq(outageEnds.outageId, outages.id))
    .where(eq(outages.id, id));
  return row && { ...row.outage, ending: row.ending };
}

export async function insertOutage(tx: Tx, { ending: _, ...outage }: Outage): Promise<void> {
  await tx.insert(outages).values(outage);
}

export async function insertOutageEnd(tx: Tx, outageId: string, ending: OutageEnding): Promise<void> {
  await tx.insert(outageEnds).values({ outageId, ...ending });
}
