/**
 * The life of a transfer manifest (Order 23, Art 10 to 20): its steps, the states they lead to, and the parties that
 * take them.
 */
import type { ManifestDocument, ManifestState } from './document.ts';
import { EFFECTS, orderedInstants } from './effects.ts';
import { stepProblem } from './problems.ts';
import type { ManifestStep, StepEntryKind, StepInputs } from './step.ts';

/**
 * Steps that each state allows, and the state each leads to. A state without steps is final. In every state only one
 * side may take steps; the origin also takes the step of the national number. So two authorities never create the same
 * version of a manifest.
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

/** Roles of organisations on a manifest. */
export const PARTY_ROLES = ['consignor', 'carrier', 'receiver'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];
export type Role = PartyRole | 'national';
/** Authorities whose systems take steps. The other province replays them; the national system checks their digest. */
export type Side = 'origin' | 'destination' | 'national';

type StepRule = {
  /** Role of the organisation that takes the step. */
  readonly takenBy: Role;
  /** Side in whose system the step is taken. */
  readonly ownedBy: Side;
  /** Kind of the journal entry. */
  readonly entryKind: StepEntryKind;
  /**
   * Organisations that must be active. Usually this is the one that takes the step. It is all three when a transfer
   * begins, leaves the consignor, or is re-entered from paper.
   */
  readonly concerned: readonly PartyRole[];
};

/** Every step: its role, its side, its name in the journal, and the organisations that must be active. */
export const MANIFEST_STEPS: Readonly<Record<ManifestStep, StepRule>> = {
  submit: { takenBy: 'consignor', ownedBy: 'origin', entryKind: 'manifest.submitted', concerned: PARTY_ROLES },
  register_paper: {
    takenBy: 'consignor',
    ownedBy: 'origin',
    entryKind: 'manifest.paper_registered',
    concerned: PARTY_ROLES,
  },
  backfill: { takenBy: 'consignor', ownedBy: 'origin', entryKind: 'manifest.backfilled', concerned: PARTY_ROLES },
  number: { takenBy: 'national', ownedBy: 'national', entryKind: 'manifest.numbered', concerned: [] },
  hand_over: { takenBy: 'consignor', ownedBy: 'origin', entryKind: 'manifest.handed_over', concerned: PARTY_ROLES },
  depart: { takenBy: 'carrier', ownedBy: 'origin', entryKind: 'manifest.departed', concerned: ['carrier'] },
  arrive: { takenBy: 'receiver', ownedBy: 'destination', entryKind: 'manifest.arrived', concerned: ['receiver'] },
  accept: { takenBy: 'receiver', ownedBy: 'destination', entryKind: 'manifest.accepted', concerned: ['receiver'] },
  accept_partially: {
    takenBy: 'receiver',
    ownedBy: 'destination',
    entryKind: 'manifest.partially_accepted',
    concerned: ['receiver'],
  },
  reject: { takenBy: 'receiver', ownedBy: 'destination', entryKind: 'manifest.rejected', concerned: ['receiver'] },
  dispute: { takenBy: 'receiver', ownedBy: 'destination', entryKind: 'manifest.disputed', concerned: ['receiver'] },
  close: { takenBy: 'consignor', ownedBy: 'origin', entryKind: 'manifest.closed', concerned: ['consignor'] },
  cancel: { takenBy: 'consignor', ownedBy: 'origin', entryKind: 'manifest.cancelled', concerned: ['consignor'] },
};

export const STEP_NAMES = Object.keys(MANIFEST_STEPS) as readonly ManifestStep[];

/** Returns the last part of a step's path, such as `hand-over`. */
export const pathOf = (step: ManifestStep): string => step.replaceAll('_', '-');

/** Roles and sides for which a step is taken. */
export type By = { readonly roles: readonly Role[]; readonly sides: readonly Side[] };

/** Returns the role and side that own a step, for systems that replay it. */
export const ownerOf = (step: ManifestStep): By => {
  const { takenBy, ownedBy } = MANIFEST_STEPS[step];
  return { roles: [takenBy], sides: [ownedBy] };
};

/** Returns the state that a step leads to, or undefined when the present state does not allow the step. */
export function nextState(state: ManifestState, step: ManifestStep): ManifestState | undefined {
  const steps: Partial<Record<ManifestStep, ManifestState>> = STEPS[state];
  return steps[step];
}

/**
 * Takes one step. Pure: the same document and input give the same document everywhere.
 * @throws Problem `manifest-not-your-step`, `manifest-step-elsewhere`, `manifest-step-not-allowed`,
 *   `manifest-step-too-early`, and the problems of the step itself
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
 * Refuses a step of another role or side, or one that the state does not allow. Returns the next state otherwise.
 * @throws Problem `manifest-not-your-step`, `manifest-step-elsewhere`, `manifest-step-not-allowed`
 */
export function refuseStep(step: ManifestStep, { state }: Pick<ManifestDocument, 'state'>, by: By): ManifestState {
  const { takenBy, ownedBy } = MANIFEST_STEPS[step];
  if (!by.roles.includes(takenBy)) throw stepProblem('manifest-not-your-step', { step, role: takenBy });
  if (!by.sides.includes(ownedBy)) throw stepProblem('manifest-step-elsewhere', { step, side: ownedBy });
  const next = nextState(state, step);
  if (!next)
    throw stepProblem('manifest-step-not-allowed', { step, state, allowed: stepsOpenTo(by, state).map(pathOf) });
  return next;
}

/** Returns the steps that a state allows to a caller. */
function stepsOpenTo({ roles, sides }: By, state: ManifestState): ManifestStep[] {
  return STEP_NAMES.filter((step) => {
    const { takenBy, ownedBy } = MANIFEST_STEPS[step];
    return nextState(state, step) !== undefined && roles.includes(takenBy) && sides.includes(ownedBy);
  });
}

/**
 * Returns the version after a step. Drafts and paper manifests that are not backfilled keep version 0: no other system
 * has them.
 */
function versionAfter(step: ManifestStep, { version }: ManifestDocument): number {
  const first = step === 'submit' || step === 'backfill';
  return first || version > 0 ? version + 1 : 0;
}

/**
 * Refuses an instant before that of the previous step. The instant of the number does not count: it is from another
 * clock.
 */
function refuseEarly(step: ManifestStep, document: ManifestDocument, at: string): void {
  const previousAt = orderedInstants(document).reduce((latest, one) => (one > latest ? one : latest), '');
  if (at < previousAt) throw stepProblem('manifest-step-too-early', { step, at, previousAt, pointer: '#/body/at' });
}
