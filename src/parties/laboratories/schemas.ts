/** Wire shapes of the qualifications of laboratories. */
import { z } from 'zod';
import { Day, documentNumber, fault, Id, InstantOut, lineText, named, namedCodes } from '../../platform/http/index.ts';
import { PARTY_TERMS } from '../terms.ts';
import { QUALIFICATION, REGISTER_QUALIFICATION } from './examples.ts';
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
  }),
  QUALIFICATION,
);

export const QualificationParams = z.strictObject({ id: Id, qualificationId: Id.describe('Id of the qualification') });

export const toQualificationResponse = (one: Qualification): z.infer<typeof QualificationResponse> => ({
  ...one,
  registeredAt: one.registeredAt.toISOString(),
});
