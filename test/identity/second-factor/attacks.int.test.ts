/** Attacks on the second factor: by a stranger who knows the password, and with an earlier login. */
import { sql } from 'drizzle-orm';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKey } from '../../app/fixture.ts';
import { openBrowser } from '../browser.ts';
import { asking, codeOf, enrolOn, HANDHELD, poll, proofOf, refresh, register, useApplication } from '../people.ts';
import { useTokenServer } from '../server.ts';
import { codeIn, stepsAt } from './enrolled.ts';

const server = useTokenServer();
const app = useApplication(server);
const { open, enrolled, tokensAt, passStep, kindsOf } = stepsAt({ server, app });
beforeEach(() => server.it.clearFailedAttempts());
afterEach(() => {
  vi.useRealTimers();
});

const times = (count: number) => Array.from({ length: count }, (_, at) => at);
const wait = (seconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1_000 });

async function guess(person: { readonly login: string; readonly password: string }, tries: number) {
  const { browser, page } = await open(person);
  let shown = page;
  const codes = [];
  for (const _ of times(tries)) {
    shown = await browser.submit(shown, { code: '000000' }, 'code');
    codes.push(codeIn(shown));
  }
  return codes;
}

describe('a stranger who learnt the password', () => {
  it('does not lock the person out of a browser in which the person logged in before', async () => {
    const { person, secret, browser } = await enrolled();
    await passStep();
    expect(await guess(person, 7)).toEqual([...times(5).map(() => 'login-code-wrong'), 'login-locked', 'login-locked']);
    await browser.visit('/oidc/session/end').then((page) => browser.submit(page, { logout: 'yes' }));
    const { page } = await open(person, browser);
    const back = await browser.submit(page, { code: codeOf(secret) }, 'code');
    expect(back.url.searchParams.get('code')).not.toBeNull();
    // The others still wait: the login of the person gives them no further codes.
    expect(await guess(person, 1)).toEqual(['login-locked']);
  });

  it('leaves a trace in the journal: the lock-out after wrong codes', async () => {
    const { person } = await enrolled();
    await guess(person, 6);
    const { rows } = await server.it.db.execute<{ kind: string; actor: string; payload: object }>(sql`
      select kind, actor, payload from journal_entries where subject = ${`person:${person.id}`} order by number desc limit 1`);
    expect(rows).toEqual([
      { kind: 'person.code-locked', actor: expect.anything(), payload: { partyId: null, failures: 5 } },
    ]);
    expect(JSON.stringify(rows[0]?.actor)).toContain('identity');
  });

  it('has no session before the code was right, nor on the pages between', async () => {
    const { person } = await enrolled();
    const { browser, page } = await open(person);
    expect(browser.cookies()).not.toContain('leadloop_session');
    const { url } = asking(server.it, app.id, { prompt: 'none' });
    expect((await browser.visit(url)).url.searchParams.get('error')).toBe('login_required');
    const skipped = await browser.visit(page.url.href.replace(/\/code$/, '/enrolled'), { method: 'POST' });
    expect(codeIn(skipped)).toBe('login-lapsed');
    const another = openBrowser(server.it.url);
    expect(codeIn(await another.visit(page.url.href))).toBe('login-lapsed');
  });

  it('does not go on once the password was replaced, not even when the open page is stored again', async () => {
    const { person, secret } = await enrolled();
    await passStep();
    const { browser, page } = await open(person);
    const { owner: db } = server;
    await db.execute(sql`create table open_page as select * from oidc_states where account_id = ${person.id}`);
    await server.it.post(`/v1/people/${person.id}/password`, {});
    const typed = { code: codeOf(secret) };
    expect(codeIn(await browser.submit(page, typed, 'code'))).toBe('login-lapsed');
    await server.it.db.execute(sql`update identity_people set password_expires_at = null where id = ${person.id}`);
    await db.execute(sql`insert into oidc_states select * from open_page`);
    expect(codeIn(await browser.submit(page, typed, 'code'))).toBe('login-lapsed');
  });
});

describe('a login with the second factor', () => {
  it('ends with a reset, even if a concurrent request stores it again', async () => {
    const { person, back, verifier, browser } = await enrolled();
    const { refresh_token } = await tokensAt(back, verifier);
    const { owner: db } = server;
    await db.execute(sql`create table on_its_way as select * from oidc_states where account_id = ${person.id}`);
    const path = `/v1/people/${person.id}/second-factor-reset`;
    const reset = await server.it.post(path, { reason: '手机丢失' }, { token: server.it.loggedIn });
    expect(reset.status).toBe(200);
    await db.execute(sql`insert into oidc_states select * from on_its_way`);
    expect((await refresh(server.it, app.id, refresh_token)).json.error).toBe('invalid_grant');
    expect((await browser.visit(asking(server.it, app.id).url)).text).toContain('name="password"');
    // Also after the person has enrolled another application.
    wait(20);
    const next = await open(person);
    await enrolOn(next.browser, next.page);
    expect((await browser.visit(asking(server.it, app.id).url)).text).toContain('name="password"');
  });

  it('authorises a handheld, whose tokens name the methods', async () => {
    const { person, browser } = await enrolled();
    const handheld = (await register(server.it, HANDHELD)).id;
    const body = new URLSearchParams({ client_id: handheld, scope: 'parties:read' });
    const { json: device } = await server.it.send('/oidc/device/auth', { method: 'POST', body });
    const confirming = await browser.submit(await browser.visit(device.verification_uri_complete), {});
    expect((await browser.submit(confirming, { confirm: 'yes' })).text).toContain('The device is authorised');
    const key = await makeKey();
    const { json } = await poll(server.it, handheld, device.device_code, await proofOf(key, server.it));
    expect(decodeJwt(json.access_token)).toMatchObject({ sub: person.id, amr: ['pwd', 'otp', 'mfa'] });
    const renewed = await refresh(server.it, handheld, json.refresh_token, await proofOf(key, server.it));
    expect(decodeJwt(renewed.json.access_token)).toMatchObject({ amr: ['pwd', 'otp', 'mfa'] });
  });
});

it('the key and the recovery codes are shown once, and no table holds them in clear', async () => {
  const { person, secret, recoveryCodes, enrolling, noted, browser } = await enrolled();
  expect(enrolling.headers.get('cache-control')).toBe('no-store');
  expect(await kindsOf(person.id)).toContain('person.second-factor-enrolled');
  const later = await open(person);
  const answers = [
    (await browser.visit(enrolling.url.href)).text,
    (await browser.visit(noted.url.href)).text,
    later.page.text,
    JSON.stringify(await server.it.get(`/v1/people/${person.id}`)),
    JSON.stringify(await server.it.get('/v1/journal?after=0&limit=500')),
  ];
  const { rows } = await server.it.db.execute<{ kept: string }>(sql`
    select to_jsonb(t)::text as kept from oidc_states t union all select to_jsonb(t)::text from identity_people t union all
    select to_jsonb(t)::text from identity_second_factors t union all select to_jsonb(t)::text from journal_entries t
    union all select to_jsonb(t)::text from idempotency_keys t`);
  const plain = secret.replaceAll(' ', '');
  for (const one of [plain, secret, ...recoveryCodes]) {
    for (const text of [...answers, ...rows.map(({ kept }) => kept)]) {
      expect(text).not.toContain(one);
      expect(text).not.toContain(Buffer.from(one).toString('hex'));
    }
  }
});
