/**
 * A person logs in to the application $APP (authorisation code with PKCE). The program prints the address to open, waits
 * for the browser to come back to $REDIRECT, and prints the token.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const { OIDC = 'http://127.0.0.1:8450/oidc', APP: client_id = '' } = process.env;
const { REDIRECT: redirect_uri = 'http://127.0.0.1:8480/callback' } = process.env;

const [state, code_verifier] = [16, 32].map((bytes) => randomBytes(bytes).toString('base64url'));
const code_challenge = createHash('sha256').update(code_verifier).digest('base64url');
const asked = { client_id, redirect_uri, response_type: 'code', scope: 'openid manifests:read', state };
const query = new URLSearchParams({ ...asked, code_challenge, code_challenge_method: 'S256' });
console.log(`${OIDC}/auth?${query}`);

const server = createServer(async (request, response) => {
  const { code, state: returned, iss } = Object.fromEntries(new URL(request.url, redirect_uri).searchParams);
  // An answer to another login, or of another issuer, is not ours.
  if (returned !== state || iss !== OIDC) return response.writeHead(400).end();
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id,
    redirect_uri,
    code,
    code_verifier,
  });
  console.log(await (await fetch(`${OIDC}/token`, { method: 'POST', body })).text());
  response.end('Logged in.', () => process.exit());
});
server.listen(Number(new URL(redirect_uri).port), '127.0.0.1');
