/** Use case: assigning the numbers that the national system issued to their manifests. */
import type { Actor } from '../../core/actor.ts';
import { Problem } from '../../core/messages/problem.ts';
import { assignNumber, listNumbered } from '../../manifests/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { pauseMs } from '../deliveries/delivery.ts';
import { chance } from '../deliveries/sending-service.ts';
import { NATIONAL } from '../partners/partner.ts';
import type { ExchangeDeps } from '../partners/service.ts';
import { clashReasonOf } from './clash.ts';
import { endResolvedClashes, endWithdrawnClaims, recordClashes, recordSharedNumber } from './clash-service.ts';
import { listOpenNumbers, lockOpenNumber, postponeNumber, settleNumber } from './store.ts';

const ROUND = 200;

const NATIONAL_ACTOR: Actor = { subject: 'national', source: 'national', roles: [], scopes: [] };

/**
 * Assigns every pending number to its manifest, one transaction for each number. A number that a manifest cannot take
 * now, because the load is with the other province, is tried again later. Returns the number of assignments.
 */
export async function assignNumbers(deps: ExchangeDeps): Promise<number> {
  let assigned = 0;
  // Every round settles or postpones all numbers that it finds, so the rounds end.
  for (
    let open = await listOpenNumbers(deps.db, ROUND);
    open.length > 0;
    open = await listOpenNumbers(deps.db, ROUND)
  ) {
    const before = assigned;
    for (const manifestId of open) {
      if (await assignOne(deps, manifestId)) assigned += 1;
    }
    // No assignment in this round: the rest is postponed, or locked by another worker.
    if (assigned === before) break;
  }
  return assigned;
}

async function assignOne(deps: ExchangeDeps, manifestId: string): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    const issued = await lockOpenNumber(tx, manifestId);
    if (!issued) return false;
    const { number, receivedAt, attempts } = issued;
    try {
      const command = { actor: NATIONAL_ACTOR, id: manifestId, number, at: receivedAt.toISOString() };
      const { replaced } = await tx.transaction((inner) => assignNumber(inner, deps, command));
      await settleNumber(tx, manifestId, deps.clock(), null);
      if (replaced !== null) await recordReplacement(tx, deps, { manifestId, number, replaced });
      await endResolvedClashes(tx, deps, { manifestId, number });
      await recordSharedNumber(tx, deps, { manifestId, number, source: NATIONAL });
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (isFinal(error)) {
        await settleNumber(tx, manifestId, deps.clock(), error.code);
        await recordUnassigned(tx, deps, { manifestId, number, problem: error });
        return false;
      }
      const pause = pauseMs(attempts + 1, deps.exchange.retryMaxMs, chance());
      await postponeNumber(tx, manifestId, pause, error.code);
      return false;
    }
  });
}

/** Records that the number of the national system contradicted the one that a province had reported. */
async function recordReplacement(
  tx: Tx,
  deps: ExchangeDeps,
  { manifestId, number, replaced }: { readonly manifestId: string; readonly number: string; readonly replaced: string },
): Promise<void> {
  const clash = { manifestId, number, source: NATIONAL, reason: 'other_number', heldNumber: replaced } as const;
  await recordClashes(tx, deps, [{ ...clash, otherManifestId: null }]);
  await endWithdrawnClaims(tx, deps, { manifestId, number: replaced });
}

/** Records that a manifest did not take its number. A cancelled manifest needs none. */
async function recordUnassigned(
  tx: Tx,
  deps: ExchangeDeps,
  { manifestId, number, problem }: { readonly manifestId: string; readonly number: string; readonly problem: Problem },
): Promise<void> {
  const { code, facts } = problem;
  if (facts.state === 'cancelled') return;
  const reason = clashReasonOf(code);
  const heldNumber = reason === 'other_number' ? String(facts.number) : null;
  const [other] = reason === 'number_taken' ? await listNumbered(tx, number) : [];
  const otherManifestId = other?.id ?? null;
  await recordClashes(tx, deps, [{ manifestId, number, source: NATIONAL, reason, heldNumber, otherManifestId }]);
}

const FINAL_STATES: readonly unknown[] = ['closed', 'cancelled'];

/**
 * Returns true when the number can never be assigned: the manifest is closed or cancelled, or the number itself is
 * refused. A manifest that is with the receiver takes the number later. One of another province takes it after the message
 * of its origin, which then states the same number or gives way.
 */
function isFinal({ code, facts }: Problem): boolean {
  if (code === 'manifest-step-elsewhere') return false;
  return code !== 'manifest-step-not-allowed' || FINAL_STATES.includes(facts.state);
}
