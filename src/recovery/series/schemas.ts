/** Wire shapes of rates over time and of enterprises side by side. */
import { z } from 'zod';
import { expected, Id, named, spelled } from '../../platform/http/index.ts';
import { RANKING, SERIES } from '../examples.ts';
import { RecoveryQuery } from '../periods/schemas.ts';
import { AnswerFormat } from '../report/schemas.ts';
import { RecoveryResponse } from '../schemas.ts';

const YearText = expected(spelled('code').regex(/^20\d\d$/), {
  en: 'a year of 2000 to 2099',
  zh: '2000 至 2099 年间的年份',
  example: '2026',
}).describe('Calendar year, YYYY, Asia/Shanghai');

export const YearQuery = z.strictObject({ partyId: Id.describe('The enterprise'), year: YearText });
export const SeriesQuery = YearQuery.extend({ format: AnswerFormat });
export const RankingQuery = z.strictObject({ period: RecoveryQuery.shape.period, format: AnswerFormat });

const shown = {
  provisional: true,
  status: true,
  rates: true,
  uncertainty: true,
  balance: true,
} as const;

export const SeriesResponse = named(
  'RecoverySeries',
  'Rates, balance and terms of an enterprise in every month of a year that has begun.',
  z.object({
    partyId: Id.describe('The enterprise'),
    year: z.string().describe('Calendar year of the months, YYYY'),
    items: z
      .array(RecoveryResponse.pick({ period: true, ...shown, terms: true }))
      .max(12)
      .describe('One for each month, the first month first'),
  }),
  SERIES,
);

export const RankingResponse = named(
  'RecoveryRanking',
  'Enterprises of a period by their conservative lead recovery rate.',
  z.object({
    period: z.string().describe('Month, quarter or year'),
    items: z
      .array(
        RecoveryResponse.pick({ partyId: true, ...shown }).extend({
          place: z
            .int()
            .nullable()
            .describe('Place by the exact conservative rate; null when it is blocked or cannot be computed'),
          name: z.string().describe('Name of the enterprise'),
        }),
      )
      .describe('The best first, and those without a place last'),
    omitted: z.int().describe('Enterprises that were not evaluated, because there are too many'),
  }),
  RANKING,
);
