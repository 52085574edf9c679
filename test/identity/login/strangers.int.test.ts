/** Strangers who type wrong passwords lock out themselves, and not the person. */
import { beforeEach, describe, expect, it } from 'vitest';
import { logIn } from '../../../src/identity/login/service.ts';
import { openBrowser } from '../browser.ts';
import { asking, type KnownPerson, logInto, settled, useApplication } from '../people.ts';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);
beforeEach(() => server.it.clearFailedAttempts());

/** Tries a password from an address, as the login pages do, and returns the code of the refusal. */
async function tryFrom(
  address: string,
  { login, password }: Omit<KnownPerson, 'id'>,
  device?: string,
): Promise<string> {
  try {
    await logIn(server.it.localIssuerDeps, { login, password, address, device });
    return 'logged-in';
  } catch (error) {
    return (error as { code: string }).code;
  }
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

it('a new initial password ends the lock-outs of the person at all places', async () => {
  const person = await settled(server.it);
  for (const _ of times(6)) await tryFrom('192.0.2.66', { ...person, ...WRONG });
  const { json } = await server.it.post(`/v1/people/${person.id}/password`, {});
  expect(await tryFrom('192.0.2.66', { login: person.login, password: json.initialPassword })).toBe('logged-in');
});
