/** Strangers with many addresses slow down other unknown addresses, and lock out no person. */
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import { byLogin } from '../../../src/identity/login/lock-out.ts';
import { logIn } from '../../../src/identity/login/service.ts';
import { countFailedAttempt, purgeFailedAttempts } from '../../../src/identity/login/store.ts';
import { type KnownPerson, settled } from '../people.ts';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();
// Attempts are forgotten with time, so time passes only where a test says so.
const start = Date.now();
beforeEach(() => server.it.clearFailedAttempts());

/** Registers a person who has chosen a password, and forgets the address of that login. */
async function unknownEverywhere(): Promise<KnownPerson> {
  const person = await settled(server.it);
  await server.it.clearFailedAttempts();
  return person;
}

/** Refusal of an attempt, or `logged-in`. */
type Outcome = { readonly code: string; readonly waitSeconds?: number };

const after = (seconds: number) => new Date(start + seconds * 1_000);

/** Tries a password from an address, as the login pages do, some seconds after the start. */
async function tryAt(
  seconds: number,
  address: string,
  typed: Pick<KnownPerson, 'login' | 'password'>,
): Promise<Outcome> {
  const deps = { ...server.it.localIssuerDeps, clock: () => after(seconds) };
  try {
    await logIn(deps, { ...typed, address, device: undefined });
    return { code: 'logged-in' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, facts } = error;
    return { code, ...(code === 'login-locked' && { waitSeconds: Number(facts.retryAfterSeconds) }) };
  }
}

/** Tries wrong passwords from many addresses, in parallel. */
async function guessFrom(addresses: readonly string[], login: string, seconds = 0): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < addresses.length; at += 25) {
    const part = addresses.slice(at, at + 25);
    outcomes.push(...(await Promise.all(part.map((address) => tryAt(seconds, address, { login, password: 'wrong' })))));
  }
  return outcomes;
}

/** Uses up the attempts that unknown addresses share, without the time that checking passwords takes. */
async function useUp(login: string, seconds = 0): Promise<void> {
  const counter = byLogin(login);
  for (let tries = 0; tries <= counter.max; tries++) await countFailedAttempt(server.it.db, counter, after(seconds));
}

const times = (count: number) => Array.from({ length: count }, (_, at) => at);
const networks = (count: number) => times(count).map((at) => `10.${at % 250}.${Math.floor(at / 250)}.1`);

it('do not lock the person out at an address from which the person logged in before', async () => {
  const person = await unknownEverywhere();
  expect(await tryAt(0, '192.0.2.9', person)).toEqual({ code: 'logged-in' });
  const guesses = await guessFrom(networks(31), person.login);
  expect(guesses.filter(({ code }) => code === 'login-wrong')).toHaveLength(30);
  expect(await tryAt(0, '192.0.2.9', person)).toEqual({ code: 'logged-in' });
  // Its own wrong passwords count there, as everywhere.
  const codes = [];
  for (const _ of times(6)) codes.push((await tryAt(0, '192.0.2.9', { ...person, password: 'wrong' })).code);
  expect(codes).toEqual([...Array(5).fill('login-wrong'), 'login-locked']);
}, 180_000);

it('keep the person from an unknown address for a quarter of an hour at most, with 1 000 addresses', async () => {
  const person = await unknownEverywhere();
  await useUp(person.login);
  const guesses = await guessFrom(networks(1_000), person.login);
  expect(new Set(guesses.map(({ code }) => code))).toEqual(new Set(['login-locked']));
  const first = await tryAt(0, '192.0.2.9', person);
  expect(first).toEqual({ code: 'login-locked', waitSeconds: 900 });
  // They go on all the time, and still use up all that unknown addresses share.
  await useUp(person.login, 900);
  await guessFrom(
    times(50).map((at) => `172.16.${at}.1`),
    person.login,
    900,
  );
  expect((await tryAt(900, '203.0.113.77', person)).code).toBe('login-locked');
  expect(await tryAt(900, '192.0.2.9', person)).toEqual({ code: 'logged-in' });
}, 300_000);

it('who try once in 30 seconds make the person wait some seconds', async () => {
  const person = await unknownEverywhere();
  await useUp(person.login);
  for (const at of times(4)) await guessFrom([`172.16.${at}.1`], person.login, at * 30);
  await useUp(person.login, 120);
  expect(await tryAt(120, '192.0.2.9', person)).toEqual({ code: 'login-locked', waitSeconds: 3 });
  await useUp(person.login, 123);
  expect(await tryAt(123, '192.0.2.9', person)).toEqual({ code: 'logged-in' });
}, 120_000);

it('guess three times a day in the turns of each address, and share a turn within one network of IPv6', async () => {
  const { login } = await unknownEverywhere();
  const network = times(4).map((at) => `2001:db8:7:${at}`);
  const codes: string[] = [];
  for (const seconds of [0, 60, 120, 3_600]) {
    await useUp(login, seconds);
    codes.push(...(await guessFrom(['10.0.0.1', ...network], login, seconds)).map(({ code }) => code));
  }
  expect(codes.filter((code) => code === 'login-wrong')).toHaveLength(6);
}, 120_000);

it('do not push out more than the oldest of sixteen known addresses', async () => {
  const person = await unknownEverywhere();
  for (const at of times(17)) expect((await tryAt(at, `192.0.2.${at}`, person)).code).toBe('logged-in');
  await useUp(person.login, 20);
  const codes = [];
  for (const at of times(17)) codes.push((await tryAt(20, `192.0.2.${at}`, person)).code);
  expect(codes).toEqual(['login-locked', ...Array(16).fill('logged-in')]);
}, 180_000);

it('find an address that was not used for half a year unknown', async () => {
  const person = await unknownEverywhere();
  expect((await tryAt(0, '192.0.2.9', person)).code).toBe('logged-in');
  await useUp(person.login, 181 * 86_400);
  expect((await tryAt(181 * 86_400, '192.0.2.9', person)).code).toBe('login-locked');
  await purgeFailedAttempts(server.it.db, after(183 * 86_400));
  const { rows } = await server.it.db.execute(sql`select key from identity_attempts`);
  expect(rows).toEqual([]);
}, 120_000);
