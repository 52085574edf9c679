/** Warnings of steps that are taken all the same. They stand outside the document, which every authority holds equal. */
import type { ManifestStep } from './step.ts';

export const WARNING_CODES = [
  'vehicle-unregistered',
  'licence-scale-reached',
  'storage-limit-reached',
  'late-entry',
] as const;

export type Warning = {
  readonly code: (typeof WARNING_CODES)[number];
  readonly step: ManifestStep;
  /** When the step was taken. */
  readonly at: string;
  /** Plain values that explain it. */
  readonly facts: Readonly<Record<string, string | number>>;
};

/** The organisations on a manifest whose own affairs the caller may see, and not only the load. */
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
  if (code === 'vehicle-unregistered' || code === 'late-entry') return 'load';
  return step === 'close' ? 'consignor' : 'receiver';
}

/** Warnings about one of those that a manifest concerns. */
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
