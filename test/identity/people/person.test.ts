import { describe, expect, it } from 'vitest';
import {
  assignRoles,
  block,
  LOGIN,
  loginOf,
  mustChange,
  type Person,
  refuseLogin,
  refuseOldLogin,
  refuseUnfit,
  unblock,
} from '../../../src/identity/people/person.ts';

const NOW = new Date('2026-10-15T04:00:00Z');

const person = (changes: Partial<Person> = {}): Person => ({
  ...{ id: 'p1', personName: '王小明', personPhone: null, partyId: null, division: null, roles: ['auditor'] },
  ...{ rolesVersion: 3, loginsVersion: 0, login: 'anna', password: null, passwordSetAt: null, passwordExpiresAt: null },
  ...{ state: 'active', blockedAt: null, registeredAt: NOW, version: 1, ...changes },
});

const refusing = (code: string) => expect.objectContaining({ code });

describe('a login name', () => {
  it.each(['anna', 'zhang.san', 'op-4501_2'])('can be %s', (login) => {
    expect(LOGIN.test(login)).toBe(true);
  });

  it.each(['13812345678', 'an', 'Anna', '张三', 'a b c', '-anna', 'x'.repeat(65)])('cannot be %s', (login) => {
    expect(LOGIN.test(login)).toBe(false);
  });

  it('is the same in upper case and with spaces around it', () => {
    expect(loginOf('  Anna.LI ')).toBe('anna.li');
  });
});

describe('a login with which another second factor is reset', () => {
  const at = NOW.getTime() / 1_000;
  it.each([
    [at, false],
    [at - 900, false],
    [at - 901, true],
    [undefined, true],
  ])('made at %s is refused: %s', (loggedInAt, refused) => {
    const act = () => refuseOldLogin(loggedInAt === undefined ? {} : { loggedInAt }, NOW);
    if (refused) expect(act).toThrow(refusing('login-not-recent'));
    else act();
  });
});

describe('a person', () => {
  it('is blocked once, and unblocked once', () => {
    const blocked = block(person(), NOW);
    expect(blocked).toEqual(person({ state: 'blocked', blockedAt: NOW }));
    expect(unblock(blocked)).toEqual(person());
    expect(() => block(blocked, NOW)).toThrow(refusing('person-blocked-already'));
    expect(() => unblock(person())).toThrow(refusing('person-not-blocked'));
  });

  it('gets other roles as a new version', () => {
    const changed = assignRoles(person(), { roles: ['city_regulator'], division: '4501' });
    expect(changed).toEqual(person({ roles: ['city_regulator'], division: '4501', rolesVersion: 4 }));
    expect(() => assignRoles(person(), { roles: ['driver'], division: null })).toThrow(refusing('role-does-not-fit'));
  });

  it.each<[string, Partial<Person>]>([
    ['an organisation without its id', { roles: ['driver'] }],
    ['the authority with an organisation', { roles: ['auditor'], partyId: 'party' }],
    ['a city with the code of a province', { roles: ['city_regulator'], division: '45' }],
    ['two things at once', { roles: ['driver', 'auditor'], partyId: 'party' }],
  ])('acts in no role for %s', (_, changes) => {
    expect(() => refuseUnfit(person(changes))).toThrow(refusing('role-does-not-fit'));
  });

  it('cannot log in when blocked, or from the instant at which the initial password expires', () => {
    expect(() => refuseLogin(person({ passwordExpiresAt: new Date(NOW.getTime() + 1) }), NOW)).not.toThrow();
    expect(() => refuseLogin(person({ passwordExpiresAt: NOW }), NOW)).toThrow(refusing('password-expired'));
    expect(() => refuseLogin(person({ state: 'blocked' }), NOW)).toThrow(refusing('person-blocked'));
  });

  it('must change a password only while it is the initial one', () => {
    expect([mustChange(person({ passwordExpiresAt: NOW })), mustChange(person())]).toEqual([true, false]);
  });
});
