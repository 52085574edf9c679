/** States of an organisation in the register: from registration over review to active, suspended and closed. */
import type { Problem } from '../../core/messages/problem.ts';
import { partyProblem } from '../problems.ts';

export const PARTY_STATES = ['registered', 'under_review', 'active', 'suspended', 'closed'] as const;
export type PartyState = (typeof PARTY_STATES)[number];

export const PARTY_STEPS = ['submit', 'approve', 'send-back', 'suspend', 'resume', 'close'] as const;
export type PartyStep = (typeof PARTY_STEPS)[number];

/** Possible steps of each state, and the state each leads to. The authority takes all of them; `closed` is final. */
export const LEADS_TO = {
  registered: { submit: 'under_review', close: 'closed' },
  under_review: { approve: 'active', 'send-back': 'registered', close: 'closed' },
  active: { suspend: 'suspended', close: 'closed' },
  suspended: { resume: 'active', close: 'closed' },
  closed: {},
} as const satisfies Record<PartyState, Partial<Record<PartyStep, PartyState>>>;

/** The state to which each step leads. */
export const PARTY_STEP_LEADS_TO: Record<PartyStep, PartyState> = Object.assign({}, ...Object.values(LEADS_TO));

/** Names of the steps in the journal: `party.<fact>`. */
export const PARTY_FACTS: Record<PartyStep, string> = {
  submit: 'submitted',
  approve: 'approved',
  'send-back': 'sent_back',
  suspend: 'suspended',
  resume: 'resumed',
  close: 'closed',
};

/** A step that was taken. The registration itself is not a step. */
export type PartyChange = {
  readonly partyId: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly step: PartyStep;
  readonly fromState: PartyState;
  readonly state: PartyState;
  readonly reason: string | null;
  /** Subject of the token that took the step. */
  readonly actor: string;
  /** Time of recording; the new state counts from then on. */
  readonly at: Date;
};

/** Current state of an organisation, and the changes that led to it, oldest first. */
export type PartyStatus = {
  readonly id: string;
  readonly name: string;
  readonly state: PartyState;
  readonly changes: readonly PartyChange[];
};

/** Unfinished business of an organisation, as other features count it. */
export type UnfinishedBusiness = Readonly<Record<'manifests' | 'batches' | 'massGrams', number>>;

export const NOTHING_UNFINISHED: UnfinishedBusiness = { manifests: 0, batches: 0, massGrams: 0 };

/** Returns the state to which a step leads. @throws Problem `party-step-not-allowed` */
export function nextPartyState(state: PartyState, step: PartyStep): PartyState {
  const steps: Partial<Record<PartyStep, PartyState>> = LEADS_TO[state];
  const next = steps[step];
  if (!next) throw partyProblem('party-step-not-allowed', { step, state, allowed: Object.keys(steps) });
  return next;
}

export type PartyStepCommand = Pick<PartyChange, 'step' | 'reason' | 'actor' | 'at'> & {
  /** Closes the organisation in spite of unfinished business. */
  readonly nevertheless: boolean;
};

/**
 * Decides a step of the authority: from the status of the organisation and its unfinished business to the change.
 * Clocks of two processes may differ, so a change never counts from before the previous one.
 * @throws Problem `party-step-not-allowed`, `party-has-open-work`
 */
export function decidePartyStep(
  status: PartyStatus,
  unfinished: UnfinishedBusiness,
  { step, reason, actor, at, nevertheless }: PartyStepCommand,
): PartyChange {
  const state = nextPartyState(status.state, step);
  if (step === 'close' && !nevertheless) refuseUnfinished(status, unfinished);
  const last = status.changes.at(-1)?.at;
  return {
    partyId: status.id,
    number: status.changes.length + 1,
    ...{ step, fromState: status.state, state, reason, actor },
    at: last !== undefined && last > at ? last : at,
  };
}

/**
 * Returns the state at an instant, by the dates of the authority's steps, which cannot be backdated. So an act before a
 * suspension may still be recorded after it. Before the first change, the state of registration counts.
 */
export function stateAt({ state, changes }: Pick<PartyStatus, 'state' | 'changes'>, at: Date): PartyState {
  const last = changes.findLast((change) => change.at.getTime() <= at.getTime());
  return last?.state ?? changes[0]?.fromState ?? state;
}

/**
 * Returns the state that counts for an act of the organisation itself: its state at that instant. A closed organisation
 * may record nothing, also for earlier days. Acts of others that name it are judged by `stateAt`.
 */
export function ownStateAt(status: Pick<PartyStatus, 'state' | 'changes'>, at: Date): PartyState {
  return status.state === 'closed' ? 'closed' : stateAt(status, at);
}

/** Makes the problem `party-not-active` for the state that an organisation had at an instant. */
export function notActive(
  { id, name, state }: Pick<PartyStatus, 'id' | 'name' | 'state'>,
  { at, pointer }: { readonly at: Date; readonly pointer?: string | undefined },
): Problem {
  return partyProblem('party-not-active', {
    partyId: id,
    name,
    state,
    at: at.toISOString(),
    ...(pointer === undefined ? {} : { pointer }),
  });
}

/**
 * Returns true when an organisation may finish work that it began at `begunAt`. It must be active, or suspended after
 * it began the work. A closed organisation finishes nothing.
 */
export function mayFinish(status: Pick<PartyStatus, 'state' | 'changes'>, at: Date, begunAt: Date): boolean {
  const state = ownStateAt(status, at);
  return state === 'active' || (state === 'suspended' && stateAt(status, begunAt) === 'active');
}

/** Refuses to close an organisation that has unfinished business. @throws Problem `party-has-open-work` */
export function refuseUnfinished({ id, name }: Pick<PartyStatus, 'id' | 'name'>, unfinished: UnfinishedBusiness): void {
  if (Object.values(unfinished).every((count) => count === 0)) return;
  throw partyProblem('party-has-open-work', { partyId: id, name, ...unfinished });
}
