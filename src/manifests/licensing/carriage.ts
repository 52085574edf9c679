/** Transport modes of a load, and the sites and licences that may receive it. */
import type { DocumentLine, DocumentSite, TransportMode } from '../rules/document.ts';

/**
 * Item 18 of the exemption list in the national list of hazardous waste (2021): unbroken waste lead-acid batteries are
 * not carried as hazardous waste when the vehicle keeps out rain and keeps in leakage and scatter. Class II stays
 * hazardous in transport (pilot rules of 2019).
 */
export type UnbrokenExemption = {
  readonly wasteCodes: readonly string[];
  readonly conditions: readonly string[];
  readonly riskClasses: readonly string[];
};

/** Returns `exempt_unbroken` only when an exemption is in force and covers every line. */
export function transportModeOf(
  wasteCode: string,
  lines: readonly Pick<DocumentLine, 'condition' | 'riskClass'>[],
  exemption: UnbrokenExemption | undefined,
): TransportMode {
  const exempt =
    exemption?.wasteCodes.includes(wasteCode) === true &&
    lines.every(
      ({ condition, riskClass }) =>
        condition !== null &&
        riskClass !== null &&
        exemption.conditions.includes(condition) &&
        exemption.riskClasses.includes(riskClass),
    );
  return exempt ? 'exempt_unbroken' : 'hazardous';
}

const COLLECTING: readonly string[] = ['collection_point', 'transfer_point'];

/**
 * Returns the modes of licence of which a receiver must hold one (Order 23, Art 10(1)): collection for a collection or
 * transfer point, recycling for every other site. Both count when the kind of the site is unknown (another province).
 */
export function receivingModes(siteKind: string | null): readonly ('recycling' | 'collection')[] {
  if (siteKind === null) return ['recycling', 'collection'];
  return COLLECTING.includes(siteKind) ? ['collection'] : ['recycling'];
}

type KnownSite = { readonly id: string; readonly kind: string; readonly name: string; readonly divisionCode: string };

/**
 * Returns the registered site that a document describes: the site of that name in the division, else a recycler there,
 * else any site there. Returns undefined when the division has no site.
 */
export function findDescribedSite<Site extends KnownSite>(
  sites: readonly Site[],
  wanted: DocumentSite,
): Site | undefined {
  const near = sites.filter(({ divisionCode }) => overlaps(divisionCode, wanted.divisionCode));
  return near.find(({ name }) => name === wanted.name) ?? near.find(({ kind }) => kind === 'recycler') ?? near[0];
}

/** Returns true when one division contains the other: the code of a county begins with the code of its city. */
function overlaps(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
