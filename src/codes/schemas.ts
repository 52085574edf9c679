/** Wire shapes of code tables. */
import { z } from 'zod';
import { Day, named, PageQuery } from '../platform/http/index.ts';
import { CODE_KINDS } from './code.ts';
import { CODE } from './examples.ts';

export const CodeParams = z.strictObject({ kind: z.enum(CODE_KINDS) });

export const CodeQuery = PageQuery.extend({
  on: Day.optional().describe('The day of the table, such as 2026-01-01; today if left out'),
});

export const CodeResponse = named(
  'Code',
  'Entry of a code list, with its names, validity and source.',
  z.object({
    code: z
      .string()
      .describe('Value that fields of requests and answers take, such as repair-shop; unique within its list on a day'),
    zh: z.string().describe('Name in Chinese'),
    en: z.string().nullable().describe('Name in English, where there is one'),
    details: z
      .record(z.string(), z.unknown())
      .describe(
        'Further properties: level and parent of a division; category and hazards of a waste code; role, wasteCode and loss of a material; leadBearing and wasteCode of a kind of bought feed; term of a stock item',
      ),
    validFrom: z.string().describe('First day on which the code is valid'),
    validTo: z.string().nullable().describe('First day on which the code is no longer valid'),
    source: z.string().describe('Law, standard or decision that it comes from'),
    confidence: z
      .string()
      .describe(
        'V: read in the full text; 2: two sources; 1: one secondary source; C: computed; I: chosen by this service; M-h, M-m, M-l: unconfirmed, with high, medium or low probability',
      ),
  }),
  CODE,
);
