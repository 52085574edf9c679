/** A person allows an application to act in the own name, once, and knows to whom the access goes. */
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKey } from '../../app/fixture.ts';
import { type Browser, openBrowser, type Shown } from '../browser.ts';
import {
  APP,
  asking,
  codeOf as codeOfSecret,
  HANDHELD,
  type KnownPerson,
  logInto,
  poll,
  proofOf,
  REDIRECT,
  redeem,
  register,
  settled,
  useApplication,
} from '../people.ts';
import { codeIn, stepsAt } from '../second-factor/enrolled.ts';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);
const { enrolled, tokensAt, kindsOf, passStep } = stepsAt({ server, app });
beforeEach(() => server.it.clearFailedAttempts());
afterEach(() => {
  vi.useRealTimers();
});

const EVIL = 'https://evil.example/cb';
const wary = (language = 'en') => openBrowser(server.it.url, { allows: false, language });
const codeOf = ({ url }: Shown) => url.searchParams.get('code');
const isAsked = ({ text }: Shown) => text.includes('Allow this application?');

/** Logs a person in to the usual application, in a browser whose person decides about every application. */
async function loggedIn(person?: KnownPerson) {
  const known = person ?? (await settled(server.it));
  const browser = wary();
  const page = await logInto(browser, asking(server.it, app.id).url, known);
  return { person: known, browser, page };
}

const allow = (browser: Browser, page: Shown) => browser.submit(page, {});
const refuse = (browser: Browser, { url }: Shown) => browser.visit(`${url.pathname}/abort`, { method: 'POST' });

describe('an application that asks for the first time', () => {
  it('gets a code only after the page, which names it, its registration, its host and its rights', async () => {
    const { person, browser, page } = await loggedIn();
    expect([page.status, codeOf(page), isAsked(page)]).toEqual([200, null, true]);
    expect(page.text).toContain('监管平台');
    expect(page.text).toContain('127.0.0.1:9999');
    expect(page.text).toContain(`李四光 (${person.login})`);
    expect(page.text).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d \(Beijing time\), first/);
    expect(page.text).toContain('Read manifests that the caller may see');
    expect(page.text).toContain('Know your name');
    expect(page.text).not.toContain('Register people');
    expect(page.text).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:9999");
    expect(codeOf(await allow(browser, page))).not.toBeNull();
    expect(await kindsOf(person.id)).toContain('person.application-allowed');
    // Later logins go on without the page.
    expect(codeOf(await browser.visit(asking(server.it, app.id).url))).not.toBeNull();
    expect(codeOf(await logInto(wary(), asking(server.it, app.id).url, person))).not.toBeNull();
  });

  it('speaks Chinese', async () => {
    const browser = wary('zh-CN');
    const page = await logInto(browser, asking(server.it, app.id).url, await settled(server.it));
    // The person has allowed nothing yet in this database: `settled` logs in to another application.
    expect(page.text).toContain('是否授权该应用？');
    expect(page.text).toContain('查看权限范围内的联单');
    expect(page.text).toContain('（北京时间）');
  });

  it('gets access_denied when the person refuses, and asks again', async () => {
    const { browser, page } = await loggedIn();
    const refused = await refuse(browser, page);
    expect(refused.url.href).toMatch(`${REDIRECT}?`);
    expect(refused.url.searchParams.get('error')).toBe('access_denied');
    expect(refused.url.searchParams.get('state')).toBe('as-sent');
    expect(isAsked(await browser.visit(asking(server.it, app.id).url))).toBe(true);
  });

  it('gets consent_required when it may show no page', async () => {
    const { browser } = await loggedIn();
    const { url } = await browser.visit(asking(server.it, app.id, { prompt: 'none' }).url);
    expect(url.searchParams.get('error')).toBe('consent_required');
  });
});

describe('an application that was allowed asks again', () => {
  const allowed = async (draft: object = APP) => {
    const { id } = await register(server.it, draft);
    const { person, browser } = await loggedIn();
    const ask = (changes: Record<string, string> = {}) => browser.visit(asking(server.it, id, changes).url);
    expect(codeOf(await allow(browser, await ask({ scope: 'openid manifests:read' })))).not.toBeNull();
    return { id, person, browser, ask };
  };

  it('for another scope, and not for fewer', async () => {
    const { ask, browser } = await allowed();
    expect(codeOf(await ask({ scope: 'manifests:read' }))).not.toBeNull();
    const wider = await ask({ scope: 'openid manifests:read people:read' });
    expect([isAsked(wider), wider.text.includes('Read the people')]).toEqual([true, true]);
    await allow(browser, wider);
    expect(codeOf(await ask({ scope: 'openid manifests:read people:read' }))).not.toBeNull();
  });

  it('for another address, whose host and change the page shows', async () => {
    const { id, ask } = await allowed();
    const { headers } = await server.it.get(`/v1/clients/${id}`);
    const changed = await server.it.send(`/v1/clients/${id}`, {
      method: 'PATCH',
      body: JSON.stringify({ redirectUris: [EVIL], reason: '系统迁移' }),
      headers: {
        ...{ authorization: `Bearer ${server.it.loggedIn}`, 'content-type': 'application/json' },
        ...{ 'idempotency-key': crypto.randomUUID(), 'if-match': headers.get('etag') ?? '' },
      },
    });
    expect([changed.status, changed.json.redirectUris], JSON.stringify(changed.json)).toEqual([200, [EVIL]]);
    const page = await ask({ redirect_uri: EVIL, scope: 'openid manifests:read' });
    expect([isAsked(page), page.text.includes('evil.example')]).toEqual([true, true]);
    expect(page.text).toMatch(/Last changed<\/dt><dd>[^<]*, second/);
  });

  it('after the person got another password, and when it demands to', async () => {
    const { ask, person } = await allowed();
    expect(isAsked(await ask({ prompt: 'consent' }))).toBe(true);
    const before = sql`create table kept_consents as select * from oidc_states where model = 'Consent'`;
    await server.owner.execute(before);
    const { json } = await server.it.post(`/v1/people/${person.id}/password`, {});
    await server.owner.execute(sql`insert into oidc_states select * from kept_consents on conflict do nothing`);
    const browser = wary();
    const choosing = await logInto(browser, asking(server.it, app.id).url, {
      ...person,
      password: json.initialPassword,
    });
    const password = 'words that nobody guesses';
    expect(isAsked(await browser.submit(choosing, { password, repeated: password }, 'repeated'))).toBe(true);
  });
});

describe('a page of consent', () => {
  it('takes no answer of another browser, nor of a person whose logins ended', async () => {
    const { person, browser, page } = await loggedIn();
    const answer = `${page.url.pathname}/consent`;
    expect(codeIn(await wary().visit(answer, { method: 'POST' }))).toBe('login-lapsed');
    const kept = sql`create table kept_pages as select * from oidc_states`;
    await server.owner.execute(kept);
    await server.it.post(`/v1/people/${person.id}/password`, {});
    await server.owner.execute(sql`insert into oidc_states select * from kept_pages on conflict do nothing`);
    expect(codeIn(await browser.visit(answer, { method: 'POST' }))).toBe('login-lapsed');
    expect(codeIn(await browser.visit(page.url.href))).toBe('login-lapsed');
  });

  it('is no page of a login, and a page of a login takes no consent', async () => {
    const { browser, page, person } = await loggedIn();
    const { login, password } = person;
    const body = new URLSearchParams({ login, password });
    expect(codeIn(await browser.visit(page.url.href, { method: 'POST', body }))).toBe('login-lapsed');
    const other = wary();
    const opened = await other.visit(asking(server.it, app.id).url);
    expect(codeIn(await other.visit(`${opened.url.pathname}/consent`, { method: 'POST' }))).toBe('login-lapsed');
  });
});

it('a stolen login of an administrator gets nothing from another administrator by a link', async () => {
  const [thief, victim] = [await enrolled(), await enrolled()];
  const { url: thieving, verifier } = asking(server.it, app.id, { scope: 'openid clients:write' });
  const { access_token: token } = await tokensAt(await thief.browser.visit(thieving), verifier);
  const { json } = await server.it.post('/v1/clients', { ...APP, name: '监管平台', redirectUris: [EVIL] }, { token });
  const browser = openBrowser(server.it.url, { allows: false });
  // The browser of the victim, with the session of the victim.
  browser.take(victim.browser);
  const { url } = asking(server.it, json.id, {
    redirect_uri: EVIL,
    scope: 'openid people:read people:write clients:write',
  });
  const shown = await browser.visit(url);
  expect([shown.url.origin, codeOf(shown), isAsked(shown)]).toEqual([server.it.url, null, true]);
  expect(shown.text).toContain('evil.example');
  expect(shown.text).toContain(`李四光 (${thief.person.login})`);
  expect(shown.text).toContain('Register people, change their roles');
});

it('a session that was left open resets no second factor of another person before a new login', async () => {
  const [person, second] = [await enrolled(), await enrolled()];
  const scope = { scope: 'openid people:write' };
  const tokenOf = async (changes: Record<string, string>, typed?: Parameters<Browser['submit']>[1]) => {
    const { url, verifier } = asking(server.it, app.id, { ...scope, ...changes });
    const page = await second.browser.visit(url);
    const back = typed === undefined ? page : await second.browser.submit(page, typed);
    const last = back.text.includes('name="code"') ? await confirm(back) : back;
    return (await tokensAt(last, verifier)).access_token;
  };
  const confirm = async (page: Shown) => {
    await passStep();
    return second.browser.submit(page, { code: codeOfSecret(second.secret) }, 'code');
  };
  const reset = (token: string) =>
    server.it.post(`/v1/people/${person.person.id}/second-factor-reset`, { reason: '手机丢失' }, { token });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 901_000 });
  const refused = await reset(await tokenOf({}));
  expect([refused.status, refused.json.code]).toEqual([403, 'login-not-recent']);
  const { login, password } = second.person;
  expect((await reset(await tokenOf({ prompt: 'login' }, { login, password }))).status).toBe(200);
});

describe('a handheld', () => {
  const begin = async (clientId: string) => {
    const body = new URLSearchParams({ client_id: clientId, scope: 'openid manifests:read' });
    return (await server.it.send('/oidc/device/auth', { method: 'POST', body })).json;
  };
  const compare = async (browser: Browser, device: { verification_uri_complete: string }) =>
    browser.submit(await browser.visit(device.verification_uri_complete), {});

  it('is shown with its registration and its rights to a person who is logged in, before it is approved', async () => {
    const { id } = await register(server.it, HANDHELD);
    const { browser, page } = await loggedIn();
    await allow(browser, page);
    const confirming = await compare(browser, await begin(id));
    expect(confirming.text).toMatch(/\(Beijing time\), first/);
    expect(confirming.text).toContain('Read manifests that the caller may see');
    expect((await browser.submit(confirming, { confirm: 'yes' })).text).toContain('The device is authorised');
  });

  it('is shown so after the login to a person who was not, and gets nothing when refused', async () => {
    const { id } = await register(server.it, HANDHELD);
    const person = await settled(server.it);
    const key = await makeKey();
    for (const isAllowed of [true, false]) {
      const browser = wary();
      const device = await begin(id);
      const confirming = await compare(browser, device);
      // A stranger who made the code learns no name of a person.
      expect(confirming.text).not.toContain(', first');
      const page = await browser.submit(await browser.submit(confirming, { confirm: 'yes' }), person);
      expect([isAsked(page), /\(Beijing time\), first/.test(page.text)]).toEqual([true, true]);
      const done = await (isAllowed ? allow(browser, page) : refuse(browser, page));
      expect(done.text).toContain(isAllowed ? 'The device is authorised' : 'The device was refused');
      const { json } = await poll(server.it, id, device.device_code, await proofOf(key, server.it));
      expect(json.error).toBe(isAllowed ? undefined : 'access_denied');
    }
  });
});

it('a code carries no more than was allowed', async () => {
  const { browser, page } = await loggedIn();
  await allow(browser, page);
  const { url, verifier } = asking(server.it, app.id, { scope: 'manifests:read' });
  const code = codeOf(await browser.visit(url)) ?? '';
  expect((await redeem(server.it, app.id, { code, verifier })).json.scope).toBe('manifests:read');
});
