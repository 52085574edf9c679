/** Wrong passwords, blocked people, sessions and logging out. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { byAddress } from '../../../src/identity/login/lock-out.ts';
import { countFailedAttempt } from '../../../src/identity/login/store.ts';
import { openBrowser } from '../browser.ts';
import {
  APP,
  asking,
  invited,
  type KnownPerson,
  logIn,
  logInto,
  REDIRECT,
  refresh,
  register,
  settled,
  useApplication,
} from '../people.ts';
import { startAnother, useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);
beforeEach(() => server.it.clearFailedAttempts());

const tried = (person: Omit<KnownPerson, 'id'>) =>
  logInto(openBrowser(server.it.url), asking(server.it, app.id).url, person);
const codeOf = async (person: Omit<KnownPerson, 'id'>) => (await tried(person)).headers.get('problem-code');

describe('a login', () => {
  it('is refused in the same words for a wrong password and for an unknown login name', async () => {
    const person = await settled(server.it);
    const wrong = await tried({ ...person, password: 'not the password' });
    const nobody = await tried({ login: 'no.such.person', password: 'not the password' });
    const driver = await invited(server.it, { login: null });
    for (const refused of [wrong, nobody]) {
      expect([refused.status, refused.headers.get('problem-code')]).toEqual([401, 'login-wrong']);
      expect(refused.text).toContain('role="alert"');
    }
    expect(driver.password).toBeNull();
    expect(await codeOf({ login: '', password: '' })).toBe('login-wrong');
    expect(await codeOf({ ...person, password: 'x'.repeat(10_000) })).not.toBe(null);
  });

  it('accepts the login name in upper and lower case', async () => {
    const person = await settled(server.it);
    const back = await tried({ ...person, login: ` ${person.login.toUpperCase()} ` });
    expect(back.url.searchParams.get('code')).not.toBeNull();
  });

  it('is locked after five wrong passwords at one place, also for the right one, and unlocked after a minute', async () => {
    const person = await settled(server.it);
    for (let tries = 0; tries < 5; tries++) expect(await codeOf({ ...person, password: 'wrong' })).toBe('login-wrong');
    const locked = await tried(person);
    expect([locked.status, locked.headers.get('problem-code')]).toEqual([429, 'login-locked']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(50);
    const { rows } = await server.it.db.execute<{ kind: string; payload: object }>(sql`
      select kind, payload from journal_entries where subject = ${`person:${person.id}`} order by number desc limit 1`);
    expect(rows).toEqual([{ kind: 'person.login-locked', payload: { partyId: null, failures: 5 } }]);
    await server.it.db.execute(sql`update identity_attempts set last_at = last_at - interval '61 seconds'`);
    expect((await tried(person)).url.searchParams.get('code')).not.toBeNull();
  });

  it('is locked after as many wrong passwords at once', async () => {
    const person = await settled(server.it);
    const wrong = { ...person, password: 'wrong' };
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(wrong)));
    expect(codes.filter((code) => code === 'login-wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'login-locked')).toHaveLength(15);
  });

  it('is locked for an address that has tried many login names', async () => {
    const guess = async (number: number) => (await tried({ login: `guess.${number}`, password: 'wrong' })).status;
    const statuses = await Promise.all(Array.from({ length: 40 }, (_, number) => guess(number)));
    expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(30);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(4);
    // Failed attempts are forgotten steadily: three in a minute and a half, however many more are made.
    await server.it.db.execute(sql`update identity_attempts set last_at = last_at - interval '90 seconds', failures = 30
      where key like 'address:%'`);
    const later = [];
    for (let number = 0; number < 6; number++) later.push(await guess(number));
    expect(later.slice(0, 3)).toEqual([401, 401, 401]);
    expect(later.at(-1)).toBe(429);
  });

  it('forgets some wrong passwords of an address during a pause', async () => {
    const address = byAddress('192.0.2.1');
    const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
    const count = (seconds: number) => countFailedAttempt(server.it.db, address, at(seconds));
    for (let tries = 1; tries <= 30; tries++) expect(await count(0)).toBe(tries);
    expect(await count(29)).toEqual({ failures: 30, lastAt: at(0) });
    expect(await count(45)).toBe(30);
    expect(await count(59)).toEqual({ failures: 30, lastAt: at(30) });
    // Half of the step had already passed before the last attempt.
    expect(await count(60)).toBe(30);
    expect(await count(60 + 5 * 60)).toBe(21);
    expect(await count(60 + 60 * 60)).toBe(1);
  });

  it('does not count right passwords as failed attempts', async () => {
    const person = await settled(server.it);
    for (let times = 0; times < 7; times++) expect((await tried(person)).status).toBe(303);
    const { rows } = await server.it.db.execute(sql`select failures from identity_attempts where failures > 0`);
    expect(rows).toEqual([]);
  });

  it('cannot be completed in another browser', async () => {
    const person = await settled(server.it);
    const login = await openBrowser(server.it.url).visit(asking(server.it, app.id).url);
    const elsewhere = await openBrowser(server.it.url).submit(login, person);
    expect([elsewhere.status, elsewhere.headers.get('problem-code')]).toEqual([400, 'login-lapsed']);
  });
});

describe('a blocked person', () => {
  it('is refused within 30 seconds: tokens, refresh tokens, session and password', async () => {
    const person = await settled(server.it);
    const { answer, browser } = await logIn(server.it, app.id, person);
    const token = answer.json.access_token;
    expect((await server.it.get('/v1/parties', token)).json.code).toBe('scope-missing');
    const { status, json } = await server.it.post(`/v1/people/${person.id}/block`, { reason: '离职' });
    expect([status, json.state]).toEqual([200, 'blocked']);
    // Every process does this each 15 seconds.
    await server.it.localIssuer.renew();
    const refused = await server.it.get('/v1/parties', token);
    expect([refused.status, refused.json.code]).toEqual([401, 'person-blocked']);
    const stale = await refresh(server.it, app.id, answer.json.refresh_token);
    expect([stale.status, stale.json.error, stale.json.code]).toEqual([400, 'invalid_grant', 'refresh-token-unknown']);
    expect((await browser.visit(asking(server.it, app.id).url)).text).toContain('name="password"');
    expect(await codeOf(person)).toBe('person-blocked');
    expect(await codeOf({ ...person, password: 'wrong' })).toBe('login-wrong');
    await server.it.post(`/v1/people/${person.id}/unblock`, { reason: '复职' });
    expect((await refresh(server.it, app.id, answer.json.refresh_token)).json.code).toBe('refresh-token-unknown');
    expect((await tried(person)).url.searchParams.get('code')).not.toBeNull();
  });

  it('gets no tokens for a code issued just before', async () => {
    const person = await settled(server.it);
    const { url, verifier } = asking(server.it, app.id);
    const back = await logInto(openBrowser(server.it.url), url, person);
    await server.it.db.execute(sql`
      update identity_people set state = 'blocked', blocked_at = now() where id = ${person.id}`);
    const form = {
      grant_type: 'authorization_code',
      client_id: app.id,
      redirect_uri: REDIRECT,
      code_verifier: verifier,
    };
    const body = new URLSearchParams({ ...form, code: back.url.searchParams.get('code') ?? '' });
    const { json } = await server.it.send('/oidc/token', { method: 'POST', body });
    expect([json.error, json.code]).toEqual(['invalid_grant', 'person-blocked']);
  });
});

describe('a new initial password', () => {
  it('ends sessions and refresh tokens, and unlocks the login', async () => {
    const person = await settled(server.it);
    const { answer } = await logIn(server.it, app.id, person);
    for (let tries = 0; tries < 6; tries++) await codeOf({ ...person, password: 'wrong' });
    const { json } = await server.it.post(`/v1/people/${person.id}/password`, {});
    expect(json.initialPassword).toMatch(/^\w{4}(-\w{4}){3}$/);
    expect((await refresh(server.it, app.id, answer.json.refresh_token)).json.code).toBe('refresh-token-unknown');
    expect(await codeOf(person)).toBe('login-wrong');
    expect((await tried({ ...person, password: json.initialPassword })).text).toContain('Choose your own password');
  });
});

describe('a session', () => {
  it('opens the next application without a password, for one working day', async () => {
    const person = await settled(server.it);
    const { browser } = await logIn(server.it, app.id, person);
    const other = await register(server.it, { ...APP, name: '另一应用' });
    const next = await browser.visit(asking(server.it, other.id).url);
    expect(next.url.searchParams.get('code')).not.toBeNull();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 12 * 3_600_000 + 60_000 });
    const later = await browser.visit(asking(server.it, other.id).url);
    vi.useRealTimers();
    expect(later.text).toContain('name="password"');
  });

  it('is shared by all processes, from the first page of a login to its last', async () => {
    const another = await startAnother(server.it);
    try {
      let turn = 0;
      const inTurns = () => (turn++ % 2 === 0 ? server.it.url : another.url);
      const person = await settled(server.it);
      const browser = openBrowser(server.it.url, {}, inTurns);
      const { answer } = await logIn(server.it, app.id, person, browser);
      expect(answer.status).toBe(200);
      const back = await browser.visit(asking(server.it, app.id).url);
      expect(back.url.searchParams.get('code')).not.toBeNull();
      expect(turn).toBeGreaterThan(4);
      const elsewhere = await fetch(`${another.url}/oidc/token`, {
        method: 'POST',
        body: new URLSearchParams({
          ...{ grant_type: 'refresh_token', client_id: app.id, refresh_token: answer.json.refresh_token },
        }),
      });
      expect(elsewhere.status).toBe(200);
    } finally {
      await another.close();
    }
  });

  it('is deleted after it has expired', async () => {
    await logIn(server.it, app.id, await settled(server.it));
    const count = async () => {
      const { rows } = await server.it.db.execute<{ count: number }>(sql`select count(*)::int from oidc_states`);
      return rows[0]?.count;
    };
    expect(await count()).toBeGreaterThan(2);
    await server.it.db.execute(sql`update oidc_states set expires_at = now() - interval '1 second'`);
    await server.it.localIssuer.renew();
    expect(await count()).toBe(0);
  });

  it('ends with the logout, and with it the tokens of the application', async () => {
    const { answer, browser } = await logIn(server.it, app.id, await settled(server.it));
    const query = new URLSearchParams({ client_id: app.id, post_logout_redirect_uri: REDIRECT });
    const asked = await browser.visit(`/oidc/session/end?${query}`);
    expect(asked.text).toContain('You will be logged out');
    const back = await browser.submit(asked, { logout: 'yes' });
    expect(back.url.href).toMatch(REDIRECT);
    expect((await refresh(server.it, app.id, answer.json.refresh_token)).status).toBe(400);
    expect((await browser.visit(asking(server.it, app.id).url)).text).toContain('name="password"');
  });

  it('of one person is not taken over by another person who logs in', async () => {
    const { browser } = await logIn(server.it, app.id, await settled(server.it));
    const other = await settled(server.it);
    const login = await browser.visit(asking(server.it, app.id, { prompt: 'login' }).url);
    const refused = await browser.submit(login, other);
    expect([refused.status, refused.headers.get('problem-code')]).toEqual([409, 'login-other-person']);
    expect(refused.text).toContain('href="/oidc/session/end"');
  });
});
