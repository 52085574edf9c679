/** The receiver's decision line by line, and the return of refused lines. */
import type { DocumentLine } from './document.ts';
import { stepProblem } from './problems.ts';
import type { DecisionLine, ReturnLine } from './step.ts';

export type DecisionStep = 'accept' | 'accept_partially' | 'reject';

/**
 * Returns the lines with the decision added. Every line is decided once; an accepted line names its treatment method
 * (Order 23, Art 12).
 * @throws Problem `manifest-lines-mismatch`, `manifest-decision-contradicts`, `manifest-method-missing`
 */
export function decidedLines(
  step: DecisionStep,
  lines: readonly DocumentLine[],
  decided: readonly DecisionLine[],
): DocumentLine[] {
  refuseMismatch(lines, decided);
  refuseContradiction(step, decided);
  const byLine = new Map(decided.map((one) => [one.line, one]));
  return lines.map((line) => {
    const decision = byLine.get(line.line);
    if (!decision) throw new Error('every line was found to be decided');
    const { acceptedGrams, acceptedPieces, refusedGrams, refusedPieces, treatmentMethod } = decision;
    const accepted = acceptedGrams > 0 || acceptedPieces > 0;
    if (accepted !== (treatmentMethod !== null)) throw stepProblem('manifest-method-missing', { line: line.line });
    const weighedGrams = acceptedGrams + refusedGrams;
    return { ...line, weighedGrams, acceptedGrams, acceptedPieces, refusedGrams, refusedPieces, treatmentMethod };
  });
}

/**
 * Returns the lines with the returned amounts added. Lines with refused mass must be given, and no others.
 * @throws Problem `manifest-lines-mismatch`
 */
export function returnedLines(lines: readonly DocumentLine[], returned: readonly ReturnLine[]): DocumentLine[] {
  refuseMismatch(lines.filter(isRefused), returned);
  const byLine = new Map(returned.map((one) => [one.line, one]));
  return lines.map((line) => ({ ...line, ...byLine.get(line.line) }));
}

/** Returns true when a part of a line was refused. */
export function isRefused({ refusedGrams, refusedPieces }: DocumentLine): boolean {
  return (refusedGrams ?? 0) > 0 || (refusedPieces ?? 0) > 0;
}

function refuseMismatch(expected: readonly { readonly line: number }[], given: readonly { readonly line: number }[]) {
  const expectedLines = expected.map(({ line }) => line);
  const givenLines = given.map(({ line }) => line).toSorted((a, b) => a - b);
  if (expectedLines.length === givenLines.length && expectedLines.every((line, at) => line === givenLines[at])) return;
  throw stepProblem('manifest-lines-mismatch', { expected: expectedLines, given: givenLines, pointer: '#/body/lines' });
}

function refuseContradiction(step: DecisionStep, decided: readonly DecisionLine[]): void {
  const accepted = decided.some(({ acceptedGrams, acceptedPieces }) => acceptedGrams > 0 || acceptedPieces > 0);
  const refused = decided.some(({ refusedGrams, refusedPieces }) => refusedGrams > 0 || refusedPieces > 0);
  const fits = { accept: accepted && !refused, accept_partially: accepted && refused, reject: !accepted && refused };
  if (!fits[step])
    throw stepProblem('manifest-decision-contradicts', { step, accepted, refused, pointer: '#/body/lines' });
}
