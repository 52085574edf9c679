/** Keys and access tokens. */
export { ALGORITHM, ensureKey, type KeyPair, readKey } from './keys.ts';
export { type Authenticate, createAuthenticate, type Grant, type Issuer, mint } from './token.ts';
