/** The law that manifests are judged by, on the day that counts. */
import { z } from 'zod';
import { WASTE_CODE } from '../../core/identifiers/waste-code.ts';
import { Problem } from '../../core/messages/problem.ts';
import type { Tx } from '../../platform/database/db.ts';
import { BasisPoints } from '../../platform/http/index.ts';
import {
  CodesShape,
  LateTellingShape,
  type LawShapes,
  lawAt,
  SkewShape,
  workCalendar,
} from '../../platform/law/index.ts';
import type { UnbrokenExemption } from '../rules/carriage.ts';
import type { Term } from '../rules/deadlines.ts';
import type { DiscrepancyThreshold, WeighingLimit } from '../rules/discrepancy.ts';
import type { ScaleLaw } from '../rules/scale.ts';

const Days = z.strictObject({ workingDays: z.int().min(1).max(1_000) });
const Threshold = z.strictObject({
  shareBasisPoints: BasisPoints,
  floorGrams: z.int().min(0).max(100_000_000_000),
});
const Exemption = z.strictObject({
  wasteCodes: z.array(z.string().regex(WASTE_CODE)).max(200),
  conditions: z.array(z.string().min(1).max(60)).max(20),
  riskClasses: z.array(z.string().min(1).max(60)).max(20),
});
const AnnualScale = z
  .strictObject({ warnBasisPoints: BasisPoints.min(1), blockBasisPoints: BasisPoints.min(1) })
  .refine((scale) => scale.warnBasisPoints <= scale.blockBasisPoints, 'the warning comes after the end');
const EarlyWarning = z.strictObject({ basisPoints: z.array(BasisPoints.min(1)).max(20) });

const CONFIRMATION = 'manifests.confirmation-deadline';
const BACKFILL = 'manifests.paper-backfill-deadline';
const THRESHOLD = 'manifests.discrepancy-threshold';
const WEIGHING = 'manifests.weighing-limit';
const EXEMPTION = 'manifests.unbroken-transport-exemption';
const SCALE = 'licences.annual-scale';
const EARLY = 'licences.scale-early-warning';

/** The forms of the rules on manifests, and on the scale of licences. */
export const LAW_SHAPES: LawShapes = {
  [CONFIRMATION]: Days,
  [BACKFILL]: Days,
  [THRESHOLD]: Threshold,
  [WEIGHING]: Threshold,
  [EXEMPTION]: Exemption,
  [SCALE]: AnnualScale,
  [EARLY]: EarlyWarning,
};

/** Confirmation by the receiver: Order 23, Art 18. */
export const findConfirmationTerm = (tx: Tx, on: string): Promise<Term> => findTerm(tx, CONFIRMATION, on);

/** Back-filling of a paper manifest: Order 23, Art 20. */
export const findBackfillTerm = (tx: Tx, on: string): Promise<Term> => findTerm(tx, BACKFILL, on);

export const findThreshold = (tx: Tx, on: string): Promise<DiscrepancyThreshold> => lawAt(tx, THRESHOLD, on, Threshold);

/** How much more than was sent or refused can be found on a scale. */
export const findWeighingLimit = (tx: Tx, on: string): Promise<WeighingLimit> => lawAt(tx, WEIGHING, on, Threshold);

/** The exemption of unbroken batteries in transport, or nothing when none is in force. */
export async function findExemption(tx: Tx, on: string): Promise<UnbrokenExemption | undefined> {
  try {
    return await lawAt(tx, EXEMPTION, on, Exemption);
  } catch (error) {
    if (error instanceof Problem && /^law-(missing|not-yet-in-force)$/.test(error.code)) return undefined;
    throw error;
  }
}

/** The codes of a list such as `codes.packaging`. */
export async function listCodes(tx: Tx, list: string, on: string): Promise<string[]> {
  return (await lawAt(tx, list, on, CodesShape)).map(({ code }) => code);
}

/** How far a clock of a client may be ahead of ours. */
export async function findSkewSeconds(tx: Tx, on: string): Promise<number> {
  return (await lawAt(tx, 'clock.future-skew', on, SkewShape)).seconds;
}

/** Hours after which an act is judged by the day of telling too. */
export async function findLateHours(tx: Tx, on: string): Promise<number> {
  return (await lawAt(tx, 'acts.late-entry', on, LateTellingShape)).hours;
}

/** Where the annual scale of a licence is told of, and where it ends. */
export async function findScaleLaw(tx: Tx, on: string): Promise<ScaleLaw> {
  const { warnBasisPoints, blockBasisPoints } = await lawAt(tx, SCALE, on, AnnualScale);
  const { basisPoints } = await lawAt(tx, EARLY, on, EarlyWarning);
  return { warnBasisPoints: [...basisPoints, warnBasisPoints], blockBasisPoints };
}

async function findTerm(tx: Tx, key: string, on: string): Promise<Term> {
  const { workingDays } = await lawAt(tx, key, on, Days);
  return { workingDays, calendar: await workCalendar(tx) };
}
