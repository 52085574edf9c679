/** The port of accounts: a feature that needs a second person asks who could use an account. */
import type { PasswordGiver } from '../core/second-person.ts';
import type { Tx } from './database/db.ts';

/** Lists the accounts that gave the initial password of an account, those that gave theirs, and so on. */
type ReadPasswordGivers = (tx: Tx, subject: string) => Promise<readonly PasswordGiver[]>;

export type SecondPersonDeps = { readonly readPasswordGivers: ReadPasswordGivers };
