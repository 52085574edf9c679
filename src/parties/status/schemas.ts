/** Wire shapes of the status of organisations and licences. */
import { z } from 'zod';
import { Day, Id, InstantOut, linesText, named, namedCodes } from '../../platform/http/index.ts';
import { PARTY_HISTORY } from '../examples/register.ts';
import { PARTY_TERMS } from '../terms.ts';
import { PARTY_STATES, PARTY_STEPS, type PartyChange } from './party-state.ts';

export const PartyStateCode = namedCodes(
  'PartyState',
  'State of an organisation',
  PARTY_STATES,
  PARTY_TERMS['party-state'],
);

const Reason = linesText(500).describe('Grounds of the decision (原因), which the organisation reads');

export const PartyStepRequest = named(
  'PartyStep',
  'Change of the state of an organisation, for which a reason is optional.',
  z.strictObject({
    reason: Reason.nullable()
      .default(null)
      .describe('Grounds of the decision (原因), which the organisation reads; may be left out'),
  }),
  {
    reason: '材料齐全。',
  },
);
/** A reason is required: the organisation reads it. */
export const PartyStopRequest = named(
  'PartyStop',
  'Stop of an organisation, with the reason.',
  z.strictObject({ reason: Reason }),
  {
    reason: '未按期提交年度报告。',
  },
);
export const PartyCloseRequest = named(
  'PartyClosing',
  'Closing of an organisation, with the reason.',
  z.strictObject({
    reason: Reason,
    nevertheless: z
      .boolean()
      .default(false)
      .describe('Close it in spite of unfinished manifests or stock; `reason` must say why'),
  }),
  { reason: '单位已注销营业执照。' },
);

export const PartyHistoryResponse = named(
  'PartyHistory',
  'Changes of the state of an organisation, with reasons and actors.',
  z.object({
    items: z
      .array(
        named(
          'PartyHistoryEntry',
          'Change of the state of an organisation, with its reason and actor.',
          z.object({
            number: z.int().describe('Place of the step among those of this organisation, from 1'),
            step: z.enum(PARTY_STEPS).describe('submit, approve, send-back, suspend, resume or close'),
            fromState: PartyStateCode.describe('State before the step'),
            state: PartyStateCode.describe('State that the step led to'),
            reason: z.string().nullable().describe('Reason that the authority gave'),
            actor: z.string().describe('Subject of the token that took the step'),
            at: InstantOut.describe('Time of the step'),
          }),
        ),
      )
      .describe('All steps, first to last'),
  }),
  PARTY_HISTORY,
);

export const toPartyChangeResponse = ({ partyId: _, at, ...change }: PartyChange) => ({
  ...change,
  at: at.toISOString(),
});

export const LicenceParams = z.strictObject({ id: Id, licenceId: Id });

export const LicenceStepRequest = named(
  'LicenceStep',
  'Reason for a change of a licence, and the day from which it applies.',
  z.strictObject({
    reason: Reason,
    effectiveOn: Day.nullable().default(null).describe('First day on which the step counts; today if left out'),
  }),
  { reason: '依据现场检查结果。', effectiveOn: '2026-11-01' },
);
