/** People log in to an application: authorisation code with PKCE, from the first password to the last refresh token. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { openBrowser } from '../browser.ts';
import {
  APP,
  asking,
  HANDHELD,
  invited,
  logIn,
  logInto,
  REDIRECT,
  redeem,
  refresh,
  register,
  settled,
  useApplication,
} from '../people.ts';
import { AUDIENCE, useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);

describe('a first login', () => {
  it('asks for a new password and leads to tokens of the person', async () => {
    const person = await invited(server.it);
    const browser = openBrowser(server.it.url);
    const { url, verifier } = asking(server.it, app.id);
    const login = await browser.visit(url);
    expect([login.status, login.text]).toEqual([200, expect.stringContaining('<strong>监管平台</strong>')]);
    const choosing = await browser.submit(login, person);
    expect(choosing.text).toContain('Choose your own password');
    const found = await browser.visit(choosing.url.href);
    expect([found.status, found.text]).toEqual([200, choosing.text]);
    expect(found.text).toContain(`value="${person.login}" autocomplete="username" readonly`);
    const weak = await browser.submit(choosing, { password: 'short', repeated: 'short' });
    expect([weak.status, weak.headers.get('problem-code')]).toEqual([422, 'password-weak']);
    const common = await browser.submit(weak, { password: 'Password2026', repeated: 'Password2026' });
    expect([common.status, common.headers.get('problem-code')]).toEqual([422, 'password-guessable']);
    const other = await browser.submit(common, { password: 'four words in a row', repeated: 'four words' });
    expect(other.headers.get('problem-code')).toBe('password-not-repeated');
    const same = await browser.submit(other, { password: person.password, repeated: person.password });
    expect(same.headers.get('problem-code')).toBe('password-unchanged');
    const back = await browser.submit(same, { password: 'four words in a row', repeated: 'four words in a row' });
    expect(back.url.href).toMatch(`${REDIRECT}?`);
    expect(back.url.searchParams.get('state')).toBe('as-sent');
    expect(back.url.searchParams.get('iss')).toBe(`${server.it.url}/oidc`);
    const { status, json } = await redeem(server.it, app.id, {
      code: back.url.searchParams.get('code') ?? '',
      verifier,
    });
    expect([status, json.token_type]).toEqual([200, 'Bearer']);
    const again = await logInto(openBrowser(server.it.url), url, person);
    expect(again.headers.get('problem-code')).toBe('login-wrong');
  });

  it('refuses a password made with the name of the organisation', async () => {
    const party = await server.it.post('/v1/parties', {
      ...{ uscc: '914501000000000195', name: '演示收集有限公司', divisionCode: '450100' },
    });
    expect(party.status).toBe(201);
    const person = await invited(server.it, { roles: ['enterprise_manager'], partyId: party.json.id });
    const browser = openBrowser(server.it.url, { language: 'zh-CN' });
    const choosing = await logInto(browser, asking(server.it, app.id).url, person);
    const password = '演示收集今天天气很好';
    const refused = await browser.submit(choosing, { password, repeated: password });
    expect([refused.status, refused.headers.get('problem-code')]).toEqual([422, 'password-guessable']);
    expect(refused.text).toContain('含有登录名、单位名称或本系统名称');
  });

  it('does not show the page for a new password before the initial password was right', async () => {
    const browser = openBrowser(server.it.url);
    const login = await browser.visit(asking(server.it, app.id).url);
    const early = await browser.visit(`${login.url.href}/password`);
    expect([early.status, early.headers.get('problem-code')]).toEqual([400, 'login-lapsed']);
  });

  it('is void when another initial password was given meanwhile', async () => {
    const person = await invited(server.it);
    const browser = openBrowser(server.it.url);
    const choosing = await logInto(browser, asking(server.it, app.id).url, person);
    await server.it.post(`/v1/people/${person.id}/password`, {});
    const late = await browser.submit(choosing, { password: 'four words in a row', repeated: 'four words in a row' });
    expect([late.status, late.headers.get('problem-code')]).toEqual([400, 'login-lapsed']);
  });

  it('is refused with an expired initial password', async () => {
    const person = await invited(server.it);
    await server.it.db.execute(sql`
      update identity_people set password_expires_at = now() - interval '1 minute' where id = ${person.id}`);
    const refused = await logInto(openBrowser(server.it.url), asking(server.it, app.id).url, person);
    expect([refused.status, refused.headers.get('problem-code')]).toEqual([401, 'password-expired']);
  });
});

describe('the tokens of a login', () => {
  it('carry the person, and only scopes that were requested and that roles and client have', async () => {
    const uscc = composeUscc('91', '450100', 501);
    const party = await server.it.post('/v1/parties', { uscc, name: '演示企业', divisionCode: '450100' });
    const roles = ['enterprise_operator', 'driver'];
    const person = await settled(server.it, { partyId: party.json.id, roles });
    const { answer } = await logIn(server.it, app.id, person);
    const claims = decodeJwt(answer.json.access_token);
    expect(claims).toMatchObject({
      ...{ iss: `${server.it.url}/oidc`, aud: AUDIENCE, sub: person.id, client_id: app.id },
      ...{ roles, party_id: party.json.id, scope: 'manifests:read' },
    });
    expect((await server.it.get('/v1/manifests', answer.json.access_token)).status).toBe(200);
    const refused = await server.it.get('/v1/batches', answer.json.access_token);
    expect([refused.status, refused.json.code]).toEqual([403, 'scope-missing']);
    const narrow = await register(server.it, { ...APP, scopes: ['parties:read'] });
    expect((await logIn(server.it, narrow.id, person)).answer.json.scope).toBe('');
  });

  it('name the person to the application, signed with a published key', async () => {
    const person = await settled(server.it);
    const { answer } = await logIn(server.it, app.id, person);
    const keys = createRemoteJWKSet(new URL(`${server.it.url}/oidc/jwks`));
    const { payload } = await jwtVerify(answer.json.id_token, keys, {
      ...{ issuer: `${server.it.url}/oidc`, audience: app.id, algorithms: ['ES256'] },
    });
    expect(payload).toMatchObject({ sub: person.id, name: '李四光', roles: ['auditor'] });
  });

  it('carry new roles from the next token on', async () => {
    const person = await settled(server.it);
    const { answer } = await logIn(server.it, app.id, person);
    expect(answer.json.scope).toContain('people:read');
    await server.it.post(`/v1/people/${person.id}/roles`, { roles: ['national_reader'], reason: '转岗' });
    const { json } = await refresh(server.it, app.id, answer.json.refresh_token);
    expect(decodeJwt(json.access_token)).toMatchObject({ roles: ['national_reader'], scope: 'manifests:read' });
  });

  it('of a city regulator carry the city', async () => {
    const person = await settled(server.it, { roles: ['city_regulator'], division: '4501' });
    const { answer } = await logIn(server.it, app.id, person);
    expect(decodeJwt(answer.json.access_token)).toMatchObject({ division: '4501', roles: ['city_regulator'] });
    expect((await server.it.get('/v1/manifests', answer.json.access_token)).status).toBe(200);
  });
});

describe('a code', () => {
  const coded = async () => {
    const { url, verifier } = asking(server.it, app.id);
    const back = await logInto(openBrowser(server.it.url), url, await settled(server.it));
    return { code: back.url.searchParams.get('code') ?? '', verifier };
  };

  it('can be exchanged once; a second exchange revokes all tokens of the login', async () => {
    const { code, verifier, answer } = await logIn(server.it, app.id, await settled(server.it));
    const second = await redeem(server.it, app.id, { code, verifier });
    expect([second.status, second.json.error, second.json.code]).toEqual([
      400,
      'invalid_grant',
      'authorization-code-used',
    ]);
    const { json } = await refresh(server.it, app.id, answer.json.refresh_token);
    expect([json.error, json.code]).toEqual(['invalid_grant', 'refresh-token-unknown']);
  });

  it('exchanged many times at once yields tokens at most once', async () => {
    const { code, verifier } = await coded();
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(server.it, app.id, { code, verifier })));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const refused = answers.filter(({ status }) => status !== 200).map(({ json }) => json.code);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    for (const one of refused) expect(one).toMatch(/^(authorization-code-(used|unknown)|login-ended)$/);
  });

  it.each<[string, Record<string, string>, string]>([
    ['another verifier', { verifier: 'x'.repeat(43) }, 'code-verifier-wrong'],
    ['another address', { redirect_uri: `${REDIRECT}/` }, 'redirect-uri-wrong'],
    ['another code', { code: 'x'.repeat(43) }, 'authorization-code-unknown'],
  ])('is refused with %s', async (_, changes, code) => {
    const { status, json } = await redeem(server.it, app.id, { ...(await coded()), ...changes });
    expect([status, json.error, json.code]).toEqual([400, 'invalid_grant', code]);
  });

  it('is refused without a verifier, and to another client', async () => {
    const { code, verifier } = await coded();
    const other = await register(server.it, APP);
    expect((await redeem(server.it, other.id, { code, verifier })).json.error).toBe('invalid_grant');
    expect((await redeem(server.it, app.id, { code, verifier: '' })).json.code).toBe('code-verifier-wrong');
  });
});

describe('an application', () => {
  it('is called back at its registered addresses only', async () => {
    for (const redirect_uri of ['https://evil.test/', `${REDIRECT}/..`, 'http://127.0.0.1:9998/callback']) {
      const shown = await openBrowser(server.it.url).visit(asking(server.it, app.id, { redirect_uri }).url);
      expect([shown.status, shown.url.origin], redirect_uri).toEqual([400, server.it.url]);
      expect(shown.text).toContain('redirect-uri-wrong');
    }
  });

  it.each([
    ['PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
    ['PKCE by hash', { code_challenge_method: 'plain' }],
  ])('gets no code without %s', async (_, changes) => {
    const { url } = await openBrowser(server.it.url).visit(asking(server.it, app.id, changes).url);
    expect(url.origin).toBe(new URL(REDIRECT).origin);
    expect(url.searchParams.get('error')).toBe('invalid_request');
    expect(url.searchParams.get('code')).toBeNull();
  });

  it('gets no token for itself, and a handheld no authorisation code', async () => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: app.id });
    const { status, json } = await server.it.send('/oidc/token', { method: 'POST', body: form });
    expect([status, json.error, json.code]).toEqual([400, 'invalid_request', 'grant-type-refused']);
    const handheld = await register(server.it, HANDHELD);
    const shown = await openBrowser(server.it.url).visit(asking(server.it, handheld.id).url);
    expect([shown.status, shown.url.origin]).toEqual([400, server.it.url]);
  });

  it.each<[string, object]>([
    ['no address', { redirectUris: [] }],
    ['an address anybody can read', { redirectUris: ['http://app.test/callback'] }],
    ['a script for an address', { redirectUris: ['javascript:alert(1)'] }],
    ['a part of a page', { redirectUris: ['https://app.test/#x'] }],
    ['a role', { roles: ['auditor'] }],
    ['an organisation', { partyId: randomUUID() }],
  ])('is not registered with %s', async (_, changes) => {
    const { status, json } = await server.it.post('/v1/clients', { ...APP, ...changes });
    expect([status, json.code]).toEqual([400, 'request-invalid']);
  });

  it('learns that the person cancelled the login', async () => {
    const browser = openBrowser(server.it.url);
    const login = await browser.visit(asking(server.it, app.id).url);
    const abort = /action="([^"]*\/abort)"/.exec(login.text)?.[1] ?? '';
    const back = await browser.visit(abort, { method: 'POST' });
    expect([back.url.origin, back.url.searchParams.get('error')]).toEqual([new URL(REDIRECT).origin, 'access_denied']);
  });
});

describe('a refresh token', () => {
  it('is replaced at each use, and a second use of one ends the login', async () => {
    const { answer } = await logIn(server.it, app.id, await settled(server.it));
    const first = await refresh(server.it, app.id, answer.json.refresh_token);
    expect([first.status, first.json.scope]).toEqual([200, answer.json.scope]);
    expect(first.json.refresh_token).not.toBe(answer.json.refresh_token);
    const stolen = await refresh(server.it, app.id, answer.json.refresh_token);
    expect([stolen.status, stolen.json.error, stolen.json.code]).toEqual([400, 'invalid_grant', 'refresh-token-used']);
    expect((await refresh(server.it, app.id, first.json.refresh_token)).json.code).toBe('refresh-token-unknown');
  });

  it('used many times at once yields tokens at most once', async () => {
    const { answer } = await logIn(server.it, app.id, await settled(server.it));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => refresh(server.it, app.id, answer.json.refresh_token)),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    for (const { status } of answers) expect(status).toBeLessThan(500);
  });

  it('can be revoked by its application', async () => {
    const { answer } = await logIn(server.it, app.id, await settled(server.it));
    const token = answer.json.refresh_token;
    const body = new URLSearchParams({ token, client_id: app.id });
    expect((await server.it.send('/oidc/token/revocation', { method: 'POST', body })).status).toBe(200);
    expect((await refresh(server.it, app.id, token)).json.code).toBe('refresh-token-unknown');
  });

  it('is not stored in clear, and neither is a code or a password', async () => {
    const person = await settled(server.it);
    const { answer, code, browser } = await logIn(server.it, app.id, person);
    expect(browser.cookies()).toContain('leadloop_session');
    const { rows } = await server.it.db.execute<{ kept: string }>(sql`
      select to_jsonb(t)::text as kept from oidc_states t union all select to_jsonb(t)::text from identity_people t union all
      select to_jsonb(t)::text from journal_entries t union all select to_jsonb(t)::text from idempotency_keys t`);
    for (const secret of [answer.json.refresh_token, code, person.password]) {
      expect(rows.filter(({ kept }) => kept.includes(secret))).toEqual([]);
    }
    const { rows: journal } = await server.it.db.execute<{ kept: string }>(
      sql`select payload::text as kept from journal_entries`,
    );
    expect(journal.filter(({ kept }) => kept.includes('argon2'))).toEqual([]);
  });
});
