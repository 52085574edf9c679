/** Strangers who type wrong passwords lock out themselves, and not the person. */
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import { logIn } from '../../../src/identity/login/service.ts';
import { purgeFailedAttempts } from '../../../src/identity/login/store.ts';
import { openBrowser } from '../browser.ts';
import { asking, type KnownPerson, logInto, settled, useApplication } from '../people.ts';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);
// Stands still within a test, because attempts are forgotten with time.
let start: number;
beforeEach(async () => {
  await server.it.clearFailedAttempts();
  start = Date.now();
});

/** Refusal of an attempt, or `logged-in`. */
type Outcome = { readonly code: string; readonly waitSeconds?: number };

/** Tries a password from an address, as the login pages do, some seconds after the start. */
async function tryAt(
  seconds: number,
  address: string,
  { login, password, device }: Omit<KnownPerson, 'id'> & { device?: string },
): Promise<Outcome> {
  const deps = { ...server.it.localIssuerDeps, clock: () => new Date(start + seconds * 1_000) };
  try {
    await logIn(deps, { login, password, address, device });
    return { code: 'logged-in' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      code: error.code,
      ...(error.code === 'login-locked' && { waitSeconds: Number(error.facts.retryAfterSeconds) }),
    };
  }
}

/** Returns the code of the refusal of an attempt. */
async function tryFrom(address: string, person: Omit<KnownPerson, 'id'>, device?: string): Promise<string> {
  const { code } = await tryAt(0, address, { ...person, ...(device !== undefined && { device }) });
  return code;
}

const WRONG = { password: 'not the password' };
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('a stranger who types wrong passwords', () => {
  it('does not lock the person out at another address', async () => {
    const person = await settled(server.it);
    const codes = [];
    for (const _ of times(7)) codes.push(await tryFrom('192.0.2.66', { ...person, ...WRONG }));
    expect(codes).toEqual([...Array(5).fill('login-wrong'), 'login-locked', 'login-locked']);
    expect(await tryFrom('192.0.2.66', person)).toBe('login-locked');
    expect(await tryFrom('192.0.2.1', person)).toBe('logged-in');
  });

  it('with many addresses does not lock the person out of a browser in which the person logged in before', async () => {
    const person = await settled(server.it);
    const browser = openBrowser(server.it.url);
    const enter = async (from: typeof browser, typed: Omit<KnownPerson, 'id'>) => {
      const shown = await logInto(from, asking(server.it, app.id).url, typed);
      return shown.headers.get('problem-code') ?? 'logged-in';
    };
    expect(await enter(browser, person)).toBe('logged-in');
    await browser.visit('/oidc/session/end').then((page) => browser.submit(page, { logout: 'yes' }));
    const codes = [];
    for (const at of times(40)) codes.push(await tryFrom(`192.0.2.${at}`, { ...person, ...WRONG }));
    expect(codes.filter((code) => code === 'login-wrong')).toHaveLength(30);
    expect(await tryFrom('192.0.2.200', person)).toBe('login-locked');
    // Also at the address of the person: five wrong passwords, and thirty for other login names.
    for (const _ of times(6)) await tryFrom('127.0.0.1', { ...person, ...WRONG });
    for (const at of times(40)) await tryFrom('127.0.0.1', { login: `guess.${at}`, ...WRONG });
    expect(await enter(openBrowser(server.it.url), person)).toBe('login-locked');
    expect(await enter(browser, person)).toBe('logged-in');
  });

  it('who has the browser of the person guesses no faster there than elsewhere', async () => {
    const person = await settled(server.it);
    const codes = await Promise.all(times(20).map(() => tryFrom('192.0.2.1', { ...person, ...WRONG }, 'a-device')));
    expect(codes.filter((code) => code === 'login-wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'login-locked')).toHaveLength(15);
  });

  it('gets the same answers for an unknown login name', async () => {
    const person = await settled(server.it);
    const answersFor = async (login: string) => {
      const codes = [];
      for (const _ of times(7)) codes.push(await tryFrom('192.0.2.77', { login, ...WRONG }));
      for (const at of times(40)) codes.push(await tryFrom(`192.0.2.${100 + at}`, { login, ...WRONG }));
      return codes;
    };
    const known = await answersFor(person.login);
    await server.it.clearFailedAttempts();
    expect(await answersFor('no.such.person')).toEqual(known);
  });
});

describe('strangers with many addresses', () => {
  /** Tries wrong passwords from many addresses, in parallel. */
  const guessFrom = async (addresses: readonly string[], login: string, seconds = 0) => {
    const outcomes: Outcome[] = [];
    for (let at = 0; at < addresses.length; at += 25) {
      const part = addresses.slice(at, at + 25);
      outcomes.push(...(await Promise.all(part.map((address) => tryAt(seconds, address, { login, ...WRONG })))));
    }
    return outcomes;
  };
  const networks = (count: number) => times(count).map((at) => `10.${at % 250}.${Math.floor(at / 250)}.1`);

  it('do not lock the person out at an address from which the person logged in before', async () => {
    const person = await settled(server.it);
    expect(await tryFrom('192.0.2.9', person)).toBe('logged-in');
    const guesses = await guessFrom(networks(31), person.login);
    expect(guesses.filter(({ code }) => code === 'login-wrong')).toHaveLength(30);
    expect(await tryFrom('192.0.2.9', person)).toBe('logged-in');
    // Its own wrong passwords count there, as everywhere.
    const codes = [];
    for (const _ of times(6)) codes.push(await tryFrom('192.0.2.9', { ...person, ...WRONG }));
    expect(codes).toEqual([...Array(5).fill('login-wrong'), 'login-locked']);
  });

  it('keep the person from an unknown address for a quarter of an hour at most, with 1 000 addresses', async () => {
    const person = await settled(server.it);
    const strangers = networks(1_000);
    const guesses = await guessFrom(strangers, person.login);
    expect(guesses.filter(({ code }) => code === 'login-wrong')).toHaveLength(30);
    const first = await tryAt(0, '192.0.2.9', person);
    expect(first.code).toBe('login-locked');
    expect(first.waitSeconds).toBeLessThanOrEqual(900);
    // They go on all the time, and still use up all that unknown addresses share.
    await guessFrom(strangers.slice(0, 300), person.login, 450);
    const wait = Number(first.waitSeconds);
    await guessFrom([...strangers, ...times(50).map((at) => `172.16.${at}.1`)], person.login, wait);
    expect((await tryAt(wait, '203.0.113.77', person)).code).toBe('login-locked');
    expect(await tryAt(wait + 1, '192.0.2.9', person)).toEqual({ code: 'logged-in' });
  }, 240_000);

  it('who try once in 30 seconds make the person wait some seconds', async () => {
    const person = await settled(server.it);
    await guessFrom(networks(31), person.login);
    const { code, waitSeconds } = await tryAt(0, '192.0.2.9', person);
    expect([code, Number(waitSeconds) <= 6]).toEqual(['login-locked', true]);
    for (const at of times(4)) await guessFrom([`172.16.${at}.1`], person.login, at * 30);
    expect(await tryAt(121, '192.0.2.9', person)).toEqual({ code: 'logged-in' });
  });

  it('guess three times a day from each address, beyond what all share', async () => {
    const { login } = await settled(server.it);
    const strangers = networks(40);
    const guesses: Outcome[] = [];
    // An hour, every five minutes from all addresses.
    for (const at of times(12)) guesses.push(...(await guessFrom(strangers, login, at * 300)));
    const made = guesses.filter(({ code }) => code === 'login-wrong').length;
    expect(made).toBeGreaterThan(120);
    expect(made).toBeLessThanOrEqual(3 * 40 + 30 + 60 * 2);
  }, 240_000);

  it('share a turn within one network of IPv6', async () => {
    const { login } = await settled(server.it);
    await guessFrom(networks(30), login);
    const network = times(20).map((at) => `2001:db8:7:${at}`);
    await guessFrom(network, login);
    const codes = (await guessFrom(network, login, 10)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'login-wrong')).toHaveLength(3);
  });

  it('do not push out more than the oldest of sixteen known addresses', async () => {
    const person = await settled(server.it);
    for (const at of times(17)) expect((await tryAt(at, `192.0.2.${at}`, person)).code).toBe('logged-in');
    await guessFrom(networks(31), person.login, 20);
    const codes = [];
    for (const at of times(17)) codes.push((await tryAt(20, `192.0.2.${at}`, person)).code);
    expect(codes).toEqual(['login-locked', ...Array(16).fill('logged-in')]);
  });

  it('find an address that was not used for half a year unknown', async () => {
    const person = await settled(server.it);
    expect(await tryFrom('192.0.2.9', person)).toBe('logged-in');
    await guessFrom(networks(31), person.login, 181 * 86_400);
    expect((await tryAt(181 * 86_400, '192.0.2.9', person)).code).toBe('login-locked');
    await purgeFailedAttempts(server.it.db, new Date(Date.now() + 183 * 86_400_000));
    const { rows } = await server.it.db.execute(sql`select key from identity_attempts`);
    expect(rows).toEqual([]);
  });
});

it('a new initial password ends the lock-outs of the person at all places', async () => {
  const person = await settled(server.it);
  for (const _ of times(6)) await tryFrom('192.0.2.66', { ...person, ...WRONG });
  const { json } = await server.it.post(`/v1/people/${person.id}/password`, {});
  expect(await tryFrom('192.0.2.66', { login: person.login, password: json.initialPassword })).toBe('logged-in');
});
