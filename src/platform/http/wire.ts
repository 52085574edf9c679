/**
 * Schemas of the basic values in requests and answers: quantities, times and codes. Schemas use these and those of
 * `texts.ts`, never a bare string or number, so every value has limits.
 */
import { z } from 'zod';
import { BATTERY_KINDS } from '../../core/identifiers/battery-kind.ts';
import { toGrams } from '../../core/mass.ts';
import { SEVERITIES } from '../../core/messages/notice.ts';
import { named, namedCodes, openCodes } from './description/named.ts';
import { type Expectation, expected, fault } from './validation/index.ts';
import { spelled } from './validation/texts.ts';

/** Maximum mass of one record in grams: 100 000 t, more than any load or stock of one site. */
const MASS_GRAMS_MAX = 100_000_000_000;

const grams = (least: number): Expectation => ({
  en: `a whole number of grams from ${least} to ${MASS_GRAMS_MAX}`,
  zh: `以克为单位的整数（${least} 至 ${MASS_GRAMS_MAX}）`,
  example: 198_400,
});

/** A mass above 0, in whole grams. */
export const MassGrams = named(
  'MassGrams',
  expected(z.int().min(1).max(MASS_GRAMS_MAX), grams(1)).transform(toGrams).describe('Whole grams, 1 or more'),
);

/** A mass of 0 or more, in whole grams. */
export const MassGramsOrNone = named(
  'MassGramsOrNone',
  expected(z.int().min(0).max(MASS_GRAMS_MAX), grams(0)).transform(toGrams).describe('Whole grams, 0 or more'),
);

/** A mass in an answer. */
export const MassGramsOut = named('Grams', z.int().describe('Whole grams'), 198_400);

/** A number of batteries or packages. */
export const Pieces = named(
  'Pieces',
  expected(z.int().min(0).max(10_000_000), {
    en: 'a whole number of pieces from 0 to 10000000',
    zh: '以只为单位的整数（0 至 10000000）',
    example: 12,
  }).describe('Number of pieces'),
);

/** A share of mass in parts per million: 1 000 000 is 100 %. */
export const Ppm = named(
  'Ppm',
  expected(z.int().min(0).max(1_000_000), {
    en: 'a whole number of ppm from 0 to 1000000',
    zh: '以 ppm 为单位的整数（0 至 1000000）',
    example: 580_000,
  }).describe('Parts per million, 0 to 1 000 000'),
);

/** A share in basis points: 10 000 is 100 %. Shares of limits may be above that, up to a maximum. */
export const BasisPoints = named(
  'BasisPoints',
  z.int().min(0).max(100_000).describe('Basis points: 10 000 is the whole'),
  8_000,
);

/** A list of entries with a unique code each. */
export const codeList = <Entry extends { readonly code: string }>(entry: z.ZodType<Entry>) =>
  z
    .array(entry)
    .min(1)
    .max(1_000)
    .refine(
      (list) => new Set(list.map(({ code }) => code)).size === list.length,
      fault('a code is repeated.', '代码重复。'),
    );

/** An instant with its offset, such as `2026-10-05T08:30:00+08:00`, of the years 2000 to 2099. */
export const Instant = named(
  'Instant',
  expected(
    spelled('code')
      .check(z.iso.datetime({ offset: true }))
      .refine((value) => /^20\d\d-/.test(value)),
    {
      en: 'an instant of the years 2000 to 2099 with its offset',
      zh: '2000 至 2099 年间带时区的时间',
      example: '2026-10-05T08:30:00+08:00',
    },
  )
    .transform((value) => new Date(value))
    .describe('RFC 3339 instant with offset'),
);

/** An instant in an answer, always in UTC. */
export const InstantOut = named(
  'InstantUtc',
  z.iso.datetime().describe('RFC 3339 instant in UTC'),
  '2026-10-05T00:30:00.000Z',
);

/** A calendar day of the years 1900 to 2199, which cover all records and licences. */
export const Day = named(
  'Day',
  expected(
    spelled('code')
      .check(z.iso.date())
      .refine((value) => /^(19|20|21)/.test(value)),
    { en: 'a day of the years 1900 to 2199', zh: '1900 至 2199 年间的日期', example: '2026-10-05' },
  ).describe('Calendar day, Asia/Shanghai'),
);

/** A calendar month of Asia/Shanghai, such as `2026-10`. */
export const Month = named(
  'Month',
  expected(spelled('code').regex(/^20\d\d-(0[1-9]|1[0-2])$/), {
    en: 'a month of the years 2000 to 2099',
    zh: '2000 至 2099 年间的月份',
    example: '2026-10',
  }).describe('Month, YYYY-MM, Asia/Shanghai'),
);

/** The use for which batteries are made. */
export const BatteryKindCode = namedCodes('BatteryKind', 'Use for which batteries are made', BATTERY_KINDS, {
  starter: { en: 'starter batteries', zh: '起动型' },
  traction: { en: 'traction batteries', zh: '动力型' },
  stationary: { en: 'industrial and storage batteries', zh: '固定型' },
});

export const OTHER_CODES = 'A manifest of another authority may have other codes';

/** The battery kind of a manifest line. */
export const ManifestBatteryKind = openCodes(
  'ManifestBatteryKind',
  `${BatteryKindCode.description}. ${OTHER_CODES}`,
  BATTERY_KINDS,
);

/** A yes or no in an address. */
export const Flag = namedCodes('Flag', 'A yes or no in an address', ['true', 'false'], { true: 'yes', false: 'no' });

/** The severity of a warning or finding. */
export const SeverityCode = namedCodes('Severity', 'Severity of a warning or finding', SEVERITIES, {
  note: { en: 'for information', zh: '提示' },
  flag: { en: 'a person must review it', zh: '须人工复核' },
  block: { en: 'the figure must not be approved', zh: '不得核定' },
});

/** The author of an entry of the journal. */
export const ActorOut = named(
  'Actor',
  'Person, client or authority that acted.',
  z.object({
    subject: z.string().describe('Subject of the token: the id of a person or client, or the name of an authority'),
    partyId: z.string().optional().describe('Organisation for which it acted; absent for an authority'),
    source: z.string().describe('System that recorded it first: local, national or partner:<province>'),
  }),
);
