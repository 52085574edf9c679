/** Wire shapes of the question for a report. */
import { z } from 'zod';
import { LANGUAGES } from '../../core/messages/language.ts';
import { namedCodes } from '../../platform/http/index.ts';
import { RecoveryQuery } from '../periods/schemas.ts';
import { ANSWER_FORMATS, REPORT_FORMATS } from './report.ts';
import { ANSWER_FORMAT_WORDS, LANGUAGE_WORDS, REPORT_FORMAT_WORDS } from './words.ts';

const ReportFormatCode = namedCodes('ReportFormat', 'Format of a report', REPORT_FORMATS, REPORT_FORMAT_WORDS);
const ReportLanguageCode = namedCodes('ReportLanguage', 'Language of a report', LANGUAGES, LANGUAGE_WORDS);

/** Format of an answer that is also given as a workbook. */
export const AnswerFormat = namedCodes('AnswerFormat', 'Format of an answer', ANSWER_FORMATS, ANSWER_FORMAT_WORDS)
  .default('json')
  .describe('Format of the answer; a workbook has the language of the request');

export const ReportQuery = z.strictObject({
  ...RecoveryQuery.shape,
  format: ReportFormatCode.default('pdf').describe('Format of the report'),
  language: ReportLanguageCode.default('zh').describe(
    'Language of the report; Accept-Language decides about problems only',
  ),
});

export const CertifiedReportQuery = z.strictObject({
  format: ReportFormatCode.default('pdf').describe('Format of the report'),
  language: ReportLanguageCode.default('zh').describe(
    'Language of the report. Texts of findings are Chinese in a figure that was frozen in Chinese only',
  ),
  round: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('Round whose certification is wanted; the latest one when absent'),
});
