/** Faults of the library: each gets a code of our catalogue in addition to its OAuth error. */

/** Codes of our catalogue for refusals of the library. */
export type RefusalCode =
  | 'authorization-code-unknown'
  | 'authorization-code-used'
  | 'client-assertion-replayed'
  | 'client-credentials-wrong'
  | 'client-revoked'
  | 'code-verifier-wrong'
  | 'device-code-denied'
  | 'device-code-expired'
  | 'device-code-pending'
  | 'device-code-too-fast'
  | 'device-code-unknown'
  | 'grant-type-refused'
  | 'login-ended'
  | 'oauth-request-invalid'
  | 'oauth-resource-unknown'
  | 'oauth-scope-refused'
  | 'overloaded'
  | 'person-blocked'
  | 'redirect-uri-wrong'
  | 'refresh-token-unknown'
  | 'refresh-token-used'
  | 'token-proof-invalid'
  | 'token-proof-key-wrong'
  | 'token-proof-missing'
  | 'token-proof-replayed';

/** Codes by the library's error descriptions. The first match wins. */
const CODES: readonly (readonly [RegExp, RefusalCode])[] = [
  [/^client assertion tokens must only be used once/, 'client-assertion-replayed'],
  [/^client is revoked/, 'client-revoked'],
  [/^DPoP proof JWT Replay detected/, 'token-proof-replayed'],
  [/^(missing DPoP proof JWT|DPoP proof JWT not provided)/, 'token-proof-missing'],
  [/^(failed jkt verification|DPoP proof key thumbprint does not match)/, 'token-proof-key-wrong'],
  [/DPoP/, 'token-proof-invalid'],
  [/\(referenced account not found\)$/, 'person-blocked'],
  [/^authorization code already consumed/, 'authorization-code-used'],
  [/^refresh token already used/, 'refresh-token-used'],
  [/redirect_uri (mismatch|did not match)/, 'redirect-uri-wrong'],
  [/^code_verifier|code_challenge/, 'code-verifier-wrong'],
  [/^authorization code /, 'authorization-code-unknown'],
  [/^refresh token /, 'refresh-token-unknown'],
  [/^grant (not found|is expired)/, 'login-ended'],
  [/^device code is expired/, 'device-code-expired'],
  [/^device code /, 'device-code-unknown'],
  [/is not allowed for this client/, 'grant-type-refused'],
];

/** Codes by OAuth error, for faults without a known description. */
const BY_ERROR: Readonly<Record<string, RefusalCode>> = {
  authorization_pending: 'device-code-pending',
  slow_down: 'device-code-too-fast',
  expired_token: 'device-code-expired',
  access_denied: 'device-code-denied',
  invalid_client: 'client-credentials-wrong',
  invalid_dpop_proof: 'token-proof-invalid',
  unauthorized_client: 'grant-type-refused',
  unsupported_grant_type: 'grant-type-refused',
  invalid_scope: 'oauth-scope-refused',
  invalid_target: 'oauth-resource-unknown',
  invalid_request: 'oauth-request-invalid',
  temporarily_unavailable: 'overloaded',
};

/** An error of the library, or one of our errors that passed through it. */
export type LibraryFault = {
  readonly error?: unknown;
  readonly error_detail?: unknown;
  readonly error_description?: unknown;
};

/** Returns the code of our catalogue for a fault, if there is one. */
export function codeOf({ error, error_detail, error_description }: LibraryFault): RefusalCode | undefined {
  const descriptions = [error_detail, error_description].filter((text) => typeof text === 'string');
  const [, code] = CODES.find(([pattern]) => descriptions.some((text) => pattern.test(text))) ?? [];
  return code ?? (typeof error === 'string' ? BY_ERROR[error] : undefined);
}
