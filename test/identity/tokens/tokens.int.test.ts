/** From the registration of a client to a request with its token, and every refusal on the way. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { decodeJwt, decodeProtectedHeader, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { type OpenKey, readKeys, rotateKey } from '../../../src/identity/keys/service.ts';
import { makeKey } from '../../app/fixture.ts';
import { AUDIENCE, assert, openAnother, publicPart, useTokenServer } from '../server.ts';

const server = useTokenServer();
const READER = { name: '国家平台拉取程序', roles: ['national_reader'], scopes: ['parties:read', 'journal:read'] };

async function registered(draft: object = READER) {
  const { status, json } = await server.it.post('/v1/clients', draft);
  expect(status, JSON.stringify(json)).toBe(201);
  return json as { id: string; secret: string };
}

async function tokenOf(client: { id: string; secret: string }): Promise<string> {
  const { json } = await server.it.exchange(client);
  return json.access_token;
}

describe('a client with a secret', () => {
  it('gets a token with all its scopes, which allows these and nothing else', async () => {
    const client = await registered();
    const { status, json, headers } = await server.it.exchange(client);
    expect([status, json.token_type, json.scope]).toEqual([200, 'Bearer', 'parties:read journal:read']);
    expect(json.expires_in).toBeGreaterThanOrEqual(300);
    expect(json.expires_in).toBeLessThanOrEqual(600);
    expect(headers.get('cache-control')).toContain('no-store');
    const claims = decodeJwt(json.access_token);
    expect(claims).toMatchObject({ iss: `${server.it.url}/oidc`, aud: AUDIENCE, sub: client.id, client_id: client.id });
    expect(decodeProtectedHeader(json.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect((await server.it.get('/v1/parties', json.access_token)).status).toBe(200);
    const refused = await server.it.get('/v1/clients', json.access_token);
    expect([refused.status, refused.json.code]).toEqual([403, 'scope-missing']);
  });

  it('may request fewer scopes, and never more', async () => {
    const client = await registered();
    expect((await server.it.exchange(client, { scope: 'parties:read' })).json.scope).toBe('parties:read');
    const more = await server.it.exchange(client, { scope: 'parties:write' });
    expect([more.status, more.json.error]).toEqual([400, 'invalid_scope']);
    const elsewhere = await server.it.exchange(client, { resource: 'urn:other:api' });
    expect([elsewhere.status, elsewhere.json.error]).toEqual([400, 'invalid_target']);
  });

  it('of an organisation acts for it', async () => {
    const uscc = composeUscc('91', '450100', 77);
    const party = await server.it.post('/v1/parties', { uscc, name: '演示企业', divisionCode: '450100' });
    const client = await registered({
      name: 'ERP',
      roles: ['enterprise_operator'],
      scopes: ['batches:read'],
      partyId: party.json.id,
    });
    const token = await tokenOf(client);
    expect(decodeJwt(token).party_id).toBe(party.json.id);
    expect((await server.it.get('/v1/batches', token)).status).toBe(200);
  });

  it('is refused with another secret', async () => {
    const { id } = await registered();
    const { status, json } = await server.it.exchange({ id, secret: 'x'.repeat(43) });
    expect([status, json.error]).toEqual([401, 'invalid_client']);
    const nobody = await server.it.exchange({ id: randomUUID(), secret: 'x' });
    expect([nobody.status, nobody.json.error]).toEqual([401, 'invalid_client']);
  });

  it('has its secret shown once, and stored as a hash only', async () => {
    const key = randomUUID();
    const first = await server.it.post('/v1/clients', READER, { key });
    const again = await server.it.post('/v1/clients', READER, { key });
    expect(first.json.secret).toMatch(/^[\w-]{43}$/);
    expect(again.json).toEqual({ ...first.json, secret: null });
    const { rows } = await server.it.db.execute(sql`
      select answer::text as kept from idempotency_keys union all
      select secrets::text from identity_clients union all
      select payload::text from journal_entries`);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ kept }) => String(kept).includes(first.json.secret))).toEqual([]);
  });

  it('changes its secret without a stop: both are valid for the overlap', async () => {
    const old = await registered();
    const { json } = await server.it.post(`/v1/clients/${old.id}/secret`, { overlapHours: 1 });
    expect((await server.it.exchange(old)).status).toBe(200);
    expect((await server.it.exchange(json)).status).toBe(200);
    const last = await server.it.post(`/v1/clients/${old.id}/secret`, { overlapHours: 0 });
    expect((await server.it.exchange(old)).status).toBe(401);
    expect((await server.it.exchange(json)).status).toBe(401);
    expect((await server.it.exchange(last.json)).status).toBe(200);
  });
});

describe('a client with keys of its own', () => {
  it('gets a token for an assertion, once only', async () => {
    const key = await makeKey();
    const { id, secret } = await registered({ ...READER, keys: [publicPart(key)] });
    expect(secret).toBeNull();
    const assertion = await assert(key, id, `${server.it.url}/oidc`);
    const first = await server.it.present(assertion);
    expect((await server.it.get('/v1/parties', first.json.access_token)).status).toBe(200);
    const { status, json } = await server.it.present(assertion);
    expect([status, json.error, json.code]).toEqual([401, 'invalid_client', 'client-assertion-replayed']);
  });

  it('that sends one assertion many times at once gets one token', async () => {
    const key = await makeKey();
    const { id } = await registered({ ...READER, keys: [publicPart(key)] });
    const assertion = await assert(key, id, `${server.it.url}/oidc`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => server.it.present(assertion)));
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ json }) => json.code))).toEqual(
      new Set(['client-assertion-replayed']),
    );
  });

  it.each([
    ['for another server', { aud: 'https://elsewhere.test' }],
    ['that has expired', { exp: 1_700_000_000 }],
    ['without a name of its own', { jti: undefined }],
    ['of another issuer', { iss: 'me' }],
  ])('is refused with an assertion %s', async (_, changes) => {
    const key = await makeKey();
    const { id } = await registered({ ...READER, keys: [publicPart(key)] });
    const { status, json } = await server.it.present(await assert(key, id, `${server.it.url}/oidc`, changes));
    expect([status, json.error]).toEqual([401, 'invalid_client']);
  });

  it('is refused with an assertion of another key', async () => {
    const { id } = await registered({ ...READER, keys: [publicPart(await makeKey())] });
    const { status, json } = await server.it.present(await assert(await makeKey(), id, `${server.it.url}/oidc`));
    expect([status, json.error]).toEqual([401, 'invalid_client']);
  });

  it('cannot be registered with a private key', async () => {
    const { status, json } = await server.it.post('/v1/clients', {
      ...READER,
      keys: [{ ...publicPart(await makeKey()), d: 'secret' }],
    });
    expect([status, json.code]).toEqual([400, 'request-invalid']);
  });
});

describe('a registration', () => {
  it('is for administrators, who grant scopes that they do not hold', async () => {
    const token = await tokenOf(await registered({ name: '管理员', roles: ['administrator'] }));
    expect((await server.it.post('/v1/clients', READER, { token })).status).toBe(201);
    expect((await server.it.get('/v1/batches', token)).json.code).toBe('scope-missing');
    const reader = await tokenOf(await registered());
    const refused = await server.it.post('/v1/clients', READER, { token: reader });
    expect([refused.status, refused.json.code]).toEqual([403, 'scope-missing']);
  });

  it('never grants an organisation the scopes of authorities', async () => {
    const uscc = composeUscc('91', '450100', 78);
    const party = await server.it.post('/v1/parties', { uscc, name: '另一企业', divisionCode: '450100' });
    const partyId = party.json.id;
    const reader = await server.it.post('/v1/clients', { ...READER, partyId });
    expect([reader.status, reader.json.code, reader.json.role]).toEqual([422, 'role-does-not-fit', 'national_reader']);
    const operator = { ...READER, partyId, roles: ['enterprise_operator'] };
    const { status, json } = await server.it.post('/v1/clients', operator);
    expect([status, json.code, json.scopes]).toEqual([422, 'client-scope-refused', ['journal:read']]);
  });

  it('lists clients without any secret', async () => {
    const client = await registered();
    const { json } = await server.it.get('/v1/clients?limit=200');
    const found = json.items.find(({ id }: { id: string }) => id === client.id);
    expect(Object.keys(found)).not.toContain('secrets');
    expect(JSON.stringify(json)).not.toContain('hash');
  });
});

describe('a revoked client', () => {
  it('is refused with its token, and gets no other', async () => {
    const client = await registered();
    const token = await tokenOf(client);
    expect((await server.it.get('/v1/parties', token)).status).toBe(200);
    expect((await server.it.post(`/v1/clients/${client.id}/revocation`, {})).json.revokedAt).not.toBeNull();
    // Every process does this each 15 seconds.
    await server.it.localIssuer.renew();
    const refused = await server.it.get('/v1/parties', token);
    expect([refused.status, refused.json.code]).toEqual([401, 'client-revoked']);
    const again = await server.it.exchange(client);
    expect([again.status, again.json.error, again.json.code]).toEqual([401, 'invalid_client', 'client-revoked']);
    const twice = await server.it.post(`/v1/clients/${client.id}/revocation`, {});
    expect([twice.status, twice.json.code]).toEqual([409, 'client-revoked-already']);
  });
});

describe('a token', () => {
  const now = () => Math.floor(Date.now() / 1000);

  /** Signs a token with the key of the service, valid except for the changes. */
  async function forge(changes: JWTPayload, header: Record<string, string> = {}): Promise<string> {
    const [key] = await readKeys(server.it.localIssuerDeps);
    const claims = { ...(await claimsOfMine()), ...changes };
    return sign(claims, key as OpenKey, header);
  }

  async function claimsOfMine(): Promise<JWTPayload> {
    return decodeJwt(await tokenOf(await registered()));
  }

  async function sign(claims: JWTPayload, { privateJwk, kid }: OpenKey, header: Record<string, string>) {
    const key = await importJWK(privateJwk, 'ES256');
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header }).sign(key);
  }

  it('forged without a change is accepted, so the changes cause the refusals below', async () => {
    expect((await server.it.get('/v1/parties', await forge({}))).status).toBe(200);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['expired', () => forge({ exp: now() - 60 }), 'token-expired'],
    ['issued in the future', () => forge({ iat: now() + 60, exp: now() + 120 }), 'token-not-yet-valid'],
    ['not valid yet', () => forge({ nbf: now() + 60 }), 'token-not-yet-valid'],
    ['for another audience', () => forge({ aud: 'urn:other:api' }), 'token-audience-wrong'],
    ['of another issuer', () => forge({ iss: 'https://elsewhere.test' }), 'token-issuer-wrong'],
    ['of an unknown key', () => forge({}, { kid: 'other' }), 'token-key-unknown'],
    ['that is no access token', () => forge({}, { typ: 'JWT' }), 'token-invalid'],
  ])('%s is refused with a code of its own', async (_, make, code) => {
    const { status, json, headers } = await server.it.get('/v1/parties', await make());
    expect([status, json.code]).toEqual([401, code]);
    expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });

  it('with the algorithm none or signed with a shared secret is refused', async () => {
    const claims = await claimsOfMine();
    const unsecured = await server.it.get('/v1/parties', new UnsecuredJWT(claims).encode());
    expect([unsecured.status, unsecured.json.code]).toEqual([401, 'token-algorithm-refused']);
    const [key] = await readKeys(server.it.localIssuerDeps);
    const shared = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key?.kid ?? '' })
      .sign(new TextEncoder().encode(JSON.stringify(key?.publicJwk)));
    const { status, json } = await server.it.get('/v1/parties', shared);
    expect([status, json.code]).toEqual([401, 'token-algorithm-refused']);
  });

  it('signed by another key under the name of our key is refused', async () => {
    const [ours] = await readKeys(server.it.localIssuerDeps);
    const theirs = await makeKey();
    const token = await new SignJWT(await claimsOfMine())
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: ours?.kid ?? '' })
      .sign(theirs.privateKey);
    const { status, json } = await server.it.get('/v1/parties', token);
    expect([status, json.code]).toEqual([401, 'token-signature-wrong']);
  });
});

it('a flow that the authorisation server does not offer is refused in JSON', async () => {
  const { status, json } = await server.it.send('/oidc/auth?client_id=x', {});
  expect([status, json.error, json.code]).toEqual([400, 'invalid_client', 'client-credentials-wrong']);
});

describe('the signing keys', () => {
  it('are published without their private parts', async () => {
    const { json } = await server.it.send('/oidc/jwks', {});
    expect(json.keys.length).toBeGreaterThan(0);
    for (const key of json.keys) expect(key).not.toHaveProperty('d');
    const { json: metadata } = await server.it.send('/oidc/.well-known/openid-configuration', {
      headers: { 'x-forwarded-host': 'evil.test' },
    });
    const { url } = server.it;
    expect(metadata).toMatchObject({ issuer: `${url}/oidc`, token_endpoint: `${url}/oidc/token` });
  });

  it('rotate: the new one is published first, and tokens of the one before stay valid', async () => {
    const client = await registered();
    const before = await tokenOf(client);
    const { kid } = await server.it.db.transaction((tx) => rotateKey(tx, server.it.localIssuerDeps));
    await server.it.localIssuer.renew();
    expect((await server.it.send('/oidc/jwks', {})).json.keys.map((key: { kid: string }) => key.kid)).toContain(kid);
    expect(decodeProtectedHeader(await tokenOf(client)).kid).not.toBe(kid);
    await server.it.db.execute(sql`
      update identity_signing_keys set made_at = now() - interval '2 minutes',
        signs_from = now() - case when kid = ${kid} then interval '1 second' else interval '1 minute' end`);
    await server.it.localIssuer.renew();
    const after = await tokenOf(client);
    expect(decodeProtectedHeader(after).kid).toBe(kid);
    for (const token of [before, after]) expect((await server.it.get('/v1/parties', token)).status).toBe(200);
  });

  it('are shared by processes, and useless without the key file', async () => {
    const token = await tokenOf(await registered());
    const { kid } = decodeProtectedHeader(token);
    const another = await openAnother(server.it);
    const found = await another.trusted.keys({ alg: 'ES256', kid: kid ?? '' }, { payload: '', signature: '' });
    expect(found).toBeDefined();
    const thief = await readKeys({ ...server.it.localIssuerDeps, encryptionKey: Buffer.alloc(32, 8) });
    expect(thief.map((key) => key.kid)).not.toContain(kid);
  });
});
