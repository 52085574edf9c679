/** Pieces of a decision or a return against those of the manifest. Batteries are counted, so pieces agree or it is said why. */
import { endTogether, isCounted } from '../../batches/rules.ts';
import type { DocumentLine } from '../rules/document.ts';
import { stepProblem } from '../rules/problems.ts';
import type { DecisionLine, ReturnLine } from '../rules/step.ts';
import { isOfBatteries } from '../wastes/waste.ts';

/**
 * Limits on pieces. More pieces than expected, above both the share and the floor, are an error of entry. A difference
 * above `undeclaredPieces` needs its reason: the difference kind `quantity`, or the remarks of a return.
 */
export type PiecesLimit = {
  readonly shareBasisPoints: number;
  readonly floorPieces: number;
  readonly undeclaredPieces: number;
};

/** Code of the list discrepancy-kinds for a difference of mass or pieces. */
const QUANTITY = 'quantity';

type Quantities = { readonly massGrams: number; readonly pieces: number };

/**
 * Refuses decided lines of which mass and pieces do not end together, or of which the pieces are not those sent. Lines
 * that the manifest does not have are left to the rule of the step. A line without pieces sets no limit.
 * @param differenceKinds kinds that the receiver declares, and `quantity` where the mass differs by more than the threshold
 * @throws Problem `manifest-quantities-apart`, `manifest-pieces-implausible`, `manifest-pieces-differ`
 */
export function refuseMiscounted(
  sent: readonly DocumentLine[],
  { lines, differenceKinds }: { readonly lines: readonly DecisionLine[]; readonly differenceKinds: readonly string[] },
  limit: PiecesLimit,
): void {
  for (const [at, decided] of lines.entries()) {
    const line = sent.find((one) => one.line === decided.line);
    if (!line) continue;
    const pointer = `#/body/lines/${at}`;
    const counted = isCounted(line.condition);
    const { acceptedGrams, acceptedPieces, refusedGrams, refusedPieces } = decided;
    const accepted = { massGrams: acceptedGrams, pieces: acceptedPieces };
    refuseApart(line.line, accepted, counted, `${pointer}/acceptedPieces`);
    const refused = { massGrams: refusedGrams, pieces: refusedPieces };
    refuseApart(line.line, refused, counted && line.pieces > 0, `${pointer}/refusedPieces`);
    refusePieces(line, acceptedPieces + refusedPieces, `${pointer}/acceptedPieces`);
    const given = { expectedPieces: line.pieces, givenPieces: acceptedPieces + refusedPieces };
    const facts = { line: line.line, ...given, pointer: `${pointer}/acceptedPieces` };
    refuseDifferent(facts, limit, differenceKinds.includes(QUANTITY));
  }
}

/**
 * Refuses a return of which mass and pieces do not end together, or of which the pieces are not those refused.
 * @throws Problem `manifest-quantities-apart`, `manifest-pieces-implausible`, `manifest-pieces-differ`
 */
export function refuseMiscountedReturn(
  decided: readonly DocumentLine[],
  { lines, remarks }: { readonly lines: readonly ReturnLine[]; readonly remarks: string | null },
  limit: PiecesLimit,
): void {
  for (const [at, { line, returnedGrams, returnedPieces }] of lines.entries()) {
    const refused = decided.find((one) => one.line === line);
    if (!refused) continue;
    const pointer = `#/body/lines/${at}/returnedPieces`;
    refuseApart(line, { massGrams: returnedGrams, pieces: returnedPieces }, isCounted(refused.condition), pointer);
    refusePieces(refused, returnedPieces, pointer);
    const given = { expectedPieces: refused.refusedPieces ?? 0, givenPieces: returnedPieces };
    refuseDifferent({ line, ...given, pointer }, limit, remarks !== null);
  }
}

/** Refuses pieces of waste other than batteries, which is only weighed. */
function refusePieces(line: DocumentLine, givenPieces: number, pointer: string): void {
  if (givenPieces === 0 || isOfBatteries(line)) return;
  const facts = { line: line.line, expectedPieces: 0, givenPieces, allowedPieces: 0, pointer };
  throw stepProblem('manifest-pieces-implausible', facts);
}

function refuseApart(line: number, given: Quantities, counted: boolean, pointer: string): void {
  if (!endTogether(given, counted)) throw stepProblem('manifest-quantities-apart', { line, ...given, pointer });
}

type Count = {
  readonly line: number;
  readonly expectedPieces: number;
  readonly givenPieces: number;
  readonly pointer: string;
};

function refuseDifferent(count: Count, limit: PiecesLimit, explained: boolean): void {
  const { expectedPieces, givenPieces } = count;
  if (expectedPieces === 0) return;
  const margin = Math.max(limit.floorPieces, Math.floor((expectedPieces * limit.shareBasisPoints) / 10_000));
  const allowedPieces = expectedPieces + margin;
  if (givenPieces > allowedPieces) throw stepProblem('manifest-pieces-implausible', { ...count, allowedPieces });
  if (!explained && Math.abs(givenPieces - expectedPieces) > limit.undeclaredPieces) {
    throw stepProblem('manifest-pieces-differ', count);
  }
}
