/** Keys and access tokens. */

export { externalIssuer } from './external-issuer.ts';
export { ALGORITHM, deriveSecret, ensureKey, type KeyPair, readKey } from './keys.ts';
export { authProblem } from './problems.ts';
export {
  type Authenticate,
  createAuthenticate,
  type Grant,
  issuerWithKeys,
  type Origin,
  type RefuseToken,
  signToken,
  type Trust,
  type TrustedIssuer,
} from './token.ts';
