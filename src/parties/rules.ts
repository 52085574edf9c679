/** Pure rules of organisations, for the nouns of other features. */
export type { Licence, Party, Site } from './party.ts';
export { LICENCE_MODES, SITE_KINDS } from './party.ts';
export { partyProblem } from './problems.ts';
export { notActive, ownStateAt, type PartyStatus, stateAt } from './status/party-state.ts';
export { PARTY_TERMS } from './terms.ts';
export { unregisteredAmong, type Vehicle } from './vehicles/vehicle.ts';
