/** Conditions of rows that name organisations, sites or manifests, as decided by hand. They are SQL over one row. */
import type { Visibility } from '../../../src/core/access/visibility.ts';
import type { Viewer } from '../../../src/platform/database/row-security.ts';

export type Condition = (viewer: Viewer) => string;

const partiesOf = (division: string) => `select id from parties where left(division_code, 4) = '${division}'`;
const sitesOf = (division: string) => `select id from sites where left(division_code, 4) = '${division}'`;

/** Rows that name an organisation or a site within the visibility. */
export const naming = (parties: readonly string[], sites: readonly string[] = []) => {
  return ({ of, ...visibility }: Visibility): string => {
    if (of === 'all') return 'true';
    if ('partyId' in visibility) return parties.map((column) => `${column} = '${visibility.partyId}'`).join(' or ');
    if (of !== 'city' || !('division' in visibility)) return 'false';
    return [
      ...parties.map((column) => `${column} in (${partiesOf(visibility.division)})`),
      ...sites.map((column) => `${column} in (${sitesOf(visibility.division)})`),
    ].join(' or ');
  };
};

export const visibleManifest: Condition = ({ visibility }) => {
  switch (visibility.of) {
    case 'party':
      return `consignor_id = '${visibility.partyId}'
        or state <> 'draft' and '${visibility.partyId}' in (carrier_id, receiver_id)`;
    case 'city': {
      const named = naming(
        ['consignor_id', 'carrier_id', 'receiver_id'],
        ['consignor_site_id', 'receiver_site_id'],
      )(visibility);
      return `state <> 'draft' and (${named})`;
    }
    case 'province':
      return `state <> 'draft' and '${visibility.division}' in (origin_province, destination_province)`;
    default:
      return String(visibility.of === 'all');
  }
};
export const ofVisibleManifest: Condition = (viewer) =>
  viewer.visibility.of === 'all'
    ? 'true'
    : `manifest_id in (select id from manifests where ${visibleManifest(viewer)})`;
