/** Use case: evaluating the lead recovery of an enterprise. It reads and computes, and stores nothing. */
import type { Reader } from '../platform/database/db.ts';
import type { EvidenceLaw } from './assays/evidence.ts';
import { readEvidenceFindings } from './assays/evidence-service.ts';
import { completenessOf } from './completeness.ts';
import type { Evaluation, Rules } from './evaluation.ts';
import { termsOf } from './lead-records.ts';
import { balanceOf, judge, ratesOf } from './lead-recovery.ts';
import type { Period } from './periods/period.ts';
import { recoveryFinding } from './problems.ts';
import { openRunFindings } from './stock/open-run.ts';
import type { StockLaw } from './stock/service.ts';
import { type FeedRules, feedFindings } from './terms/feed.ts';
import { termFindings } from './terms/findings.ts';
import { collect } from './terms/record-service.ts';
import { doubtOf, uncertaintyFindings } from './uncertainty/findings.ts';

/** The law, and whether the period is still in progress. */
type Conditions = Rules &
  FeedRules & {
    readonly stockLaw: StockLaw;
    readonly evidence: EvidenceLaw;
    readonly provisional: boolean;
  };

export async function evaluate(
  db: Reader,
  partyId: string,
  period: Period,
  conditions: Conditions,
): Promise<Evaluation> {
  const { controls, provisional } = conditions;
  const { records, stock, circumstances } = await collect(db, partyId, period, conditions);
  const terms = termsOf(records);
  const balance = balanceOf(terms);
  const { assumedAssayShare, findings, computable } = completenessOf(records, stock.missingCounts, controls);
  return {
    records,
    terms,
    balance,
    rates: computable ? ratesOf(terms) : null,
    assumedAssayShare,
    findings: [
      ...(provisional ? [recoveryFinding('PERIOD_IN_PROGRESS')] : []),
      ...findings,
      ...stock.findings,
      ...openRunFindings(stock.openRuns, balance.batteryLead + terms.other_feed, conditions.evidenceLimits),
      ...termFindings(records, circumstances, conditions),
      ...feedFindings(records, conditions),
      ...(await readEvidenceFindings(db, records, conditions.evidence, balance.available)),
      ...(computable ? judge(terms, controls, doubtOf(records, terms, conditions)) : []),
      ...(computable ? uncertaintyFindings(records, terms, conditions) : []),
    ],
  };
}
