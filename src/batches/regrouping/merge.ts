/** Decision to merge batches. */
import { sumGrams } from '../../core/mass.ts';
import { type Batch, refuseNotInStock, refuseUncounted } from '../batch.ts';
import { batchProblem } from '../problems.ts';
import { keptSourceOf, refuseMixed } from './kept-apart.ts';

const ALIKE = ['partyId', 'siteId', 'kind', 'material', 'batteryKind', 'riskClass', 'condition'] as const;

/** Maximum of pieces in one batch: the column is a 32-bit integer. */
const PIECES_MAX = 2_000_000_000;

type Made = {
  readonly id: string;
  readonly at: Date;
  /** Types of source that law keeps apart from waste. */
  readonly keptApart: readonly string[];
};

/**
 * Returns the batch that holds everything of its parts. It is as old as its oldest part, so that merging does not extend
 * the storage time (HJ 519-2020). Only batteries are merged: other batches keep their origin and their assay, which recovery
 * rates need.
 * @throws Problem `batch-not-stock`, `batch-not-mergeable`; `batches-not-alike` when they differ or one is empty;
 *   `batches-kept-apart` when warranty returns are among others; `batch-pieces-missing` when counted batteries have no pieces; `batch-too-large`
 */
export function decideMerge(parts: readonly Batch[], made: Made): Batch {
  for (const part of parts) refuseNotInStock(part);
  const [first] = parts;
  const processed = parts.find(({ kind }) => kind !== 'battery');
  if (processed)
    throw batchProblem('batch-not-mergeable', { id: processed.id, kind: processed.kind, pointer: '#/body/batchIds' });
  const unlike = ALIKE.filter((field) => parts.some((part) => part[field] !== first?.[field]));
  if (!first || unlike.length > 0 || parts.some(({ massGrams }) => massGrams === 0)) {
    throw batchProblem('batches-not-alike', { fields: unlike.length > 0 ? unlike : ALIKE, pointer: '#/body/batchIds' });
  }
  refuseMixed(parts, made.keptApart, '#/body/batchIds');
  const pieces = parts.reduce((sum, part) => sum + part.pieces, 0);
  refuseUncounted({ condition: first.condition, pieces }, '#/body/batchIds');
  if (pieces > PIECES_MAX)
    throw batchProblem('batch-too-large', { pieces, limit: PIECES_MAX, pointer: '#/body/batchIds' });
  const oldest = Math.min(...parts.map(({ occurredAt }) => occurredAt.getTime()));
  return {
    ...first,
    id: made.id,
    sourceType: keptSourceOf(parts, made.keptApart),
    supplierName: null,
    evidence: null,
    massGrams: sumGrams(parts.map(({ massGrams }) => massGrams)),
    pieces,
    occurredAt: new Date(oldest),
    recordedAt: made.at,
  };
}
