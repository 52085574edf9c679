/** Public interface of the parties feature. */
export { PARTY_FIELDS } from './imports/columns.ts';
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
export {
  ownStateAt,
  type PartyState,
  type PartyStatus,
  stateAt,
  type UnfinishedBusiness,
} from './status/party-state.ts';
export {
  lockStatuses,
  type Participant,
  type ReadUnfinishedBusiness,
  requireActive,
  requireMayFinish,
  requireStatus,
  type StatusDeps,
  takeLicenceStep,
  takePartyStep,
} from './status/service.ts';
export { vehicleNotice } from './vehicles/problems.ts';
export { registerVehicle, type VehicleDraft, vehiclesOf } from './vehicles/service.ts';
export { unregisteredAmong, type Vehicle } from './vehicles/vehicle.ts';
export { whereVisible } from './visibility-queries.ts';
