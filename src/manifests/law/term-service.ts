/** Use case: computing the terms that a newly loaded work calendar makes known. */

import type { Actor } from '../../core/actor.ts';
import { Problem } from '../../core/messages/problem.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { ServiceDeps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { type Deadline, type DeadlineLaw, dueOn } from './deadlines.ts';
import { type BeginningDays, listBeginningDays, lockUnknown, saveTerms } from './term-store.ts';
import { computeTerms } from './unknown-terms.ts';

/** The actor of entries that the passing of time or a new calendar makes. */
export const MACHINERY: Actor = { subject: 'manifests', source: 'local', roles: [], scopes: [] };

const AT_ONCE = 500;

/** Computes all unknown terms that the loaded calendar makes known. Returns the number of manifests. */
export async function computeUnknown(deps: ServiceDeps, law: DeadlineLaw): Promise<number> {
  const { arrivals, transfers } = await deps.db.transaction(listBeginningDays);
  const known = {
    arrivals: arrivals.filter((day) => isKnown(day, law.confirmation)),
    transfers: transfers.filter((day) => isKnown(day, law.backfill)),
  };
  if (known.arrivals.length + known.transfers.length === 0) return 0;
  for (let found = 0; ; ) {
    const some = await deps.db.transaction((tx) => computeSome(tx, deps, { law, known }));
    found += some;
    if (some < AT_ONCE) return found;
  }
}

function isKnown(day: string, lawOn: (on: string) => Deadline): boolean {
  try {
    // Noon in China, so that the day is the same.
    return dueOn(`${day}T04:00:00Z`, lawOn(day)) !== null;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function computeSome(
  tx: Tx,
  deps: ServiceDeps,
  { law, known }: { readonly law: DeadlineLaw; readonly known: BeginningDays },
): Promise<number> {
  const unknown = await lockUnknown(tx, known, AT_ONCE);
  const now = deps.clock();
  const computed = unknown.map((before) => {
    const { id, confirmationDueOn, late, backfillDueOn, backfilledLate } = before;
    return { id, before: { confirmationDueOn, late, backfillDueOn, backfilledLate }, terms: computeTerms(before, law) };
  });
  await saveTerms(
    tx,
    computed.map(({ id, terms }) => ({ id, ...terms })),
  );
  await record(
    tx,
    computed.map(({ id, before, terms }) =>
      fact('manifest.terms_computed', `manifest:${id}`, MACHINERY, now, { manifestId: id, before, terms }),
    ),
  );
  return unknown.length;
}
