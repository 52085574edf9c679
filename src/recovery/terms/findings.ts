/** Findings about records whose term needs an explanation: they show mass that an enterprise could move to lift its rate. */
import type { SendingRules } from '../elsewhere/elsewhere.ts';
import type { OnTheWay, WayRules } from '../elsewhere/way.ts';
import { type LeadPicograms, leadIn } from '../lead.ts';
import { countOf, type LeadRecord, leadOf } from '../lead-records.ts';
import type { Finding, RecordTerm } from '../lead-recovery.ts';
import type { LateRecord } from '../periods/late.ts';
import { recoveryFinding } from '../problems.ts';
import type { ReviewRules } from '../stock/review.ts';
import type { ResidueRules } from './residue.ts';

/** Rules on terms, dated law. */
export type TermRules = {
  /** Treatment of batteries that came without a manifest. */
  readonly withoutManifest: 'count' | 'block';
  /** Weighing difference of all loads of a period up to which there is no finding. */
  readonly weighing: { readonly shareBasisPoints: number; readonly floorGrams: number };
  readonly evidenceLimits: EvidenceLimits;
  readonly stockReview: ReviewRules;
  /** Days for which a load may be at the gate without a decision. */
  readonly gateReview: { readonly days: number };
  readonly gateLoads: GateRules;
  readonly loadsOnTheWay: WayRules;
  readonly unconfirmedSites: SendingRules;
  readonly residues: ResidueRules;
  /** First letters of the treatment methods of disposal. */
  readonly disposalMethods: readonly string[];
};

/** Law `recovery.gate-loads`: loads at the gate that count: those by which it grew, or all of the closing gate. */
export type GateRules = { readonly scope: 'growth' | 'closing' };

/** Limits of what the word of the enterprise alone, or of a chosen partner, may carry. */
export type EvidenceLimits = {
  /** Mass that no independent organisation weighed, as a share of what came and was in stock. */
  readonly unconfirmedShareBasisPoints: number;
  readonly unconfirmedFloorGrams: number;
  /** Greatest expanded uncertainty of a rate that needs no review. */
  readonly expandedUncertaintyBasisPoints: number;
};

/** Loads that were on a recycling site without a decision, at one end of the period. */
export type GateEnd = {
  readonly countedOn: string;
  readonly loads: number;
  readonly massGrams: number;
  /** Mass that the count lists beyond the books, and that was taken out of it. */
  readonly listedGrams: number;
  /** Those of the loads that came before the period, or more than the days of law ago. */
  readonly waitedLoads: number;
  readonly waitedGrams: number;
};

export type Circumstances = {
  readonly gates: readonly GateEnd[];
  /** Batteries without a manifest that the books held when the period opened. */
  readonly withoutManifestGrams: number;
  /** Batteries in the closing stock of the books that came before the days of law. */
  readonly oldGrams: number;
  /** Manifests among the records on which one organisation is consignor, carrier and receiver. */
  readonly loneManifests: number;
  /** Loads on the way to own sites at the end. Absent while the law believes the receiver, and in evidence of before. */
  readonly onTheWay?: OnTheWay;
  /** Records of the period that were made or corrected late, with the mass that this changed. Evidence of before has none. */
  readonly late?: readonly LateRecord[];
};

/** @param sentGrams mass that left own sites outside the balance for other organisations */
export function termFindings(
  records: readonly LeadRecord[],
  { gates, withoutManifestGrams, loneManifests, sentGrams = 0 }: Circumstances & { readonly sentGrams?: number },
  { withoutManifest, weighing, evidenceLimits, gateReview }: TermRules,
): Finding[] {
  const of = (term: RecordTerm) => records.filter((record) => record.term === term);
  const findings: Finding[] = [];
  const came = massOf(of('without_manifest'));
  if (came + withoutManifestGrams > 0) {
    const severity = withoutManifest === 'block' ? 'block' : 'flag';
    const facts = { massGrams: came, stockGrams: withoutManifestGrams };
    findings.push(recoveryFinding('BATTERIES_WITHOUT_MANIFEST', facts, severity));
  }
  const uncounted = massOf(of('uncounted_stock'));
  if (uncounted > 0) findings.push(recoveryFinding('OPENING_STOCK_UNCOUNTED', { massGrams: uncounted }));
  findings.push(...weighingFindings(records, weighing), ...unconfirmedFindings(records, sentGrams, evidenceLimits));
  const underWay = of('under_way');
  if (underWay.length > 0) {
    findings.push(recoveryFinding('LOADS_UNDER_WAY', { loads: countOf(underWay), massGrams: massOf(underWay) }));
  }
  findings.push(...gates.flatMap(gateFinding), ...waitingFindings(gates.at(-1), gateReview));
  const fed = massOf(of('disposal_fed'));
  if (fed > 0) findings.push(recoveryFinding('DISPOSAL_FED', { massGrams: fed }));
  findings.push(...disposalFindings(of('for_disposal')));
  if (loneManifests > 0) findings.push(recoveryFinding('LOADS_OF_ONE_PARTY', { loads: loneManifests }));
  return findings;
}

/** Says what was accepted for disposal, and what of it left: both are stated, because they cancel out. */
function disposalFindings(disposed: readonly LeadRecord[]): Finding[] {
  const came = disposed.filter(({ kind }) => !hasLeft(kind));
  if (disposed.length === 0) return [];
  return [
    recoveryFinding('BATTERIES_FOR_DISPOSAL', {
      massGrams: massOf(came),
      sentGrams: massOf(leftForDisposal(disposed)),
    }),
  ];
}

/** Compares what the weighing of loads missed with the tolerance, over all loads of the period that are decided. */
function weighingFindings(records: readonly LeadRecord[], { shareBasisPoints, floorGrams }: TermRules['weighing']) {
  const missing = records.filter(({ term }) => term === 'loss_weighing');
  const subjects = new Set(missing.map(({ subject }) => subject));
  const arrived = records.filter(
    ({ kind, term, subject }) =>
      (kind === 'dispatch' && term === 'forwarded') || (isLine(kind) && subjects.has(subject)),
  );
  const missingGrams = massOf(missing);
  const sentGrams = missingGrams + massOf(arrived);
  if (missingGrams <= Math.max(floorGrams, (sentGrams * shareBasisPoints) / 10_000)) return [];
  return [recoveryFinding('WEIGHING_DIFFERENCE_HIGH', { missingGrams, sentGrams })];
}

const isLine = (kind: LeadRecord['kind']): boolean => kind === 'manifest_line' || kind === 'own_line';

/** Divides the records of mass that rests on the word of the enterprise, or of one partner, by the reason. */
function unconfirmedRecords(records: readonly LeadRecord[]) {
  const lines = new Set(records.flatMap(({ kind, subject }) => (isLine(kind) ? subject : [])));
  return {
    own: records.filter(({ kind, term }) => kind === 'own_line' && (term === 'received' || term === 'other_feed')),
    less: records.filter(({ term }) => term === 'not_received'),
    sent: [...records.filter(({ term }) => term === 'forwarded'), ...leftForDisposal(records)].filter(
      ({ subject }) => !lines.has(subject),
    ),
  };
}

const hasLeft = (kind: LeadRecord['kind']): boolean => kind === 'dispatch' || kind === 'return';

/** Returns batteries for disposal that left. They reduce a term that is in no balance, so their sign is turned. */
const leftForDisposal = (records: readonly LeadRecord[]): LeadRecord[] =>
  records
    .filter(({ term, kind }) => term === 'for_disposal' && hasLeft(kind))
    .map((record) => ({ ...record, sign: record.sign === 1 ? -1 : 1 }));

/**
 * Returns the lead of loads at the gate at the end: any of them can be in the furnace, whatever left the gate since the beginning. Where the
 * law has growth, what left within the period balances what came; loads that wait on from the beginning balance nothing.
 * @param maxPpm greatest content of batteries
 */
export function gateLead(gates: readonly GateEnd[], maxPpm: number, { scope }: GateRules): LeadPicograms {
  const [opening, closing] = [gates.at(0), gates.at(-1)];
  if (!opening || !closing) return 0n;
  const { massGrams, waitedGrams } = closing;
  if (scope === 'closing') return leadIn(massGrams, maxPpm, 0);
  const left = Math.max(0, opening.massGrams - waitedGrams);
  return leadIn(waitedGrams + Math.max(0, massGrams - waitedGrams - left), maxPpm, 0);
}

/** Returns the lead of mass that rests on the word of the enterprise, or of one partner. @param maxPpm greatest content of batteries */
export function unconfirmedLead(records: readonly LeadRecord[], maxPpm: number): LeadPicograms {
  const { own, less, sent } = unconfirmedRecords(records);
  return [...own, ...less, ...sent].reduce(
    (sum, record) => sum + (record.ppm === null ? leadOf({ ...record, ppm: maxPpm }) : leadOf(record)),
    0n,
  );
}

/**
 * Adds up the mass that lowers what is available on the word of the enterprise, or of one partner. It weighed loads at both ends, or accepted
 * less than was sent. Or it sent loads to another organisation, also for disposal or from own sites that do not recycle. Each is usual in
 * small amounts.
 */
function unconfirmedFindings(
  records: readonly LeadRecord[],
  elsewhereGrams: number,
  limits: EvidenceLimits,
): Finding[] {
  const { own, less, sent } = unconfirmedRecords(records);
  const [ownGrams, lessGrams, sentGrams] = [massOf(own), massOf(less), massOf(sent) + elsewhereGrams];
  const wholeGrams = massOf(records.filter(({ term }) => term === 'received' || term === 'opening_stock'));
  const limitGrams = Math.max(limits.unconfirmedFloorGrams, (wholeGrams * limits.unconfirmedShareBasisPoints) / 10_000);
  if (ownGrams + lessGrams + sentGrams <= limitGrams) return [];
  return [recoveryFinding('UNCONFIRMED_MASS', { ownGrams, lessGrams, sentGrams, wholeGrams })];
}

/** Says which loads were at the gate, and what the count listed of stock that is not in the balance. */
function gateFinding({ countedOn, loads, massGrams, listedGrams }: GateEnd): Finding[] {
  if (loads === 0 && listedGrams === 0) return [];
  const facts = { countedOn, loads, massGrams, listedGrams };
  return [recoveryFinding('LOADS_AT_GATE', facts, listedGrams > 0 ? 'flag' : 'note')];
}

/** Finds loads at the end of the period that wait long for a decision: they could be in the furnace. */
function waitingFindings(closing: GateEnd | undefined, { days }: TermRules['gateReview']): Finding[] {
  if (!closing || closing.waitedGrams === 0) return [];
  const { waitedLoads: loads, waitedGrams: massGrams, countedOn } = closing;
  return [recoveryFinding('LOADS_WAITING', { loads, massGrams, countedOn, storedDays: days })];
}

function massOf(records: readonly LeadRecord[]): number {
  return records.reduce((sum, { massGrams, sign }) => sum + sign * massGrams, 0);
}
