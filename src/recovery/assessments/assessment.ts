/**
 * An assessment (认定) of the recovery rate of an enterprise in a closed period, and the steps of its life. The enterprise
 * submits it, an expert of the province reviews it, a third person decides. A decision can be objected to once in each round.
 * A certified figure that later records would change has an open revision, which is decided too.
 */
import type { Scope } from '../../core/access/scopes.ts';
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { type Account, refuseOneHand, requireSecondPerson } from '../../core/second-person.ts';
import { type Flag, type FlagReason, namesOf, unexplained } from '../question/flag-reason.ts';
import type { Difference } from '../revisions/difference.ts';
import { assessmentProblem } from './problems.ts';

export const STATES = [
  'draft',
  'submitted',
  'reviewed',
  'certified',
  'refused',
  'returned',
  'objected',
  'withdrawn',
] as const;
export type AssessmentState = (typeof STATES)[number];

export const RECOMMENDATIONS = ['certify', 'refuse'] as const;
type Recommendation = (typeof RECOMMENDATIONS)[number];
export const OUTCOMES = ['certified', 'refused'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** The steps: the scope that each needs, and the states from which it may be taken. */
export const STEPS = {
  submit: { scope: 'assessments:write', from: ['draft', 'returned'] },
  withdraw: { scope: 'assessments:write', from: ['draft', 'submitted', 'returned'] },
  review: { scope: 'assessments:review', from: ['submitted'] },
  return: { scope: 'assessments:review', from: ['submitted'] },
  send_back: { scope: 'assessments:decide', from: ['reviewed'] },
  certify: { scope: 'assessments:decide', from: ['reviewed'] },
  refuse: { scope: 'assessments:decide', from: ['reviewed'] },
  object: { scope: 'assessments:write', from: ['certified', 'refused'] },
  answer: { scope: 'assessments:decide', from: ['objected'] },
  confirm: { scope: 'assessments:decide', from: ['certified'] },
  reopen: { scope: 'assessments:decide', from: ['certified'] },
} as const satisfies Readonly<
  Record<string, { readonly scope: Scope; readonly from: readonly [AssessmentState, ...AssessmentState[]] }>
>;
export type AssessmentStep = keyof typeof STEPS;
export const ALL_STEPS = Object.keys(STEPS) as [AssessmentStep, ...AssessmentStep[]];

/** Working days that a state may last. */
export type DeadlineLaw = {
  readonly reviewDays: number;
  readonly decisionDays: number;
  readonly resubmissionDays: number;
  readonly objectionDays: number;
  readonly answerDays: number;
};

export type Assessment = {
  readonly id: string;
  readonly partyId: string;
  /** Month, quarter or year, as `2026-09`. */
  readonly period: string;
  readonly method: string;
  readonly state: AssessmentState;
  /** Number of submissions so far. */
  readonly round: number;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly stateSince: Date;
  /** Working days that the state may last; null for a state without a deadline. */
  readonly dueDays: number | null;
  /** Last day of the deadline; null without one, and while the holiday notice of its year is not loaded. */
  readonly dueOn: string | null;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  /** Codes of the flags of the submitted evaluation. Each needs a reason of the expert. */
  readonly flags: readonly string[];
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly recommendation: Recommendation | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** The decision of this round, which stays while an objection is open. */
  readonly outcome: Outcome | null;
  readonly objectedBy: string | null;
  /** Number of the open revision of the certified figure; null for none. */
  readonly openRevision: number | null;
  /** Index of the journal up to which the certified figure was compared with the records; null before the first time. */
  readonly comparedIndex: number | null;
  /** Law and methods by which it was compared; null before the first time. */
  readonly comparedLaw: string | null;
};

/** One step that was taken. */
export type StepTaken = {
  readonly assessmentId: string;
  readonly partyId: string;
  readonly number: number;
  readonly step: AssessmentStep | 'open';
  readonly round: number;
  readonly state: AssessmentState;
  readonly takenBy: string;
  readonly takenAt: Date;
  readonly reason: string | null;
  readonly details: StepDetails;
};

export type StepDetails = {
  readonly recommendation?: Recommendation;
  readonly flagReasons?: readonly FlagReason[];
  readonly upheld?: boolean;
  /** SHA-256 of the evaluation that the step froze, and its place in the journal. */
  readonly contentSha256?: string | undefined;
  readonly journalIndex?: number | undefined;
  /** True when records had changed since the submission, so that the figure was not certified. */
  readonly changedSinceSubmission?: boolean;
  /** The records against the submission, in that case. */
  readonly difference?: Difference;
  /** Number of the revision that the step decides. */
  readonly revision?: number;
};

/** States in which the enterprise, the expert or the deciding office acts next, with the deadline of each. */
const DUE: Readonly<Partial<Record<AssessmentState, keyof DeadlineLaw>>> = {
  submitted: 'reviewDays',
  reviewed: 'decisionDays',
  returned: 'resubmissionDays',
  objected: 'answerDays',
  certified: 'objectionDays',
  refused: 'objectionDays',
};

/** States whose deadline is a duty. After a decision the deadline only ends the time for objections. */
export const PENDING: readonly AssessmentState[] = ['submitted', 'reviewed', 'returned', 'objected'];

/** States in which no other assessment of the same enterprise, period and method may be opened. */
export const LIVE: readonly AssessmentState[] = STATES.filter((state) => state !== 'withdrawn' && state !== 'refused');

export const isOverdue = ({ state, dueOn }: Pick<Assessment, 'state' | 'dueOn'>, now: Date): boolean =>
  PENDING.includes(state) && dueOn !== null && dueOn < dayOf(now);

/** Returns the steps that a state allows. */
export const allowedIn = (state: AssessmentState): AssessmentStep[] =>
  ALL_STEPS.filter((step) => (STEPS[step].from as readonly AssessmentState[]).includes(state));

/** Returns the state after a step. @throws Problem `assessment-step-not-allowed` */
export function stateAfter(
  { id, state, outcome }: Pick<Assessment, 'id' | 'state' | 'outcome'>,
  step: AssessmentStep,
  upheld = false,
): AssessmentState {
  const allowed = allowedIn(state);
  if (!allowed.includes(step)) throw assessmentProblem('assessment-step-not-allowed', { id, state, step, allowed });
  if (step === 'answer') return upheld || outcome === null ? 'returned' : outcome;
  return NEXT[step];
}

const NEXT: Readonly<Record<Exclude<AssessmentStep, 'answer'>, AssessmentState>> = {
  submit: 'submitted',
  withdraw: 'withdrawn',
  review: 'reviewed',
  return: 'returned',
  send_back: 'returned',
  certify: 'certified',
  refuse: 'refused',
  object: 'objected',
  confirm: 'certified',
  reopen: 'returned',
};

/** The working days that a state may last by the law; null for a state without a deadline. */
export function dueDaysOf(state: AssessmentState, law: DeadlineLaw): number | null {
  const name = DUE[state];
  return name === undefined ? null : law[name];
}

/** A step as an actor takes it. */
export type Taking = {
  readonly step: AssessmentStep;
  readonly actor: Pick<Actor, 'subject' | 'loggedIn' | 'partyId'>;
  readonly at: Date;
  readonly details: StepDetails;
  /** Codes of the flags of the evaluation that is submitted; `submitted` has those that were, with their facts. */
  readonly flags?: readonly string[];
  readonly submitted?: readonly Flag[] | undefined;
};

/**
 * Takes a step. The deadline of the new state is set by the caller, who has the calendar.
 * @throws Problem `assessment-step-not-allowed`, `assessment-not-recommended`, `assessment-flag-unexplained`,
 *   `assessment-objection-late`, `assessment-objection-exists`, `assessment-person-needed`, `assessment-revision-missing`,
 *   `assessment-revision-replaced`
 */
export function take(assessment: Assessment, { step, actor, at, details, flags = [], submitted }: Taking): Assessment {
  const state = stateAfter(assessment, step, details.upheld);
  const moved: Assessment = { ...assessment, state, stateSince: at };
  const { subject } = actor;
  switch (step) {
    case 'submit':
      requirePerson(assessment, actor);
      return {
        ...{ ...moved, round: assessment.round + 1, submittedBy: subject, submittedAt: at, flags: [...flags] },
        ...{ reviewedBy: null, reviewedAt: null, recommendation: null },
        ...{ decidedBy: null, decidedAt: null, outcome: null, objectedBy: null },
        ...NOT_COMPARED,
      };
    case 'review':
      return reviewed(moved, { subject, at, details, submitted });
    case 'certify':
      if (assessment.recommendation !== 'certify')
        throw assessmentProblem('assessment-not-recommended', { id: assessment.id });
      return { ...moved, decidedBy: subject, decidedAt: at, outcome: 'certified' };
    case 'refuse':
      return { ...moved, decidedBy: subject, decidedAt: at, outcome: 'refused' };
    case 'object':
      requirePerson(assessment, actor);
      refuseObjection(assessment, at);
      return { ...moved, objectedBy: subject };
    case 'answer':
      return state === 'returned' ? { ...moved, ...NOT_COMPARED } : moved;
    case 'confirm':
    case 'reopen':
      requireOpen(assessment, details);
      return { ...moved, openRevision: null };
    default:
      return moved;
  }
}

/** A figure that is not certified has no revision. */
const NOT_COMPARED = { openRevision: null, comparedIndex: null, comparedLaw: null };

/** Requires that the step names the open revision, so that no decision is about another difference than was seen. */
function requireOpen({ id, openRevision }: Assessment, { revision = 0 }: StepDetails): void {
  if (openRevision === null) throw assessmentProblem('assessment-revision-missing', { id });
  if (openRevision === revision) return;
  throw assessmentProblem('assessment-revision-replaced', { id, revision, openRevision, pointer: '#/body/revision' });
}

function reviewed(
  assessment: Assessment,
  { subject, at, details, submitted }: Pick<Taking, 'at' | 'details' | 'submitted'> & { readonly subject: string },
): Assessment {
  const { recommendation = 'refuse', flagReasons = [] } = details;
  const flags = submitted ?? assessment.flags.map((code) => ({ code, facts: {} }));
  const open = unexplained(flags, flagReasons);
  if (recommendation === 'certify' && open.length > 0) {
    throw assessmentProblem('assessment-flag-unexplained', { ...namesOf(open, flags), pointer: '#/body/flagReasons' });
  }
  return { ...assessment, reviewedBy: subject, reviewedAt: at, recommendation };
}

/** @throws Problem `assessment-person-needed` */
function requirePerson({ id }: Assessment, { loggedIn }: Pick<Actor, 'loggedIn'>): void {
  if (loggedIn !== true) throw assessmentProblem('assessment-person-needed', { id });
}

function refuseObjection({ id, objectedBy, dueOn }: Assessment, at: Date): void {
  if (objectedBy !== null) throw assessmentProblem('assessment-objection-exists', { id });
  if (dueOn !== null && dueOn < dayOf(at)) throw assessmentProblem('assessment-objection-late', { id, dueOn });
}

/** Steps of an expert or of the deciding office, which take another person than all before. */
export const isIndependent = (step: AssessmentStep): boolean => STEPS[step].scope !== 'assessments:write';

/**
 * The people whose work a step judges: the submitter; for a decision the experts of all rounds as well; for the answer to an
 * objection also the one who decided.
 * @param experts who reviewed or returned in an earlier round
 */
export function judgedBy(assessment: Assessment, step: AssessmentStep, experts: readonly string[]): string[] {
  if (!isIndependent(step)) return [];
  const { submittedBy, reviewedBy, decidedBy } = assessment;
  const before = [
    submittedBy,
    ...(STEPS[step].scope === 'assessments:decide' ? [reviewedBy, ...experts] : []),
    ...(step === 'answer' ? [decidedBy] : []),
  ];
  return [...new Set(before.filter((subject) => subject !== null))];
}

/**
 * Refuses a reviewer or decider that is not independent: one who acts for an organisation, did not log in, took a step
 * before, or whose account another person of the assessment could use.
 * @throws Problem `assessment-not-independent`, `second-person-not-logged-in`, `second-person-dependent`
 */
export function refuseDependent(
  { id }: Pick<Assessment, 'id'>,
  actor: Pick<Actor, 'subject' | 'loggedIn' | 'partyId'>,
  own: Account,
  before: readonly Account[],
): void {
  const dependent = () => assessmentProblem('assessment-not-independent', { id });
  if (actor.partyId !== undefined) throw dependent();
  for (const account of before) {
    requireSecondPerson(actor, account.subject, dependent);
    refuseOneHand(account, own);
  }
}
