/** The life of a transfer manifest (Order 23, Art 10 to 20): which step leads where, who takes it, and on which side. */
import type { ManifestDocument, ManifestState } from './document.ts';
import { EFFECTS, orderedInstants } from './effects.ts';
import { stepProblem } from './problems.ts';
import type { ManifestStep, StepInputs } from './step.ts';

/**
 * Which step leads where. A state without steps is final. Every state is left by steps of one side only (the national
 * number is put in its place by the origin), so two authorities can never take the same version of a manifest.
 */
export const STEPS = {
  draft: { submit: 'submitted', register_paper: 'offline_paper', cancel: 'cancelled' },
  offline_paper: { backfill: 'submitted', cancel: 'cancelled' },
  submitted: { number: 'submitted', hand_over: 'handed_over', cancel: 'cancelled' },
  handed_over: { number: 'handed_over', depart: 'in_transit' },
  in_transit: { arrive: 'arrived' },
  arrived: {
    accept: 'accepted',
    accept_partially: 'partially_accepted',
    reject: 'rejected',
    dispute: 'disputed',
  },
  disputed: { accept: 'accepted', accept_partially: 'partially_accepted', reject: 'rejected' },
  accepted: { number: 'accepted', close: 'closed' },
  partially_accepted: { number: 'partially_accepted', close: 'closed' },
  rejected: { number: 'rejected', close: 'closed' },
  closed: {},
  cancelled: {},
} as const satisfies Record<ManifestState, Partial<Record<ManifestStep, ManifestState>>>;

export type Role = 'consignor' | 'carrier' | 'receiver' | 'national';
/** Whose system takes a step; the others replay it. */
export type Side = 'origin' | 'destination' | 'national';

/** Who takes each step: the organisation in that role on this manifest, and nobody else. */
export const TAKEN_BY: Record<ManifestStep, Role> = {
  submit: 'consignor',
  register_paper: 'consignor',
  backfill: 'consignor',
  number: 'national',
  hand_over: 'consignor',
  depart: 'carrier',
  arrive: 'receiver',
  accept: 'receiver',
  accept_partially: 'receiver',
  reject: 'receiver',
  dispute: 'receiver',
  close: 'consignor',
  cancel: 'consignor',
};

/** Whose system each step is taken in. */
export const OWNED_BY: Record<ManifestStep, Side> = {
  submit: 'origin',
  register_paper: 'origin',
  backfill: 'origin',
  number: 'national',
  hand_over: 'origin',
  depart: 'origin',
  arrive: 'destination',
  accept: 'destination',
  accept_partially: 'destination',
  reject: 'destination',
  dispute: 'destination',
  close: 'origin',
  cancel: 'origin',
};

/** What the journal calls each step: `manifest.<this>`. */
export const TOLD_AS: Record<ManifestStep, string> = {
  submit: 'submitted',
  register_paper: 'paper_registered',
  backfill: 'backfilled',
  number: 'numbered',
  hand_over: 'handed_over',
  depart: 'departed',
  arrive: 'arrived',
  accept: 'accepted',
  accept_partially: 'partially_accepted',
  reject: 'rejected',
  dispute: 'disputed',
  close: 'closed',
  cancel: 'cancelled',
};

export const MANIFEST_STEPS = Object.keys(TAKEN_BY) as readonly ManifestStep[];

/** In whose name and in whose system a step is taken. */
export type By = { readonly roles: readonly Role[]; readonly sides: readonly Side[] };

/** The rightful taker of a step, for those who replay it. */
export const ownerOf = (step: ManifestStep): By => ({ roles: [TAKEN_BY[step]], sides: [OWNED_BY[step]] });

/** Where a state leads by a step, or nothing when it does not. */
export function nextState(state: ManifestState, step: ManifestStep): ManifestState | undefined {
  const steps: Partial<Record<ManifestStep, ManifestState>> = STEPS[state];
  return steps[step];
}

/**
 * Takes one step, or throws the reason why not. Pure: the same document and input give the same document everywhere.
 * @throws Problem `manifest-not-your-step`, `manifest-step-elsewhere`, `manifest-step-not-allowed`,
 *   `manifest-step-too-early`, and what the step itself refuses
 */
export function take<Step extends ManifestStep>(
  step: Step,
  document: ManifestDocument,
  input: StepInputs[Step],
  by: By,
): ManifestDocument {
  const next = refuseStep(step, document, by);
  if (step !== 'number') refuseEarly(step, document, input.at);
  return { ...document, ...EFFECTS[step](document, input), state: next, version: versionAfter(step, document) };
}

/**
 * Refuses a step that is another's or that the state does not allow; answers where it leads otherwise.
 * @throws Problem `manifest-not-your-step`, `manifest-step-elsewhere`, `manifest-step-not-allowed`
 */
export function refuseStep(step: ManifestStep, { state }: Pick<ManifestDocument, 'state'>, by: By): ManifestState {
  if (!by.roles.includes(TAKEN_BY[step])) throw stepProblem('manifest-not-your-step', { step, role: TAKEN_BY[step] });
  if (!by.sides.includes(OWNED_BY[step])) throw stepProblem('manifest-step-elsewhere', { step, side: OWNED_BY[step] });
  const next = nextState(state, step);
  if (!next) throw stepProblem('manifest-step-not-allowed', { step, state, allowed: Object.keys(STEPS[state]) });
  return next;
}

/** Drafts and paper that is not back-filled stay at version 0: nobody else has them. */
function versionAfter(step: ManifestStep, { version }: ManifestDocument): number {
  const first = step === 'submit' || step === 'backfill';
  return first || version > 0 ? version + 1 : 0;
}

/** Refuses what happened before the step that it follows. The moment of numbering belongs to another clock. */
function refuseEarly(step: ManifestStep, document: ManifestDocument, at: string): void {
  const previousAt = orderedInstants(document).reduce((latest, one) => (one > latest ? one : latest), '');
  if (at < previousAt) throw stepProblem('manifest-step-too-early', { step, at, previousAt, pointer: '#/body/at' });
}
