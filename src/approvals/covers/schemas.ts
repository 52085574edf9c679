/** Wire shapes of loads that left the province under an approval or an exemption. */
import { z } from 'zod';
import { Id, InstantOut, MassGramsOut, named, PageQuery } from '../../platform/http/index.ts';
import { TRANSFER } from '../examples.ts';
import type { CoveredTransfer } from './cover.ts';

export const CoveredTransferResponse = named(
  'CoveredTransfer',
  'Load that left the province under an approval or an exemption.',
  z.object({
    id: Id.describe('Identifier of the manifest of the load'),
    approvalId: Id.nullable().describe('The approval that it counts against; null for an exempt load'),
    exemptionId: Id.nullable().describe('The exemption under which it travels; null for an approved load'),
    consignorId: Id,
    receiverId: Id,
    wasteCode: z.string().describe('Code of the national list of hazardous waste'),
    handedOverGrams: MassGramsOut.describe('Mass that was handed over'),
    countedGrams: MassGramsOut.describe('Mass that counts: as handed over, once the receiver has decided as accepted'),
    handedOverOn: z.string().describe('Day of the hand-over'),
    settledAt: InstantOut.nullable().describe('Time at which the accepted mass was counted; null before'),
  }),
  TRANSFER,
);

export const CoveredTransferQuery = PageQuery.extend({
  approvalId: Id.optional(),
  exemptionId: Id.optional(),
  manifestId: Id.optional(),
});

export const toCoveredTransfer = ({ settledAt, ...one }: CoveredTransfer): z.infer<typeof CoveredTransferResponse> => ({
  ...one,
  settledAt: settledAt?.toISOString() ?? null,
});
