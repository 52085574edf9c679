/** An external issuer, such as the identity provider of the province, known by its published keys. */
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { authProblem } from './problems.ts';
import type { Issuer, TrustedIssuer } from './token.ts';

/** Signature algorithms of external issuers; all of them asymmetric. */
const ALGORITHMS = ['ES256', 'PS256', 'RS256', 'EdDSA'];
const TIMEOUT_MS = 5_000;

const Metadata = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * Reads the metadata of the issuer with the first token (OpenID Connect Discovery 1.0, section 4). Reads its keys again
 * whenever a token names an unknown one.
 */
export function externalIssuer({ issuer, audience }: Issuer): TrustedIssuer {
  let finding: Promise<JWTVerifyGetKey> | undefined;
  const find = () => {
    finding ??= findKeys(issuer);
    // If the issuer was unreachable, the next token tries again.
    finding.catch(() => {
      finding = undefined;
    });
    return finding;
  };
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      const keySet = await find();
      return await keySet(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) throw error;
      throw authProblem('issuer-unreachable', { issuer }, error);
    }
  };
  return { issuer, audience, algorithms: ALGORITHMS, keys };
}

async function findKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const metadata = Metadata.parse(await answer.json());
  if (metadata.issuer !== issuer) throw new Error(`${address} speaks for ${metadata.issuer}`);
  return createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: TIMEOUT_MS });
}
