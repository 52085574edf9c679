/** Wire shapes of approvals of transfers to another province. */
import { z } from 'zod';
import { dayOf } from '../../core/calendar.ts';
import {
  codeText,
  Day,
  documentNumber,
  eachOnce,
  fault,
  Id,
  InstantOut,
  linesText,
  lineText,
  MassGrams,
  MassGramsOut,
  named,
  namedCodes,
  PageQuery,
  Sha256,
  WasteCode,
} from '../../platform/http/index.ts';
import { APPROVAL, REGISTER_APPROVAL, WITHDRAW_APPROVAL } from '../examples.ts';
import { APPROVAL_TERMS } from '../terms.ts';
import { type Approval, type ApprovalState, stateOn } from './approval.ts';

const APPROVAL_STATES = ['valid', 'expired', 'withdrawn'] as const satisfies readonly ApprovalState[];

const ApprovalStateCode = namedCodes(
  'ApprovalState',
  'State of an approval today',
  APPROVAL_STATES,
  APPROVAL_TERMS['approval-state'],
);

const Quantities = z
  .array(
    z.strictObject({
      wasteCode: WasteCode.describe('Code of the waste that may be sent'),
      massGrams: MassGrams.describe('Approved mass (批准转移数量) in whole grams'),
    }),
  )
  .min(1)
  .max(50)
  .refine(
    (list) => new Set(list.map(({ wasteCode }) => wasteCode)).size === list.length,
    fault('A waste code is named once.', '同一废物代码只填写一次。'),
  );

export const RegisterApprovalRequest = named(
  'RegisterApproval',
  'Decision of this province on transfers to another one, as its document states.',
  z
    .strictObject({
      number: documentNumber(100).describe('Number of the decision (批准文号)'),
      consignorId: Id.describe('The consignor, an organisation of this province'),
      receiverId: Id.describe('The receiver, an organisation of another province'),
      licenceId: Id.describe('Licence of the receiver that covers every waste code on the day of the decision'),
      quantities: Quantities.describe('Approved mass of each waste code'),
      treatmentMethods: eachOnce(z.array(codeText(10)).min(1).max(20)).describe('Codes of the list treatment-methods'),
      decidedOn: Day.describe('Day of the decision'),
      requestedUntil: Day.describe('Last day of the transfer that the consignor applied for (拟转移期限)'),
      legalBasis: lineText(200).describe('Provision of law that the decision names'),
      documents: z
        .array(
          z.strictObject({
            fileName: lineText(200).describe('Name under which the authority keeps it'),
            sha256: Sha256.describe('SHA-256 of the file'),
          }),
        )
        .max(20)
        .default([])
        .describe('Documents of the decision, which the authority keeps'),
    })
    .refine(
      ({ decidedOn, requestedUntil }) => decidedOn <= requestedUntil,
      fault(
        'requestedUntil must not be before decidedOn.',
        '“拟转移截止日期”（requestedUntil）不得早于“决定日期”（decidedOn）。',
        'requestedUntil',
        'decidedOn',
      ),
    ),
  REGISTER_APPROVAL,
);

export const WithdrawApprovalRequest = named(
  'WithdrawApproval',
  'Early end of an approval, with its reason.',
  z.strictObject({
    withdrawnOn: Day.describe('First day on which the approval is no longer valid'),
    reason: linesText(500).describe('Grounds of the withdrawal, which everybody reads who sees the approval'),
  }),
  WITHDRAW_APPROVAL,
);

export const ApprovalResponse = named(
  'Approval',
  'Approval of transfers to another province, with what was used of it.',
  z.object({
    id: Id,
    number: z.string().describe('Number of the decision'),
    originProvince: z.string().describe('Code of the province that decided'),
    destinationProvince: z.string().describe('Code of the province of the receiver'),
    consignorId: Id,
    receiverId: Id,
    receiverLicence: z.string().describe('Number of the licence that the decision rests on'),
    quantities: z
      .array(
        z.object({
          wasteCode: z.string().describe('Code of the national list of hazardous waste'),
          approvedGrams: MassGramsOut.describe('Approved mass'),
          usedGrams: MassGramsOut.describe('Mass handed over, or accepted where the receiver has decided'),
          remainingGrams: MassGramsOut.describe('Mass that may still be handed over'),
        }),
      )
      .describe('Approved mass of each waste code'),
    treatmentMethods: z.array(z.string()).describe('Codes of the list treatment-methods'),
    decidedOn: z.string().describe('Day of the decision'),
    requestedUntil: z.string().describe('Last day that the consignor applied for'),
    validFrom: z.string().describe('First day of validity'),
    validTo: z
      .string()
      .describe('First day without validity: the earliest end by law, by the application and by the licence'),
    state: ApprovalStateCode.describe('State today'),
    legalBasis: z.string().describe('Provision of law that the decision names'),
    documents: z
      .array(
        z.object({
          fileName: z.string().describe('Name under which the authority keeps it'),
          sha256: z.string().describe('SHA-256 of the file'),
        }),
      )
      .describe('Documents of the decision'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
    withdrawal: z
      .object({
        withdrawnOn: z.string().describe('First day on which it is no longer valid'),
        reason: z.string().describe('Grounds of the withdrawal'),
        recordedAt: InstantOut.describe('Time at which this service recorded it'),
      })
      .nullable()
      .describe('Early end; null without one'),
  }),
  APPROVAL,
);

export const ApprovalListQuery = PageQuery.extend({
  number: documentNumber(100).optional(),
  consignorId: Id.optional(),
  receiverId: Id.optional(),
  wasteCode: WasteCode.optional().describe('Leaves approvals with a quantity of this waste code'),
  validOn: Day.optional(),
});

/** @param now decides the state: that of today */
export function toApprovalResponse(approval: Approval, now: Date): z.infer<typeof ApprovalResponse> {
  const { withdrawal, recordedAt, quantities, documents, treatmentMethods, ...one } = approval;
  return {
    ...one,
    treatmentMethods: [...treatmentMethods],
    documents: documents.map((document) => ({ ...document })),
    quantities: quantities.map((quantity) => {
      return { ...quantity, remainingGrams: Math.max(0, quantity.approvedGrams - quantity.usedGrams) };
    }),
    state: stateOn(approval, dayOf(now)),
    recordedAt: recordedAt.toISOString(),
    withdrawal: withdrawal && { ...withdrawal, recordedAt: withdrawal.recordedAt.toISOString() },
  };
}
