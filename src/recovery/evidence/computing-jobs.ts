/** Work of a process of its own: freezing the evaluation of a period with many records (`platform/process/task.ts`). */
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { CONNECTIONS, openForComputing } from '../../platform/database/computing.ts';
import { keepLawCache } from '../../platform/law/index.ts';
import { answerTask } from '../../platform/process/task.ts';
import { freezeNow } from './freezing-jobs.ts';
import type { FrozenApart } from './freezing-service.ts';

const Input = z.object({
  ...{ databaseUrl: z.string(), id: z.string(), visibility: z.custom<Visibility>(), asOf: z.date() },
});

answerTask(async (input): Promise<FrozenApart> => {
  const { databaseUrl, id, visibility, asOf } = Input.parse(input);
  const db = openForComputing(databaseUrl, 'leadloop-freezing');
  const clock = () => asOf;
  return freezeNow({ db, connections: CONNECTIONS, clock }, await keepLawCache({ db, clock })(), visibility, id);
});
