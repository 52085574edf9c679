/** Work of a process of its own: computing the rate of a period with many records (`platform/process/task.ts`). */
import { z } from 'zod';
import { CONNECTIONS, openForComputing } from '../../platform/database/computing.ts';
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

answerTask(async (input): Promise<KeptFigure<unknown>> => {
  const { databaseUrl, partyId, period: text, asOf } = Input.parse(input);
  const db = openForComputing(databaseUrl, 'leadloop-figure');
  const period = periodOf(text);
  const { conditions, ...law } = recoveryLawOf(await keepLawCache({ db, clock: () => asOf })(), period);
  const provisional = isProvisional(period, asOf);
  const { evaluation, journalIndex } = await readSnapshot(db, CONNECTIONS, async (reader) => ({
    journalIndex: await sealedUpTo(reader),
    evaluation: await evaluate(reader, partyId, period, { ...conditions, provisional, sums: true }),
  }));
  const answers = toRecoveryAnswers(partyId, period, evaluation, {
    ...{ ...law, asOf, controls: conditions.controls, provisional, journalIndex },
  });
  return { journalIndex, computedAt: asOf, answers };
});
