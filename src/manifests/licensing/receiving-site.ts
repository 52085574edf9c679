/** The receiving site of a load: the licences that it needs, and the registered site that a document describes. */
import { manifestProblem } from '../problems.ts';
import type { DocumentSite } from '../rules/document.ts';

/** Modes of licence under which waste is received (State Council Order 408). */
export const RECEIVING_MODES = ['recycling', 'collection'] as const;
export type ReceivingMode = (typeof RECEIVING_MODES)[number];

/** Kinds of site that receive waste, and under which licences (law `licences.receiving`). */
export type ReceivingLaw = {
  /** The modes of licence of which a site of the kind needs one; a kind without a mode receives nothing. */
  readonly sites: readonly { readonly kind: string; readonly modes: readonly ReceivingMode[] }[];
  /** Kinds that receive with a warning. */
  readonly warned: readonly string[];
};

/**
 * Returns the modes of licence of which a receiver must hold one (Order 23, Art 10(1)). All count when the kind of the site
 * is unknown (another province).
 */
export function receivingModes(siteKind: string | null, { sites }: ReceivingLaw): readonly ReceivingMode[] {
  return sites.find(({ kind }) => kind === siteKind)?.modes ?? RECEIVING_MODES;
}

/**
 * Refuses a receiving site of a kind that receives nothing.
 * @throws Problem `manifest-site-receives-nothing`
 */
export function refuseUnfitReceiver(siteKind: string | null, law: ReceivingLaw): void {
  if (receivingModes(siteKind, law).length > 0) return;
  throw manifestProblem('manifest-site-receives-nothing', { siteKind, pointer: '#/document/receiverSite' });
}

/**
 * Returns the kind of the receiving site: that of the registered site of the manifest, or of the one that its document
 * describes; null when both are unknown.
 */
export function receivingKind(
  siteKind: string | null,
  sites: readonly RegisteredSite[],
  described: DocumentSite,
): string | null {
  return siteKind ?? findDescribedSite(sites, described)?.kind ?? null;
}

/**
 * Refuses a manifest from a site to itself: nothing is moved, so a manifest could only change what is there.
 * @throws Problem `manifest-same-site`
 */
export function refuseSameSite(
  {
    consignorSiteId,
    receiverSiteId,
  }: { readonly consignorSiteId: string | null; readonly receiverSiteId: string | null },
  pointer: string,
): void {
  if (consignorSiteId === null || consignorSiteId !== receiverSiteId) return;
  throw manifestProblem('manifest-same-site', { siteId: consignorSiteId, pointer });
}

type RegisteredSite = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly divisionCode: string;
};

/**
 * Returns the registered site that a document describes: the site of that name in the division, else a recycler there,
 * else any site there. Returns undefined when the division has no site.
 */
export function findDescribedSite<Site extends RegisteredSite>(
  sites: readonly Site[],
  described: DocumentSite,
): Site | undefined {
  const inDivision = sites.filter(({ divisionCode }) => overlaps(divisionCode, described.divisionCode));
  return (
    inDivision.find(({ name }) => name === described.name) ??
    inDivision.find(({ kind }) => kind === 'recycler') ??
    inDivision[0]
  );
}

/** Returns true when one division contains the other: the code of a county begins with the code of its city. */
function overlaps(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
