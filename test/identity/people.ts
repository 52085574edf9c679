/** People, clients and login steps for the tests of logins. */
import { argon2Sync, createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { SignJWT } from 'jose';
import { Secret, TOTP } from 'otpauth';
import { beforeAll } from 'vitest';
import type { KeyPair } from '../../src/platform/auth/index.ts';
import { type Browser, openBrowser, type Shown } from './browser.ts';
import type { Answer, TokenServer } from './server.ts';

export const REDIRECT = 'http://127.0.0.1:9999/callback';
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

export type KnownPerson = { readonly id: string; readonly login: string; readonly password: string };

let serial = 0;

/** Registers a person with an initial password; of the authority, unless the draft differs. */
export async function invited(server: TokenServer, draft: object = {}): Promise<KnownPerson> {
  serial += 1;
  const login = `person.${serial}-${randomBytes(3).toString('hex')}`;
  const usual = { personName: '李四光', personPhone: '13812345678', roles: ['auditor'], login };
  const { status, json } = await server.post('/v1/people', { ...usual, ...draft });
  if (status !== 201) throw new Error(JSON.stringify(json));
  const person = { id: json.id, login: json.login, password: json.initialPassword };
  if (person.password !== null) await lighten(server, person);
  return person;
}

/** Stores the hash of a password again, at the lowest cost: most of the time of a login is the cost that its hash names. */
async function lighten({ db }: TokenServer, { id, password }: KnownPerson): Promise<void> {
  const nonce = randomBytes(16);
  const cost = { memory: 8, passes: 1, parallelism: 1 };
  const hash = argon2Sync('argon2id', { message: Buffer.from(password), nonce, tagLength: 32, ...cost });
  const [salt, tag] = [nonce, hash].map((bytes) => bytes.toString('base64').replaceAll('=', ''));
  const stored = `$argon2id$v=19$m=8,t=1,p=1$${salt}$${tag}`;
  await db.execute(sql`update identity_people set password = ${stored} where id = ${id}`);
}

/** Registers a person who has logged in once and chosen a password. */
export async function settled(server: TokenServer, draft: object = {}): Promise<KnownPerson> {
  const person = await invited(server, draft);
  const { id } = await register(server, APP);
  const browser = openBrowser(server.url);
  const choosing = await logInto(browser, (await asking(server, id)).url, person);
  const password = `a good pass phrase ${serial}`;
  const done = await browser.submit(choosing, { password, repeated: password });
  if (done.url.origin === server.url) throw new Error(done.text);
  const chosen = { ...person, password };
  await lighten(server, chosen);
  return chosen;
}

export const APP = { kind: 'app', name: '监管平台', redirectUris: [REDIRECT] };
export const HANDHELD = { kind: 'handheld', name: '手持终端' };

export async function register(server: TokenServer, draft: object): Promise<{ id: string }> {
  const { status, json } = await server.post('/v1/clients', draft);
  if (status !== 201) throw new Error(JSON.stringify(json));
  return json;
}

/** Registers an application before the tests of a file. Its id is available inside tests and hooks. */
export function useApplication(server: { readonly it: TokenServer }): { readonly id: string } {
  let id: string | undefined;
  beforeAll(async () => {
    id = (await register(server.it, APP)).id;
  });
  return {
    get id() {
      if (id === undefined) throw new Error('The application is there inside tests and hooks only');
      return id;
    },
  };
}

/** Makes the address to which an application redirects a browser, and the verifier that it keeps (PKCE). */
export function asking(server: TokenServer, clientId: string, changes: Record<string, string | undefined> = {}) {
  const verifier = randomBytes(32).toString('base64url');
  const asked = {
    ...{ client_id: clientId, response_type: 'code', redirect_uri: REDIRECT, state: 'as-sent' },
    scope: 'openid manifests:read people:read',
    ...{ code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256' },
    ...changes,
  };
  const query = new URLSearchParams(
    Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined),
  );
  return { verifier, url: `${server.url}/oidc/auth?${query}` };
}

export async function logInto(
  browser: Browser,
  url: string,
  { login, password }: Omit<KnownPerson, 'id'>,
): Promise<Shown> {
  return browser.submit(await browser.visit(url), { login, password });
}

/** Returns the code that an authenticator application shows, now or some half minutes away. */
export function codeOf(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}

/** Enrols an authenticator application on the page that asks for one. The secret and the codes are as the pages show them. */
export async function enrolOn(browser: Browser, page: Shown) {
  const secret = /<span class="key">([A-Z2-7 ]+)<\/span>/.exec(page.text)?.[1] ?? '';
  const noted = await browser.submit(page, { code: codeOf(secret) }, 'code');
  const recoveryCodes = [...noted.text.matchAll(/<li><code>([\w-]+)<\/code>/g)].map(([, code = '']) => code);
  return { secret, recoveryCodes, noted, back: await browser.submit(noted, {}) };
}

/** Logs in to an application, and exchanges the code for tokens. */
export async function logIn(
  server: TokenServer,
  clientId: string,
  person: KnownPerson,
  browser = openBrowser(server.url),
) {
  const { url, verifier } = asking(server, clientId);
  const back = await logInto(browser, url, person);
  const code = back.url.searchParams.get('code');
  if (code === null) throw new Error(`${back.url} ${back.text}`);
  return { browser, code, verifier, answer: await redeem(server, clientId, { code, verifier }) };
}

export function redeem(
  server: TokenServer,
  clientId: string,
  { code, verifier, ...changes }: Record<string, string> & { code: string; verifier: string },
): Promise<Answer> {
  const form = { grant_type: 'authorization_code', client_id: clientId, code, code_verifier: verifier };
  return requestToken(server, { ...form, redirect_uri: REDIRECT, ...changes });
}

export const refresh = (server: TokenServer, clientId: string, token: string, dpop?: string): Promise<Answer> =>
  requestToken(server, { grant_type: 'refresh_token', client_id: clientId, refresh_token: token }, dpop);

export const poll = (server: TokenServer, clientId: string, code: string, dpop?: string): Promise<Answer> =>
  requestToken(server, { grant_type: DEVICE_GRANT, client_id: clientId, device_code: code }, dpop);

function requestToken(server: TokenServer, form: Record<string, string>, dpop?: string): Promise<Answer> {
  const headers = dpop === undefined ? {} : { dpop };
  return server.send('/oidc/token', { method: 'POST', body: new URLSearchParams(form), headers });
}

/** Makes a proof (RFC 9449) for the token endpoint, or for the given claims. */
export async function proofOf(
  key: KeyPair,
  server: TokenServer,
  claims: Record<string, unknown> = {},
): Promise<string> {
  const { kty, crv, x, y } = key.publicJwk;
  const usual = { htm: 'POST', htu: `${server.url}/oidc/token`, jti: randomUUID(), iat: Math.floor(Date.now() / 1000) };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } as object })
    .sign(key.privateKey);
}
