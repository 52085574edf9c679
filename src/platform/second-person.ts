/** The port of accounts: a feature that needs a second person asks who could use an account. */
import type { PasswordGiver } from '../core/second-person.ts';
import type { Tx } from './database/db.ts';

/** Lists the givers of the initial passwords that an account has had since an instant, the givers of theirs, and so on. */
type ReadPasswordGivers = (tx: Tx, subject: string, since: Date) => Promise<readonly PasswordGiver[]>;

export type SecondPersonDeps = { readonly readPasswordGivers: ReadPasswordGivers };
