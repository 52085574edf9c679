/** Work of a process of its own: computing the rate of a period with many records (`platform/process/task.ts`). */
import { setPriority } from 'node:os';
import { z } from 'zod';
import { openDatabase } from '../../platform/database/db.ts';
import { readSnapshot } from '../../platform/database/snapshot.ts';
import { sealedUpTo } from '../../platform/journal/index.ts';
import { keepLawCache } from '../../platform/law/index.ts';
import { answerTask } from '../../platform/process/task.ts';
import { isProvisional, periodOf } from '../periods/period.ts';
import { recoveryLawOf } from '../question/law-queries.ts';
import { toRecoveryAnswers } from '../schemas.ts';
import { evaluate } from '../service.ts';
import type { KeptFigure } from './figure.ts';

const Input = z.object({ databaseUrl: z.string(), partyId: z.string(), period: z.string(), asOf: z.date() });

/** Time for one statement over a year of a large recycler, and for computing between two, in milliseconds. */
const [STATEMENT_MS, PAUSE_MS] = [100_000, 60_000];

/**
 * A statement ends soon after this process. It sorts in memory, and works on one processor: compiling takes longer than it saves,
 * and other requests need the other processors.
 */
const SETTINGS = {
  ...{ client_connection_check_interval: '2s', work_mem: '64MB', jit: 'off' },
  max_parallel_workers_per_gather: '0',
};

/** Two statements at once: while one is computed, the records of the other are made. */
const CONNECTIONS = 2;

/** Others that use the same processor get three times as much of it. With less, callers would wait too long on a busy machine. */
const LESS_THAN_NORMAL = 5;

answerTask(async (input): Promise<KeptFigure<unknown>> => {
  const { databaseUrl, partyId, period: text, asOf } = Input.parse(input);
  setPriority(LESS_THAN_NORMAL);
  const db = openDatabase({
    ...{ url: databaseUrl, poolMax: CONNECTIONS, applicationName: 'leadloop-figure', settings: SETTINGS },
    ...{ statementMs: STATEMENT_MS, pauseMs: PAUSE_MS },
  });
  const period = periodOf(text);
  const { conditions, ...law } = recoveryLawOf(await keepLawCache({ db, clock: () => asOf })(), period);
  const provisional = isProvisional(period, asOf);
  const { evaluation, journalIndex } = await readSnapshot(db, CONNECTIONS, async (reader) => ({
    journalIndex: await sealedUpTo(reader),
    evaluation: await evaluate(reader, partyId, period, { ...conditions, provisional }),
  }));
  const answers = toRecoveryAnswers(partyId, period, evaluation, {
    ...{ ...law, asOf, controls: conditions.controls, provisional, journalIndex },
  });
  return { journalIndex, computedAt: asOf, answers };
});
