/** Tokens bound to the key of a device (DPoP), and tokens of an external issuer. */
import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuthenticate, externalIssuer, type KeyPair } from '../../../src/platform/auth/index.ts';
import { freePort } from '../../../src/platform/process/port.ts';
import { makeKey } from '../../app/fixture.ts';
import { AUDIENCE, useTokenServer } from '../server.ts';

const server = useTokenServer();
let client: { id: string; secret: string };
let device: KeyPair;

beforeAll(async () => {
  device = await makeKey();
  const { json } = await server.it.post('/v1/clients', {
    name: '手持终端',
    roles: ['auditor'],
    scopes: ['parties:read'],
  });
  client = json;
});

async function proof(by: KeyPair, claims: Record<string, unknown>): Promise<string> {
  const { kty, crv, x, y } = by.publicJwk;
  return new SignJWT({ jti: randomUUID(), iat: Math.floor(Date.now() / 1000), ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } as object })
    .sign(by.privateKey);
}

async function boundToken(): Promise<string> {
  const dpop = await proof(device, { htm: 'POST', htu: `${server.it.url}/oidc/token` });
  const { json } = await server.it.send('/oidc/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`, dpop },
  });
  expect(json.token_type).toBe('DPoP');
  return json.access_token;
}

const right = (token: string) => ({
  htm: 'GET',
  htu: `${server.it.url}/v1/parties`,
  ath: createHash('sha256').update(token).digest('base64url'),
});

const show = (authorization: string, dpop?: string) =>
  server.it.send('/v1/parties?limit=1', { headers: { authorization, ...(dpop === undefined ? {} : { dpop }) } });

describe('a token bound to a key', () => {
  it('is accepted with a new proof each time', async () => {
    const token = await boundToken();
    for (const _ of [1, 2]) {
      expect((await show(`DPoP ${token}`, await proof(device, right(token)))).status).toBe(200);
    }
  });

  it('is refused with a proof of another key', async () => {
    const token = await boundToken();
    const { status, json, headers } = await show(`DPoP ${token}`, await proof(await makeKey(), right(token)));
    expect([status, json.code]).toEqual([401, 'token-proof-key-wrong']);
    expect(headers.get('www-authenticate')).toBe('DPoP error="invalid_dpop_proof"');
  });

  it('is refused as a bearer token, and without a proof', async () => {
    const token = await boundToken();
    expect((await show(`Bearer ${token}`)).json.code).toBe('token-proof-missing');
    expect((await show(`Bearer ${token}`, await proof(device, right(token)))).json.code).toBe('token-proof-missing');
    expect((await show(`DPoP ${token}`)).json.code).toBe('token-proof-missing');
  });

  it('is refused with a used proof, also when several arrive at once', async () => {
    const token = await boundToken();
    const used = await proof(device, right(token));
    const answers = await Promise.all([1, 2, 3, 4].map(() => show(`DPoP ${token}`, used)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await show(`DPoP ${token}`, used)).json.code).toBe('token-proof-replayed');
  });

  it.each<[string, object]>([
    ['another method', { htm: 'POST' }],
    ['another address', { htu: 'https://elsewhere.test/v1/parties' }],
    ['another token', { ath: 'x' }],
    ['another time', { iat: Math.floor(Date.now() / 1000) - 120 }],
  ])('is refused with a proof for %s', async (_, changes) => {
    const token = await boundToken();
    const { status, json } = await show(`DPoP ${token}`, await proof(device, { ...right(token), ...changes }));
    expect([status, json.code]).toEqual([401, 'token-proof-invalid']);
  });

  it('is issued once when many requests show the same proof at once', async () => {
    const dpop = await proof(device, { htm: 'POST', htu: `${server.it.url}/oidc/token` });
    const headers = { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`, dpop };
    const request = () =>
      server.it.send('/oidc/token', {
        ...{ method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }), headers },
      });
    const answers = await Promise.all(Array.from({ length: 8 }, request));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = answers.filter(({ status }) => status !== 200).map(({ json }) => json.code);
    expect(new Set([...codes, (await request()).json.code])).toEqual(new Set(['token-proof-replayed']));
  });

  it('is the only kind issued to a machine registered with dpopRequired', async () => {
    const strict = { name: '称重系统', roles: ['auditor'], dpopRequired: true };
    const { json: machine } = await server.it.post('/v1/clients', strict);
    const bare = await server.it.exchange(machine);
    expect([bare.status, bare.json.error, bare.json.code]).toEqual([400, 'invalid_grant', 'token-proof-missing']);
    const dpop = await proof(device, { htm: 'POST', htu: `${server.it.url}/oidc/token` });
    const { json } = await server.it.send('/oidc/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      headers: { authorization: `Basic ${Buffer.from(`${machine.id}:${machine.secret}`).toString('base64')}`, dpop },
    });
    expect(json.token_type).toBe('DPoP');
  });

  it('is not made of an unbound token by a proof', async () => {
    const { json } = await server.it.exchange(client);
    const token = json.access_token;
    expect((await show(`DPoP ${token}`, await proof(device, right(token)))).json.code).toBe('token-invalid');
  });
});

describe('an external issuer', () => {
  const trusting = (issuer: string) =>
    createAuthenticate({ issuers: [externalIssuer({ issuer, audience: AUDIENCE })] }, () => new Date());

  it('is trusted by the keys it publishes, and only its tokens are accepted', async () => {
    const authenticate = trusting(`${server.it.url}/oidc`);
    const { json } = await server.it.exchange(client);
    expect(await authenticate(`Bearer ${json.access_token}`)).toMatchObject({ subject: client.id });
    const authenticated = authenticate(`Bearer ${server.it.administrator}`);
    await expect(authenticated).rejects.toMatchObject({ code: 'token-issuer-wrong' });
  });

  it('that cannot be reached is reported as unavailable, and its tokens are refused', async () => {
    const issuer = `http://127.0.0.1:${await freePort()}/oidc`;
    const { json } = await server.it.exchange(client);
    const [header, payload, signature] = json.access_token.split('.');
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), iss: issuer };
    const moved = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    await expect(trusting(issuer)(`Bearer ${moved}`)).rejects.toMatchObject({ code: 'issuer-unreachable' });
  });
});
