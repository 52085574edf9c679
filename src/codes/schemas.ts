/** Wire shapes of code tables. */
import { z } from 'zod';
import { Day, PageQuery } from '../platform/http/index.ts';
import { CODE_KINDS } from './code.ts';

export const CodeParams = z.strictObject({ kind: z.enum(CODE_KINDS) });

export const CodeQuery = PageQuery.extend({
  on: Day.optional().describe('As the table was on this day; today when left out'),
});

export const CodeResponse = z.object({
  code: z.string(),
  zh: z.string().describe('Name in Chinese'),
  en: z.string().nullable().describe('Name in English, where there is one'),
  details: z
    .record(z.string(), z.unknown())
    .describe('What else is said of it: level and parent of a division, category and hazards of a waste code'),
  validFrom: z.string(),
  validTo: z.string().nullable().describe('First day on which it no longer holds'),
  source: z.string(),
  confidence: z
    .string()
    .describe(
      'V read in the full text, 2 two sources, 1 one secondary source, C computed, I a choice of this service, M-h, M-m, M-l believed and not confirmed',
    ),
});
