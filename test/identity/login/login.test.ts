import { expect, it } from 'vitest';
import { CANCELLED, loggedInAs } from '../../../src/identity/login/login.ts';

it('a login with a password is not remembered after the browser is closed', () => {
  expect(loggedInAs('person')).toEqual({ login: { accountId: 'person', amr: ['pwd'], remember: false } });
});

it('a cancelled login is answered with the error of OAuth', () => {
  expect(CANCELLED).toMatchObject({ error: 'access_denied' });
});
