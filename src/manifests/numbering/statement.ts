/** Statements of another authority about the number of a manifest, apart from the facts of its steps. */
import type { Applied } from '../rules/command.ts';
import { digestOf, type ManifestDocument } from '../rules/document.ts';

/**
 * Returns true when two documents hold the same facts, under two numbers or under one with two instants. The number is a
 * statement of its own: a contradiction about it says nothing against a load that was handed over, sent or received.
 */
export function differsInNumber(ours: ManifestDocument, theirs: ManifestDocument): boolean {
  if (ours.number === null || theirs.number === null) return false;
  const { number, numberedAt } = theirs;
  return digestOf({ ...ours, number, numberedAt }) === digestOf(theirs);
}

/** Returns the outcome, with the number that the other authority states when it has another one. */
export function withStatement(applied: Applied, ours: ManifestDocument, theirs: ManifestDocument): Applied {
  if (ours.number === null || theirs.number === null || ours.number === theirs.number) return applied;
  return { ...applied, numbers: { stated: theirs.number, held: ours.number } };
}
