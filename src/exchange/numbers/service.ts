/** Use case: putting the numbers of the national system on their manifests. */
import type { Actor } from '../../core/actor.ts';
import { Problem } from '../../core/messages/problem.ts';
import { assignNumber } from '../../manifests/index.ts';
import { pauseMs } from '../deliveries/delivery.ts';
import { chance } from '../deliveries/sending-service.ts';
import type { ExchangeDeps } from '../partners/service.ts';
import { listOpenNumbers, lockOpenNumber, postponeNumber, settleNumber } from './store.ts';

const ROUND = 200;

const NATIONAL_ACTOR: Actor = { subject: 'national', source: 'national', roles: [], scopes: [] };

/**
 * Puts every number that waits on its manifest, each in a transaction of its own. One that a manifest cannot take now,
 * because the load is with the other province, is tried again later. Answers how many were put.
 */
export async function assignNumbers(deps: ExchangeDeps): Promise<number> {
  let put = 0;
  // Every round settles or postpones what it finds, so there is a last one.
  for (
    let open = await listOpenNumbers(deps.db, ROUND);
    open.length > 0;
    open = await listOpenNumbers(deps.db, ROUND)
  ) {
    const before = put;
    for (const manifestId of open) {
      if (await assignOne(deps, manifestId)) put += 1;
    }
    // Nothing put: what is left is postponed, or with another worker.
    if (put === before) break;
  }
  return put;
}

async function assignOne(deps: ExchangeDeps, manifestId: string): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const issued = await lockOpenNumber(tx, manifestId);
    if (!issued) return false;
    const { number, receivedAt, attempts } = issued;
    try {
      const command = { actor: NATIONAL_ACTOR, id: manifestId, number, at: receivedAt.toISOString() };
      await tx.transaction((inner) => assignNumber(inner, deps, command));
      await settleNumber(tx, manifestId, deps.clock(), null);
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (isForGood(error)) {
        await settleNumber(tx, manifestId, deps.clock(), error.code);
        deps.log.warn({ manifestId, number, code: error.code }, 'a number cannot be put on its manifest');
        return false;
      }
      const pause = pauseMs(attempts + 1, deps.exchange.retryMaxMs, chance());
      await postponeNumber(tx, manifestId, pause, error.code);
      return false;
    }
  });
}

const FINAL_STATES: readonly unknown[] = ['closed', 'cancelled'];

/** A manifest on the road takes its number when it is back in our hands; one that has ended never does. */
function isForGood({ code, facts }: Problem): boolean {
  return code !== 'manifest-step-not-allowed' || FINAL_STATES.includes(facts.state);
}
