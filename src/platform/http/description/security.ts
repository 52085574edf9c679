/** Ways to get and send a token, as the description shows them. */
import { SCOPES, type Scope } from '../../../core/access/scopes.ts';
import type { Node } from './json.ts';

/** Addresses of the authorisation server of this service, relative to it. */
const OAUTH = '/oidc';
const TOKEN_URL = `${OAUTH}/token`;

export const SECURITY_SCHEMES = {
  oauth2: {
    type: 'oauth2' as const,
    description: `Tokens of this service. Machines use client credentials, people log in with an authorisation code and PKCE. Handhelds use device authorisation (RFC 8628) at \`${OAUTH}/device/auth\`, which OpenAPI 3.1 cannot describe. All addresses: \`${OAUTH}/.well-known/openid-configuration\`.`,
    flows: {
      clientCredentials: { tokenUrl: TOKEN_URL, scopes: SCOPES },
      authorizationCode: {
        authorizationUrl: `${OAUTH}/auth`,
        tokenUrl: TOKEN_URL,
        refreshUrl: TOKEN_URL,
        scopes: SCOPES,
      },
    },
  },
  bearer: {
    type: 'http' as const,
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token (RFC 9068) of this service, or of the issuer that it is configured to trust.',
  },
  dpop: {
    type: 'http' as const,
    scheme: 'DPoP',
    description:
      'A token that is bound to a key of the client (RFC 9449): `Authorization: DPoP <token>` and a proof in the header `DPoP`. Required for handhelds.',
  },
};

/** The requirement of a scope: any of the ways to send a token. */
export const securityOf = (scope: Scope) => [{ oauth2: [scope] }, { bearer: [] }, { dpop: [] }];

/** The scope of a requirement. */
export function scopeOf(security: unknown): string | undefined {
  const [first] = Array.isArray(security) ? security : [];
  const scopes = (first as Node | undefined)?.oauth2;
  return Array.isArray(scopes) ? String(scopes[0]) : undefined;
}
