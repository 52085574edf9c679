/**
 * Mass that a step moves, line by line, as flows between named accounts. Mass leaves the consignor's stock at hand-over
 * and stays in transit. It leaves transit at the receiver's decision and at closing, so nothing remains in transit at
 * the end.
 */
import type { DocumentLine, ManifestDocument } from './document.ts';
import { crossesBorder } from './document.ts';
import type { ManifestStep } from './step.ts';

/** Batches of a line: the consignor's stock, the load in transit, the accepted mass and the returned mass. */
export type LineAccount = 'stock' | 'transit' | 'received' | 'returned';
/** Boundary accounts of manifests. */
type BoundaryAccount = 'elsewhere' | 'adjustment';
export type Account = LineAccount | BoundaryAccount;

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
 * Returns the flows of a step in the books of one province.
 * @param document the document after the step
 * @param province the province of the books
 */
export function flowsOf(step: ManifestStep, document: ManifestDocument, province: string): Flow[] {
  const flows = document.lines.flatMap((line) => {
    if (province !== document.originProvince) return flowsAtReceiver(step, line);
    return flowsAtConsignor(step, line, crossesBorder(document) ? 'elsewhere' : 'received');
  });
  return flows.filter(({ massGrams, pieces }) => massGrams > 0 || pieces > 0);
}

/** Flows in the receiver's books: accepted mass comes from the books of another province. */
function flowsAtReceiver(step: ManifestStep, line: DocumentLine): Flow[] {
  return isDecision(step)
    ? [{ line: line.line, kind: 'arrival', from: 'elsewhere', to: 'received', ...acceptedOf(line) }]
    : [];
}

/** Flows in the consignor's books. */
function flowsAtConsignor(step: ManifestStep, line: DocumentLine, to: 'elsewhere' | 'received'): Flow[] {
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

/** Differences between expected and weighed amounts; mass and pieces may differ in opposite directions. */
function differences(line: number, expected: Amount, weighed: Amount): Flow[] {
  const missing = {
    massGrams: excess(expected.massGrams, weighed.massGrams),
    pieces: excess(expected.pieces, weighed.pieces),
  };
  const surplus = {
    massGrams: excess(weighed.massGrams, expected.massGrams),
    pieces: excess(weighed.pieces, expected.pieces),
  };
  return [
    { line, kind: 'weighing_difference', from: 'transit', to: 'adjustment', ...missing },
    { line, kind: 'weighing_difference', from: 'adjustment', to: 'transit', ...surplus },
  ];
}

const excess = (a: number, b: number): number => Math.max(0, a - b);

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
