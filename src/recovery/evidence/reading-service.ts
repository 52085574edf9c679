/** Use case: reading everything that an assessment freezes, on one snapshot of the database. */
import type { Visibility } from '../../core/access/visibility.ts';
import type { Party } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import type { RequestTx } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { readDioxin } from '../dioxin/service.ts';
import type { Evaluation } from '../evaluation.ts';
import { type FractionLaw, type Fractions, readFractions } from '../fractions/service.ts';
import { monthFindings } from '../periods/months.ts';
import { type Period, periodOf } from '../periods/period.ts';
import { evaluateAs } from '../question/service.ts';
import { evaluate } from '../service.ts';

type Asked = Parameters<typeof evaluateAs>[2] & {
  readonly fractionLaw: FractionLaw;
  /** The law of each month inside the period; none for a month. */
  readonly months: readonly {
    readonly period: Period;
    readonly conditions: Parameters<typeof evaluateAs>[2]['conditions'];
  }[];
};

type Found = { readonly party: Party; readonly evaluation: Evaluation; readonly fractions: Fractions };

/**
 * Evaluates, and reads fractions and the dioxin of the year as well.
 * @param more reads more on the same snapshot
 */
export async function evaluateWhole<More>(
  deps: Pick<RequestDeps, 'db' | 'connections'>,
  visibility: Visibility,
  { fractionLaw, months, ...asked }: Asked,
  more: (tx: RequestTx, found: Found) => Promise<More>,
) {
  const { partyId, period } = asked;
  const year = periodOf(period.period.slice(0, 4));
  const { more: read, ...evaluated } = await evaluateAs(deps, visibility, asked, async (tx, found) => {
    const { records: leadRecords } = found.evaluation;
    const fractions = await readFractions(tx, partyId, period, { law: fractionLaw, leadRecords });
    return {
      ...{ party: found.party, fractions },
      months: await judgeMonths(tx, partyId, months),
      dioxin: await readDioxin(tx, partyId, year, asked.asOf),
      more: await more(tx, { ...found, fractions }),
    };
  });
  const evaluation = withFindings(evaluated.evaluation, monthFindings(read.months));
  return { ...evaluated, ...read, evaluation };
}

/** Adds findings to an evaluation. Its records stay the same object, whose budgets are kept. */
const withFindings = (evaluation: Evaluation, more: Evaluation['findings']): Evaluation =>
  more.length === 0 ? evaluation : { ...evaluation, findings: [...evaluation.findings, ...more] };

/** Evaluates the months one after the other: only their findings are kept. */
async function judgeMonths(db: Reader, partyId: string, months: Asked['months']) {
  const judged = [];
  for (const { period, conditions } of months) {
    const { findings } = await evaluate(db, partyId, period, { ...conditions, provisional: false });
    judged.push({ period: period.period, findings: findings.map(({ code, severity }) => ({ code, severity })) });
  }
  return judged;
}
