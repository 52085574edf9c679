/** Wire shapes of corrections, in one form for all records. */
import { z } from 'zod';
import {
  affectedMembers,
  BatteryKindCode,
  codeText,
  correctionOf,
  Id,
  InstantOut,
  MassGramsOrNone,
  MassGramsOut,
  named,
  nameText,
  Pieces,
  toAffectedMembers,
} from '../../platform/http/index.ts';
import { CORRECT_BATCH, CORRECTION } from '../examples/corrections.ts';
import { ConditionCode, RiskClassCode } from '../schemas.ts';
import type { Correction } from './correction.ts';

/** Schemas of the legal parameters on corrections. */
export const YearClosingShape = z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) });

export const CorrectBatchRequest = named(
  'CorrectBatch',
  'Values of a batch that were recorded wrongly; what is left out stays.',
  correctionOf({
    massGrams: MassGramsOrNone.optional().describe(
      'Net mass with which the batch should have been recorded; 0 with 0 pieces withdraws it',
    ),
    pieces: Pieces.optional().describe('Batteries with which the batch should have been recorded'),
    batteryKind: BatteryKindCode.optional(),
    riskClass: RiskClassCode.optional(),
    condition: ConditionCode.optional(),
    sourceType: codeText(40).optional().describe('Code of the list source-types, such as repair-shop'),
    supplierName: nameText(200).optional().describe('Person or organisation that delivered the batteries (交售方名称)'),
  }),
  CORRECT_BATCH,
);

const CorrectedValues = z.object({
  massGrams: MassGramsOut.optional().describe('Mass of the record'),
  pieces: z.int().optional().describe('Batteries of the record'),
  batteryKind: BatteryKindCode.nullable().optional(),
  riskClass: RiskClassCode.nullable().optional(),
  condition: ConditionCode.nullable().optional(),
  sourceType: z.string().nullable().optional().describe('Code of the list source-types'),
  supplierName: z.string().nullable().optional().describe('Person or organisation that delivered the material'),
  documentNumber: z.string().nullable().optional().describe('Invoice, weighbridge ticket or customs declaration'),
  receiverName: z.string().optional().describe('Organisation that took the mass over'),
  contractNumber: z
    .string()
    .nullable()
    .optional()
    .describe('Number of the contract under which the mass was sold or used'),
  confirmationNumber: z.string().nullable().optional().describe('Confirmation of use by the receiver'),
  leadGrams: MassGramsOut.optional().describe('Lead emitted in the measured interval'),
  reportNumber: z.string().nullable().optional().describe('Number of the monitoring report'),
});

export const CorrectionResponse = named(
  'Correction',
  'Correction of a record: what it said, what counts now, and what that changed elsewhere.',
  z.object({
    id: Id,
    partyId: Id.describe('Organisation of the record'),
    subject: z.string().describe('The corrected record, such as `batch:<id>`, as in the journal'),
    number: z.int().describe('From 1 for the first correction of the record'),
    reason: z.string().describe('Why the record was wrong'),
    before: CorrectedValues.describe('The values that were replaced'),
    after: CorrectedValues.describe('The values that count now'),
    ...affectedMembers('Records that the correction changed, or whose figures must be read again'),
    actor: z.string().describe('Subject of the token that corrected'),
    recordedAt: InstantOut.describe('Time of the correction'),
  }),
  CORRECTION,
);

export const toCorrectionResponse = (correction: Correction): z.infer<typeof CorrectionResponse> => {
  const { id, partyId, subject, number, reason, before, after, actor, recordedAt } = correction;
  return {
    ...{ id, partyId, subject, number, reason, before, after, actor },
    ...toAffectedMembers(correction),
    recordedAt: recordedAt.toISOString(),
  };
};
