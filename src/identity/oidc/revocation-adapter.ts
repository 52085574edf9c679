/** Revocation of access tokens by their client (RFC 7009). */
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { ALGORITHM } from '../../platform/auth/index.ts';
import { type GrantDeps, revokeToken, type TokenClaims } from '../revocation/grant-service.ts';
import type { Issuing } from './configuration-adapter.ts';

const CLOCK_TOLERANCE_S = 10;

/**
 * Adds the revocation of our access tokens. The library authenticates the client but then refuses to revoke tokens that
 * it does not store, such as ours. An expired token, or one of another client, gets the same answer (RFC 7009 §2.2).
 */
export function addTokenRevocation(provider: Provider, deps: GrantDeps, issuing: Issuing): void {
  provider.on('revocation.error', (ctx, error) => {
    if (error.error === 'unsupported_token_type') ctx.state.isAccessToken = true;
  });
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    if (ctx.state.isAccessToken !== true) return;
    const { params, client } = ctx.oidc;
    try {
      const claims = await readClaims(String(params?.token), deps, issuing);
      if (claims !== undefined && claims.clientId === client?.clientId) await revokeToken(deps, claims);
      ctx.status = 200;
      ctx.body = '';
    } catch (error) {
      ctx.status = 500;
      ctx.body = { error: 'server_error' };
      provider.emit('server_error', ctx, error as Parameters<typeof provider.emit>[2]);
    }
  });
}

async function readClaims(
  token: string,
  { clock }: GrantDeps,
  { issuer, audience, keys }: Issuing,
): Promise<TokenClaims | undefined> {
  const keySet = createLocalJWKSet({ keys: keys.map(({ publicJwk }) => publicJwk) });
  const expected = { issuer, audience, algorithms: [ALGORITHM], typ: 'at+jwt', currentDate: clock() };
  const verified = await jwtVerify(token, keySet, { ...expected, clockTolerance: CLOCK_TOLERANCE_S }).catch(
    () => undefined,
  );
  // A token that we signed has all three.
  const { jti, sub, client_id: clientId } = verified?.payload ?? {};
  if (jti === undefined || sub === undefined || typeof clientId !== 'string') return undefined;
  return { jti, sub, clientId };
}
