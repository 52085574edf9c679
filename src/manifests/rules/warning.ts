/** Warnings do not stop a step. They are not part of the document, which must be identical at every authority. */
import type { ManifestStep } from './step.ts';

export const WARNING_CODES = [
  'vehicle-unregistered',
  'licence-scale-reached',
  'storage-limit-reached',
  'late-entry',
  'before-number',
  'against-completion',
  'party-name-differs',
  'one-party',
  'significant-difference',
  'return-differs',
  'number-of-another-year',
  'number-of-another-place',
  'number-without-serial',
  'paper-outside-outage',
  'paper-number-not-reserved',
  'paper-without-photographs',
  'site-receives-nothing',
  'method-unlicensed',
] as const;

export type Warning = {
  readonly code: (typeof WARNING_CODES)[number];
  readonly step: ManifestStep;
  /** Time of the step. */
  readonly at: string;
  /** Values for the text of the warning; see notices.ts. */
  readonly facts: Readonly<Record<string, string | number>>;
};

/** Steps by which a draft becomes a manifest, electronic or on paper. */
const BEGINNINGS: ReadonlySet<ManifestStep> = new Set<ManifestStep>(['submit', 'register_paper']);

type Parties = { readonly consignorId: string; readonly carrierId: string; readonly receiverId: string };

/** Returns the warning of a manifest on which one organisation has all roles: no second one confirms the load. */
export function onePartyWarnings(
  { consignorId, carrierId, receiverId }: Parties,
  stamp: Pick<Warning, 'step' | 'at'>,
): Warning[] {
  const alone = consignorId === carrierId && carrierId === receiverId;
  return alone && BEGINNINGS.has(stamp.step) ? [{ ...stamp, code: 'one-party', facts: {} }] : [];
}

/** Organisations of a manifest whose own warnings the caller may see. Warnings about the load are open to all of them. */
export type Insight = { readonly consignor: boolean; readonly receiver: boolean };

/** The insight of an organisation into a manifest that names it. */
export function insightOf(
  { partyId }: { readonly partyId?: string | undefined },
  { consignorId, receiverId }: { readonly consignorId: string; readonly receiverId: string },
): Insight {
  return { consignor: partyId === consignorId, receiver: partyId === receiverId };
}

type Concerned = 'load' | keyof Insight;

/**
 * The subject of a warning: the load, or an organisation. The yearly mass and the stock of an organisation stay hidden from
 * its trading partners.
 */
function concernedBy({ code, step }: Pick<Warning, 'code' | 'step'>): Concerned {
  if (
    code === 'vehicle-unregistered' ||
    code === 'late-entry' ||
    code === 'before-number' ||
    code === 'against-completion' ||
    code === 'party-name-differs' ||
    code === 'one-party' ||
    code === 'significant-difference' ||
    code === 'return-differs' ||
    code === 'number-of-another-year' ||
    code === 'number-of-another-place' ||
    code === 'number-without-serial' ||
    code === 'paper-outside-outage' ||
    code === 'paper-number-not-reserved' ||
    code === 'paper-without-photographs' ||
    code === 'site-receives-nothing' ||
    code === 'method-unlicensed'
  )
    return 'load';
  return step === 'close' ? 'consignor' : 'receiver';
}

/** Returns the warnings about the load, or about one organisation. */
export function warningsAbout(warnings: readonly Warning[], concerned: Concerned): Warning[] {
  return warnings.filter((warning) => concernedBy(warning) === concerned);
}

/** The warnings of a manifest that the caller may see. */
export function shownWarnings(warnings: readonly Warning[], insight: Insight): Warning[] {
  return warnings.filter((warning) => {
    const concerned = concernedBy(warning);
    return concerned === 'load' || insight[concerned];
  });
}
