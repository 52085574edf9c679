/** What oversight takes from the journal. */
import type { SealedEntry, Subscription } from '../platform/journal/index.ts';
import type { Acceptance } from './flow.ts';
import { AcceptancePayload } from './schemas.ts';
import { countFlows } from './service.ts';

const ACCEPTANCES: ReadonlySet<string> = new Set(['manifest.accepted', 'manifest.partially_accepted']);

/**
 * Turns acceptances into flow records. To make the figures again from the beginning, empty `flow_records` and set the
 * position of this subscription to 0 in one transaction.
 */
export const flowSubscription: Subscription = {
  name: 'oversight.flows',
  apply: (tx, entries) => countFlows(tx, entries.filter(({ kind }) => ACCEPTANCES.has(kind)).map(toAcceptance)),
};

/** @throws Error for a payload of another shape: a figure that leaves something out in silence is worse than a late one */
function toAcceptance({ index, kind, version, payload }: SealedEntry): Acceptance {
  const parsed = AcceptancePayload.safeParse(payload);
  if (version !== 1 || !parsed.success) {
    throw new Error(`journal entry ${index} (${kind}, version ${version}) is no acceptance that can be counted`, {
      cause: parsed.error,
    });
  }
  const { manifestId, document } = parsed.data;
  return {
    journalIndex: index,
    manifestId,
    acceptedAt: new Date(document.decidedAt),
    wasteCode: document.wasteCode,
    from: document.consignorSite.divisionCode,
    to: document.receiverSite.divisionCode,
    lines: document.lines,
  };
}
