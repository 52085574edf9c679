/** Use case: evaluating for a caller, on one snapshot of the database. */
import { seesOneOf, type Visibility } from '../../core/access/visibility.ts';
import { countDecided } from '../../manifests/index.ts';
import { type Party, partyProblem, requireParty } from '../../parties/index.ts';
import { type RequestTx, readAs, readSpreadAs } from '../../platform/database/row-security.ts';
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
  { db, connections = 1 }: Pick<RequestDeps, 'db' | 'connections'>,
  visibility: Visibility,
  { partyId, period, asOf, conditions }: Asked,
  more: (tx: RequestTx, found: { readonly party: Party; readonly evaluation: Evaluation }) => Promise<More>,
) {
  const read = async (tx: RequestTx) => {
    const party = await requireSeen(tx, visibility, partyId);
    const provisional = isProvisional(period, asOf);
    const journalIndex = await sealedUpTo(tx);
    const evaluation = await evaluate(tx, partyId, period, { ...conditions, provisional });
    return { provisional, journalIndex, evaluation, more: await more(tx, { party, evaluation }) };
  };
  return connections > 1 ? readSpreadAs(db, { visibility }, connections, read) : readAs(db, { visibility }, read);
}

async function requireSeen(tx: RequestTx, visibility: Visibility, partyId: string): Promise<Party> {
  const party = await requireParty(tx, partyId, '#/query/partyId');
  if (seesOneOf(visibility, [party])) return party;
  throw partyProblem('party-missing', { id: partyId, pointer: '#/query/partyId' });
}

/** Decided manifests of a period from which on its rate is computed in a process of its own. */
const LARGE = 5_000;

/** Checks that the caller may see an enterprise, and returns true when its period has many records: else 404. */
export function isLargePeriod(
  { db }: Pick<RequestDeps, 'db'>,
  visibility: Visibility,
  { partyId, period: { from, to } }: Pick<Asked, 'partyId' | 'period'>,
): Promise<boolean> {
  return readAs(db, { visibility }, async (tx) => {
    await requireSeen(tx, visibility, partyId);
    return (await countDecided(tx, { receiverId: partyId, from, to }, LARGE)) === LARGE;
  });
}
