/** Tokens for the demo's users, signed with the issuer's key as `npm run token` does. */
import { randomUUID } from 'node:crypto';
import { PROVINCE_OFFICE_ROLES, type Role } from '../core/access/roles.ts';
import { readKey, signToken } from '../platform/auth/index.ts';
import { StartupError } from '../platform/process/startup-error.ts';

/** The token of an organisation, or of the authority of the province. */
export type Token = (partyId?: string) => Promise<string>;

/** A person as whom the reader can try a system. */
export type Person = {
  readonly roles: readonly Role[];
  /** Name of the account; a visitor if absent. */
  readonly subject?: string;
  /** True for a person who has logged in at the identity provider, which the demo plays. */
  readonly loggedIn?: boolean;
  readonly partyId?: string;
  /** Code of a city, four digits. */
  readonly division?: string;
};

export type Tokens = {
  readonly token: Token;
  /** Signs a token for a person, valid for twelve hours. */
  readonly tokenFor: (person: Person) => Promise<string>;
};

const ISSUER = { issuer: 'urn:leadloop:issuer', audience: 'urn:leadloop:api' };
/** Longer than the month: it may be played on a clock of its own. A year takes several tokens. */
const TTL_SECONDS = 60 * 86_400;
const RENEWED_AFTER_MS = (TTL_SECONDS / 2) * 1_000;
const VISIT_SECONDS = 12 * 3_600;

/** A clerk of a laboratory confirms its certificates; one of another organisation has none to confirm. */
const CLERK_ROLES: readonly Role[] = ['enterprise_manager', 'laboratory_operator'];

/** @throws StartupError when the folder holds no key */
export async function tokensOf(keysFolder: string, now: () => Date = () => new Date()): Promise<Tokens> {
  const file = `${keysFolder}/issuer.json`;
  const key = await readKey(file);
  if (!key) throw new StartupError({ en: `The key file ${file} is missing.`, zh: `缺少密钥文件 ${file}。` });
  const tokens = new Map<string, { readonly signed: Promise<string>; readonly at: number }>();
  const token: Token = (partyId) => {
    const name = partyId ?? '';
    const known = tokens.get(name);
    const at = now().getTime();
    if (known !== undefined && at - known.at < RENEWED_AFTER_MS) return known.signed;
    const subject = partyId === undefined ? 'demo-authority' : `demo-clerk-${partyId.slice(-8)}`;
    const base = { ttlSeconds: TTL_SECONDS, subject };
    const roles = partyId === undefined ? PROVINCE_OFFICE_ROLES : CLERK_ROLES;
    const signed = signToken(ISSUER, key, { ...base, roles, partyId }, now(), randomUUID());
    tokens.set(name, { signed, at });
    return signed;
  };
  const tokenFor = (person: Person) =>
    signToken(ISSUER, key, { subject: 'demo-visitor', ttlSeconds: VISIT_SECONDS, ...person }, now(), randomUUID());
  return { token, tokenFor };
}

/** Token for systems that do not check tokens. */
export const noToken: Token = async () => 'none';
