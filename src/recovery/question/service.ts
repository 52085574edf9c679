/** Use case: evaluating for a caller, on one snapshot of the database. */
import { seesOneOf, type Visibility } from '../../core/access/visibility.ts';
import { type Party, partyProblem, requireParty } from '../../parties/index.ts';
import { type RequestTx, readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { sealedUpTo } from '../../platform/journal/index.ts';
import type { Evaluation } from '../evaluation.ts';
import { isProvisional, type Period } from '../periods/period.ts';
import { evaluate } from '../service.ts';

type Asked = {
  readonly partyId: string;
  readonly period: Period;
  readonly asOf: Date;
  readonly conditions: Omit<Parameters<typeof evaluate>[3], 'provisional'>;
};

/**
 * Evaluates. An enterprise that the caller may not see does not exist: 404.
 * @param more reads more on the same snapshot, when the enterprise and its rate are known; its answer is `more`
 */
export function evaluateAs<More>(
  { db }: Pick<RequestDeps, 'db'>,
  visibility: Visibility,
  { partyId, period, asOf, conditions }: Asked,
  more: (tx: RequestTx, found: { readonly party: Party; readonly evaluation: Evaluation }) => Promise<More>,
) {
  return readAs(db, { visibility }, async (tx) => {
    const party = await requireParty(tx, partyId, '#/query/partyId');
    if (!seesOneOf(visibility, [party]))
      throw partyProblem('party-missing', { id: partyId, pointer: '#/query/partyId' });
    const provisional = isProvisional(period, asOf);
    const journalIndex = await sealedUpTo(tx);
    const evaluation = await evaluate(tx, partyId, period, { ...conditions, provisional });
    return { provisional, journalIndex, evaluation, more: await more(tx, { party, evaluation }) };
  });
}
