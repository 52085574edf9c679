/** Subscriptions of oversight to the journal. */
import type { SealedEntry, Subscription } from '../platform/journal/index.ts';
import type { Acceptance } from './flow.ts';
import { AcceptancePayload } from './schemas.ts';
import { countFlows } from './service.ts';

const ACCEPTANCES: ReadonlySet<string> = new Set(['manifest.accepted', 'manifest.partially_accepted']);

/**
 * Turns acceptances into flow records. To recompute all figures, empty `flow_records` and set the position of this
 * subscription to 0 in one transaction.
 */
export const flowSubscription: Subscription = {
  name: 'oversight.flows',
  apply: (tx, entries) => countFlows(tx, entries.filter(({ kind }) => ACCEPTANCES.has(kind)).map(toAcceptance)),
};

/**
 * Reads an acceptance.
 * @throws Error for a payload of unknown form: a late figure is better than one with silent gaps
 */
function toAcceptance({ index, kind, version, payload }: SealedEntry): Acceptance {
  const parsed = AcceptancePayload.safeParse(payload);
  if (version !== 1 || !parsed.success) {
    throw new Error(`journal entry ${index} (${kind}, version ${version}) cannot be counted as an acceptance`, {
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
