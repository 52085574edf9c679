/** A login in progress, from the request of an application to the person who logged in. */
import { isRole, needSecondFactor } from '../../core/access/roles.ts';
import type { Person } from '../people/person.ts';

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
  /** Version of the logins with which that person logged in. */
  readonly version: string | undefined;
  /** Scopes that need the consent of the person; undefined while the person logs in. */
  readonly asks: readonly string[] | undefined;
};

/** Result of a login: a person, the consent of the person, or a refusal (RFC 6749 §4.1.2.1). */
export type LoginResult =
  | {
      readonly login: {
        readonly accountId: string;
        readonly amr: string[];
        /** Version of the person's logins. The library carries it on into session, code and refresh token. */
        readonly acr: string;
        readonly remember: boolean;
      };
    }
  | { readonly consent: Readonly<Record<string, never>> }
  | { readonly error: 'access_denied'; readonly error_description: string };

/** Methods of a login (RFC 8176): a password alone, or also a code of the second factor. */
export const METHODS = { password: ['pwd'], secondFactor: ['pwd', 'otp', 'mfa'] } as const;

/** Returns the result of a login by some methods; the browser forgets it when closed. */
export const loggedInAs = (
  person: Pick<Person, 'id' | 'loginsVersion'>,
  methods: keyof typeof METHODS,
): LoginResult => ({
  login: { accountId: person.id, amr: [...METHODS[methods]], acr: versionOf(person), remember: false },
});

/** Returns true when the methods of a login are enough for the roles that the person has now. */
export const suffice = (methods: readonly string[], { roles }: Pick<Person, 'roles'>): boolean =>
  methods.includes('otp') || !needSecondFactor(roles.filter(isRole));

/** Returns the version of the logins of a person as a login carries it. */
export const versionOf = ({ loginsVersion }: Pick<Person, 'loginsVersion'>): string => String(loginsVersion);

/** Version that a login of the release before has, which carries none. */
export const FIRST_VERSION = '0';

/** Result of a page on which the person allowed the application what it asks. */
export const ALLOWED: LoginResult = { consent: {} };

export const CANCELLED: LoginResult = {
  error: 'access_denied',
  error_description: 'the person cancelled the login, or refused the application',
};
