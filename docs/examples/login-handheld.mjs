/**
 * A person authorises the handheld $HANDHELD (device authorisation with DPoP). The program prints the code and the address
 * to open, waits for the login, and lists manifests with a token that is valid with its key only.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const { OIDC = 'http://127.0.0.1:8450/oidc', HANDHELD: client_id = '' } = process.env;

const { privateKey, publicKey } = await generateKeyPair('ES256');
const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: await exportJWK(publicKey) };
const prove = (htm, htu, more) =>
  new SignJWT({ htm, htu, jti: crypto.randomUUID(), ...more })
    .setProtectedHeader(header)
    .setIssuedAt()
    .sign(privateKey);
const ask = async (url, form, headers) => {
  const body = new URLSearchParams({ client_id, ...form });
  return (await fetch(url, { method: 'POST', body, headers })).json();
};

const device = await ask(`${OIDC}/device/auth`, { scope: 'manifests:read manifests:carry' });
console.log(device.user_code, device.verification_uri_complete);

const form = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: device.device_code };
let given;
do {
  await pause(device.interval * 1000);
  given = await ask(`${OIDC}/token`, form, { dpop: await prove('POST', `${OIDC}/token`) });
} while (given.error === 'authorization_pending');
if (given.error) throw new Error(given.error);

const [url, token] = [new URL('/v1/manifests', OIDC).href, given.access_token];
const ath = createHash('sha256').update(token).digest('base64url');
const headers = { authorization: `DPoP ${token}`, dpop: await prove('GET', url, { ath }) };
console.log(await (await fetch(url, { headers })).text());
