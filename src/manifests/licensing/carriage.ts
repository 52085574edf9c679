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

/** Exempt only when every line is covered; without an exemption in force nothing is. */
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
 * The licences of which a receiver holds one (Order 23, Art 10(1)): collecting for a collection or transfer point,
 * recycling for every other site; either when the kind of a site in another province is not known here.
 */
export function receivingModes(siteKind: string | null): readonly ('recycling' | 'collection')[] {
  if (siteKind === null) return ['recycling', 'collection'];
  return COLLECTING.includes(siteKind) ? ['collection'] : ['recycling'];
}

type KnownSite = { readonly id: string; readonly kind: string; readonly name: string; readonly divisionCode: string };

/**
 * The registered site that a document means: the one of that name in the division, else a recycler there, else any
 * site there. Nothing when none stands in the division.
 */
export function meantSite<Site extends KnownSite>(sites: readonly Site[], wanted: DocumentSite): Site | undefined {
  const near = sites.filter(({ divisionCode }) => overlaps(divisionCode, wanted.divisionCode));
  return near.find(({ name }) => name === wanted.name) ?? near.find(({ kind }) => kind === 'recycler') ?? near[0];
}

/** A county lies in its city, so codes of different length may name the same place. */
function overlaps(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
