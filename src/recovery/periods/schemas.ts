/** Wire shapes of the question for a rate: an enterprise and a period. */
import { z } from 'zod';
import { expected, Id, spelled } from '../../platform/http/index.ts';

export const PeriodText = expected(spelled('code').regex(/^20\d\d(-(0[1-9]|1[0-2]|Q[1-4]))?$/), {
  en: 'a month, a quarter such as 2026-Q4, or a year of 2000 to 2099',
  zh: '2000 至 2099 年间的月份、季度（如 2026-Q4）或年份',
  example: '2026-10',
}).describe('Month, YYYY-MM, quarter, YYYY-Q1 to YYYY-Q4, or calendar year, YYYY, Asia/Shanghai');

export const RecoveryQuery = z.strictObject({ partyId: Id.describe('The enterprise'), period: PeriodText });
