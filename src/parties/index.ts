/** Public interface of the parties feature. */
export { changeProblem } from './changes/problems.ts';
export { listChanges, readPartyDependants } from './changes/queries.ts';
export { applyChange, type ChangeDeps, type Changed, type Changing } from './changes/recording-service.ts';
export { CHANGE, RegisterChangeResponse, toChangeResponse } from './changes/schemas.ts';
export { siteKindAt, wasKind } from './changes/site-kind-queries.ts';
export { PARTY_FIELDS } from './imports/columns.ts';
export { importProblem } from './imports/problems.ts';
export { importHandlers, importSweeps } from './imports/stored/jobs.ts';
export { laboratoryProblem } from './laboratories/problems.ts';
export { areIndependent, requireLaboratory } from './laboratories/service.ts';
export { requireLicence, requireLicences } from './licence-service.ts';
export { type Licence, type Party, SITE_KINDS, type Site, withCode } from './party.ts';
export { partyProblem } from './problems.ts';
export { RegisterLicenceRequest, RegisterPartyRequest, RegisterSiteRequest } from './register/schemas.ts';
export { partyRoutes } from './routes.ts';
export {
  adoptParty,
  findPartyByUscc,
  findSite,
  listLicences,
  listSitesOf,
  refuseUnknownWasteCodes,
  registerLicence,
  registerParty,
  registerSite,
  requireParty,
  requireSite,
} from './service.ts';
export type { PartyState } from './status/party-state.ts';
export {
  lockStatuses,
  type ReadUnfinishedBusiness,
  requireActive,
  requireMayFinish,
  takeLicenceStep,
  takePartyStep,
} from './status/service.ts';
export { vehicleNotice } from './vehicles/problems.ts';
export { registerVehicle, vehiclesOf } from './vehicles/service.ts';
export { whereVisible } from './visibility-queries.ts';
export { registerNotice } from './warnings/problems.ts';
