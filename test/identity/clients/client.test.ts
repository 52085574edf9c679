import { describe, expect, it } from 'vitest';
import {
  type Client,
  hashSecret,
  isRedirectUri,
  matchesSecret,
  newSecret,
  refuseBeyondRoles,
  rotateSecrets,
} from '../../../src/identity/clients/client.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 9, 15) + seconds * 1000);
const DAY = 86_400;

describe('a code of a login is sent', () => {
  it.each([
    'https://app.example.org/callback',
    'http://127.0.0.1:8000/',
    'http://[::1]/x',
    'http://localhost:3000/cb?x=1',
  ])('to %s', (uri) => {
    expect(isRedirectUri(uri)).toBe(true);
  });

  it.each([
    ...['http://app.example.org/', 'http://127.0.0.1.evil.test/', 'http://localhost.evil.test/', 'https://app.test/#x'],
    ...['https://user:secret@app.test/', 'javascript:alert(1)', 'leadloop://callback', '/callback', '', '//app.test/'],
  ])('never to %s', (uri) => {
    expect(isRedirectUri(uri)).toBe(false);
  });
});

describe('the secrets of a client', () => {
  it('stay valid for the overlap after a rotation', () => {
    const [old, next] = [newSecret(), newSecret()];
    const stored = rotateSecrets([{ hash: hashSecret(old), expiresAt: null }], hashSecret(next), {
      now: at(0),
      overlapMs: 3_600_000,
    });
    const isValid = (secret: string, seconds: number) => matchesSecret(stored, secret, at(seconds));
    expect([isValid(old, 3_599), isValid(old, 3_600), isValid(next, 0), isValid(next, 365 * DAY)]).toEqual([
      ...[true, false, true, true],
    ]);
    expect(isValid(newSecret(), 0)).toBe(false);
  });

  it('are not extended by a second rotation', () => {
    const old = { hash: hashSecret('a'), expiresAt: at(60).toISOString() };
    const stored = rotateSecrets([old], hashSecret('b'), { now: at(0), overlapMs: 3_600_000 });
    expect(stored[0]).toEqual(old);
    expect(rotateSecrets(stored, hashSecret('c'), { now: at(60), overlapMs: 0 }).map(({ hash }) => hash)).toEqual([
      ...[hashSecret('b'), hashSecret('c')],
    ]);
  });
});

describe('a client', () => {
  const machine = (changes: Partial<Client>) => ({
    ...{ kind: 'machine', roles: ['auditor'], scopes: ['parties:read'], partyId: null, division: null, ...changes },
  });
  const refusal = (client: object) => () => refuseBeyondRoles(client as Client);

  it('gets the scopes of its roles and no others', () => {
    expect(refusal(machine({}))).not.toThrow();
    expect(refusal(machine({ scopes: ['parties:read', 'parties:write'] }))).toThrow(
      expect.objectContaining({
        code: 'client-scope-refused',
        facts: expect.objectContaining({ scopes: ['parties:write'] }),
      }),
    );
  });

  it('has no role that acts for something else', () => {
    const code = 'role-does-not-fit';
    expect(refusal(machine({ partyId: 'party' }))).toThrow(expect.objectContaining({ code }));
    expect(refusal(machine({ roles: ['driver'] }))).toThrow(expect.objectContaining({ code }));
  });

  it('is not limited by roles when people log in with it', () => {
    expect(refusal(machine({ kind: 'app', roles: [], scopes: ['parties:write'] }))).not.toThrow();
  });
});
