/** Wire shapes of the qualifications of laboratories. */
import { z } from 'zod';
import {
  Day,
  documentNumber,
  fault,
  Id,
  InstantOut,
  linesText,
  lineText,
  named,
  namedCodes,
} from '../../platform/http/index.ts';
import { PARTY_TERMS } from '../terms.ts';
import { QUALIFICATION, REGISTER_QUALIFICATION, WITHDRAW_QUALIFICATION } from './examples.ts';
import { QUALIFICATION_KINDS, type Qualification } from './qualification.ts';

const QualificationKindCode = namedCodes(
  'QualificationKind',
  'Kind of qualification of a laboratory',
  QUALIFICATION_KINDS,
  PARTY_TERMS['qualification-kind'],
);

export const RegisterQualificationRequest = named(
  'RegisterQualification',
  'Qualification of a laboratory to register.',
  z
    .strictObject({
      kind: QualificationKindCode.describe('Kind of the qualification'),
      number: documentNumber(60).describe('Number of the certificate (检验检测机构资质认定证书编号, or of CNAS)'),
      validFrom: Day.describe('First day of its validity, such as 2025-01-01'),
      validTo: Day.describe('First day on which the qualification is no longer valid, such as 2031-01-01'),
      issuer: lineText(200).describe('Authority or body that issued it'),
    })
    .refine(
      ({ validFrom, validTo }) => validFrom < validTo,
      fault(
        'validTo must be later than validFrom.',
        '“有效期止”（validTo）须晚于“有效期起”（validFrom）。',
        'validTo',
        'validFrom',
      ),
    ),
  REGISTER_QUALIFICATION,
);

export const WithdrawQualificationRequest = named(
  'WithdrawQualification',
  'Early end of a qualification, with its reason.',
  z.strictObject({
    withdrawnOn: Day.describe('First day on which the qualification is no longer valid, such as 2026-10-01'),
    reason: linesText(500).describe('Grounds of the decision (原因), which everybody reads who sees the qualification'),
  }),
  WITHDRAW_QUALIFICATION,
);

const WithdrawalResponse = z.object({
  withdrawnOn: z.string().describe('First day on which the qualification is no longer valid'),
  reason: z.string().describe('Grounds of the decision'),
  recordedAt: InstantOut.describe('Time at which this service recorded it'),
});

export const QualificationResponse = named(
  'Qualification',
  'Qualification by which an organisation is a laboratory, with its validity.',
  z.object({
    id: Id,
    partyId: Id.describe('The laboratory'),
    kind: QualificationKindCode.describe('Kind of the qualification'),
    number: z.string().describe('Number of the certificate'),
    validFrom: z.string().describe('First day of its validity'),
    validTo: z.string().describe('First day on which it is no longer valid'),
    issuer: z.string().describe('Authority or body that issued it'),
    registeredAt: InstantOut.describe('Time of the registration'),
    withdrawal: WithdrawalResponse.nullable()
      .optional()
      .describe('Early end by the authority; null while the qualification stands'),
  }),
  QUALIFICATION,
);

export const QualificationParams = z.strictObject({ id: Id, qualificationId: Id.describe('Id of the qualification') });

export const toQualificationResponse = (one: Qualification): z.infer<typeof QualificationResponse> => ({
  ...one,
  registeredAt: one.registeredAt.toISOString(),
  withdrawal: one.withdrawal && {
    withdrawnOn: one.withdrawal.withdrawnOn,
    reason: one.withdrawal.reason,
    recordedAt: one.withdrawal.recordedAt.toISOString(),
  },
});
