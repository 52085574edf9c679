/** Public interface of the identity feature: people, clients, and the authorisation server that gives them tokens. */

export { clientProblem } from './clients/problems.ts';
export { listClients } from './clients/queries.ts';
export { identityRoutes } from './clients/routes.ts';
export { RegisterClientRequest, toClientDraft } from './clients/schemas.ts';
export { type ClientWithSecret, registerClient, revokeClient, rotateSecret } from './clients/service.ts';
export { IDENTITY_FIELDS } from './fields.ts';
export { rotateKey } from './keys/service.ts';
export { type LocalIssuer, type LocalIssuerDeps, openLocalIssuer } from './local-issuer-service.ts';
export { OAUTH_PREFIX, oauthRoutes } from './oidc/oauth-routes.ts';
export { oauthProblem } from './oidc/problems.ts';
export { personProblem } from './people/problems.ts';
export { listPeople } from './people/queries.ts';
export { ChangeRolesRequest, RegisterPersonRequest, toPersonResponse } from './people/schemas.ts';
export {
  blockPerson,
  changeRoles,
  giveInitialPassword,
  type PersonWithPassword,
  registerPerson,
  unblockPerson,
} from './people/service.ts';
export { useProofOnce } from './state/proof-service.ts';
