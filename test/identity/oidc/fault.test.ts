import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../../src/features.ts';
import { codeOf } from '../../../src/identity/oidc/fault.ts';
import { catalogueOf } from '../../../src/platform/http/index.ts';

describe('a refusal of the library', () => {
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
  ])('%j has the code %s', (fault, code) => {
    expect(codeOf(fault)).toBe(code);
    if (code !== undefined) expect(catalogueOf(MESSAGES).map((entry) => entry.code)).toContain(code);
  });
});
