/** The service with OIDC_ISSUER: only the identity provider of the province issues tokens. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { welcome } from '../../../src/local.ts';
import type { KeyPair } from '../../../src/platform/auth/index.ts';
import { makeKey } from '../../app/fixture.ts';
import { runCommand, startLocalHere } from '../../setup/commands.ts';
import { useDatabase } from '../../setup/database.ts';
import { AUDIENCE } from '../server.ts';

/** Members of an answer that these tests check. */
const Checked = z.object({ id: z.string().optional(), code: z.string().optional() });
const database = useDatabase();
let folder: string;
let env: Record<string, string>;
let issuer: { url: string; key: KeyPair; requested: string[]; server: Server };
let local: Awaited<ReturnType<typeof startLocalHere>>;

beforeAll(async () => {
  issuer = await startIssuer();
  folder = await mkdtemp(join(tmpdir(), 'leadloop-elsewhere-'));
  env = {
    DATABASE_URL: database.url,
    LEADLOOP_OWNER_URL: database.ownerUrl,
    LEADLOOP_DATA_DIR: folder,
    LEADLOOP_PORT: '0',
  };
  local = await startLocalHere({ ...env, OIDC_ISSUER: issuer.url });
});

afterAll(async () => {
  await local.close();
  issuer.server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Starts an OpenID Connect issuer, with its configuration and its keys. */
async function startIssuer() {
  const key = await makeKey();
  const requested: string[] = [];
  const server = createServer((request, response) => {
    requested.push(request.url ?? '');
    const answers: Record<string, object> = {
      '/realm/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/keys` },
      '/realm/keys': { keys: [key.publicJwk] },
    };
    const answer = answers[request.url ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`;
  return { url, key, requested, server };
}

function tokenOf(claims: object, by: KeyPair = issuer.key): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: issuer.url, aud: AUDIENCE, sub: 'zhang.san', client_id: 'portal', jti: randomUUID() };
  return new SignJWT({ ...usual, iat: now, exp: now + 300, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: issuer.key.kid })
    .sign(by.privateKey);
}

async function send(path: string, token: string, body?: object) {
  const answer = await fetch(local.started.url + path, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
  });
  return { status: answer.status, json: Checked.parse(await answer.json()) };
}

const OFFICE = { roles: ['province_regulator', 'administrator'], scope: 'parties:read parties:write batches:read' };

describe('the external issuer', () => {
  it('issues tokens with roles, which allow what the roles allow', async () => {
    const office = await tokenOf(OFFICE);
    expect((await send('/v1/parties', office)).status).toBe(200);
    expect(issuer.requested).toContain('/realm/keys');
    const reader = await tokenOf({ roles: ['national_reader'], scope: 'parties:read parties:write' });
    const refused = await send('/v1/parties', reader, { name: '无权登记', divisionCode: '450100' });
    expect([refused.status, refused.json.code]).toEqual([403, 'role-missing']);
    expect((await send('/v1/parties', await tokenOf({ scope: 'parties:read' }))).json.code).toBe('role-missing');
  });

  it('names the organisation or city for which a token acts', async () => {
    const office = await tokenOf(OFFICE);
    const draft = { usccMissingReason: '个体', name: '演示店', divisionCode: '450100' };
    const { json: party } = await send('/v1/parties', office, draft);
    const own = await tokenOf({ roles: ['enterprise_operator'], party_id: party.id, scope: 'batches:read' });
    expect((await send('/v1/batches', own)).status).toBe(200);
    const nobody = await tokenOf({ roles: ['enterprise_operator'], scope: 'batches:read' });
    expect((await send('/v1/batches', nobody)).json.code).toBe('role-missing');
    const city = { roles: ['city_regulator'], scope: 'manifests:read' };
    expect((await send('/v1/manifests', await tokenOf({ ...city, division: '4501' }))).status).toBe(200);
    expect((await send('/v1/manifests', await tokenOf(city))).json.code).toBe('role-missing');
  });

  it('is trusted by its keys only', async () => {
    const forged = await send('/v1/parties', await tokenOf(OFFICE, await makeKey()));
    expect([forged.status, forged.json.code]).toEqual([401, 'token-signature-wrong']);
  });
});

describe('the service itself', () => {
  it('issues no token, neither at its start nor by the command', async () => {
    expect(local.started.token).toBeNull();
    const { code, out, err } = await runCommand('token', { ...env, OIDC_ISSUER: issuer.url }, ['--authority']);
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(issuer.url)]);
  });

  it('refuses a token signed with its own key', async () => {
    const { code, out, err } = await runCommand('token', env, ['--authority']);
    expect([code, err]).toEqual([0, '']);
    const { status, json } = await send('/v1/parties', out.trim());
    expect([status, json.code]).toEqual([401, 'token-issuer-wrong']);
  });

  it.each(['/oidc/token', '/oidc/jwks', '/oidc/.well-known/openid-configuration', '/oidc/interaction/x'])(
    'has no page at %s',
    async (path) => {
      const answer = await fetch(local.started.url + path);
      expect([answer.status, Checked.parse(await answer.json()).code]).toEqual([404, 'route-missing']);
    },
  );

  it('shows at its start which issuer it trusts', () => {
    const text = welcome(local.started, issuer.url, 'en');
    expect(text).toContain(`Tokens         of ${issuer.url} alone`);
    expect(text).not.toContain('OFFICE=');
  });
});
