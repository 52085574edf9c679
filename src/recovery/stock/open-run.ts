/**
 * Work in progress of open runs: what a run has been fed, less what it has yielded, with the lead content of each. It comes from
 * these records and never from a count. The count of the same item confirms the mass, and adds only what lies beyond it.
 */
import { basisPoints } from '../fraction.ts';
import { type LeadPicograms, leadIn, toWholeGrams } from '../lead.ts';
import { type Count, type LeadRecord, leadOf } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';

export type End = 'opening' | 'closing';

/** A feed or an output of a run, as recycling lists it. */
export type RunMovement = {
  readonly id: string;
  readonly kind: 'feed' | 'output';
  readonly batchId: string;
  readonly batchKind: string;
  readonly material: string;
  readonly supplyKind: string | null;
  readonly massGrams: number;
  readonly occurredAt: Date;
};

type Content = Pick<LeadRecord, 'ppm' | 'moisturePpm' | 'basis' | 'assayId'>;

/** Makes the record of a movement of an open run: a feed adds to its work in progress, an output takes from it. */
export function recordOfRun(runId: string, movement: RunMovement, content: Content, end: End): LeadRecord {
  const { id, kind, batchId, material, massGrams, occurredAt } = movement;
  const base = {
    kind,
    batchId,
    material,
    massGrams,
    occurredAt,
    subject: `run:${runId}`,
    sign: kind === 'feed' ? (1 as const) : (-1 as const),
  };
  return { ...base, ...content, id: `movement:${id}/${end}`, term: `${end}_work` } as const;
}

/**
 * Returns true when the lead of a movement is unknown. By-products and bought feed without an assay contain none: lead-bearing
 * feed comes with its assay.
 */
export function lacksContent({ batchKind, supplyKind }: RunMovement, { ppm }: Content): boolean {
  return ppm === null && batchKind !== 'by_product' && supplyKind === null;
}

/**
 * Returns true when no lead of that amount can be in the run: less than none, or more than its mass. Assays differ by their
 * uncertainty, so a share of the lead that was fed is tolerated.
 */
export function isImplausible(
  records: readonly LeadRecord[],
  heldGrams: number,
  uncertaintyBasisPoints: number,
): boolean {
  const fed = records.filter(({ sign }) => sign > 0).reduce((sum, record) => sum + leadOf(record), 0n);
  const { numerator, denominator } = basisPoints(uncertaintyBasisPoints);
  const tolerated: LeadPicograms = (fed * numerator) / denominator;
  const lead = sumOf(records);
  return lead < -tolerated || lead > leadIn(heldGrams, 1_000_000, 0) + tolerated;
}

const sumOf = (records: readonly LeadRecord[]): LeadPicograms =>
  records.reduce((sum, record) => sum + leadOf(record), 0n);

/** Takes the mass of open runs out of the lines of their item, in the order of the lines: it is counted from the records. */
export function withoutRuns(
  count: Count,
  runs: readonly { readonly item: string; readonly runGrams: number }[],
): Count {
  const left = new Map(runs.map(({ item, runGrams }) => [item, Math.max(0, runGrams)]));
  const lines = count.lines.map((line) => {
    const inRuns = Math.min(line.massGrams, left.get(line.item) ?? 0);
    left.set(line.item, (left.get(line.item) ?? 0) - inRuns);
    return { ...line, massGrams: line.massGrams - inRuns };
  });
  return { ...count, lines };
}

/** Content of all open runs at one end. */
export type RunsAtEnd = {
  readonly end: End;
  readonly countedOn: string;
  readonly runs: number;
  readonly massGrams: number;
  readonly lead: LeadPicograms;
};

/** Adds up what open runs held. */
export function leadOfRuns(
  runs: readonly { readonly heldGrams: number; readonly records: readonly LeadRecord[] }[],
  at: Pick<RunsAtEnd, 'end' | 'countedOn'>,
): RunsAtEnd {
  const massGrams = runs.reduce((sum, { heldGrams }) => sum + heldGrams, 0);
  return { ...at, runs: runs.length, massGrams, lead: sumOf(runs.flatMap(({ records }) => records)) };
}

/** Returns the lead that open runs held at the end of the period. */
export const closingLead = (ends: readonly RunsAtEnd[]): LeadPicograms =>
  ends.reduce((sum, { end, lead }) => sum + (end === 'closing' ? lead : 0n), 0n);

/**
 * Says what open runs held. Lead that was lost in a run is in it until the run is closed. So a person must review it when it
 * is more, at the closing, than the share of lead that may be unconfirmed.
 */
export function openRunFindings(
  ends: readonly RunsAtEnd[],
  fed: LeadPicograms,
  { unconfirmedShareBasisPoints }: { readonly unconfirmedShareBasisPoints: number },
): Finding[] {
  const { numerator, denominator } = basisPoints(unconfirmedShareBasisPoints);
  return ends.map(({ end, countedOn, runs, massGrams, lead }) => {
    const facts = { countedOn, runs, massGrams, leadGrams: Number(toWholeGrams(lead)) };
    const isMuch = end === 'closing' && lead * denominator > fed * numerator;
    return recoveryFinding('OPEN_RUNS', facts, isMuch ? 'flag' : 'note');
  });
}
