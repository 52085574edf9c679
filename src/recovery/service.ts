/** Use case: evaluating the lead recovery of an enterprise. It reads and computes, and stores nothing. */
import { WASTE_BATTERY_CODE } from '../batches/index.ts';
import type { Reader } from '../platform/database/db.ts';
import { coverageFindings } from './assays/coverage.ts';
import type { EvidenceLaw } from './assays/evidence.ts';
import { judgeEvidence, readAssays } from './assays/evidence-service.ts';
import { completenessOf } from './completeness.ts';
import { sentElsewhere } from './elsewhere/elsewhere.ts';
import { leadOnTheWay, wayFindings } from './elsewhere/way.ts';
import type { Evaluation, Rules } from './evaluation.ts';
import { ofNumber } from './fraction.ts';
import { termsOf } from './lead-records.ts';
import { balanceOf, judge, ratesOf } from './lead-recovery.ts';
import { type LateRules, lateFindings } from './periods/late.ts';
import { daysOf, type Period } from './periods/period.ts';
import { recoveryFinding } from './problems.ts';
import { contradictedSales, type SalesRules, salesFindings, unconfirmedSalesLead } from './sales/sales.ts';
import { type ObservationRules, stockLead, unobservedFindings, unobservedLead } from './stock/observed.ts';
import { closingLead, openRunFindings } from './stock/open-run.ts';
import { reviewFindings } from './stock/review.ts';
import type { StockLaw } from './stock/service.ts';
import { type FeedRules, feedFindings } from './terms/feed.ts';
import { gateLead, termFindings, unconfirmedLead } from './terms/findings.ts';
import { collect } from './terms/record-service.ts';
import { type EmissionRules, emissionFindings, residueFindings } from './terms/residue.ts';
import { togetherFindings } from './terms/together.ts';
import { budgetOf, prepareBudgets, shareBudgets } from './uncertainty/budget.ts';
import { doubtOf, uncertaintyFindings } from './uncertainty/findings.ts';

/** The law, and whether the period is still in progress. */
type Conditions = Rules &
  FeedRules & {
    readonly stockLaw: StockLaw;
    readonly evidence: EvidenceLaw;
    readonly emissionReview: EmissionRules;
    readonly stockObservation: ObservationRules;
    readonly lateRecords: LateRules;
    readonly unconfirmedSales: SalesRules;
    readonly provisional: boolean;
    /** True adds up records that count alike: the figures are the same, and the records of a large period are few. */
    readonly sums?: boolean;
  };

export async function evaluate(
  db: Reader,
  partyId: string,
  period: Period,
  conditions: Conditions,
): Promise<Evaluation> {
  const { controls, provisional, sums = false } = conditions;
  const evidenceLaw: EvidenceLaw = conditions.evidence;
  const { records, stock, circumstances, classes, sales } = await collect(db, partyId, period, conditions, sums);
  const terms = termsOf(records);
  const balance = balanceOf(terms);
  const { openRuns, favour: counts, productGrams } = stock;
  const sent = sentElsewhere(stock.grounds.elsewhere ?? [], conditions.unconfirmedSites);
  const of = { ...circumstances, productGrams, days: daysOf(period) };
  const { maxPpm } = evidenceLaw.rangeOf(WASTE_BATTERY_CODE);
  // The database reads the assays while everything else is judged.
  const [assays, { assumedAssayShare, findings, computable }, judged, unaccounted, unconfirmed, held] =
    await Promise.all([
      readAssays(db, records, classes, evidenceLaw),
      meanwhile(() => completenessOf(records, stock.missingCounts, controls)),
      meanwhile(() => [
        ...openRunFindings(openRuns, balance.batteryLead + terms.other_feed, conditions.evidenceLimits),
        ...termFindings(records, { ...circumstances, sentGrams: sent.massGrams }, conditions),
        ...feedFindings(records, conditions),
        ...residueFindings(records, conditions.residues),
        ...emissionFindings(terms, conditions.emissionReview),
        ...reviewFindings(records, of, conditions),
      ]),
      meanwhile(() => judge(terms, controls, doubtOf(records, terms, conditions))),
      meanwhile(() => unconfirmedLead(records, maxPpm) + sent.lead),
      meanwhile(() => stockLead(records, stock.grounds, conditions.stockObservation)),
      meanwhile(() => prepareBudgets(records, terms, conditions.uncertainties)),
    ]);
  const evidence = judgeEvidence(records, { assays, classes }, evidenceLaw, balance.available);
  shareBudgets(records, evidence.records);
  const contradicted = sales ? contradictedSales(sales) : [];
  const limited = [...stock.findings, ...contradicted, ...judged, ...evidence.findings];
  const expanded = ofNumber(budgetOf('headline', records, terms, conditions.uncertainties)?.expanded ?? 0);
  const within = { available: balance.available, expanded };
  const unobserved = unobservedLead(held, conditions.stockObservation);
  const unseen = unobservedFindings(unobserved, held, within);
  const covered = coverageFindings(evidence.coverage, within);
  const sold = sales ? unconfirmedSalesLead(sales) : 0n;
  const doubted = sales ? salesFindings(sold, sales, within) : [];
  const onTheWay = leadOnTheWay(circumstances.onTheWay, maxPpm);
  const way = wayFindings(circumstances.onTheWay, onTheWay, within);
  const late = lateFindings(circumstances.late ?? [], conditions.lateRecords, within);
  const tolerated = {
    ...{
      weak: evidence.movable,
      uncovered: evidence.coverage.lead,
      counts,
      openRuns: closingLead(openRuns),
      unconfirmed,
    },
    atGate: gateLead(circumstances.gates, maxPpm, conditions.gateLoads),
    onTheWay,
    unobserved,
    sales: sold,
  };
  return {
    records: evidence.records,
    terms,
    balance,
    rates: computable ? ratesOf(terms) : null,
    assumedAssayShare,
    grounds: { assays, classes, circumstances, stock: stock.grounds, ...(sales && { sales }) },
    findings: [
      ...(provisional ? [recoveryFinding('PERIOD_IN_PROGRESS')] : []),
      ...findings,
      ...limited,
      ...(computable ? [...unseen, ...way, ...doubted, ...covered, ...late] : []),
      ...(computable
        ? togetherFindings(tolerated, [...limited, ...unseen, ...way, ...doubted, ...covered], within)
        : []),
      ...(computable ? unaccounted : []),
      ...(computable ? uncertaintyFindings(records, terms, conditions) : []),
    ],
  };
}

/** Computes when what was begun before has been sent to the database. */
async function meanwhile<Result>(compute: () => Result): Promise<Result> {
  await new Promise((resolve) => setImmediate(resolve));
  return compute();
}
