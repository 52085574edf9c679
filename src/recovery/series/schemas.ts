/** Wire shapes of rates over time and of enterprises side by side. */
import { z } from 'zod';
import { expected, fault, Id, named, namedCodes, spelled } from '../../platform/http/index.ts';
import { RANKING, SERIES } from '../examples.ts';
import { RecoveryQuery } from '../periods/schemas.ts';
import { AnswerFormat } from '../report/schemas.ts';
import { RecoveryResponse } from '../schemas.ts';

const YearText = expected(spelled('code').regex(/^20\d\d$/), {
  en: 'a year of 2000 to 2099',
  zh: '2000 至 2099 年间的年份',
  example: '2026',
}).describe('Calendar year, YYYY, Asia/Shanghai');

const STEPS = ['month', 'year'] as const;
const StepCode = namedCodes('SeriesStep', 'Length of the periods of a series', STEPS, {
  month: { en: 'months', zh: '逐月' },
  year: { en: 'years', zh: '逐年' },
});

export const YearQuery = z.strictObject({ partyId: Id.describe('The enterprise'), year: YearText });

/** Years that one series may have; each has twelve months. */
const YEARS_MAX = 5;

export const SeriesQuery = z
  .strictObject({
    partyId: Id.describe('The enterprise'),
    year: YearText.optional().describe('The one calendar year; instead of from and to'),
    from: YearText.optional().describe('First calendar year, YYYY'),
    to: YearText.optional().describe('Last calendar year, YYYY; at most five years'),
    step: StepCode.default('month').describe('Length of the periods'),
    format: AnswerFormat,
  })
  .refine(
    ({ year, from, to }) =>
      year === undefined
        ? from !== undefined && to !== undefined && from <= to && Number(to) - Number(from) < YEARS_MAX
        : from === undefined && to === undefined,
    fault(
      'state year, or from and to with at most five years, the first not after the last.',
      '请填写 year，或者填写 from 和 to（不超过五年，且起始年份不晚于终止年份）。',
      'year',
    ),
  );
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
  'Rates, balance and terms of an enterprise in every month or year that has begun.',
  z.object({
    partyId: Id.describe('The enterprise'),
    year: z.string().nullable().describe('Calendar year of the months, YYYY; null for several years'),
    from: z.string().describe('First calendar year'),
    to: z.string().describe('Last calendar year'),
    items: z
      .array(RecoveryResponse.pick({ period: true, ...shown, terms: true }))
      .max(60)
      .describe('One for each month or year that has begun, the first one first'),
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
        RecoveryResponse.pick({ partyId: true, ...shown, findings: true }).extend({
          place: z
            .int()
            .nullable()
            .describe(
              'Place by the exact conservative rate, those that need a review after those that are clear; null when it is blocked or cannot be computed, and `findings` say why',
            ),
          name: z.string().describe('Name of the enterprise'),
        }),
      )
      .describe('The best first, and those without a place last'),
    omitted: z.int().describe('Enterprises that were not evaluated, because there are too many'),
  }),
  RANKING,
);
