/**
 * A machine with a key of its own obtains a token (client credentials with `private_key_jwt`).
 * `login-machine.mjs keys` writes a pair of keys to $KEYS; without `keys`, the client $ERP logs in with it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';

const { OIDC = 'http://127.0.0.1:8450/oidc', KEYS = '.', ERP = '' } = process.env;
const [file, kid, alg] = [`${KEYS}/private.json`, 'erp-1', 'ES256'];

if (process.argv[2] === 'keys') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  writeFileSync(file, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  const keys = [{ ...(await exportJWK(publicKey)), kid, alg }];
  writeFileSync(`${KEYS}/public.json`, JSON.stringify({ keys }));
} else {
  const key = await importJWK(JSON.parse(readFileSync(file, 'utf8')), alg);
  const jwt = new SignJWT({ jti: crypto.randomUUID() }).setProtectedHeader({ alg, kid });
  const assertion = await jwt
    .setIssuer(ERP)
    .setSubject(ERP)
    .setAudience(OIDC)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(key);
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion: assertion,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  });
  console.log(await (await fetch(`${OIDC}/token`, { method: 'POST', body })).text());
}
