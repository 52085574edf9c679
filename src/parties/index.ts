/** What the rest of the service may use of organisations. */
export type { Licence, Party, Site } from './party.ts';
export { partyRoutes } from './routes.ts';
export {
  adoptParty,
  findParty,
  findPartyByUscc,
  findSite,
  listSitesOf,
  requireLicence,
  requireParty,
  requireSite,
} from './service.ts';
