/** The life of an organisation in the register: from registration over review to active, suspended and closed. */
import { Problem } from '../core/problem.ts';

export const PARTY_STATES = ['registered', 'under_review', 'active', 'suspended', 'closed'] as const;
export type PartyState = (typeof PARTY_STATES)[number];

export const PARTY_STEPS = ['submit', 'approve', 'suspend', 'resume', 'close'] as const;
export type PartyStep = (typeof PARTY_STEPS)[number];

/** Which step leads where. The authority takes them all; closed is final. */
export const LEADS_TO = {
  registered: { submit: 'under_review', close: 'closed' },
  under_review: { approve: 'active', close: 'closed' },
  active: { suspend: 'suspended', close: 'closed' },
  suspended: { resume: 'active', close: 'closed' },
  closed: {},
} as const satisfies Record<PartyState, Partial<Record<PartyStep, PartyState>>>;

/** What the journal calls each step: `party.<this>`. */
export const PARTY_TOLD_AS: Record<PartyStep, string> = {
  submit: 'submitted',
  approve: 'approved',
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
  readonly at: Date;
};

/** The state a step leads to. @throws Problem `party-step-not-allowed` */
export function nextPartyState(state: PartyState, step: PartyStep): PartyState {
  const steps: Partial<Record<PartyStep, PartyState>> = LEADS_TO[state];
  const next = steps[step];
  if (!next) throw new Problem('party-step-not-allowed', { step, state, allowed: Object.keys(steps) });
  return next;
}

/** What is known of the states of an organisation: the one of now, and the changes that led to it, oldest first. */
export type PartyStanding = {
  readonly id: string;
  readonly name: string;
  readonly state: PartyState;
  readonly changes: readonly PartyChange[];
};

/** The state at an instant. Before the first change it is the one of registration, however long ago. */
export function stateAt({ state, changes }: Pick<PartyStanding, 'state' | 'changes'>, at: Date): PartyState {
  const last = changes.findLast((change) => change.at.getTime() <= at.getTime());
  return last?.state ?? changes[0]?.fromState ?? state;
}

/** Refuses whoever may not act in its present state. @throws Problem `party-not-active` */
export function refuseInactive(
  { id, name, state }: Pick<PartyStanding, 'id' | 'name' | 'state'>,
  { at, pointer }: { readonly at: Date; readonly pointer?: string | undefined },
): void {
  if (state === 'active') return;
  throw new Problem('party-not-active', {
    partyId: id,
    name,
    state,
    at: at.toISOString(),
    ...(pointer === undefined ? {} : { pointer }),
  });
}
