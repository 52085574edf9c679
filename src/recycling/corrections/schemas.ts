/** Wire shapes of the corrections of a recycler's records. */
import { z } from 'zod';
import {
  correctionOf,
  documentNumber,
  expected,
  Id,
  MassGramsOrNone,
  named,
  nameText,
  Pieces,
  spelled,
} from '../../platform/http/index.ts';

const reason = '过磅单重量抄录有误';

export const CorrectFeedRequest = named(
  'CorrectFeed',
  'Mass or pieces of a feed that were recorded wrongly.',
  correctionOf({
    massGrams: MassGramsOrNone.optional().describe('Mass that was really fed; 0 withdraws the feed'),
    pieces: Pieces.optional().describe('Batteries that were really fed'),
  }),
  { reason, massGrams: 150_000 },
);

export const CorrectOutputRequest = named(
  'CorrectOutput',
  'Mass of an output that was recorded wrongly.',
  correctionOf({
    massGrams: MassGramsOrNone.optional().describe('Mass that really came out of the run; 0 withdraws the output'),
  }),
  { reason, massGrams: 100_000 },
);

export const CorrectSupplyRequest = named(
  'CorrectSupply',
  'Values of a supply that were recorded wrongly; what is left out stays.',
  correctionOf({
    massGrams: MassGramsOrNone.optional().describe('Mass that was really received; 0 withdraws the supply'),
    supplierName: nameText(200).optional().describe('Organisation from which the material was bought (供货方名称)'),
    documentNumber: documentNumber(100).optional().describe('Invoice, weighbridge ticket or customs declaration'),
  }),
  { reason, massGrams: 19_800_000 },
);

export const CorrectDispositionRequest = named(
  'CorrectDisposition',
  'Values of a disposition that were wrong, or a confirmation that came later; what is left out stays.',
  correctionOf({
    massGrams: MassGramsOrNone.optional().describe('Mass that really left; 0 withdraws the record'),
    receiverName: nameText(200).optional().describe('Organisation that took the mass over (接收方名称)'),
    contractNumber: documentNumber(100).optional().describe('Number of the contract under which the mass left'),
    confirmationNumber: documentNumber(100)
      .optional()
      .describe(
        "The receiver's confirmation of use, also when it comes later; lead in a use counts as recovered from then on",
      ),
  }),
  { reason, massGrams: 95_000 },
);

export const CorrectEmissionRequest = named(
  'CorrectEmission',
  'Values of an emission that were recorded wrongly; what is left out stays.',
  correctionOf({
    leadGrams: MassGramsOrNone.optional().describe('Lead that was really emitted in the measured interval'),
    reportNumber: documentNumber(100).optional().describe('Number that the monitoring body gave its report'),
  }),
  { reason, leadGrams: 5_400 },
);

const Movement = expected(spelled('code').regex(/^\d{1,15}$/), {
  en: 'the number of a movement, as GET /v1/runs/{id}/movements shows it',
  zh: '物料流转编号，见 GET /v1/runs/{id}/movements',
  example: '5120',
});

export const FeedParams = z.strictObject({
  id: Id.describe('Identifier of the run'),
  feedId: Movement.describe('Number of the movement of the feed, as the movements of the run show it'),
});

export const OutputParams = z.strictObject({
  id: Id.describe('Identifier of the run'),
  outputId: Id.describe('Identifier of the batch that the output became'),
});
