/** Logins of before: with an earlier password or second factor, or from before a block, stored again or still under way. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPerson, lockPerson } from '../../../src/identity/people/store.ts';
import { endLogins } from '../../../src/identity/revocation/service.ts';
import { makeKey } from '../../app/fixture.ts';
import { openBrowser, type Shown } from '../browser.ts';
import {
  asking,
  codeOf,
  HANDHELD,
  invited,
  type KnownPerson,
  logIn,
  logInto,
  poll,
  proofOf,
  redeem,
  refresh,
  register,
  settled,
  useApplication,
} from '../people.ts';
import { codeIn, stepsAt } from '../second-factor/enrolled.ts';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);
const { open, enrolled, passStep } = stepsAt({ server, app });
beforeEach(() => server.it.clearFailedAttempts());

const reason = '测试';
const change = {
  password: ({ id }: KnownPerson) => server.it.post(`/v1/people/${id}/password`, {}),
  block: async ({ id }: KnownPerson) => {
    await server.it.post(`/v1/people/${id}/block`, { reason });
    return server.it.post(`/v1/people/${id}/unblock`, { reason });
  },
  'second factor': ({ id }: KnownPerson) =>
    server.it.post(`/v1/people/${id}/second-factor-reset`, { reason }, { token: server.it.loggedIn }),
} as const;

let serial = 0;
/** Stores again what a person had before a change: what a request does that began before it and ends after it. */
async function across(person: KnownPerson, changing: () => Promise<unknown>) {
  serial += 1;
  const kept = sql.identifier(`kept_${serial}`);
  const { owner } = server;
  await owner.execute(sql`create table ${kept} as select * from oidc_states`);
  await changing();
  await owner.execute(sql`insert into oidc_states select * from ${kept} on conflict do nothing`);
  return person;
}

/** Runs a request while a change of a person is under way, which the request must wait for. */
async function during<Result>({ id }: KnownPerson, request: () => Promise<Result>): Promise<Result> {
  const { db } = server.it;
  const requested = await db.transaction(async (tx) => {
    const person = await lockPerson(tx, id);
    if (person === undefined) throw new Error('no such person');
    await endLogins(tx, { clock: () => new Date() }, person);
    const pending = request();
    await untilWaiting();
    return { pending };
  });
  return requested.pending;
}

async function untilWaiting() {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await server.owner.execute(sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the request did not wait');
}

const isBack = ({ url }: Shown) => url.searchParams.get('code') !== null;

describe('a page opened with an initial password of before', () => {
  const chosen = { password: 'words that nobody guesses', repeated: 'words that nobody guesses' };

  it.each(['password', 'block'] as const)('does not set a password after a new %s', async (kind) => {
    const person = await invited(server.it);
    const { browser, page } = await open(person);
    await across(person, () => change[kind](person));
    const before = await findPerson(server.it.db, person.id);
    const refused = await browser.submit(page, chosen, 'repeated');
    expect([isBack(refused), codeIn(refused)]).toEqual([false, 'login-lapsed']);
    expect((await findPerson(server.it.db, person.id))?.password).toBe(before?.password);
    expect(codeIn(await browser.visit(page.url.href))).toBe('login-lapsed');
  });

  it('does not set a password while another one is being given', async () => {
    const person = await invited(server.it);
    const { browser, page } = await open(person);
    expect(codeIn(await during(person, () => browser.submit(page, chosen, 'repeated')))).toBe('login-lapsed');
  });
});

describe('a login whose password was right before', () => {
  it('ends when the password changes while it is completed', async () => {
    const person = await settled(server.it);
    const refused = await during(person, async () => (await open(person)).page);
    expect([isBack(refused), codeIn(refused)]).toEqual([false, 'login-lapsed']);
  });

  it('ends when a role that needs a second factor is given while it is completed', async () => {
    const person = await settled(server.it);
    const { db } = server.it;
    const { pending } = await db.transaction(async (tx) => {
      await tx.execute(sql`update identity_people set roles = '{administrator}' where id = ${person.id}`);
      const page = open(person);
      await untilWaiting();
      return { pending: page };
    });
    expect(codeIn((await pending).page)).toBe('login-lapsed');
  });

  it('enrols no application after the password has changed', async () => {
    const { person } = await enrolled();
    await change['second factor'](person);
    const { browser, page } = await open(person);
    const secret = /<span class="key">([A-Z2-7 ]+)<\/span>/.exec(page.text)?.[1] ?? '';
    expect(codeIn(await during(person, () => browser.submit(page, { code: codeOf(secret) }, 'code')))).toBe(
      'login-lapsed',
    );
    const { rows } = await server.it.db.execute(sql`
      select from identity_second_factors where person_id = ${person.id} and encrypted is not null`);
    expect(rows).toEqual([]);
  });

  it('is not completed by the page of recovery codes after the second factor was reset', async () => {
    const { person } = await enrolled();
    await change['second factor'](person);
    const { browser, page } = await open(person);
    const secret = /<span class="key">([A-Z2-7 ]+)<\/span>/.exec(page.text)?.[1] ?? '';
    const noted = await browser.submit(page, { code: codeOf(secret) }, 'code');
    expect(noted.text).toContain('Note your recovery codes');
    await across(person, () => change['second factor'](person));
    expect(codeIn(await browser.submit(noted, {}))).toBe('login-lapsed');
  });

  it('uses no recovery code after the password has changed', async () => {
    const { person, recoveryCodes } = await enrolled();
    await passStep();
    const { browser, page } = await open(person);
    const typed = { code: recoveryCodes[0] ?? '' };
    expect(codeIn(await during(person, () => browser.submit(page, typed, 'code')))).toBe('login-lapsed');
  });
});

describe.each(['password', 'block'] as const)('after a new %s, stored again within the same second', (kind) => {
  it('fails: the session, the code and the refresh token of an application', async () => {
    const person = await settled(server.it);
    const { browser, answer } = await logIn(server.it, app.id, person);
    const { url, verifier } = asking(server.it, app.id);
    const code = (await browser.visit(url)).url.searchParams.get('code') ?? '';
    expect(code).not.toBe('');
    await across(person, () => change[kind](person));
    expect((await browser.visit(asking(server.it, app.id).url)).text).toContain('name="password"');
    expect((await redeem(server.it, app.id, { code, verifier })).json.error).toBe('invalid_grant');
    expect((await refresh(server.it, app.id, answer.json.refresh_token)).json.error).toBe('invalid_grant');
  });

  it('fails: the code of a handheld that was approved, and its refresh token', async () => {
    const person = await settled(server.it);
    const handheld = (await register(server.it, HANDHELD)).id;
    const { browser } = await logIn(server.it, app.id, person);
    const key = await makeKey();
    const approved = async () => {
      const body = new URLSearchParams({ client_id: handheld, scope: 'manifests:read' });
      const { json } = await server.it.send('/oidc/device/auth', { method: 'POST', body });
      const confirming = await browser.submit(await browser.visit(json.verification_uri_complete), {});
      expect((await browser.submit(confirming, { confirm: 'yes' })).text).toContain('The device is authorised');
      return json.device_code;
    };
    const first = await poll(server.it, handheld, await approved(), await proofOf(key, server.it));
    expect(first.status).toBe(200);
    const second = await approved();
    await across(person, () => change[kind](person));
    const late = await poll(server.it, handheld, second, await proofOf(key, server.it));
    expect(late.json.error).toBe('invalid_grant');
    const renewed = await refresh(server.it, handheld, first.json.refresh_token, await proofOf(key, server.it));
    expect(renewed.json.error).toBe('invalid_grant');
  });
});

it('a code is not exchanged while a new password is being set', async () => {
  const person = await settled(server.it);
  const { url, verifier } = asking(server.it, app.id);
  const code = (await logInto(openBrowser(server.it.url), url, person)).url.searchParams.get('code') ?? '';
  const answer = await during(person, () => redeem(server.it, app.id, { code, verifier }));
  expect(answer.json.error).toBe('invalid_grant');
});

it('of many logins at once with an earlier password, none survives a reset in any round', async () => {
  const survived: string[] = [];
  for (let round = 0; round < 12; round++) {
    await server.it.clearFailedAttempts();
    const initial = round % 2 === 0;
    const person = await (initial ? invited(server.it) : settled(server.it));
    const held: Awaited<ReturnType<typeof open>>[] = [];
    let isOver = false;
    const loop = async () => {
      while (!isOver) held.push(await open(person));
    };
    const loops = [loop(), loop(), loop(), loop()];
    await new Promise((resolve) => setTimeout(resolve, 100 + 20 * round));
    await change.password(person);
    isOver = true;
    await Promise.all(loops);
    expect(held.length).toBeGreaterThan(0);
    for (const { browser, page, verifier } of held) {
      if (page.text.includes('name="repeated"')) {
        const password = 'words that nobody guesses';
        const done = await browser.submit(page, { password, repeated: password }, 'repeated');
        if (isBack(done)) survived.push(`round ${round}: a password was set`);
      }
      const code = page.url.searchParams.get('code');
      if (code === null) continue;
      const { status } = await redeem(server.it, app.id, { code, verifier });
      if (status === 200) survived.push(`round ${round}: a code was exchanged`);
    }
  }
  expect(survived).toEqual([]);
}, 120_000);
