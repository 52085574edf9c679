/** What comes of putting batches together. */
import { sumGrams } from '../core/mass.ts';
import type { Batch } from './batch.ts';
import { batchProblem } from './problems.ts';

const ALIKE = ['partyId', 'siteId', 'kind', 'material', 'batteryKind', 'riskClass', 'condition'] as const;

/** Most pieces of one batch. */
export const PIECES_MAX = 2_000_000_000;

/**
 * The batch that holds everything of its parts. It is as old as its oldest part, so that limits of storage time are not
 * escaped by merging (HJ 519-2020). Only batteries are merged: what was bought, made or left over keeps the record of where it came
 * from and its assay, on which recovery rates rest.
 * @throws Problem `batch-not-mergeable`, `batches-not-alike` when they are not of one kind on one site, or when one of them is empty; `batch-too-large`
 */
export function mergedFrom(parts: readonly Batch[], made: { readonly id: string; readonly at: Date }): Batch {
  const [first] = parts;
  const processed = parts.find(({ kind }) => kind !== 'battery');
  if (processed)
    throw batchProblem('batch-not-mergeable', { id: processed.id, kind: processed.kind, pointer: '#/body/batchIds' });
  const unlike = ALIKE.filter((field) => parts.some((part) => part[field] !== first?.[field]));
  if (!first || unlike.length > 0 || parts.some(({ massGrams }) => massGrams === 0)) {
    throw batchProblem('batches-not-alike', { fields: unlike.length > 0 ? unlike : ALIKE, pointer: '#/body/batchIds' });
  }
  const pieces = parts.reduce((sum, part) => sum + part.pieces, 0);
  if (pieces > PIECES_MAX)
    throw batchProblem('batch-too-large', { pieces, limit: PIECES_MAX, pointer: '#/body/batchIds' });
  const oldest = Math.min(...parts.map(({ occurredAt }) => occurredAt.getTime()));
  return {
    ...first,
    id: made.id,
    sourceType: null,
    supplierName: null,
    evidence: null,
    massGrams: sumGrams(parts.map(({ massGrams }) => massGrams)),
    pieces,
    occurredAt: new Date(oldest),
    recordedAt: made.at,
  };
}
