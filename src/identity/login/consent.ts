/** Consent of a person to an application: its reach, and its end. */
import type { Scope } from '../../core/access/scopes.ts';

/** A scope that a person can allow; `openid` shows the application the person. */
export type AllowedScope = Scope | 'openid';

/** An application that asks, with the address that its codes are sent to, and the scopes that they would be good for. */
export type Asking = {
  readonly personId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly AllowedScope[];
};

/** Scopes that a person has allowed, and the version of the logins of the person at that time. */
export type Allowed = { readonly scopes: readonly string[]; readonly version: string };

/** Duration of a consent, in seconds. */
export const CONSENT_SECONDS = 180 * 86_400;

/** Returns the name of a consent. Another address of the application is another one, so a changed address asks again. */
export const nameOfConsent = ({ personId, clientId, redirectUri }: Omit<Asking, 'scopes'>): string =>
  `${personId} ${clientId} ${redirectUri}`;

/** Returns true when a person allowed all the scopes, and the logins of the person have not ended since. */
export const covers = (allowed: Allowed, { scopes }: Pick<Asking, 'scopes'>, version: string): boolean =>
  allowed.version === version && scopes.every((scope) => allowed.scopes.includes(scope));
