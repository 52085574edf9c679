/** Wire shapes of exemptions from approval. */
import { z } from 'zod';
import {
  Day,
  eachOnce,
  fault,
  Id,
  InstantOut,
  linesText,
  lineText,
  named,
  PageQuery,
  ProvinceCode,
  Uscc,
  WasteCode,
} from '../../platform/http/index.ts';
import { END_EXEMPTION, EXEMPTION, REGISTER_EXEMPTION } from '../examples.ts';
import type { Exemption } from './exemption.ts';

export const RegisterExemptionRequest = named(
  'RegisterExemption',
  'List of receivers to which waste goes without an approval, as its document states.',
  z
    .strictObject({
      grantedBy: lineText(200).describe('Title and number of the document that grants it'),
      wasteCodes: eachOnce(z.array(WasteCode).min(1).max(50)).describe(
        'Codes of the waste that goes without an approval',
      ),
      receivers: eachOnce(z.array(Uscc).min(1).max(1_000)).describe(
        'Unified social credit codes of the receivers that it lists',
      ),
      originProvince: ProvinceCode.nullable().default(null).describe('Province of origin; null for all'),
      destinationProvince: ProvinceCode.nullable().default(null).describe('Province of destination; null for all'),
      validFrom: Day.describe('First day of validity'),
      validTo: Day.nullable()
        .default(null)
        .describe('First day on which it is no longer in force; null without an end'),
    })
    .refine(
      ({ validFrom, validTo }) => validTo === null || validFrom < validTo,
      fault(
        'validTo must be later than validFrom.',
        '“有效期止（不含当日）”（validTo）须晚于“有效期起”（validFrom）。',
        'validTo',
        'validFrom',
      ),
    ),
  REGISTER_EXEMPTION,
);

export const EndExemptionRequest = named(
  'EndExemption',
  'Early end of an exemption, with its reason.',
  z.strictObject({
    endedOn: Day.describe('First day on which the exemption is no longer in force'),
    reason: linesText(500).describe('Grounds of the end'),
  }),
  END_EXEMPTION,
);

export const ExemptionResponse = named(
  'Exemption',
  'Exemption from the approval of transfers to another province.',
  z.object({
    id: Id,
    grantedBy: z.string().describe('Document that grants it'),
    wasteCodes: z.array(z.string()).describe('Codes of the waste that goes without an approval'),
    receivers: z.array(z.string()).describe('Unified social credit codes of the receivers'),
    originProvince: z.string().nullable().describe('Province of origin; null for all'),
    destinationProvince: z.string().nullable().describe('Province of destination; null for all'),
    validFrom: z.string().describe('First day of validity'),
    validTo: z.string().nullable().describe('First day on which it is no longer in force; null without an end'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
    ending: z
      .object({
        endedOn: z.string().describe('First day on which it is no longer in force'),
        reason: z.string().describe('Grounds of the end'),
        recordedAt: InstantOut.describe('Time at which this service recorded it'),
      })
      .nullable()
      .describe('Early end; null without one'),
  }),
  EXEMPTION,
);

export const ExemptionListQuery = PageQuery.extend({
  receiverUscc: Uscc.optional(),
  wasteCode: WasteCode.optional().describe('Leaves exemptions for this waste code'),
});

export function toExemptionResponse(exemption: Exemption): z.infer<typeof ExemptionResponse> {
  const { wasteCodes, receivers, recordedAt, ending, ...one } = exemption;
  return {
    ...one,
    wasteCodes: [...wasteCodes],
    receivers: [...receivers],
    recordedAt: recordedAt.toISOString(),
    ending: ending && { ...ending, recordedAt: ending.recordedAt.toISOString() },
  };
}
