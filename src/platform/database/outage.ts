/** Transient failures: the engine is unreachable, restarting, out of connections, or a lock was held too long. */

const DISK_FULL = '53100';
const LOCK_NOT_AVAILABLE = '55P03';
/** Classes of SQLSTATE: connection, transaction rollback, insufficient resources, operator intervention. */
const PASSING_STATE = /^(08|40|53|57)\w{3}$/;
const PASSING_SYSTEM = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Messages of pg that have no code. */
const PASSING_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;

const CAUSES_MAX = 5;

/** Causes that keep the engine from its work: it does not answer, its disk is full, or other work holds what is needed. */
export type Outage = 'slow' | 'full' | 'locked';

/**
 * Returns the outage when the same request may succeed later, by the causes of an error. The work may have been done
 * nevertheless: a connection can break after the commit, so clients repeat it with the same key.
 */
export function outageOf(error: unknown): Outage | undefined {
  let current = error;
  for (let depth = 0; current instanceof Error && depth < CAUSES_MAX; depth++) {
    const code = 'code' in current ? String(current.code) : '';
    if (code === DISK_FULL) return 'full';
    if (code === LOCK_NOT_AVAILABLE) return 'locked';
    if (PASSING_STATE.test(code) || PASSING_SYSTEM.test(code) || PASSING_WORDS.test(current.message)) return 'slow';
    current = current.cause;
  }
  return undefined;
}

/** Returns true for an error that is an outage. */
export const passes = (error: unknown): boolean => outageOf(error) !== undefined;

/** Returns true when the database did not answer on a connection. The statement may still run, so nothing follows it. */
export function isSilent(error: unknown): boolean {
  let current = error;
  for (let depth = 0; current instanceof Error && depth < CAUSES_MAX; depth++) {
    if (current.message === 'Query read timeout') return true;
    current = current.cause;
  }
  return false;
}

const UNIQUE_VIOLATION = '23505';

/** Returns true when a row with the same unique values exists. The transaction of the statement has failed. */
export function violatesUnique(error: unknown): boolean {
  let current = error;
  for (let depth = 0; current instanceof Error && depth < CAUSES_MAX; depth++) {
    if ('code' in current && current.code === UNIQUE_VIOLATION) return true;
    current = current.cause;
  }
  return false;
}
