/** Work of a process of its own: computing the rate of a period with many records (`platform/process/task.ts`). */
import { z } from 'zod';
import { openDatabase } from '../../platform/database/db.ts';
import { keepLawCache } from '../../platform/law/index.ts';
import { answerTask } from '../../platform/process/task.ts';
import { periodOf } from '../periods/period.ts';
import { recoveryLawOf } from '../question/law-queries.ts';
import { evaluateAs } from '../question/service.ts';
import { toRecoveryAnswers } from '../schemas.ts';
import type { KeptFigure } from './figure.ts';

const Input = z.object({ databaseUrl: z.string(), partyId: z.string(), period: z.string(), asOf: z.date() });

/** Time for one statement over a year of a large recycler, and for computing between two, in milliseconds. */
const [STATEMENT_MS, PAUSE_MS] = [100_000, 60_000];

/** A statement ends soon after this process. */
const SETTINGS = { client_connection_check_interval: '2s' };

answerTask(async (input): Promise<KeptFigure<unknown>> => {
  const { databaseUrl, partyId, period: text, asOf } = Input.parse(input);
  const db = openDatabase({
    ...{ url: databaseUrl, poolMax: 2, applicationName: 'leadloop-figure', settings: SETTINGS },
    ...{ statementMs: STATEMENT_MS, pauseMs: PAUSE_MS },
  });
  const period = periodOf(text);
  const { conditions, ...law } = recoveryLawOf(await keepLawCache({ db, clock: () => asOf })(), period);
  const asked = { partyId, period, asOf, conditions };
  const { evaluation, ...read } = await evaluateAs({ db }, { of: 'all' }, asked, async () => undefined);
  const answers = toRecoveryAnswers(partyId, period, evaluation, {
    ...{ ...law, asOf, controls: conditions.controls, provisional: read.provisional, journalIndex: read.journalIndex },
  });
  return { journalIndex: read.journalIndex, computedAt: asOf, answers };
});
