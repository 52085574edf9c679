/** The receiving site of a load: the licences that it needs, and the registered site that a document describes. */
import { manifestProblem } from '../problems.ts';
import type { DocumentSite } from '../rules/document.ts';

const COLLECTING: readonly string[] = ['collection_point', 'transfer_point'];

/**
 * Returns the modes of licence of which a receiver must hold one (Order 23, Art 10(1)): collection for a collection or
 * transfer point, recycling, which covers use and disposal, for every other site. Both count when the kind of the site is unknown (another province).
 */
export function receivingModes(siteKind: string | null): readonly ('recycling' | 'collection')[] {
  if (siteKind === null) return ['recycling', 'collection'];
  return COLLECTING.includes(siteKind) ? ['collection'] : ['recycling'];
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
