/** Who may ask: clients, the keys that sign their tokens, and the authorisation server. */
export { type Issued, registerClient, revokeClient, rotateSecret } from './client-service.ts';
export { rotateKey } from './key-service.ts';
export { OAUTH_PREFIX, oauthRoutes } from './oauth-routes.ts';
export { listClients } from './queries.ts';
export { clientRoutes } from './routes.ts';
export { RegisterClientRequest, toClientDraft } from './schemas.ts';
export { type Identity, openIdentity, rememberOnce } from './trust-service.ts';
