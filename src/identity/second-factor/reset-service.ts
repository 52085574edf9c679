/** Use case: removing the second factor of a person who lost it. */
import type { Tx } from '../../platform/database/db.ts';
import { byCode } from '../login/lock-out.ts';
import { clearAttemptsOf } from '../login/store.ts';
import { personProblem } from '../people/problems.ts';
import { forgetSecondFactor } from './store.ts';

/**
 * Removes the second factor of a person, who enrols another one at the next login. Recovery codes end with it.
 * @throws Problem `second-factor-missing`
 */
export async function removeSecondFactor(tx: Tx, personId: string): Promise<void> {
  if (!(await forgetSecondFactor(tx, personId))) throw personProblem('second-factor-missing', { id: personId });
  await clearAttemptsOf(tx, byCode(personId, undefined));
}
