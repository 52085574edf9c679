/** Licences for collecting waste (State Council Order 408): which site needs one, and which waste needs none. */
import type { Notice } from '../../core/messages/notice.ts';
import { collectingNotice } from './problems.ts';

/** The law on collecting waste on a day (law `licences.collecting`). */
export type CollectingLaw = {
  /** Consequence of a collection without a licence. */
  readonly effect: 'warned' | 'refused';
  /** Minutes after which a record was made without a connection: it is taken and marked, so that it is not lost. */
  readonly offlineMinutes: number;
  /** The modes of licence of which a site of the kind needs one. A kind without an entry needs none, one without a mode never has one. */
  readonly sites: readonly { readonly kind: string; readonly modes: readonly string[] }[];
  /** Waste that sites of these kinds collect without a licence. */
  readonly exemptions: readonly {
    readonly kinds: readonly string[];
    readonly wasteCodes: readonly string[];
    readonly conditions: readonly string[];
    readonly riskClasses: readonly string[];
  }[];
};

/** Licences that a collection needs, by the kind of its site, which only the database knows. */
export type NeededLicences = {
  /** The day of the collection. */
  readonly on: string;
  readonly modes: Readonly<Record<string, readonly string[]>>;
  /** False for a collection without a licence that is taken and marked. */
  readonly refused: boolean;
};

type Collected = {
  readonly wasteCode: string;
  readonly condition: string | null;
  readonly riskClass: string | null;
  readonly occurredAt: Date;
};

const MINUTE_MS = 60_000;

/** Returns the licences that a collection needs. */
export function neededLicences(
  { wasteCode, condition, riskClass, occurredAt }: Collected,
  { on, now }: { readonly on: string; readonly now: Date },
  { effect, offlineMinutes, sites, exemptions }: CollectingLaw,
): NeededLicences {
  const exempt = exemptions.filter(
    (one) =>
      one.wasteCodes.includes(wasteCode) &&
      one.conditions.includes(condition ?? '') &&
      one.riskClasses.includes(riskClass ?? ''),
  );
  const needed = sites.filter(({ kind }) => !exempt.some(({ kinds }) => kinds.includes(kind)));
  const offline = now.getTime() - occurredAt.getTime() > offlineMinutes * MINUTE_MS;
  return {
    on,
    modes: Object.fromEntries(needed.map(({ kind, modes }) => [kind, modes])),
    refused: effect === 'refused' && !offline,
  };
}

/** Warning about a collection without the licence that its day asks for. */
export type CollectionWarning = Omit<Notice<'collection-unlicensed'>, 'facts'> & {
  readonly facts: { readonly siteId: string; readonly wasteCode: string };
};

export function warnOfCollection(siteId: string, wasteCode: string): CollectionWarning {
  const facts = { siteId, wasteCode };
  return { ...collectingNotice('collection-unlicensed', facts), facts };
}
