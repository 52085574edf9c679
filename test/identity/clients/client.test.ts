import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../../src/features.ts';
import { isRedirectUri } from '../../../src/identity/clients/client.ts';
import { byAddress, byLogin, LOCK_MS, waitSeconds } from '../../../src/identity/login/lock-out.ts';
import { codeOf } from '../../../src/identity/oidc/fault.ts';
import { LOGIN, loginOf } from '../../../src/identity/people/person.ts';
import { catalogueOf } from '../../../src/platform/http/index.ts';

describe('a code is sent', () => {
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

describe('a login name', () => {
  it.each(['anna', 'zhang.san', 'op-4501_2'])('can be %s', (login) => {
    expect(LOGIN.test(login)).toBe(true);
  });

  it.each(['13812345678', 'an', 'Anna', '张三', 'a b c', '-anna', 'x'.repeat(65)])('cannot be %s', (login) => {
    expect(LOGIN.test(login)).toBe(false);
  });

  it('is the same however it is typed', () => {
    expect(loginOf('  Anna.LI ')).toBe('anna.li');
  });
});

it('a lock ends to the second, and an address is looked at again with each attempt that is forgotten', () => {
  const at = new Date('2026-10-15T04:00:00Z');
  const later = (ms: number) => new Date(at.getTime() + ms);
  expect(waitSeconds(byLogin('anna'), at, at)).toBe(LOCK_MS / 1_000);
  expect(waitSeconds(byLogin('anna'), at, later(LOCK_MS - 1))).toBe(1);
  expect(waitSeconds(byAddress('::1'), at, at)).toBe(30);
  expect(waitSeconds(byAddress('::1'), at, later(59_500))).toBe(1);
});

describe('what the library refuses', () => {
  it.each<[Parameters<typeof codeOf>[0], string | undefined]>([
    [{ error: 'invalid_grant', error_detail: 'DPoP proof JWT Replay detected' }, 'token-proof-replayed'],
    [
      { error: 'invalid_client', error_detail: 'client assertion tokens must only be used once' },
      'client-assertion-replayed',
    ],
    [{ error: 'invalid_client', error_detail: 'invalid secret provided' }, 'client-credentials-wrong'],
    [{ error: 'invalid_dpop_proof', error_detail: 'DPoP proof iat is not recent enough' }, 'token-proof-invalid'],
    [{ error: 'invalid_grant', error_detail: 'failed jkt verification' }, 'token-proof-key-wrong'],
    [
      { error: 'invalid_grant', error_detail: 'refresh token invalid (referenced account not found)' },
      'person-blocked',
    ],
    [{ error: 'authorization_pending' }, 'device-code-pending'],
    [{ error: 'invalid_request', error_description: 'is not known' }, 'oauth-request-invalid'],
    [{ error: 'invalid_scope' }, 'oauth-scope-refused'],
    [{ error: 'made_up' }, undefined],
    [{}, undefined],
  ])('%j is told as %s', (fault, code) => {
    expect(codeOf(fault)).toBe(code);
    if (code !== undefined) expect(catalogueOf(MESSAGES).map((entry) => entry.code)).toContain(code);
  });
});
