/**
 * Public interface of the identity feature to the serving processes: its routes, its problems, and the authorisation
 * server. Commands use the rooms `people/` and `clients/`.
 */
export { clientProblem } from './clients/problems.ts';
export { identityRoutes } from './clients/routes.ts';
export { IDENTITY_FIELDS } from './fields.ts';
export { type LocalIssuer, type LocalIssuerDeps, openLocalIssuer } from './local-issuer-service.ts';
export { OAUTH_PREFIX, oauthRoutes } from './oidc/oauth-routes.ts';
export { oauthProblem } from './oidc/problems.ts';
export { personProblem } from './people/problems.ts';
export { readPasswordGivers } from './people/service.ts';
export { useProofOnce } from './state/proof-service.ts';
