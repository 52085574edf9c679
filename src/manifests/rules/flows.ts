/**
 * Mass that a step moves, line by line, as flows between named accounts. Mass leaves the consignor's stock at hand-over,
 * rests in transit, and leaves it at the receiver's decision and at closing: in the end nothing stays in transit.
 */
import type { DocumentLine, ManifestDocument } from './document.ts';
import { crossesBorder } from './document.ts';
import type { ManifestStep } from './step.ts';

/** Batches of a line: what it is taken from, the load on the road, what the receiver and the consignor get. */
export type LineAccount = 'stock' | 'transit' | 'received' | 'returned';
/** Accounts at the edge of the books. */
type EdgeAccount = 'elsewhere' | 'adjustment';
export type Account = LineAccount | EdgeAccount;

export type Flow = {
  readonly line: number;
  readonly kind: 'dispatch' | 'arrival' | 'departure' | 'return' | 'weighing_difference';
  readonly from: Account;
  readonly to: Account;
  readonly massGrams: number;
  readonly pieces: number;
};

type Amount = { readonly massGrams: number; readonly pieces: number };

/**
 * The flows of a step in the books of one province.
 * @param document the document after the step
 * @param province the province whose books these are
 */
export function flowsOf(step: ManifestStep, document: ManifestDocument, province: string): Flow[] {
  const flows = document.lines.flatMap((line) => {
    if (province !== document.originProvince) return arrivedFrom(step, line);
    return sentOn(step, line, crossesBorder(document) ? 'elsewhere' : 'received');
  });
  return flows.filter(({ massGrams, pieces }) => massGrams > 0 || pieces > 0);
}

/** In the receiver's books: what is accepted comes out of the books of another province. */
function arrivedFrom(step: ManifestStep, line: DocumentLine): Flow[] {
  return isDecision(step)
    ? [{ line: line.line, kind: 'arrival', from: 'elsewhere', to: 'received', ...acceptedOf(line) }]
    : [];
}

/** In the consignor's books. */
function sentOn(step: ManifestStep, line: DocumentLine, to: 'elsewhere' | 'received'): Flow[] {
  if (step === 'hand_over') {
    return [{ line: line.line, kind: 'dispatch', from: 'stock', to: 'transit', ...sentOf(line) }];
  }
  if (isDecision(step)) {
    const kind = to === 'received' ? 'arrival' : 'departure';
    const weighed = sum(acceptedOf(line), refusedOf(line));
    return [
      ...differences(line.line, sentOf(line), weighed),
      { line: line.line, kind, from: 'transit', to, ...acceptedOf(line) },
    ];
  }
  if (step === 'close') {
    const returned = returnedOf(line);
    return [
      ...differences(line.line, refusedOf(line), returned),
      { line: line.line, kind: 'return', from: 'transit', to: 'returned', ...returned },
    ];
  }
  return [];
}

/** Differences between the expected and the found amounts; mass and pieces may differ in opposite directions. */
function differences(line: number, thought: Amount, found: Amount): Flow[] {
  const missing = { massGrams: over(thought.massGrams, found.massGrams), pieces: over(thought.pieces, found.pieces) };
  const surplus = { massGrams: over(found.massGrams, thought.massGrams), pieces: over(found.pieces, thought.pieces) };
  return [
    { line, kind: 'weighing_difference', from: 'transit', to: 'adjustment', ...missing },
    { line, kind: 'weighing_difference', from: 'adjustment', to: 'transit', ...surplus },
  ];
}

const over = (a: number, b: number): number => Math.max(0, a - b);

const isDecision = (step: ManifestStep): boolean =>
  step === 'accept' || step === 'accept_partially' || step === 'reject';

const sentOf = ({ massGrams, pieces }: DocumentLine): Amount => ({ massGrams, pieces });

const acceptedOf = ({ acceptedGrams, acceptedPieces }: DocumentLine): Amount => ({
  massGrams: acceptedGrams ?? 0,
  pieces: acceptedPieces ?? 0,
});

const refusedOf = ({ refusedGrams, refusedPieces }: DocumentLine): Amount => ({
  massGrams: refusedGrams ?? 0,
  pieces: refusedPieces ?? 0,
});

const returnedOf = ({ returnedGrams, returnedPieces }: DocumentLine): Amount => ({
  massGrams: returnedGrams ?? 0,
  pieces: returnedPieces ?? 0,
});

const sum = (a: Amount, b: Amount): Amount => ({
  massGrams: a.massGrams + b.massGrams,
  pieces: a.pieces + b.pieces,
});
