/** Access tokens that clients give back (RFC 7009). */
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { ALGORITHM } from '../../platform/auth/index.ts';
import { endToken, type GrantDeps, type TokenClaims } from '../revocation/grant-service.ts';
import type { Issuing } from './configuration-service.ts';

const CLOCK_TOLERANCE_S = 10;

/**
 * The library refuses to revoke tokens that it keeps no record of, after it has looked at who asks. Ours are such, and
 * are written down as refused instead. One that holds no more, or is another client's, is answered alike (section 2.2).
 */
export function acceptTokens(provider: Provider, deps: GrantDeps, issuing: Issuing): void {
  provider.on('revocation.error', (ctx, error) => {
    if (error.error === 'unsupported_token_type') ctx.state.isGivenBack = true;
  });
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    if (ctx.state.isGivenBack !== true) return;
    const { params, client } = ctx.oidc;
    try {
      const claims = await read(String(params?.token), deps, issuing);
      if (claims !== undefined && claims.clientId === client?.clientId) await endToken(deps, claims);
      ctx.status = 200;
      ctx.body = '';
    } catch (error) {
      ctx.status = 500;
      ctx.body = { error: 'server_error' };
      provider.emit('server_error', ctx, error as Parameters<typeof provider.emit>[2]);
    }
  });
}

async function read(
  token: string,
  { clock }: GrantDeps,
  { issuer, audience, keys }: Issuing,
): Promise<TokenClaims | undefined> {
  const keySet = createLocalJWKSet({ keys: keys.map(({ publicJwk }) => publicJwk) });
  const asked = { issuer, audience, algorithms: [ALGORITHM], typ: 'at+jwt', currentDate: clock() };
  const verified = await jwtVerify(token, keySet, { ...asked, clockTolerance: CLOCK_TOLERANCE_S }).catch(
    () => undefined,
  );
  // Signed by us, so it says all of them.
  const { jti, sub, client_id: clientId } = verified?.payload ?? {};
  if (jti === undefined || sub === undefined || typeof clientId !== 'string') return undefined;
  return { jti, sub, clientId };
}
