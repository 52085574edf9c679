/** Dependencies that the process hands to every use case. A fake in a test is an object literal. */
import type { Logger } from 'pino';
import type { Db, RequestDb } from './database/db.ts';

/** The part of a log that use cases write to. A command brings one that keeps nothing. */
export type UseCaseLog = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Dependencies of use cases. They get the database from their callers, as a transaction. */
export type Deps = {
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: UseCaseLog;
  /** GB/T 2260 code of the province this service works for, such as `45`. */
  readonly province: string;
};

/** Dependencies of routes, whose database can only begin transactions under row-level security. */
export type RequestDeps = Deps & {
  readonly db: RequestDb;
  /** Connections for a reading of much on one snapshot; one unless this process does nothing else. */
  readonly connections?: number;
};

/** Dependencies of machinery, which works as the service: jobs, sweeps and commands. */
export type ServiceDeps = Deps & { readonly db: Db };
