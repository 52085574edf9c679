/** Wire shapes of what batteries became besides lead. */
import { z } from 'zod';
import { FATES, FRACTIONS } from '../../core/battery-fractions.ts';
import type { Language } from '../../core/messages/language.ts';
import { Id, InstantOut, named, namedCodes } from '../../platform/http/index.ts';
import { toExactGrams, toWholeGrams } from '../lead.ts';
import type { Finding } from '../lead-recovery.ts';
import type { Period } from '../periods/period.ts';
import { recoveryFinding } from '../problems.ts';
import { RecoveryResponse } from '../schemas.ts';
import { FRACTIONS_EXAMPLE } from './examples.ts';
import {
  type BatteryInput,
  countedMass,
  type FractionRecord,
  inputOf,
  massWithoutLead,
  type Picograms,
} from './fraction-record.ts';

const FractionCode = namedCodes('BatteryFraction', 'Fraction of a battery', FRACTIONS, {
  lead: { en: 'lead; its records are those of the lead balance', zh: '铅' },
  plastics: { en: 'plastics', zh: '塑料' },
  separators: { en: 'separators', zh: '隔板' },
  acid: { en: 'sulphuric acid', zh: '硫酸' },
  sulphate: { en: 'sulphates', zh: '硫酸盐' },
  slag: { en: 'slag', zh: '炉渣' },
  steel: { en: 'steel', zh: '钢铁' },
  other: { en: 'other by-products and residues', zh: '其他' },
});

const FateCode = namedCodes('FractionFate', 'Fate of a fraction', FATES, {
  material: { en: 'used in place of primary material, as the receiver confirmed', zh: '作为原料利用（已确认）' },
  unconfirmed: { en: 'delivered for use, not confirmed', zh: '运往利用（未确认）' },
  fuel: { en: 'used as a fuel', zh: '作为燃料' },
  landfill: { en: 'landfilled', zh: '填埋' },
  backfill: { en: 'used as backfill', zh: '回填' },
  disposal: { en: 'disposed of', zh: '处置' },
  stock: { en: 'growth of the stock of the enterprise; negative when it shrank', zh: '库存变化' },
});

const Exact = z.string().describe('Grams, exact decimal');

export const FractionsResponse = named(
  'Fractions',
  'What batteries became besides lead in a period, and what was fed.',
  z.object({
    partyId: Id.describe('The enterprise'),
    period: z.string().describe('Month, quarter or year'),
    asOf: InstantOut.describe('Time of the reading; what was recorded later is not in it'),
    input: z
      .object({
        fedGrams: z.int().describe('Mass of batteries that were fed, corrected by the changes of stock'),
        dryGramsExact: Exact.describe('Fed mass without its water'),
        waterGramsExact: Exact.describe('Water of the batteries fed'),
        sulphuricAcidGramsExact: Exact.describe('All sulphur of the batteries fed, as H2SO4'),
      })
      .describe('Batteries that were fed'),
    fractions: z
      .array(
        z.object({
          fraction: FractionCode.describe('What a part of the batteries became'),
          fate: FateCode.describe('What it was used for'),
          records: z.int().describe('Records of this fraction and fate'),
          massGrams: z.int().describe('Mass as weighed, with its water; negative when the stock shrank'),
          countedGrams: z.int().describe('Dry plastics, pure acid, SO4 of sulphates, dry slag; whole grams'),
          countedGramsExact: Exact,
          withoutLeadGramsExact: Exact.describe('Counted mass without the lead in it, which the lead balance has'),
        }),
      )
      .describe('By fraction and fate. The fates of a fraction add up to what was produced in the period'),
    findings: RecoveryResponse.shape.findings,
  }),
  FRACTIONS_EXAMPLE,
);

type Shown = {
  readonly partyId: string;
  readonly period: Period;
  readonly asOf: Date;
  readonly language: Language;
  readonly records: readonly FractionRecord[];
  readonly input: BatteryInput;
  readonly findings: readonly Finding[];
};

export function toFractionsResponse(shown: Shown): z.infer<typeof FractionsResponse> {
  const { partyId, period, asOf, language, records, input, findings } = shown;
  const { fedGrams, dry, water, sulphuricAcid } = inputOf(input);
  return {
    ...{ partyId, period: period.period, asOf: asOf.toISOString() },
    input: {
      fedGrams: Number(fedGrams),
      dryGramsExact: toExactGrams(dry),
      waterGramsExact: toExactGrams(water),
      sulphuricAcidGramsExact: toExactGrams(sulphuricAcid),
    },
    fractions: FRACTIONS.flatMap((fraction) =>
      FATES.flatMap((fate) => {
        const some = records.filter((record) => record.fraction === fraction && record.fate === fate);
        return some.length === 0 ? [] : [{ fraction, fate, ...sumsOf(some) }];
      }),
    ),
    findings: findings.map((finding) => ({ ...finding, ...recoveryFinding.text(finding, language) })),
  };
}

function sumsOf(records: readonly FractionRecord[]) {
  const sum = (massOf: (record: FractionRecord) => Picograms) =>
    records.reduce((total, record) => total + massOf(record), 0n);
  return {
    records: records.length,
    massGrams: records.reduce((total, { massGrams, sign }) => total + sign * massGrams, 0),
    countedGrams: Number(toWholeGrams(sum(countedMass))),
    countedGramsExact: toExactGrams(sum(countedMass)),
    withoutLeadGramsExact: toExactGrams(sum(massWithoutLead)),
  };
}
