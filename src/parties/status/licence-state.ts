/** States of a licence after its issue. Changes are added, never overwritten. */
import { partyProblem } from '../problems.ts';

export const LICENCE_STATES = ['valid', 'suspended', 'revoked'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

export const LICENCE_STEPS = ['suspend', 'reinstate', 'revoke'] as const;
export type LicenceStep = (typeof LICENCE_STEPS)[number];

/** Possible steps of each state, and the state each leads to. `revoked` is final. */
export const LICENCE_LEADS_TO = {
  valid: { suspend: 'suspended', revoke: 'revoked' },
  suspended: { reinstate: 'valid', revoke: 'revoked' },
  revoked: {},
} as const satisfies Record<LicenceState, Partial<Record<LicenceStep, LicenceState>>>;

/** The state to which each step leads. */
export const LICENCE_STEP_LEADS_TO: Record<LicenceStep, LicenceState> = Object.assign(
  {},
  ...Object.values(LICENCE_LEADS_TO),
);

/** Names of the steps in the journal: `licence.<fact>`. */
export const LICENCE_FACTS: Record<LicenceStep, string> = {
  suspend: 'suspended',
  reinstate: 'reinstated',
  revoke: 'revoked',
};

export type LicenceChange = {
  readonly licenceId: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly step: LicenceStep;
  readonly state: LicenceState;
  /** First day on which the change is effective. */
  readonly effectiveOn: string;
  readonly reason: string;
  /** Subject of the token that took the step. */
  readonly actor: string;
  readonly recordedAt: Date;
};

/** Returns the state on a day: that of the last change effective by then. */
export function licenceStateOn(
  changes: readonly Pick<LicenceChange, 'state' | 'effectiveOn'>[],
  on: string,
): LicenceState {
  return changes.findLast(({ effectiveOn }) => effectiveOn <= on)?.state ?? 'valid';
}

/**
 * Returns the state to which a step leads after all earlier changes. Effective days never go back.
 * @throws Problem `licence-step-not-allowed`, `licence-step-too-early`
 */
export function nextLicenceState(
  { changes, validFrom }: { readonly changes: readonly LicenceChange[]; readonly validFrom: string },
  step: LicenceStep,
  effectiveOn: string,
): LicenceState {
  const last = changes.at(-1);
  const state = last?.state ?? 'valid';
  const steps: Partial<Record<LicenceStep, LicenceState>> = LICENCE_LEADS_TO[state];
  const next = steps[step];
  if (!next) throw partyProblem('licence-step-not-allowed', { step, state, allowed: Object.keys(steps) });
  const after = last?.effectiveOn ?? validFrom;
  if (effectiveOn < after) {
    throw partyProblem('licence-step-too-early', { step, effectiveOn, after, pointer: '#/body/effectiveOn' });
  }
  return next;
}
