/** The form of every rule that this service reads. */
import { LAW_SHAPES as ON_APPROVALS } from '../approvals/index.ts';
import { CORRECTION_SHAPES as ON_CORRECTIONS, LAW_SHAPES as ON_STOCKS } from '../batches/index.ts';
import { LAW_SHAPES as CODE_LISTS } from '../codes/index.ts';
import { LAW_SHAPES as ON_FILES } from '../files/index.ts';
import { LAW_SHAPES as ON_MANIFESTS } from '../manifests/index.ts';
import { type LawShapes, LAW_SHAPES as OF_ALL } from '../platform/law/index.ts';
import { LAW_SHAPES as ON_RECOVERY } from '../recovery/index.ts';
import { LAW_SHAPES as ON_RECYCLING } from '../recycling/index.ts';

export const LAW_SHAPES: LawShapes = {
  ...OF_ALL,
  ...CODE_LISTS,
  ...ON_STOCKS,
  ...ON_CORRECTIONS,
  ...ON_FILES,
  ...ON_APPROVALS,
  ...ON_MANIFESTS,
  ...ON_RECYCLING,
  ...ON_RECOVERY,
};
