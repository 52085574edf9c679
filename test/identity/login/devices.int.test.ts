/** A person authorises a handheld (RFC 8628), and its tokens are bound to its key. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { decodeJwt } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { KeyPair } from '../../../src/platform/auth/index.ts';
import { makeKey } from '../../app/fixture.ts';
import { type Browser, openBrowser } from '../browser.ts';
import { APP, HANDHELD, type KnownPerson, poll, proofOf, refresh, register, settled } from '../people.ts';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();
let handheld: string;
let person: KnownPerson;

beforeAll(async () => {
  handheld = (await register(server.it, HANDHELD)).id;
  person = await settled(server.it);
});
afterEach(() => {
  vi.useRealTimers();
});

async function begin(clientId = handheld) {
  const body = new URLSearchParams({ client_id: clientId, scope: 'manifests:read openid' });
  const headers = { 'user-agent': 'Handheld/1.0 <b>' };
  const { status, json } = await server.it.send('/oidc/device/auth', { method: 'POST', body, headers });
  expect(status, JSON.stringify(json)).toBe(200);
  return json as Record<'device_code' | 'user_code' | 'verification_uri' | 'verification_uri_complete', string> & {
    interval: number;
    expires_in: number;
  };
}

/** Goes to the page that checks whether this is the person's device. */
async function compare(browser: Browser, { verification_uri_complete }: { verification_uri_complete: string }) {
  return browser.submit(await browser.visit(verification_uri_complete), {});
}

async function authorise(device: { verification_uri_complete: string }, browser = openBrowser(server.it.url)) {
  const login = await browser.submit(await compare(browser, device), { confirm: 'yes' });
  return browser.submit(login, person);
}

/** Calls the token endpoint after the pause between two requests; the pause has a test of its own. */
async function paused<Result>(request: () => Promise<Result>): Promise<Result> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 });
  return request();
}

async function boundTokens(key: KeyPair) {
  const device = await begin();
  await authorise(device);
  const { status, json } = await poll(server.it, handheld, device.device_code, await proofOf(key, server.it));
  expect(status, JSON.stringify(json)).toBe(200);
  return json;
}

describe('a handheld', () => {
  it('gets tokens bound to its key once a person has compared its code', async () => {
    const key = await makeKey();
    const device = await begin();
    expect(device.user_code).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
    expect([device.interval, device.expires_in]).toEqual([5, 600]);
    const waiting = await poll(server.it, handheld, device.device_code, await proofOf(key, server.it));
    expect([waiting.status, waiting.json.error, waiting.json.code]).toEqual([
      400,
      'authorization_pending',
      'device-code-pending',
    ]);
    const browser = openBrowser(server.it.url);
    const form = await browser.visit(device.verification_uri);
    expect(form.text).toContain('Code of the device');
    const comparing = await browser.submit(form, { user_code: device.user_code.toLowerCase().replace('-', ' ') });
    expect(comparing.text).toContain('手持终端');
    expect(comparing.text).toContain(device.user_code);
    expect(comparing.text).toContain('Handheld/1.0 &lt;b&gt;');
    const login = await browser.submit(comparing, { confirm: 'yes' });
    const done = await browser.submit(login, person);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('The device is authorised')]);
    const reloaded = await browser.visit(done.url.href);
    expect([reloaded.status, reloaded.text]).toEqual([200, done.text]);
    const { status, json } = await poll(server.it, handheld, device.device_code, await proofOf(key, server.it));
    expect([status, json.token_type]).toEqual([200, 'DPoP']);
    expect(decodeJwt(json.access_token)).toMatchObject({
      ...{ sub: person.id, client_id: handheld, roles: ['auditor'], scope: 'manifests:read' },
      cnf: { jkt: key.kid },
    });
    const ath = createHash('sha256').update(json.access_token).digest('base64url');
    const dpop = await proofOf(key, server.it, { htm: 'GET', htu: `${server.it.url}/v1/manifests`, ath });
    const headers = { authorization: `DPoP ${json.access_token}`, dpop };
    expect((await server.it.send('/v1/manifests', { headers })).status).toBe(200);
    const { rows } = await server.it.db.execute<{ kind: string; payload: object }>(sql`
      select kind, payload from journal_entries where subject = ${`person:${person.id}`} order by number desc limit 2`);
    expect(rows).toEqual([
      { kind: 'person.device-let-in', payload: { partyId: null, clientId: handheld, software: 'Handheld/1.0 <b>' } },
      { kind: 'person.logged-in', payload: { partyId: null, clientId: handheld } },
    ]);
    const again = await poll(server.it, handheld, device.device_code, await proofOf(key, server.it));
    expect([again.status, again.json.code]).toEqual([400, 'device-code-unknown']);
  });

  it('shows the person in whose name it is authorised, at a browser that others use too', async () => {
    const browser = openBrowser(server.it.url);
    const before = await browser.visit((await begin()).verification_uri_complete);
    const comparing = await browser.submit(before, {});
    expect(comparing.text).not.toContain('In the name of');
    await browser.submit(await browser.submit(comparing, { confirm: 'yes' }), person);
    const next = await browser.submit(await browser.visit((await begin()).verification_uri_complete), {});
    expect(next.text).toContain(`<dt>In the name of</dt><dd>李四光 (${person.login})</dd>`);
  });

  it('without a key of its own gets no token, even when authorised', async () => {
    const device = await begin();
    await authorise(device);
    const bare = await poll(server.it, handheld, device.device_code);
    expect([bare.status, bare.json.error, bare.json.code]).toEqual([400, 'invalid_grant', 'token-proof-missing']);
    const proof = await proofOf(await makeKey(), server.it, { htu: `${server.it.url}/v1/manifests` });
    const wrong = await poll(server.it, handheld, device.device_code, proof);
    expect([wrong.json.error, wrong.json.code]).toEqual(['invalid_dpop_proof', 'token-proof-invalid']);
  });

  it('works for days with the refresh token of its key, which no other key can use', async () => {
    const key = await makeKey();
    const { refresh_token: token } = await boundTokens(key);
    const thief = await refresh(server.it, handheld, token, await proofOf(await makeKey(), server.it));
    expect([thief.status, thief.json.code]).toEqual([400, 'token-proof-key-wrong']);
    expect((await refresh(server.it, handheld, token)).json.code).toBe('token-proof-missing');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20 * 86_400_000 });
    // The answer was lost, so the device sends the same token again.
    for (const _ of [1, 2]) {
      const { status, json } = await refresh(server.it, handheld, token, await proofOf(key, server.it));
      expect([status, json.token_type]).toEqual([200, 'DPoP']);
    }
    vi.setSystemTime(Date.now() + 11 * 86_400_000);
    expect((await refresh(server.it, handheld, token, await proofOf(key, server.it))).json.code).toBe(
      'refresh-token-unknown',
    );
  });

  it('is refused with its token and another key', async () => {
    const { access_token: token } = await boundTokens(await makeKey());
    const ath = createHash('sha256').update(token).digest('base64url');
    const dpop = await proofOf(await makeKey(), server.it, { htm: 'GET', htu: `${server.it.url}/v1/manifests`, ath });
    const { status, json } = await server.it.send('/v1/manifests', {
      headers: { authorization: `DPoP ${token}`, dpop },
    });
    expect([status, json.code]).toEqual([401, 'token-proof-key-wrong']);
  });

  it('is slowed down when it asks too often, and may ask again after the pause', async () => {
    const key = await makeKey();
    const { device_code } = await begin();
    const request = async () => (await poll(server.it, handheld, device_code, await proofOf(key, server.it))).json;
    expect((await request()).error).toBe('authorization_pending');
    expect(await request()).toMatchObject({ error: 'slow_down', code: 'device-code-too-fast' });
    expect((await paused(request)).error).toBe('authorization_pending');
  });

  it('needs another code when its code was not confirmed in time', async () => {
    const key = await makeKey();
    const device = await begin();
    const browser = openBrowser(server.it.url);
    const form = await browser.visit(device.verification_uri_complete);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 });
    const { json } = await poll(server.it, handheld, device.device_code, await proofOf(key, server.it));
    expect([json.error, json.code]).toEqual(['expired_token', 'device-code-expired']);
    const late = await browser.submit(form, {});
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('Code of the device expired')]);
  });

  it('gets no token when a person refuses it', async () => {
    const key = await makeKey();
    const device = await begin();
    const browser = openBrowser(server.it.url);
    const refused = await browser.submit(await compare(browser, device), { abort: 'yes' });
    expect(refused.text).toContain('The device was refused');
    const { json } = await poll(server.it, handheld, device.device_code, await proofOf(key, server.it));
    expect([json.error, json.code]).toEqual(['access_denied', 'device-code-denied']);
  });

  it('gets no token when its person cancels the login', async () => {
    const device = await begin();
    const browser = openBrowser(server.it.url);
    const login = await browser.submit(await compare(browser, device), { confirm: 'yes' });
    const abort = /action="([^"]*\/abort)"/.exec(login.text)?.[1] ?? '';
    expect((await browser.visit(abort, { method: 'POST' })).text).toContain('The device was refused');
    const { json } = await poll(server.it, handheld, device.device_code, await proofOf(await makeKey(), server.it));
    expect(json.error).toBe('access_denied');
  });
});

describe('the page for codes', () => {
  it('authorises nothing by an address alone: a person must look at the code and send it', async () => {
    const device = await begin();
    const browser = openBrowser(server.it.url, { language: 'zh-CN,zh;q=0.9' });
    const form = await browser.visit(device.verification_uri_complete);
    expect(form.text).toContain(`value="${device.user_code}"`);
    expect(form.text).toContain('<html lang="zh-CN">');
    expect(form.text).not.toContain('<script');
    const { json } = await poll(server.it, handheld, device.device_code, await proofOf(await makeKey(), server.it));
    expect(json.error).toBe('authorization_pending');
  });

  it('distinguishes a wrong code from a used one', async () => {
    const browser = openBrowser(server.it.url);
    const form = await browser.visit('/oidc/device');
    const wrong = await browser.submit(form, { user_code: 'BBBB-BBBB' });
    expect([wrong.status, wrong.text]).toEqual([404, expect.stringContaining('Wrong code')]);
    const device = await begin();
    await authorise(device);
    const used = await browser.submit(wrong, { user_code: device.user_code });
    expect([used.status, used.text]).toEqual([400, expect.stringContaining('Code already used')]);
  });

  it('accepts no form from another site', async () => {
    const device = await begin();
    const body = new URLSearchParams({ user_code: device.user_code, confirm: 'yes', xsrf: 'x' });
    const browser = openBrowser(server.it.url);
    const begun = await browser.visit('/oidc/device', { method: 'POST', body });
    expect([begun.status, begun.text]).toEqual([200, expect.stringContaining('Code of the device')]);
    expect((await browser.visit('/oidc/device', { method: 'POST', body })).status).toBe(400);
    const { json } = await poll(server.it, handheld, device.device_code, await proofOf(await makeKey(), server.it));
    expect(json.error).toBe('authorization_pending');
  });

  it('locks out an address that has tried many codes', async () => {
    const browser = openBrowser(server.it.url);
    let shown = await browser.visit('/oidc/device');
    const statuses = [];
    for (let tries = 0; tries < 40; tries++) {
      shown = await browser.submit(shown, { user_code: 'BBBB-BBBB' });
      statuses.push(shown.status);
    }
    expect(statuses).toContain(404);
    expect(statuses).toContain(429);
    expect(Number(shown.headers.get('retry-after'))).toBeLessThanOrEqual(30);
    await server.it.clearFailedAttempts();
  });
});

it('a client of another kind gets no device code', async () => {
  const { id } = await register(server.it, APP);
  const body = new URLSearchParams({ client_id: id });
  const { status, json } = await server.it.send('/oidc/device/auth', { method: 'POST', body });
  expect([status, json.code]).toEqual([400, 'grant-type-refused']);
});
