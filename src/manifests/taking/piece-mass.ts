/** Mass of a piece in a decision or a return, against the mass of a piece that the manifest has. */
import { contradict, isCounted, type PieceMassLimits, type Quantity } from '../../batches/rules.ts';
import type { DocumentLine } from '../rules/document.ts';
import { stepProblem } from '../rules/problems.ts';
import type { DecisionLine, ReturnLine } from '../rules/step.ts';

/**
 * Refuses decided lines of which the accepted or refused part contradicts the line sent.
 * @throws Problem `manifest-piece-mass-differs`
 */
export function refuseContradictingDecision(
  sent: readonly DocumentLine[],
  decided: readonly DecisionLine[],
  limits: PieceMassLimits,
): void {
  for (const [at, { line: number, acceptedGrams, acceptedPieces, refusedGrams, refusedPieces }] of decided.entries()) {
    const line = sent.find((one) => one.line === number);
    if (!line || !isCounted(line.condition)) continue;
    const [accepted, refused] = [`#/body/lines/${at}/acceptedPieces`, `#/body/lines/${at}/refusedPieces`];
    refuseContradicting({ massGrams: acceptedGrams, pieces: acceptedPieces }, line, {
      line,
      pointer: accepted,
      limits,
    });
    refuseContradicting({ massGrams: refusedGrams, pieces: refusedPieces }, line, { line, pointer: refused, limits });
  }
}

/**
 * Refuses a return of which the mass of a piece contradicts what was refused.
 * @throws Problem `manifest-piece-mass-differs`
 */
export function refuseContradictingReturn(
  decided: readonly DocumentLine[],
  returned: readonly ReturnLine[],
  limits: PieceMassLimits,
): void {
  for (const [at, { line: number, returnedGrams, returnedPieces }] of returned.entries()) {
    const line = decided.find((one) => one.line === number);
    if (!line || !isCounted(line.condition)) continue;
    const expected = { massGrams: line.refusedGrams ?? 0, pieces: line.refusedPieces ?? 0 };
    const given = { massGrams: returnedGrams, pieces: returnedPieces };
    refuseContradicting(given, expected, { line, pointer: `#/body/lines/${at}/returnedPieces`, limits });
  }
}

type About = {
  readonly line: Pick<DocumentLine, 'line'>;
  readonly limits: PieceMassLimits;
  readonly pointer: string;
};

function refuseContradicting(given: Quantity, expected: Quantity, { line, limits, pointer }: About): void {
  if (!contradict(given, expected, limits)) return;
  const { massGrams: expectedGrams, pieces: expectedPieces } = expected;
  throw stepProblem('manifest-piece-mass-differs', {
    ...{ line: line.line, massGrams: given.massGrams, pieces: given.pieces, expectedGrams, expectedPieces },
    ...{ ...limits, pointer },
  });
}
