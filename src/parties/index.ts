/** What the rest of the service may use of organisations. */
export { importProblem } from './imports/problems.ts';
export { requireLicence, requireLicences } from './licence-service.ts';
export { type Licence, type Party, SITE_KINDS, type Site } from './party.ts';
export { partyProblem } from './problems.ts';
export { partyRoutes } from './routes.ts';
export { RegisterPartyRequest, RegisterSiteRequest } from './schemas.ts';
export {
  adoptParty,
  findParty,
  findPartyByUscc,
  findSite,
  listSitesOf,
  registerParty,
  registerSite,
  requireParty,
  requireSeenParty,
  requireSite,
} from './service.ts';
export { type Open, ownStateAt, type PartyStanding, type PartyState, stateAt } from './status/party-state.ts';
export {
  type Acting,
  type OpenWork,
  requireActive,
  requireFinishing,
  requireStanding,
  type StandingDeps,
  takeLicenceStep,
  takePartyStep,
} from './status/service.ts';
export { registerVehicle, type VehicleDraft, vehiclesOf } from './vehicles/service.ts';
export { unregisteredAmong, type Vehicle } from './vehicles/vehicle.ts';
export { type Naming, whereVisible } from './visibility-queries.ts';
