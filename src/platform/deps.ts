/** Dependencies that the process hands to every use case. A fake in a test is an object literal. */
import type { Logger } from 'pino';
import type { Db } from './database/db.ts';

export type Deps = {
  readonly db: Db;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: Logger;
  /** GB/T 2260 code of the province this service works for, such as `45`. */
  readonly province: string;
};
