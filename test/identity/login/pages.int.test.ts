/** The pages of the authorisation server, and what they may do in a browser. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { APP, asking, REDIRECT, register, useApplication } from '../people.ts';
import { startAnother, useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);

describe('logging out', () => {
  it('continues at once when no person is logged in', async () => {
    const { url } = server.it;
    const done = await openBrowser(url).visit('/oidc/session/end');
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('You are logged out')]);
    const query = new URLSearchParams({ client_id: app.id, post_logout_redirect_uri: REDIRECT, state: 'as-sent' });
    const back = await openBrowser(url).visit(`/oidc/session/end?${query}`);
    expect(back.url.href).toBe(`${REDIRECT}?state=as-sent`);
    const evil = new URLSearchParams({ client_id: app.id, post_logout_redirect_uri: 'https://evil.test/' });
    const refused = await openBrowser(url).visit(`/oidc/session/end?${evil}`);
    expect([refused.status, refused.url.origin]).toEqual([400, url]);
  });
});

it('an unreachable database is a temporary error', async () => {
  const { db } = server.it;
  const { json: client } = await server.it.post('/v1/clients', { name: 'ERP', roles: ['auditor'] });
  const asked = await db
    .transaction(async (tx) => {
      await tx.execute(sql`lock table identity_clients in access exclusive mode`);
      const asking = server.it.exchange(client);
      // As a restart of the server would.
      await expect
        .poll(async () => {
          const { rows } = await db.execute(sql`
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`);
          return rows.length;
        })
        .toBeGreaterThan(0);
      throw Object.assign(new Error('rolled back on purpose'), { answer: await asking });
    })
    .catch((error) => error.answer);
  expect([asked.status, asked.json.error, asked.json.code]).toEqual([503, 'temporarily_unavailable', 'overloaded']);
  expect(asked.headers.get('retry-after')).toBe('1');
  expect((await server.it.exchange(client)).status).toBe(200);
});

describe('an answer of the authorisation server', () => {
  const GUARDED = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    'cache-control': 'no-store',
  };

  it.each(['/oidc/device', '/oidc/session/end/success', '/oidc/nowhere', '/oidc/interaction/x'])(
    '%s has the security headers of all answers',
    async (path) => {
      const { headers } = await openBrowser(server.it.url).visit(path);
      expect(Object.fromEntries(headers)).toMatchObject(GUARDED);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    },
  );

  it.each(['token', 'token/revocation', 'device/auth', 'jwks', '.well-known/openid-configuration', 'device'])(
    'forbids other origins to read %s',
    async (path) => {
      const headers = { origin: 'https://evil.test', 'access-control-request-method': 'POST' };
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const answer = await fetch(`${server.it.url}/oidc/${path}`, { method, headers });
        const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-allow'));
        expect(allowed, `${method} ${answer.status}`).toEqual([]);
      }
    },
  );

  it('to an unknown path is the same problem as in the rest of the API', async () => {
    const { status, json, headers } = await server.it.send('/oidc/nowhere', {});
    expect([status, json.code, json.path]).toEqual([404, 'route-missing', '/oidc/nowhere']);
    expect(headers.get('content-type')).toContain('application/problem+json');
  });

  it('allows pages to run and load nothing, and to send forms to the application only', async () => {
    const login = await openBrowser(server.it.url).visit(asking(server.it, app.id).url);
    const policy = login.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+'; form-action 'self' http:\/\/127.0.0.1:9999;/,
    );
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(login.text) ?? [];
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(login.text).not.toMatch(/<script|src=|@import|https?:/);
    expect(login.headers.get('cache-control')).toBe('no-store');
  });

  it('escapes what was typed, and names of applications', async () => {
    const { id } = await register(server.it, { ...APP, name: '<img src=x onerror=alert(1)>' });
    const browser = openBrowser(server.it.url);
    const login = await browser.visit(asking(server.it, id).url);
    expect(login.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const again = await browser.submit(login, { login: '"><script>', password: 'x' });
    expect(again.text).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(again.text).not.toContain('<script');
  });

  it('to an invalid request shows its user what to do, and its developer what is wrong', async () => {
    const { url } = asking(server.it, app.id, { redirect_uri: 'https://evil.test/' });
    const refused = await openBrowser(server.it.url).visit(url);
    expect([refused.status, refused.url.origin]).toEqual([400, server.it.url]);
    expect(refused.text).toContain('Go back to the application and begin again');
    expect(refused.text).toContain('<code>redirect-uri-wrong</code>');
    const lapsed = await openBrowser(server.it.url).visit('/oidc/auth/x');
    expect([lapsed.status, lapsed.text]).toEqual([400, expect.stringContaining('Login page expired')]);
  });

  it('to an invalid request is in words of ours, never in those of the library', async () => {
    const { url } = asking(server.it, app.id, { redirect_uri: 'https://evil.test/' });
    const refused = await openBrowser(server.it.url, { language: 'zh-CN' }).visit(url);
    const main = refused.text.slice(refused.text.indexOf('<main>'));
    expect(main).toContain('<code>redirect-uri-wrong</code> redirect_uri 不一致');
    expect(main).toContain('回调地址（redirect_uri）未在该应用名下登记。');
    expect(main).toContain(`<dt>请求编号</dt><dd>${refused.headers.get('x-request-id')}</dd>`);
    expect(refused.text).not.toMatch(/did not match|registered redirect/);
    const unknown = asking(server.it, app.id, { client_id: 'unknown' });
    const other = await openBrowser(server.it.url, { language: 'zh-CN' }).visit(unknown.url);
    expect(other.text).toContain('应用未在本系统登记、已被撤销，或未通过身份验证。');
    expect(other.text).not.toContain('client is invalid');
  });

  it.each(['\0', 'anna\0', '\uFFFF', '王五'])('to a malformed login name, %j, is that it is wrong', async (name) => {
    const browser = openBrowser(server.it.url);
    const login = await browser.visit(asking(server.it, app.id).url);
    const again = await browser.submit(login, { login: name, password: '\0' });
    expect([again.status, again.headers.get('problem-code')]).toEqual([401, 'login-wrong']);
  });

  it('hides its cookies from scripts and from other sites', async () => {
    const answer = await fetch(asking(server.it, app.id).url, { redirect: 'manual' });
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(1);
    for (const cookie of cookies) expect(cookie).toMatch(/httponly/i);
    for (const cookie of cookies) expect(cookie).toMatch(/samesite=lax/i);
  });

  it('of a service behind TLS sends its cookies over TLS only', async () => {
    const https = 'https://leadloop.test';
    const another = await startAnother(server.it, https);
    try {
      const { pathname, search } = new URL(asking(server.it, app.id).url);
      const answer = await fetch(another.url + pathname + search, { redirect: 'manual' });
      expect(answer.headers.getSetCookie().length).toBeGreaterThan(1);
      for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/; secure/i);
      expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
      const { json } = await server.it.send('/oidc/.well-known/openid-configuration', {});
      const elsewhere = await (await fetch(`${another.url}/oidc/.well-known/openid-configuration`)).json();
      expect(elsewhere).toEqual(JSON.parse(JSON.stringify(json).replaceAll(server.it.url, https)));
    } finally {
      await another.close();
    }
  });

  it('is in Chinese for a browser that prefers Chinese', async () => {
    const browser = openBrowser(server.it.url, { language: 'zh-CN' });
    const login = await browser.visit(asking(server.it, app.id).url);
    expect([login.headers.get('content-language'), login.text]).toEqual(['zh-CN', expect.stringContaining('登录名')]);
    expect((await browser.submit(login, { login: 'x', password: 'y' })).text).toContain('登录名或密码不正确');
  });
});
