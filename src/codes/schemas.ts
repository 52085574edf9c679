/** Wire shapes of code tables. */
import { z } from 'zod';
import { CONFIDENCES } from '../core/identifiers/confidence.ts';
import { Day, named, namedCodes, PageQuery } from '../platform/http/index.ts';
import { CODE_KINDS } from './code.ts';
import { CODE } from './examples.ts';

export const CodeParams = z.strictObject({ kind: z.enum(CODE_KINDS) });

export const CodeQuery = PageQuery.extend({
  on: Day.optional().describe('The day of the table, such as 2026-01-01; today if left out'),
});

const ConfidenceCode = namedCodes('Confidence', 'Confidence in a row of law and its source', CONFIDENCES, {
  V: { en: 'read in the full text', zh: '已核对原文' },
  2: { en: 'two sources', zh: '两个来源' },
  1: { en: 'one secondary source', zh: '一个间接来源' },
  C: { en: 'computed', zh: '计算得出' },
  I: { en: 'chosen by this service', zh: '本系统自定' },
  'M-h': { en: 'unconfirmed, high probability', zh: '未核实，可能性高' },
  'M-m': { en: 'unconfirmed, medium probability', zh: '未核实，可能性中' },
  'M-l': { en: 'unconfirmed, low probability', zh: '未核实，可能性低' },
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
    confidence: ConfidenceCode.describe('How sure the source and the value are'),
  }),
  CODE,
);
