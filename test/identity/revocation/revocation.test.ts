import { describe, expect, it } from 'vitest';
import { TOKEN_SECONDS } from '../../../src/identity/keys/signing-key.ts';
import { REVOCATION_KEPT_MS, revokedBy, type TokenOrigin } from '../../../src/identity/revocation/revocation.ts';

const token = (changes: Partial<TokenOrigin> = {}): TokenOrigin => ({
  ...{ jti: 'token', grant: 'grant', subject: 'person', rolesVersion: 2, ...changes },
});

describe('a token is revoked', () => {
  const isRevoked = revokedBy([
    { kind: 'token', id: 'token-1', minimumVersion: null },
    { kind: 'grant', id: 'grant-1', minimumVersion: null },
    { kind: 'roles', id: 'person-1', minimumVersion: 2 },
  ]);

  it.each<[string, Partial<TokenOrigin>, boolean]>([
    ['by its own id', { jti: 'token-1' }, true],
    ['by the grant of its login', { grant: 'grant-1' }, true],
    ['by earlier roles of its person', { subject: 'person-1', rolesVersion: 1 }, true],
    ['not with the present roles', { subject: 'person-1' }, false],
    ['not by the id of something else', { jti: 'grant-1', grant: 'token-1' }, false],
    ['not by anything of another person', {}, false],
    ['not as a token of a machine, without a grant', { grant: undefined, rolesVersion: 0 }, false],
  ])('%s', (_, changes, expected) => {
    expect(isRevoked(token(changes))).toBe(expected);
  });

  it('by nothing when there are no revocations', () => {
    expect(revokedBy([])(token({ rolesVersion: 0 }))).toBe(false);
  });
});

it('a revocation is kept until the tokens that it refuses have expired', () => {
  expect(REVOCATION_KEPT_MS).toBeGreaterThan(TOKEN_SECONDS * 1_000);
});
