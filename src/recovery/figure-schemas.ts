/** Wire shapes of exact fractions and of masses of lead. */
import { z } from 'zod';
import { named, namedCodes } from '../platform/http/index.ts';
import { decimalOf, type Fraction, percentOf } from './fraction.ts';
import { toExactGrams, toWholeGrams } from './lead.ts';

export const FractionOut = named(
  'Fraction',
  z
    .object({
      numerator: z.string().describe('Numerator, an integer of any length, so written as text'),
      denominator: z.string().describe('Denominator, as the numerator'),
      percent: z.string().describe('Per cent, half to even to 0.01 (GB/T 8170)'),
      share: z.string().describe('Share of one, half to even to 0.00001'),
    })
    .describe('Exact fraction in lowest terms; limits are compared with it and not with the rounded value'),
);

export const LeadOut = named(
  'Lead',
  'Mass of lead, in whole grams and as an exact decimal.',
  z.object({
    leadGrams: z.int().describe('Lead, whole grams, half to even'),
    leadGramsExact: z.string().describe('Lead, grams, exact decimal'),
  }),
);

export const toFraction = (value: Fraction | null): z.infer<typeof FractionOut> | null =>
  value && {
    numerator: String(value.numerator),
    denominator: String(value.denominator),
    percent: percentOf(value),
    share: decimalOf(value, 5),
  };

export const toLead = (lead: bigint): z.infer<typeof LeadOut> => ({
  leadGrams: Number(toWholeGrams(lead)),
  leadGramsExact: toExactGrams(lead),
});

export const StatusCode = namedCodes(
  'RecoveryStatus',
  'What the findings mean for the approval of a rate',
  ['clear', 'flagged', 'blocked'],
  {
    clear: { en: 'without findings that matter', zh: '无异常' },
    flagged: { en: 'a person must review it', zh: '有提示事项' },
    blocked: { en: 'must not be approved', zh: '有阻断事项' },
  },
);

/** Returns the exact fraction that an answer shows. */
export const exactOf = (shown: z.infer<typeof FractionOut> | null): Fraction | null =>
  shown && { numerator: BigInt(shown.numerator), denominator: BigInt(shown.denominator) };
