/** Wire shapes of observed stock counts. */
import { z } from 'zod';
import {
  codeText,
  Day,
  documentNumber,
  fault,
  Id,
  InstantOut,
  lineText,
  MassGramsOrNone,
  MassGramsOut,
  named,
  nameText,
} from '../../platform/http/index.ts';
import { StockCountListQuery } from '../inventory/schemas.ts';
import { OBSERVE_STOCK, STOCK_OBSERVATION } from './examples.ts';
import type { StockObservation } from './observation.ts';

export const ObserveStockRequest = named(
  'ObserveStock',
  'Statement of an authority on what it saw on the site for a stock count.',
  z
    .strictObject({
      observedOn: Day.describe(
        'Day of the visit: that of the count, or for counts until 2025 at most the days of law from it',
      ),
      observer: nameText(100).describe('Authority that was on the site'),
      reportNumber: documentNumber(100).describe('Number of the report of the visit (现场核查报告编号)'),
      lines: z
        .array(
          z.strictObject({
            item: codeText(40).describe('Code of the list stock-items, as in the count'),
            massGrams: MassGramsOrNone.describe('Mass that was there at the end of the day of the count'),
            remarks: lineText(300)
              .nullable()
              .default(null)
              .describe('What the stock was, and how its mass was determined'),
          }),
        )
        .max(100)
        .describe('Items that were seen, each once; empty withdraws the observation that is replaced'),
      replacesId: Id.nullable().default(null).describe('The observation that this one corrects or withdraws'),
    })
    .refine(
      ({ lines, replacesId }) =>
        (lines.length > 0 || replacesId !== null) && new Set(lines.map(({ item }) => item)).size === lines.length,
      fault(
        'An observation names each item that was seen once; only the withdrawal of an earlier one names none.',
        '监盘记录须逐项填写所见盘点项目，每项只填一次；仅撤回此前的监盘记录时可不填。',
        'lines',
      ),
    ),
  OBSERVE_STOCK,
);

export const StockObservationResponse = named(
  'StockObservation',
  'Observation of a stock count by an authority.',
  z.object({
    id: Id,
    countId: Id.describe('The stock count'),
    partyId: Id.describe('The organisation whose stock it is'),
    siteId: Id.describe('The site'),
    countedOn: z.string().describe('Day at the end of which was counted'),
    observedOn: z.string().describe('Day on which the authority was on the site'),
    observer: z.string().describe('Authority that was on the site'),
    reportNumber: z.string().describe('Number of the report of the visit'),
    lines: z
      .array(
        z.object({
          item: z.string().describe('Code of the list stock-items'),
          massGrams: MassGramsOut.describe('Mass that was there'),
          remarks: z.string().nullable().describe('What the stock was; null without remarks'),
        }),
      )
      .describe('Items that were seen; empty for a withdrawal'),
    replacesId: Id.nullable().describe('The observation that this one corrects or withdraws'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  STOCK_OBSERVATION,
);

export const ObservationListQuery = StockCountListQuery.extend({ countId: Id.optional() });

export const toObservationResponse = ({
  recordedAt,
  lines,
  ...one
}: StockObservation): z.infer<typeof StockObservationResponse> => ({
  ...one,
  lines: [...lines],
  recordedAt: recordedAt.toISOString(),
});
