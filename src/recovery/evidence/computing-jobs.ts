/** Work of a process of its own: freezing the evaluation of a period with many records (`platform/process/task.ts`). */
import { setPriority } from 'node:os';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { openDatabase } from '../../platform/database/db.ts';
import { keepLawCache } from '../../platform/law/index.ts';
import { answerTask } from '../../platform/process/task.ts';
import { freezeNow } from './freezing-jobs.ts';
import type { FrozenApart } from './freezing-service.ts';

const Input = z.object({
  ...{ databaseUrl: z.string(), id: z.string(), visibility: z.custom<Visibility>(), asOf: z.date() },
});

/** Time for one statement, and for computing between two, in milliseconds. */
const [STATEMENT_MS, PAUSE_MS] = [100_000, 60_000];
/** A statement ends soon after this process, and works on one processor: other requests need the others. */
const SETTINGS = {
  ...{ client_connection_check_interval: '2s', work_mem: '64MB', jit: 'off' },
  max_parallel_workers_per_gather: '0',
};

/** Two statements at once: while one is computed, the records of the other are made. */
const CONNECTIONS = 2;

/** Others that use the same processor get three times as much of it. */
const LESS_THAN_NORMAL = 5;

answerTask(async (input): Promise<FrozenApart> => {
  const { databaseUrl, id, visibility, asOf } = Input.parse(input);
  setPriority(LESS_THAN_NORMAL);
  const db = openDatabase({
    ...{ url: databaseUrl, poolMax: CONNECTIONS, applicationName: 'leadloop-freezing', settings: SETTINGS },
    ...{ statementMs: STATEMENT_MS, pauseMs: PAUSE_MS },
  });
  const clock = () => asOf;
  return freezeNow({ db, connections: CONNECTIONS, clock }, await keepLawCache({ db, clock })(), visibility, id);
});
