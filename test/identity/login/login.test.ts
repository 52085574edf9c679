import { expect, it } from 'vitest';
import { CANCELLED, loggedInAs } from '../../../src/identity/login/login.ts';

it('a login with a password is not remembered after the browser is closed', () => {
  const person = { id: 'person', loginsVersion: 7 };
  const login = { accountId: 'person', acr: '7', remember: false };
  expect(loggedInAs(person, 'password')).toEqual({ login: { ...login, amr: ['pwd'] } });
  expect(loggedInAs(person, 'secondFactor')).toEqual({ login: { ...login, amr: ['pwd', 'otp', 'mfa'] } });
});

it('a cancelled login is answered with the error of OAuth', () => {
  expect(CANCELLED).toMatchObject({ error: 'access_denied' });
});
