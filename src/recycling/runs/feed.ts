/** Rules on feeds of a run: anything in stock on its site may be fed. */
import type { Grams } from '../../core/mass.ts';
import { recyclingProblem } from '../problems.ts';
import type { Run } from './run.ts';

/** One line of a feed: mass and pieces drawn from a batch. */
export type Feed = { readonly batchId: string; readonly massGrams: Grams; readonly pieces: number };

const FEEDABLE: readonly string[] = ['battery', 'other_feed', 'residue', 'product', 'by_product'];

/** Refuses a batch that is not in stock on the site of the run. @throws Problem `batch-not-feedable`, `batch-on-other-site` */
export function refuseFeed(
  batch: { readonly id: string; readonly kind: string; readonly siteId: string | null },
  run: Pick<Run, 'siteId'>,
  pointer: string,
): void {
  const { id, kind, siteId } = batch;
  if (!FEEDABLE.includes(kind))
    throw recyclingProblem('batch-not-feedable', { id, kind, pointer: `${pointer}/batchId` });
  if (siteId !== run.siteId) {
    throw recyclingProblem('batch-on-other-site', { id, siteId, runSiteId: run.siteId, pointer: `${pointer}/batchId` });
  }
}
