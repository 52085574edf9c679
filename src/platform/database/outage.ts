/** Transient failures: the engine is unreachable, restarting, out of connections, or a lock was held too long. */

/** Classes of SQLSTATE: connection, transaction rollback, insufficient resources, operator intervention; and lock_not_available. */
const PASSING_STATE = /^(08|40|53|57)\w{3}$|^55P03$/;
const PASSING_SYSTEM = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** Messages of pg that have no code. */
const PASSING_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;

const CAUSES_MAX = 5;

/**
 * Returns true when the same request may succeed in a moment, by the causes of an error. The work may
 * have been done nevertheless: a connection can break after the commit, so clients repeat it with the same key.
 */
export function passes(error: unknown): boolean {
  let current = error;
  for (let depth = 0; current instanceof Error && depth < CAUSES_MAX; depth++) {
    const code = 'code' in current ? String(current.code) : '';
    if (PASSING_STATE.test(code) || PASSING_SYSTEM.test(code) || PASSING_WORDS.test(current.message)) return true;
    current = current.cause;
  }
  return false;
}
