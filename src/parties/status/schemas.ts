/** Wire shapes of the status of organisations and licences. */
import { z } from 'zod';
import { Day, Id, InstantOut, text } from '../../platform/http/index.ts';
import { PARTY_STATES, PARTY_STEPS, type PartyChange } from './party-state.ts';

const Reason = text(500);

export const PartyStepRequest = z.strictObject({ reason: Reason.nullable().default(null) });
/** A reason is required: the organisation reads it. */
export const PartyStopRequest = z.strictObject({ reason: Reason });
export const PartyCloseRequest = z.strictObject({
  reason: Reason,
  nevertheless: z
    .boolean()
    .default(false)
    .describe('Close it in spite of unfinished manifests or stock; `reason` must say why'),
});

export const PartyHistoryResponse = z.object({
  items: z.array(
    z.object({
      number: z.int(),
      step: z.enum(PARTY_STEPS),
      fromState: z.enum(PARTY_STATES),
      state: z.enum(PARTY_STATES),
      reason: z.string().nullable(),
      actor: z.string().describe('Subject of the token that took the step'),
      at: InstantOut,
    }),
  ),
});

export const toPartyChangeResponse = ({ partyId: _, at, ...change }: PartyChange) => ({
  ...change,
  at: at.toISOString(),
});

export const LicenceParams = z.strictObject({ id: Id, licenceId: Id });

export const LicenceStepRequest = z.strictObject({
  reason: Reason,
  effectiveOn: Day.nullable().default(null).describe('First day on which the step counts; today if left out'),
});
