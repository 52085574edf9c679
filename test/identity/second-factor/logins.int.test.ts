/** Logins with a second factor, on the pages that people see. */
import { sql } from 'drizzle-orm';
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { asking, codeOf, enrolOn, invited, logIn, logInto, refresh, settled, useApplication } from '../people.ts';
import { useTokenServer } from '../server.ts';
import { codeIn, stepsAt } from './enrolled.ts';

const server = useTokenServer();
const app = useApplication(server);
beforeEach(() => server.it.clearFailedAttempts());

const code = codeIn;
const { open, enrolled, tokensAt, passStep, kindsOf } = stepsAt({ server, app });

describe('a person whose role needs a second factor', () => {
  it('enrols an application at the first login, and gets tokens that name the methods', async () => {
    const { person, secret, recoveryCodes, enrolling, noted, back, verifier } = await enrolled();
    expect(enrolling.text).toContain('<svg');
    expect(enrolling.text).toContain('Set up the second factor');
    expect(recoveryCodes).toHaveLength(10);
    expect(noted.headers.get('cache-control')).toBe('no-store');
    const { access_token } = await tokensAt(back, verifier);
    expect(decodeJwt(access_token)).toMatchObject({ sub: person.id, amr: ['pwd', 'otp', 'mfa'] });
    const { rows } = await server.it.db.execute(
      sql`select encrypted::text || recovery_hashes::text as kept from identity_second_factors where person_id = ${person.id}`,
    );
    const kept = String((rows[0] as { kept: string }).kept);
    for (const one of [secret.replaceAll(' ', ''), ...recoveryCodes]) {
      expect(kept).not.toContain(one);
      expect(kept).not.toContain(Buffer.from(one).toString('hex'));
    }
    expect(await kindsOf(person.id)).toContain('person.second-factor-enrolled');
  });

  it('gets no tokens by the password alone', async () => {
    const { person } = await enrolled();
    const { browser, page } = await open(person);
    expect(page.text).toContain('Confirm with a code');
    expect(page.url.origin).toBe(server.it.url);
    const wrong = await browser.submit(page, { code: '000000' }, 'code');
    expect([wrong.status, code(wrong)]).toEqual([401, 'login-code-wrong']);
    const jumped = await browser.visit(page.url.href.replace('/code', '/enrolled'), { method: 'POST' });
    expect(jumped.url.searchParams.get('code')).toBeNull();
  });

  it('logs in with the code that the application shows; the same code is refused a second time', async () => {
    const { person, secret } = await enrolled();
    await passStep();
    const first = await open(person);
    const typed = codeOf(secret);
    const back = await first.browser.submit(first.page, { code: typed }, 'code');
    expect((await tokensAt(back, first.verifier)).access_token).toBeDefined();
    const second = await open(person);
    const replayed = await second.browser.submit(second.page, { code: typed }, 'code');
    expect([replayed.status, code(replayed)]).toEqual([401, 'login-code-wrong']);
    const earlier = await second.browser.submit(replayed, { code: codeOf(secret, -1) }, 'code');
    expect(code(earlier)).toBe('login-code-wrong');
  });

  it('is let in once by a code that is sent several times at once', async () => {
    const { person, secret } = await enrolled();
    await passStep();
    const opened = await Promise.all(Array.from({ length: 4 }, () => open(person)));
    const typed = codeOf(secret);
    const shown = await Promise.all(opened.map(({ browser, page }) => browser.submit(page, { code: typed }, 'code')));
    expect(shown.filter(({ url }) => url.searchParams.has('code'))).toHaveLength(1);
  });

  it('logs in with each recovery code once', async () => {
    const { person, recoveryCodes } = await enrolled();
    const [one = ''] = recoveryCodes;
    const first = await open(person);
    const back = await first.browser.submit(first.page, { code: one.toUpperCase().replaceAll('-', ' ') }, 'code');
    expect(back.url.searchParams.get('code')).not.toBeNull();
    const second = await open(person);
    const replayed = await second.browser.submit(second.page, { code: one }, 'code');
    expect(code(replayed)).toBe('login-code-wrong');
    expect(await kindsOf(person.id)).toContain('person.recovery-code-used');
  });

  it('cannot be guessed: after five wrong codes none is checked for a minute', async () => {
    const { person, secret } = await enrolled();
    await passStep();
    const { browser, page } = await open(person);
    let shown = page;
    for (let tries = 0; tries < 5; tries++) {
      shown = await browser.submit(shown, { code: '000000' }, 'code');
      expect(code(shown)).toBe('login-code-wrong');
    }
    const locked = await browser.submit(shown, { code: codeOf(secret) }, 'code');
    expect([locked.status, code(locked)]).toEqual([429, 'login-locked']);
  });

  it('reads the pages in Chinese', async () => {
    const person = await invited(server.it, { roles: ['assessor'] });
    const { browser, page } = await open(person, openBrowser(server.it.url, { language: 'zh-CN' }));
    const enrolling = await browser.submit(page, {
      password: '床前明月光疑是地上霜',
      repeated: '床前明月光疑是地上霜',
    });
    expect(enrolling.text).toContain('绑定验证器');
    const wrong = await browser.submit(enrolling, { code: '12' }, 'code');
    expect(wrong.text).toContain('动态验证码不正确');
    expect((await enrolOn(browser, wrong)).noted.text).toContain('请记下恢复码');
  });
});

describe('a person who gets such a role later', () => {
  it('enrols at once: open logins by password alone end', async () => {
    const person = await settled(server.it);
    const { answer, browser } = await logIn(server.it, app.id, person);
    expect(decodeJwt(answer.json.access_token)).toMatchObject({ amr: ['pwd'] });
    const change = { roles: ['administrator'], reason: '任命' };
    expect((await server.it.post(`/v1/people/${person.id}/roles`, change)).status).toBe(200);
    const stale = await refresh(server.it, app.id, answer.json.refresh_token);
    expect(stale.status).toBe(400);
    const again = await browser.visit(asking(server.it, app.id).url);
    expect(again.text).toContain('name="password"');
    expect((await browser.submit(again, person)).text).toContain('Set up the second factor');
  });
});

describe('the reset of a second factor', () => {
  it('ends all logins, is recorded with its reason, and lets the person enrol again', async () => {
    const { person, secret, back, verifier } = await enrolled();
    const tokens = await tokensAt(back, verifier);
    const path = `/v1/people/${person.id}/second-factor-reset`;
    const reset = () => server.it.post(path, { reason: '手机丢失' }, { token: server.it.loggedIn });
    expect((await reset()).status).toBe(200);
    expect((await refresh(server.it, app.id, tokens.refresh_token)).status).toBe(400);
    expect((await reset()).json.code).toBe('second-factor-missing');
    const { rows } = await server.it.db.execute<{ kind: string; payload: object }>(sql`
      select kind, payload from journal_entries where subject = ${`person:${person.id}`} order by number desc limit 1`);
    expect(rows).toEqual([{ kind: 'person.second-factor-reset', payload: { partyId: null, reason: '手机丢失' } }]);
    const { browser, page } = await open(person);
    expect(page.text).toContain('Set up the second factor');
    expect(code(await browser.submit(page, { code: codeOf(secret) }, 'code'))).toBe('login-code-wrong');
    const renewed = await enrolOn(browser, await browser.visit(page.url.href));
    expect(renewed.back.url.searchParams.get('code')).not.toBeNull();
  });

  it('is refused to a system, which a stolen login could have registered', async () => {
    const { person, back, verifier } = await enrolled();
    const tokens = await tokensAt(back, verifier);
    const { json: client } = await server.it.post('/v1/clients', { name: 'ERP', roles: ['administrator'] });
    const { access_token: token } = (await server.it.exchange(client)).json;
    const path = `/v1/people/${person.id}/second-factor-reset`;
    const refused = await server.it.post(path, { reason: '手机丢失' }, { token });
    expect([refused.status, refused.json.code]).toEqual([403, 'second-person-not-logged-in']);
    expect((await refresh(server.it, app.id, tokens.refresh_token)).status).toBe(200);
  });

  it('is refused for the own one', async () => {
    const person = await invited(server.it, { roles: ['administrator'] });
    const { url, verifier } = asking(server.it, app.id, { scope: 'people:write' });
    const browser = openBrowser(server.it.url);
    const page = await logInto(browser, url, person);
    const password = 'another four words here';
    const { back } = await enrolOn(browser, await browser.submit(page, { password, repeated: password }));
    const { access_token: token } = await tokensAt(back, verifier);
    const own = await server.it.post(`/v1/people/${person.id}/second-factor-reset`, { reason: '手机丢失' }, { token });
    expect([own.status, own.json.code]).toEqual([409, 'second-factor-own']);
  });
});

it('people whose roles need none log in with the password alone, and machines with their secret', async () => {
  const { answer } = await logIn(server.it, app.id, await settled(server.it));
  expect(decodeJwt(answer.json.access_token)).toMatchObject({ amr: ['pwd'] });
  const { json: client } = await server.it.post('/v1/clients', { name: 'ERP', roles: ['administrator'] });
  const machine = await server.it.exchange(client);
  expect(machine.status).toBe(200);
  expect(decodeJwt(machine.json.access_token)).not.toHaveProperty('amr');
});
