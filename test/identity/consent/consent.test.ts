/** The reach of a consent. */
import { describe, expect, it } from 'vitest';
import { covers, nameOfConsent } from '../../../src/identity/login/consent.ts';

const asking = { personId: 'p', clientId: 'c', redirectUri: 'https://a.example/cb', scopes: ['openid'] } as const;

describe('a consent', () => {
  it.each([
    ['the same scopes', ['openid'], '2', true],
    ['more scopes', ['openid', 'people:read'], '2', true],
    ['other scopes', ['people:read'], '2', false],
    ['the logins of before', ['openid'], '1', false],
  ] as const)('given for %s', (_, scopes, version, holds) => {
    expect(covers({ scopes, version }, asking, '2')).toBe(holds);
  });

  it.each([{ personId: 'q' }, { clientId: 'd' }, { redirectUri: 'https://a.example/other' }])(
    'is another one with %o',
    (change) => {
      expect(nameOfConsent({ ...asking, ...change })).not.toBe(nameOfConsent(asking));
    },
  );
});
