/** Who may ask: people, clients, the keys that sign their tokens, and the authorisation server. */
export { type Issued, registerClient, revokeClient, rotateSecret } from './client-service.ts';
export { rotateKey } from './key-service.ts';
export { OAUTH_PREFIX, oauthRoutes } from './oauth-routes.ts';
export { listPeople } from './people-queries.ts';
export { ChangeRolesRequest, RegisterPersonRequest, toPersonResponse } from './people-schemas.ts';
export {
  blockPerson,
  changeRoles,
  giveInitialPassword,
  registerPerson,
  unblockPerson,
  type Welcomed,
} from './people-service.ts';
export { listClients } from './queries.ts';
export { CLIENT_KINDS } from './registration.ts';
export { identityRoutes } from './routes.ts';
export { RegisterClientRequest, toClientDraft } from './schemas.ts';
export { type Identity, type IdentityDeps, openIdentity, rememberOnce } from './trust-service.ts';
