/** Use case: reading everything that an assessment freezes, on one snapshot of the database. */
import type { Visibility } from '../../core/access/visibility.ts';
import type { Party } from '../../parties/index.ts';
import type { RequestTx } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { listDioxinBefore } from '../../recycling/index.ts';
import type { Evaluation } from '../evaluation.ts';
import { type FractionLaw, readFractions } from '../fractions/service.ts';
import { periodOf } from '../periods/period.ts';
import { evaluateAs } from '../question/service.ts';

type Asked = Parameters<typeof evaluateAs>[2] & { readonly fractionLaw: FractionLaw };

/**
 * Evaluates, and reads fractions and the dioxin of the year as well.
 * @param more reads more on the same snapshot
 */
export async function evaluateWhole<More>(
  deps: Pick<RequestDeps, 'db'>,
  visibility: Visibility,
  { fractionLaw, ...asked }: Asked,
  more: (tx: RequestTx, found: { readonly party: Party; readonly evaluation: Evaluation }) => Promise<More>,
) {
  const { partyId, period } = asked;
  const year = periodOf(period.period.slice(0, 4));
  const { more: read, ...evaluated } = await evaluateAs(deps, visibility, asked, async (tx, found) => {
    const { records: leadRecords } = found.evaluation;
    return {
      party: found.party,
      fractions: await readFractions(tx, partyId, period, { law: fractionLaw, leadRecords }),
      measurements: await listDioxinBefore(tx, partyId, year.to),
      more: await more(tx, found),
    };
  });
  return { ...evaluated, ...read };
}
