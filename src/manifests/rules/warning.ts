/** What a step is warned of, though it is taken: kept beside the document, which every authority must hold equal. */
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

/** Whose own affairs an asker sees, and not only a load that names them. */
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
 * Whom a warning is about: the load, or what an organisation took from everybody in a year or has on its site, which is
 * nothing for those who only deal with it.
 */
function concernedBy({ code, step }: Pick<Warning, 'code' | 'step'>): Concerned {
  if (code === 'vehicle-unregistered' || code === 'late-entry') return 'load';
  return step === 'close' ? 'consignor' : 'receiver';
}

/** Warnings about one of those that a manifest concerns. */
export function warningsAbout(warnings: readonly Warning[], concerned: Concerned): Warning[] {
  return warnings.filter((warning) => concernedBy(warning) === concerned);
}

/** What an asker is shown of the warnings of a manifest. */
export function shownWarnings(warnings: readonly Warning[], insight: Insight): Warning[] {
  return warnings.filter((warning) => {
    const concerned = concernedBy(warning);
    return concerned === 'load' || insight[concerned];
  });
}
