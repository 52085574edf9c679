/**
 * Reads and writes partners and their leases. All durations use the clock of the database, which every worker shares.
 */
import { eq, sql } from 'drizzle-orm';
import type { Db, Reader, Tx } from '../../platform/database/db.ts';
import { partners } from '../tables.ts';
import type { Partner } from './partner.ts';

export async function findPartner(db: Reader, code: string): Promise<Partner | undefined> {
  const [row] = await db.select(COLUMNS).from(partners).where(eq(partners.code, code));
  return row;
}

/** Lists all partners: one for each province at most, and the national system. */
export async function listPartners(db: Reader): Promise<Partner[]> {
  return db.select(COLUMNS).from(partners).orderBy(partners.code);
}

/** Registers a partner, or replaces its name, address and keys. Its lease and its failures remain. */
export async function recordPartner(tx: Tx, partner: Partner): Promise<void> {
  const { code, kind, ...replaced } = partner;
  await tx
    .insert(partners)
    .values({ ...replaced, code, kind, keys: [...partner.keys] })
    // A corrected address or key is tried at once.
    .onConflictDoUpdate({ target: partners.code, set: { ...replaced, keys: [...partner.keys], nextAttemptAt: null } });
}

/** Stops the sending to a partner. It does not fail any more, because nothing is tried. */
export async function recordStop(tx: Tx, code: string): Promise<void> {
  const rest = { failures: 0, failingSince: null, lastError: null, nextAttemptAt: null };
  await tx
    .update(partners)
    .set({ stopped: true, ...rest })
    .where(eq(partners.code, code));
}

/** The right to send to a partner until it expires or another worker takes it. The token fences off the previous holder. */
export type Lease = { readonly code: string; readonly token: number; readonly failures: number };

/** Takes the lease, if no worker holds it and the partner may be tried now. */
export async function takeLease(db: Db, code: string, leaseMs: number): Promise<Lease | undefined> {
  const { rows } = await db.execute<{ token: string; failures: number }>(sql`
    update exchange_partners
    set lease_token = lease_token + 1, lease_until = now() + ${leaseMs} * interval '1 millisecond'
    where code = ${code} and not stopped and (lease_until is null or lease_until <= now())
      and (next_attempt_at is null or next_attempt_at <= now())
    returning lease_token as token, failures`);
  const row = rows[0];
  return row && { code, token: Number(row.token), failures: row.failures };
}

/**
 * Locks the partner's row and prolongs the lease if this worker still holds it. Returns false when the worker must
 * stop.
 */
export async function holdLease(tx: Tx, { code, token }: Lease, leaseMs: number): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update exchange_partners set lease_until = now() + ${leaseMs} * interval '1 millisecond'
    where code = ${code} and lease_token = ${token}`);
  return rowCount === 1;
}

/**
 * Gives the lease back, and fences off whatever this worker has left behind. After a failure the partner is not tried
 * again for `pauseMs`.
 */
export async function endLease(
  db: Db,
  { code, token }: Lease,
  failure?: { readonly pauseMs: number; readonly reason: string },
): Promise<void> {
  await db.execute(
    failure
      ? sql`update exchange_partners set lease_until = null, lease_token = lease_token + 1, failures = failures + 1,
          last_error = ${failure.reason}, failing_since = coalesce(failing_since, now()),
          next_attempt_at = now() + ${failure.pauseMs} * interval '1 millisecond'
          where code = ${code} and lease_token = ${token}`
      : sql`update exchange_partners set lease_until = null, lease_token = lease_token + 1
          where code = ${code} and lease_token = ${token}`,
  );
}

/** Counts deliveries sent to a partner: first attempts and repetitions. */
export async function countSent(tx: Tx, code: string, sent: number, retried: number): Promise<void> {
  await tx.execute(sql`
    update exchange_partners set sent = sent + ${sent}, retried = retried + ${retried} where code = ${code}`);
}

/** Counts receipts. Valid receipts for the whole request reset the failures of the partner. */
export async function countAnswered(
  tx: Tx,
  code: string,
  { acknowledged, healthy }: { readonly acknowledged: number; readonly healthy: boolean },
): Promise<void> {
  await tx.execute(sql`
    update exchange_partners set acknowledged = acknowledged + ${acknowledged},
      failures = case when ${healthy} then 0 else failures end,
      failing_since = case when ${healthy} then null else failing_since end,
      next_attempt_at = case when ${healthy} then null else next_attempt_at end,
      last_error = case when ${healthy} then null else last_error end
    where code = ${code}`);
}

/** Lists partners that may be tried now and have due deliveries. */
export async function listDuePartners(db: Reader): Promise<string[]> {
  const { rows } = await db.execute<{ code: string }>(sql`
    select p.code from exchange_partners p
    where not p.stopped
      and (p.lease_until is null or p.lease_until <= now()) and (p.next_attempt_at is null or p.next_attempt_at <= now())
      and exists (select from exchange_deliveries d
        where d.partner_code = p.code and d.state = 'due' and d.next_attempt_at <= now())
    order by p.code`);
  return rows.map(({ code }) => code);
}

const COLUMNS = {
  code: partners.code,
  name: partners.name,
  kind: partners.kind,
  baseUrl: partners.baseUrl,
  keys: partners.keys,
  sandbox: partners.sandbox,
  stopped: partners.stopped,
  registeredAt: partners.registeredAt,
};
