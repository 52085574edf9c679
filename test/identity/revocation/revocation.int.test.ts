/** Revoked access tokens are refused once a process has read the revocations; other tokens are not. */
import { sql } from 'drizzle-orm';
import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../browser.ts';
import {
  APP,
  asking,
  type KnownPerson,
  logIn,
  logInto,
  REDIRECT,
  redeem,
  refresh,
  register,
  settled,
  useApplication,
} from '../people.ts';
import { type Answer, startAnother, useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);

afterEach(() => {
  vi.useRealTimers();
});

const codeOf = ({ status, json }: Answer) => (status === 200 ? 200 : json.code);
const use = async (token: string) => codeOf(await server.it.get('/v1/manifests?limit=1', token));

/** Uses tokens after the process has read the revocations. */
async function afterReading(...tokens: readonly string[]): Promise<unknown[]> {
  await server.it.localIssuer.renew();
  return Promise.all(tokens.map(use));
}

const giveBack = (token: string, client: string, accept = 'application/json') =>
  server.it.send('/oidc/token/revocation', {
    method: 'POST',
    body: new URLSearchParams({ token, client_id: client }),
    headers: { accept },
  });

async function lastFactOf(subject: string): Promise<unknown> {
  const { rows } = await server.it.db.execute(sql`
    select kind, payload from journal_entries where subject = ${subject} order by number desc limit 1`);
  return rows[0];
}

const logOut = async (browser: ReturnType<typeof openBrowser>) => {
  const query = new URLSearchParams({ client_id: app.id, post_logout_redirect_uri: REDIRECT });
  return browser.submit(await browser.visit(`/oidc/session/end?${query}`), { logout: 'yes' });
};

/** Two logins of one person and one of another, often within the same second. */
async function threeLogins(draft: object = {}) {
  const [person, other] = [await settled(server.it, draft), await settled(server.it, draft)];
  const logins = [
    await logIn(server.it, app.id, person),
    await logIn(server.it, app.id, person),
    await logIn(server.it, app.id, other),
  ];
  const [first, second, others] = logins as [Login, Login, Login];
  return { person, first, second, others, tokens: logins.map(({ answer }) => answer.json.access_token as string) };
}

type Login = Awaited<ReturnType<typeof logIn>>;

describe('a change of roles', () => {
  it('ends the tokens with earlier roles in every process, and no login', async () => {
    const another = await startAnother(server.it);
    try {
      const { person, first, tokens } = await threeLogins();
      const there = async (token: string) =>
        (await fetch(`${another.url}/v1/manifests`, { headers: { authorization: `Bearer ${token}` } })).status;
      expect(await there(tokens[0] ?? '')).toBe(200);
      const change = () => server.it.post(`/v1/people/${person.id}/roles`, { roles: ['auditor'], reason: '转岗' });
      expect((await change()).status).toBe(200);
      const { json } = await refresh(server.it, app.id, first.answer.json.refresh_token);
      expect(await afterReading(...tokens, json.access_token)).toEqual(['token-revoked', 'token-revoked', 200, 200]);
      await another.renew();
      expect(await Promise.all([...tokens, json.access_token].map(there))).toEqual([401, 401, 200, 200]);
      await change();
      const next = await refresh(server.it, app.id, json.refresh_token);
      expect(await afterReading(json.access_token, next.json.access_token)).toEqual(['token-revoked', 200]);
    } finally {
      await another.close();
    }
  });

  it('ends a token with earlier roles that was issued at the same time', async () => {
    const { person, tokens } = await threeLogins();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 5_000 });
    await server.it.post(`/v1/people/${person.id}/roles`, { roles: ['auditor'], reason: '转岗' });
    vi.useRealTimers();
    expect(decodeJwt(tokens[0] ?? '').iat).toBeGreaterThan(Date.now() / 1_000 - 60);
    expect(await afterReading(...tokens)).toEqual(['token-revoked', 'token-revoked', 200]);
  });
});

describe('a password', () => {
  it('given by a manager ends the tokens of all logins before, and of none after', async () => {
    const { person, tokens } = await threeLogins();
    const { json } = await server.it.post(`/v1/people/${person.id}/password`, {});
    const again = await loggedInFirst({ ...person, password: json.initialPassword });
    expect(await afterReading(...tokens, again)).toEqual(['token-revoked', 'token-revoked', 200, 200]);
  });

  it('ends a login that a concurrent request stores again', async () => {
    const { first, person } = await threeLogins();
    const { owner: db } = server;
    await db.execute(sql`create table on_its_way as select * from oidc_states where account_id = ${person.id}`);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20_000 });
    await server.it.post(`/v1/people/${person.id}/password`, {});
    await db.execute(sql`insert into oidc_states select * from on_its_way`);
    const { json } = await refresh(server.it, app.id, first.answer.json.refresh_token);
    expect(json.error).toBe('invalid_grant');
    expect((await first.browser.visit(asking(server.it, app.id).url)).text).toContain('name="password"');
  });

  it('of a person who was blocked and unblocked does not revive earlier tokens', async () => {
    const { person, tokens } = await threeLogins();
    for (const step of ['block', 'unblock'])
      await server.it.post(`/v1/people/${person.id}/${step}`, { reason: '核查' });
    expect(await afterReading(...tokens)).toEqual(['token-revoked', 'token-revoked', 200]);
  });

  async function loggedInFirst(person: KnownPerson): Promise<string> {
    const browser = openBrowser(server.it.url);
    const { url, verifier } = asking(server.it, app.id);
    const password = 'another good pass phrase';
    const back = await browser.submit(await logInto(browser, url, person), { password, repeated: password });
    const { json } = await redeem(server.it, app.id, { code: back.url.searchParams.get('code') ?? '', verifier });
    return json.access_token;
  }
});

describe('a login that ends', () => {
  it.each<[string, string, (login: Login) => Promise<unknown>]>([
    ['a code is used twice', 'used-twice', ({ code, verifier }) => redeem(server.it, app.id, { code, verifier })],
    [
      'a refresh token is used twice',
      'used-twice',
      async ({ answer }) => {
        const next = await refresh(server.it, app.id, answer.json.refresh_token);
        expect(await use(next.json.access_token)).toBe(200);
        await refresh(server.it, app.id, answer.json.refresh_token);
        expect(await afterReading(next.json.access_token)).toEqual(['token-revoked']);
      },
    ],
    ['its refresh token is given back', 'given-back', ({ answer }) => giveBack(answer.json.refresh_token, app.id)],
    ['its person logs out', 'logged-out', ({ browser }) => logOut(browser)],
  ])('because %s loses its tokens, and no other login does', async (_, cause, end) => {
    const { person, first, tokens } = await threeLogins();
    await end(first);
    expect(await afterReading(...tokens)).toEqual(['token-revoked', 200, 200]);
    const payload = { partyId: null, clientId: app.id, cause };
    expect(await lastFactOf(`person:${person.id}`)).toEqual({ kind: 'person.login-ended', payload });
  });

  it('allows another login in the same second', async () => {
    const { first, person } = await threeLogins();
    await giveBack(first.answer.json.refresh_token, app.id);
    const { url, verifier } = asking(server.it, app.id);
    const back = await first.browser.visit(url);
    const { json } = await redeem(server.it, app.id, { code: back.url.searchParams.get('code') ?? '', verifier });
    expect(decodeJwt(json.access_token).sub).toBe(person.id);
    expect(await afterReading(json.access_token, first.answer.json.access_token)).toEqual([200, 'token-revoked']);
  });

  it('is recorded once, however often a code is used again', async () => {
    const { first, person } = await threeLogins();
    const { code, verifier } = first;
    await Promise.all(Array.from({ length: 6 }, () => redeem(server.it, app.id, { code, verifier })));
    const { rows } = await server.it.db.execute(sql`
      select count(*)::int as facts from journal_entries
      where subject = ${`person:${person.id}`} and kind = 'person.login-ended'`);
    expect(rows).toEqual([{ facts: 1 }]);
  });
});

describe('an access token that its client revokes', () => {
  it.each(['application/json', 'text/html'])('ends alone, for a client that accepts %s', async (accept) => {
    const { person, first, tokens } = await threeLogins();
    const [token = ''] = tokens;
    const { status, json } = await giveBack(token, app.id, accept);
    expect([status, json]).toEqual([200, undefined]);
    const next = await refresh(server.it, app.id, first.answer.json.refresh_token);
    expect(await afterReading(...tokens, next.json.access_token)).toEqual(['token-revoked', 200, 200, 200]);
    const payload = { partyId: null, clientId: app.id };
    expect(await lastFactOf(`person:${person.id}`)).toEqual({ kind: 'person.token-given-back', payload });
  });

  it('of a machine ends too', async () => {
    const { json: client } = await server.it.post('/v1/clients', { name: 'ERP', roles: ['auditor'] });
    const requestToken = async () => (await server.it.exchange(client)).json.access_token;
    const [token, other] = [await requestToken(), await requestToken()];
    const authorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`;
    const back = (headers: Record<string, string>) =>
      server.it.send('/oidc/token/revocation', { method: 'POST', body: new URLSearchParams({ token }), headers });
    const wrong = `Basic ${Buffer.from(`${client.id}:wrong`).toString('base64')}`;
    expect((await back({ authorization: wrong })).json.error).toBe('invalid_client');
    expect(await afterReading(token)).toEqual([200]);
    expect((await back({ authorization })).status).toBe(200);
    expect(await afterReading(token, other)).toEqual(['token-revoked', 200]);
    expect(await lastFactOf(`client:${client.id}`)).toEqual({ kind: 'client.token-given-back', payload: {} });
  });

  it('is not reported as revoked when the revocation could not be stored', async () => {
    const { tokens } = await threeLogins();
    const { owner: db } = server;
    await db.execute(sql`alter table identity_revocations rename to identity_revocations_away`);
    const { status, json } = await giveBack(tokens[0] ?? '', app.id);
    await db.execute(sql`alter table identity_revocations_away rename to identity_revocations`);
    expect([status, json]).toEqual([500, { error: 'server_error' }]);
    expect((await giveBack(tokens[0] ?? '', app.id)).status).toBe(200);
    expect(await afterReading(...tokens)).toEqual(['token-revoked', 200, 200]);
  });

  it('stays valid when another client revokes it, or when it was changed', async () => {
    const { tokens } = await threeLogins();
    const [token = ''] = tokens;
    const other = await register(server.it, APP);
    for (const [given, by] of [
      [token, other.id],
      [`${token.slice(0, -8)}AAAAAAAA`, app.id],
    ] as const) {
      expect((await giveBack(given, by)).status).toBe(200);
    }
    expect(await afterReading(token)).toEqual([200]);
  });
});

it('revocations are deleted once the tokens that they refuse have expired', async () => {
  const kept = async () =>
    (await server.it.db.execute<{ n: number }>(sql`select count(*)::int as n from identity_revocations`)).rows[0]?.n;
  const { first } = await threeLogins();
  await logOut(first.browser);
  await server.it.localIssuer.renew();
  expect(await kept()).toBeGreaterThan(0);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 19 * 60_000 });
  await server.it.localIssuer.renew();
  expect(await kept()).toBeGreaterThan(0);
  vi.setSystemTime(Date.now() + 2 * 60_000);
  await server.it.localIssuer.renew();
  expect(await kept()).toBe(0);
});
