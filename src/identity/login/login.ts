/** A login in progress, from the request of an application to the person who logged in. */

/** A login that is open in a browser. */
export type Login = {
  readonly uid: string;
  readonly clientId: string;
  /** Name of the application that the person logs in to. */
  readonly application: string;
  /** Address to which the browser returns; undefined when a device is authorised. */
  readonly redirectUri: string | undefined;
  /** Person already logged in within this browser, if any. */
  readonly accountId: string | undefined;
};

/** Result of a login: a person, or its cancellation (RFC 6749 §4.1.2.1). */
export type LoginResult =
  | { readonly login: { readonly accountId: string; readonly amr: string[]; readonly remember: boolean } }
  | { readonly error: 'access_denied'; readonly error_description: string };

/** Methods of a login (RFC 8176): a password alone, or also a code of the second factor. */
export const METHODS = { password: ['pwd'], secondFactor: ['pwd', 'otp', 'mfa'] } as const;

/** Returns the result of a login by some methods; the browser forgets it when closed. */
export const loggedInAs = (accountId: string, methods: keyof typeof METHODS): LoginResult => ({
  login: { accountId, amr: [...METHODS[methods]], remember: false },
});

export const CANCELLED: LoginResult = {
  error: 'access_denied',
  error_description: 'the person cancelled the login',
};
