/** Who may ask: people, clients, the keys that sign their tokens, and the authorisation server. */

export { CLIENT_KINDS } from './clients/client.ts';
export { clientProblem } from './clients/problems.ts';
export { listClients } from './clients/queries.ts';
export { identityRoutes } from './clients/routes.ts';
export { RegisterClientRequest, toClientDraft } from './clients/schemas.ts';
export { type Issued, registerClient, revokeClient, rotateSecret } from './clients/service.ts';
export { rotateKey } from './keys/service.ts';
export { OAUTH_PREFIX, oauthRoutes } from './oidc/oauth-routes.ts';
export { oauthProblem } from './oidc/problems.ts';
export { personProblem } from './people/problems.ts';
export { listPeople } from './people/queries.ts';
export { ChangeRolesRequest, RegisterPersonRequest, toPersonResponse } from './people/schemas.ts';
export {
  blockPerson,
  changeRoles,
  giveInitialPassword,
  registerPerson,
  unblockPerson,
  type Welcomed,
} from './people/service.ts';
export { type Identity, type IdentityDeps, openIdentity, rememberOnce } from './token-cache-service.ts';
