/** The order of enterprises by their lead recovery. The exact rate decides, never the rounded one. */
import { compare } from '../fraction.ts';
import type { Rates } from '../lead-recovery.ts';

/** An enterprise with what its place depends on. */
export type Ranked = {
  readonly partyId: string;
  readonly status: 'clear' | 'flagged' | 'blocked';
  readonly conservative: Rates['conservative'];
};

/**
 * Puts enterprises in order: by the conservative rate, which decides about targets, the highest first. Those that a person must
 * review come after those that are clear. Those without that rate, and those that a finding blocks, have no place and come last,
 * in the order of their ids. Equal rates share a place.
 */
export function rank<One extends Ranked>(enterprises: readonly One[]): (One & { readonly place: number | null })[] {
  const byId = enterprises.toSorted((a, b) => (a.partyId < b.partyId ? -1 : 1));
  const placed = byId.filter(hasPlace).toSorted(inOrder);
  const others = byId.filter((one) => !hasPlace(one));
  return [
    ...placed.map((one) => ({ ...one, place: 1 + placed.filter((other) => inOrder(other, one) < 0).length })),
    ...others.map((one) => ({ ...one, place: null })),
  ];
}

const hasPlace = ({ status, conservative }: Ranked): boolean => status !== 'blocked' && conservative !== null;

const inOrder = (a: Ranked, b: Ranked): number =>
  Number(a.status === 'flagged') - Number(b.status === 'flagged') || compareRates(b, a);

const compareRates = (a: Ranked, b: Ranked): number =>
  a.conservative === null || b.conservative === null ? 0 : compare(a.conservative, b.conservative);
