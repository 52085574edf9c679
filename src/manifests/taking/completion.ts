/** Completes a user's request to the input of the step that other systems receive too. */
import { dayOf } from '../../core/calendar.ts';
import { type CodeNames, codesWithNames } from '../../core/messages/code-names.ts';
import { findDiscrepancy, refuseImplausible, type Weighing } from '../differences/discrepancy.ts';
import { refuseContradictingDecision, refuseContradictingReturn } from '../differences/piece-mass.ts';
import { refuseMiscounted, refuseMiscountedReturn } from '../differences/pieces.ts';
import { keptKinds, refuseUnexplained, refuseUnexplainedReturn } from '../differences/reason.ts';
import type { CodeList, ManifestLaw } from '../law/manifest-law.ts';
import { requireQualified } from '../licensing/qualification.ts';
import { manifestProblem } from '../problems.ts';
import type { Manifest, StepRequest, TakenStep } from '../rules/command.ts';
import type { DocumentLine, ManifestDocument } from '../rules/document.ts';
import { stepProblem } from '../rules/problems.ts';
import type { DecisionLine, StepInputs } from '../rules/step.ts';
import { refuseUnfitMethod } from '../wastes/waste.ts';
import type { Known, Qualification } from './known.ts';

/**
 * Adds licences, transport mode and differences to the request.
 * @throws Problem `licence-missing`, `licence-suspended`, `manifest-code-unknown`, `manifest-method-unfit`,
 *   `manifest-completion-missing`, `manifest-weighing-implausible`, `manifest-quantities-apart`,
 *   `manifest-pieces-implausible`, `manifest-pieces-differ`, `manifest-piece-mass-differs`, `manifest-reason-missing`,
 *   `manifest-return-unexplained`
 */
export function completeStep({ document }: Manifest, request: StepRequest, known: Known, law: ManifestLaw): TakenStep {
  switch (request.step) {
    case 'submit':
      return { step: 'submit', input: { ...request.input, ...requireQualified(document, onActDay(known), law) } };
    case 'backfill': {
      const transferCompletedAt = request.input.transferCompletedAt ?? document.paper?.transferCompletedAt;
      if (!transferCompletedAt) {
        throw stepProblem('manifest-completion-missing', { pointer: '#/body/transferCompletedAt' });
      }
      const qualified = requireQualified(document, onActDay(known), law);
      return { step: 'backfill', input: { ...request.input, ...qualified, transferCompletedAt } };
    }
    case 'accept':
    case 'accept_partially':
    case 'reject': {
      const lines = request.input.lines ?? refusedAsSent(document.lines);
      return { step: request.step, input: withDifferences(document, { ...request.input, lines }, law) };
    }
    case 'dispute':
      refuseUnknownKinds(request.input, law);
      refuseUnexplained(request.input, kindsOn(request.input, law));
      return request;
    case 'close':
      refuseImplausibleReturn(document.lines, request.input, law);
      return request;
    default:
      return request;
  }
}

function onActDay({ onActDay: qualification }: Known): Qualification {
  if (qualification === null) throw new Error('no licences were looked up');
  return qualification;
}

type Undecided = Omit<StepInputs['accept'], 'significantDifference'>;

/**
 * Adds the decision (Order 23, Art 12 and 18): treatment methods by the code list, differences by the threshold of the
 * day.
 */
function withDifferences(document: ManifestDocument, input: Undecided, law: ManifestLaw): StepInputs['accept'] {
  const { lines: sent } = document;
  const on = dayOf(new Date(input.at));
  const list = 'treatment-methods';
  const known = law.codes(list, on);
  for (const [at, { line, treatmentMethod: method }] of input.lines.entries()) {
    if (method === null) continue;
    const pointer = `#/body/lines/${at}/treatmentMethod`;
    refuseUnknownCode(method, { list, known, pointer });
    refuseUnfitMethod(
      { line, method, wasteCode: document.wasteCode },
      { treatments: law.treatments(on), known, pointer },
    );
  }
  refuseUnknownKinds(input, law);
  const declared = keptKinds(document, input.differenceKinds);
  refuseImplausible(weighingsOf(sent, input.lines), law.weighingLimit(on));
  const threshold = law.discrepancyThreshold(on);
  const decision = { ...input, ...findDiscrepancy(sent, input.lines, { declared, threshold }) };
  refuseMiscounted(sent, decision, law.piecesLimit(on));
  refuseContradictingDecision(sent, input.lines, law.pieceMass(on));
  if (input.lines.some(({ refusedGrams, refusedPieces }) => refusedGrams > 0 || refusedPieces > 0)) {
    refuseUnexplained({ differenceKinds: declared, remarks: input.remarks }, kindsOn(input, law));
  }
  return decision;
}

/** Leaves out lines that the manifest does not have; the rule of the step refuses them. */
function weighingsOf(lines: readonly DocumentLine[], decided: readonly DecisionLine[]): Weighing[] {
  const sent = new Map(lines.map(({ line, massGrams }) => [line, massGrams]));
  return decided.map(({ line, acceptedGrams, refusedGrams }) => {
    const givenGrams = acceptedGrams + refusedGrams;
    return { line, expectedGrams: sent.get(line) ?? givenGrams, givenGrams };
  });
}

function refuseImplausibleReturn(
  sent: readonly DocumentLine[],
  { at, lines, remarks }: StepInputs['close'],
  law: ManifestLaw,
): void {
  const refused = new Map(sent.map(({ line, refusedGrams }) => [line, refusedGrams ?? 0]));
  const weighings = lines.map(({ line, returnedGrams: givenGrams }) => {
    return { line, expectedGrams: refused.get(line) ?? givenGrams, givenGrams };
  });
  const on = dayOf(new Date(at));
  refuseImplausible(weighings, law.weighingLimit(on));
  refuseUnexplainedReturn(sent, { lines, remarks }, law.discrepancyThreshold(on));
  refuseMiscountedReturn(sent, { lines, remarks }, law.piecesLimit(on));
  refuseContradictingReturn(sent, lines, law.pieceMass(on));
}

const kindsOn = ({ at }: { readonly at: string }, law: ManifestLaw): CodeNames =>
  law.codes('discrepancy-kinds', dayOf(new Date(at)));

function refuseUnknownKinds(input: { at: string; differenceKinds: readonly string[] }, law: ManifestLaw): void {
  const list = 'discrepancy-kinds';
  const known = law.codes(list, dayOf(new Date(input.at)));
  for (const [at, kind] of input.differenceKinds.entries()) {
    refuseUnknownCode(kind, { list, known, pointer: `#/body/differenceKinds/${at}` });
  }
}

/** @throws Problem `manifest-code-unknown` */
export function refuseUnknownCode(
  value: string,
  { list, known, pointer }: { list: CodeList; known: CodeNames; pointer: string },
): void {
  if (known.has(value)) return;
  throw manifestProblem('manifest-code-unknown', { value, list, known: [...known.keys()], pointer }).naming({
    code: codesWithNames(known),
  });
}

/** Returns the lines of a load that is refused without weighing: refused with the mass sent. */
function refusedAsSent(lines: readonly DocumentLine[]): DecisionLine[] {
  return lines.map(({ line, massGrams, pieces }) => ({
    line,
    acceptedGrams: 0,
    acceptedPieces: 0,
    refusedGrams: massGrams,
    refusedPieces: pieces,
    treatmentMethod: null,
  }));
}
