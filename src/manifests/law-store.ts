/** The law that manifests are judged by, on the day that counts. */
import { z } from 'zod';
import { Problem } from '../core/problem.ts';
import type { Tx } from '../platform/db.ts';
import { lawAt, workCalendar } from '../platform/law/index.ts';
import type { UnbrokenExemption } from './carriage.ts';
import type { Term } from './deadlines.ts';
import type { DiscrepancyThreshold, WeighingLimit } from './discrepancy.ts';
import type { ScaleLaw } from './scale.ts';

const Days = z.object({ workingDays: z.int().min(1) });
const Threshold = z.object({ shareBasisPoints: z.int().min(0), floorGrams: z.int().min(0) });
const Exemption = z.object({
  wasteCodes: z.array(z.string()),
  conditions: z.array(z.string()),
  riskClasses: z.array(z.string()),
});
const Codes = z.array(z.object({ code: z.string() }));
const AnnualScale = z.object({ warnBasisPoints: z.int().min(0), blockBasisPoints: z.int().min(0) });
const EarlyWarning = z.object({ basisPoints: z.array(z.int().min(0)) });
const Skew = z.object({ seconds: z.int().min(0) });

/** Confirmation by the receiver: Order 23, Art 18. */
export const findConfirmationTerm = (tx: Tx, on: string): Promise<Term> =>
  findTerm(tx, 'manifests.confirmation-deadline', on);

/** Back-filling of a paper manifest: Order 23, Art 20. */
export const findBackfillTerm = (tx: Tx, on: string): Promise<Term> =>
  findTerm(tx, 'manifests.paper-backfill-deadline', on);

export const findThreshold = (tx: Tx, on: string): Promise<DiscrepancyThreshold> =>
  lawAt(tx, 'manifests.discrepancy-threshold', on, Threshold);

/** How much more than was sent or refused can be found on a scale. */
export const findWeighingLimit = (tx: Tx, on: string): Promise<WeighingLimit> =>
  lawAt(tx, 'manifests.weighing-limit', on, Threshold);

/** The exemption of unbroken batteries in transport, or nothing when none is in force. */
export async function findExemption(tx: Tx, on: string): Promise<UnbrokenExemption | undefined> {
  try {
    return await lawAt(tx, 'manifests.unbroken-transport-exemption', on, Exemption);
  } catch (error) {
    if (error instanceof Problem && /^law-(missing|not-yet-in-force)$/.test(error.code)) return undefined;
    throw error;
  }
}

/** The codes of a list such as `codes.packaging`. */
export async function listCodes(tx: Tx, list: string, on: string): Promise<string[]> {
  return (await lawAt(tx, list, on, Codes)).map(({ code }) => code);
}

/** How far a clock of a client may be ahead of ours. */
export async function findSkewSeconds(tx: Tx, on: string): Promise<number> {
  return (await lawAt(tx, 'clock.future-skew', on, Skew)).seconds;
}

/** Where the annual scale of a licence is told of, and where it ends. */
export async function findScaleLaw(tx: Tx, on: string): Promise<ScaleLaw> {
  const { warnBasisPoints, blockBasisPoints } = await lawAt(tx, 'licences.annual-scale', on, AnnualScale);
  const { basisPoints } = await lawAt(tx, 'licences.scale-early-warning', on, EarlyWarning);
  return { warnBasisPoints: [...basisPoints, warnBasisPoints], blockBasisPoints };
}

async function findTerm(tx: Tx, key: string, on: string): Promise<Term> {
  const { workingDays } = await lawAt(tx, key, on, Days);
  return { workingDays, calendar: await workCalendar(tx) };
}
