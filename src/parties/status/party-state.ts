/** The life of an organisation in the register: from registration over review to active, suspended and closed. */
import type { Problem } from '../../core/messages/problem.ts';
import { partyProblem } from '../problems.ts';

export const PARTY_STATES = ['registered', 'under_review', 'active', 'suspended', 'closed'] as const;
export type PartyState = (typeof PARTY_STATES)[number];

export const PARTY_STEPS = ['submit', 'approve', 'send-back', 'suspend', 'resume', 'close'] as const;
export type PartyStep = (typeof PARTY_STEPS)[number];

/** Which step leads where. The authority takes them all; closed is final. */
export const LEADS_TO = {
  registered: { submit: 'under_review', close: 'closed' },
  under_review: { approve: 'active', 'send-back': 'registered', close: 'closed' },
  active: { suspend: 'suspended', close: 'closed' },
  suspended: { resume: 'active', close: 'closed' },
  closed: {},
} as const satisfies Record<PartyState, Partial<Record<PartyStep, PartyState>>>;

/** What the journal calls each step: `party.<this>`. */
export const PARTY_FACTS: Record<PartyStep, string> = {
  submit: 'submitted',
  approve: 'approved',
  'send-back': 'sent_back',
  suspend: 'suspended',
  resume: 'resumed',
  close: 'closed',
};

/** A step that was taken. Registration is none: it stands on the organisation itself. */
export type PartyChange = {
  readonly partyId: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly step: PartyStep;
  readonly fromState: PartyState;
  readonly state: PartyState;
  readonly reason: string | null;
  /** Who took it: subject of the token. */
  readonly actor: string;
  /** When it was recorded, and from when it counts. */
  readonly at: Date;
};

/** The state a step leads to. @throws Problem `party-step-not-allowed` */
export function nextPartyState(state: PartyState, step: PartyStep): PartyState {
  const steps: Partial<Record<PartyStep, PartyState>> = LEADS_TO[state];
  const next = steps[step];
  if (!next) throw partyProblem('party-step-not-allowed', { step, state, allowed: Object.keys(steps) });
  return next;
}

/** What is known of the states of an organisation: the one of now, and the changes that led to it, oldest first. */
export type PartyStatus = {
  readonly id: string;
  readonly name: string;
  readonly state: PartyState;
  readonly changes: readonly PartyChange[];
};

/**
 * The state at an instant: by the dates of the authority's steps, which cannot be set back, against the date at which
 * whoever acts says that it acted. What was done before a suspension may so be recorded after it. Before the first change it is
 * the one of registration, however long ago.
 */
export function stateAt({ state, changes }: Pick<PartyStatus, 'state' | 'changes'>, at: Date): PartyState {
  const last = changes.findLast((change) => change.at.getTime() <= at.getTime());
  return last?.state ?? changes[0]?.fromState ?? state;
}

/**
 * Where an organisation stands for an act of its own: as on the day of the act, but one that is closed has closed its
 * books for every day. What others do with it on their records is judged by `stateAt`.
 */
export function ownStateAt(status: Pick<PartyStatus, 'state' | 'changes'>, at: Date): PartyState {
  return status.state === 'closed' ? 'closed' : stateAt(status, at);
}

/** The problem of whoever may not act, on account of the state it was in. */
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
 * Whether it may end what it began: active at the instant, or suspended by then and active when it began it. Who is
 * closed ends nothing.
 */
export function mayFinish(status: Pick<PartyStatus, 'state' | 'changes'>, at: Date, begunAt: Date): boolean {
  const state = ownStateAt(status, at);
  return state === 'active' || (state === 'suspended' && stateAt(status, begunAt) === 'active');
}

/** What an organisation has under way: what another feature counts of it, under names of its own. */
export type UnfinishedBusiness = Readonly<Record<'manifests' | 'batches' | 'massGrams', number>>;

/**
 * Refuses to close an organisation that has something under way.
 * @throws Problem `party-has-open-work`
 */
export function refuseUnfinished({ id, name }: Pick<PartyStatus, 'id' | 'name'>, open: UnfinishedBusiness): void {
  if (Object.values(open).every((count) => count === 0)) return;
  throw partyProblem('party-has-open-work', { partyId: id, name, ...open });
}
