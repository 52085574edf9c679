/** What becomes of a licence after it was issued: suspended, reinstated, revoked. Nothing is overwritten. */
import { partyProblem } from '../problems.ts';

export const LICENCE_STATES = ['valid', 'suspended', 'revoked'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

export const LICENCE_STEPS = ['suspend', 'reinstate', 'revoke'] as const;
export type LicenceStep = (typeof LICENCE_STEPS)[number];

/** Which step leads where; revoked is final. */
export const LICENCE_LEADS_TO = {
  valid: { suspend: 'suspended', revoke: 'revoked' },
  suspended: { reinstate: 'valid', revoke: 'revoked' },
  revoked: {},
} as const satisfies Record<LicenceState, Partial<Record<LicenceStep, LicenceState>>>;

/** What the journal calls each step: `licence.<this>`. */
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
  /** First day on which it counts. */
  readonly effectiveOn: string;
  readonly reason: string;
  readonly actor: string;
  readonly recordedAt: Date;
};

/** The state on a day: of the latest change that counts by then. */
export function licenceStateOn(changes: readonly Pick<LicenceChange, 'state' | 'effectiveOn'>[], on: string) {
  return changes.findLast(({ effectiveOn }) => effectiveOn <= on)?.state ?? 'valid';
}

/**
 * The state a step leads to, after all that was decided before it.
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
