/** Mass of a piece in the lines of a step, against the batches, and in a decision or a return, against the manifest. */
import {
  type Batch,
  contradict,
  isCounted,
  limitsFor,
  type PieceMassLimits,
  type Quantity,
  refuseContradictingDraws,
} from '../../batches/rules.ts';
import type { Manifest } from '../rules/command.ts';
import type { DocumentLine } from '../rules/document.ts';
import { stepProblem } from '../rules/problems.ts';
import type { DecisionLine, ReturnLine } from '../rules/step.ts';

/**
 * Refuses to promise or take lines that contradict their batches as they are now: parts may have left since the draft.
 * @throws Problem `batch-piece-mass-differs`
 */
export function refuseContradictingLines(
  { document, accounts }: Manifest,
  stock: ReadonlyMap<string, Batch>,
  limits: PieceMassLimits,
): void {
  const draws = document.lines.flatMap((line, at) => {
    const id = accounts.find((one) => one.line === line.line)?.batchId;
    const batch = id ? stock.get(id) : undefined;
    return batch ? [{ batch, line, pointer: `#/document/lines/${at}/pieces` }] : [];
  });
  refuseContradictingDraws(
    draws.map(({ batch }) => batch),
    draws.map(({ line }) => line),
    { limits, pointerOf: (draw) => draws[draw]?.pointer ?? '#/document/lines' },
  );
}

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
  readonly line: Pick<DocumentLine, 'line' | 'batteryKind'>;
  readonly limits: PieceMassLimits;
  readonly pointer: string;
};

function refuseContradicting(given: Quantity, expected: Quantity, { line, limits, pointer }: About): void {
  if (!contradict({ ...given, batteryKind: line.batteryKind }, expected, limits)) return;
  const { massGrams: expectedGrams, pieces: expectedPieces } = expected;
  throw stepProblem('manifest-piece-mass-differs', {
    ...{ line: line.line, massGrams: given.massGrams, pieces: given.pieces, expectedGrams, expectedPieces },
    ...{ ...limitsFor(line, limits), pointer },
  });
}
