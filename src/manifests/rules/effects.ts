/** Members of the document that each step sets, apart from state and version. */
import { MANIFEST_NUMBER } from '../../core/identifiers/manifest-number.ts';
import { decidedLines, returnedLines } from './decision.ts';
import type { ManifestDocument } from './document.ts';
import { stepProblem } from './problems.ts';
import type { Decision, ManifestStep, StepInputs } from './step.ts';

type Effect<Input> = (document: ManifestDocument, input: Input) => Partial<ManifestDocument>;

const decide =
  (step: 'accept' | 'accept_partially' | 'reject'): Effect<Decision> =>
  (document, { at, lines, significantDifference, differenceKinds, remarks }) => ({
    lines: decidedLines(step, document.lines, lines),
    significantDifference,
    differenceKinds,
    remarks: remarks ?? document.remarks,
    decidedAt: at,
  });

export const EFFECTS: { readonly [Step in ManifestStep]: Effect<StepInputs[Step]> } = {
  submit: (_, { at, receiverLicence, transportMode }) => ({ receiverLicence, transportMode, submittedAt: at }),
  register_paper: (_, { number, reason, transferCompletedAt }) => ({ paper: { number, reason, transferCompletedAt } }),
  backfill: ({ paper }, { at, receiverLicence, transportMode, transferCompletedAt }) => ({
    paper: paper && { ...paper, transferCompletedAt },
    receiverLicence,
    transportMode,
    submittedAt: at,
  }),
  number: (document, { at, number }) => {
    if (!MANIFEST_NUMBER.test(number)) throw stepProblem('manifest-number-invalid', { number });
    if (document.number !== null) throw stepProblem('manifest-numbered-already', { number: document.number });
    return { number, numberedAt: at };
  },
  hand_over: ({ number, paper }, { at }) => {
    if (number === null && paper === null) throw stepProblem('manifest-number-needed');
    return { handedOverAt: at };
  },
  depart: (_, { at, ...transport }) => ({ transport, departedAt: at }),
  arrive: (_, { at }) => ({ arrivedAt: at }),
  accept: decide('accept'),
  accept_partially: decide('accept_partially'),
  reject: decide('reject'),
  dispute: (_, { at, differenceKinds, remarks }) => ({ differenceKinds, remarks, disputedAt: at }),
  close: (document, { at, lines, remarks }) => ({
    lines: returnedLines(document.lines, lines),
    closingRemarks: remarks,
    closedAt: at,
  }),
  cancel: (_, { at, reason }) => ({ cancellationReason: reason, cancelledAt: at }),
};

/**
 * Instants that later steps may not precede. Two are left out: a backfilled transfer happened before its submission,
 * and the number carries the time of the national system.
 */
export function orderedInstants(document: ManifestDocument): string[] {
  const { paper, submittedAt, handedOverAt, departedAt, arrivedAt, disputedAt, decidedAt } = document;
  const moments = [handedOverAt, departedAt, arrivedAt, disputedAt, decidedAt];
  return [...moments, paper === null ? submittedAt : null].filter((at) => at !== null);
}
