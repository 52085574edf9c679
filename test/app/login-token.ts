/** Tokens of people, as the authorisation server gives them after a login. */
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import type { KeyPair } from '../../src/platform/auth/index.ts';

/** Returns a token with the same rights for a person who logged in to an application. */
export function afterLogin(token: string, { privateKey }: KeyPair): Promise<string> {
  const { alg = '', ...header } = decodeProtectedHeader(token);
  const claims = decodeJwt(token);
  return new SignJWT({ ...claims, client_id: 'application', amr: ['pwd'], auth_time: claims.iat })
    .setProtectedHeader({ ...header, alg })
    .sign(privateKey);
}
