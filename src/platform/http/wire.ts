/**
 * Schemas of the basic values in requests and answers. Schemas use these and never a bare string or number, so every
 * value has limits.
 */
import { z } from 'zod';
import { BATTERY_KINDS } from '../../core/identifiers/battery-kind.ts';
import { DIVISION_PREFIX } from '../../core/identifiers/divisions.ts';
import { MANIFEST_NUMBER } from '../../core/identifiers/manifest-number.ts';
import { WASTE_CODE } from '../../core/identifiers/waste-code.ts';
import { toGrams } from '../../core/mass.ts';
import { SEVERITIES } from '../../core/messages/notice.ts';
import { named, namedCodes } from './description/named.ts';
import { type Expectation, expected, fault } from './validation/index.ts';

/** Maximum mass of one record in grams: 100 000 t, more than any load or stock of one site. */
const MASS_GRAMS_MAX = 100_000_000_000;

export const Id = named(
  'Id',
  z.uuid().describe('UUID; the service makes UUIDv7'),
  '01990000-0000-7000-8000-000000000001',
);

/** Free text of limited length without control characters. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine(
      (value) => value.isWellFormed() && !CONTROL_CHARACTER.test(value),
      fault('control characters and broken Unicode are not accepted.', '不得含有控制字符或不完整的 Unicode 字符。'),
    );

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A name of a person or thing: on one line, with a letter or digit. */
export const nameText = (max: number) =>
  text(max).refine(
    (value) => /[\p{L}\p{N}]/u.test(value) && !/[\p{Cc}\u2028\u2029]/u.test(value),
    fault('must stand on one line, with a letter or digit in it.', '须写在一行内，并至少含一个文字或数字。'),
  );

/** A telephone number as people write it, also with an extension. */
export const Phone = named(
  'Phone',
  expected(
    z
      .string()
      .max(40)
      .refine(
        (value) =>
          /^\+?[\d ()（）-]+((转|分机|ext\.?|x|#)[ :：]?\d{1,8})?$/i.test(value) &&
          value.replace(/\D/g, '').length >= 5,
      ),
    {
      en: 'a telephone number of 5 digits or more, with +, -, spaces, brackets and an extension where needed',
      zh: '至少 5 位数字的电话号码，可含 +、-、空格、括号及分机号',
      example: '0771-5550100',
    },
  ).describe('Telephone number; personal data'),
);

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

/** The code of an entry of a list. */
export const ListedCode = expected(z.string().regex(/^[\w-]{1,60}$/), {
  en: 'a code of 1 to 60 letters, digits, hyphens and underscores',
  zh: '由 1 至 60 个字母、数字、连字符或下划线组成的代码',
  example: 'repair-shop',
});

/** A waste code in a legal parameter, exactly as in the national list. */
export const LawWasteCode = expected(z.string().regex(WASTE_CODE), {
  en: 'a waste code of 8 digits',
  zh: '8 位废物代码',
  example: '900-052-31',
});

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
    z.iso.datetime({ offset: true }).refine((value) => /^20\d\d-/.test(value)),
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
    z.iso.date().refine((value) => /^(19|20|21)/.test(value)),
    { en: 'a day of the years 1900 to 2199', zh: '1900 至 2199 年间的日期', example: '2026-10-05' },
  ).describe('Calendar day, Asia/Shanghai'),
);

/** GB/T 2260 code: province (2 digits), city (4) or county (6). */
export const DivisionCode = named(
  'DivisionCode',
  expected(z.string().regex(DIVISION_PREFIX), {
    en: 'a GB/T 2260 code of 2, 4 or 6 digits',
    zh: '2、4 或 6 位行政区划代码（GB/T 2260）',
    example: '450100',
  }).describe('GB/T 2260 code of 2, 4 or 6 digits'),
);

export const ProvinceCode = named(
  'ProvinceCode',
  expected(z.string().regex(/^[1-8]\d$/), {
    en: 'a GB/T 2260 code of a province (2 digits)',
    zh: '2 位省份代码（GB/T 2260）',
    example: '45',
  }).describe('GB/T 2260 code of a province'),
);

/** A calendar month of Asia/Shanghai, such as `2026-10`. */
export const Month = named(
  'Month',
  expected(z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/), {
    en: 'a month of the years 2000 to 2099',
    zh: '2000 至 2099 年间的月份',
    example: '2026-10',
  }).describe('Month, YYYY-MM, Asia/Shanghai'),
);

/** A SHA-256 that identifies a file. */
export const Sha256 = named(
  'Sha256',
  expected(z.string().regex(/^[0-9a-f]{64}$/), {
    en: 'a SHA-256 of 64 lower-case hexadecimal digits',
    zh: '64 位小写十六进制 SHA-256 值',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  }).describe('SHA-256, 64 lower-case hexadecimal digits'),
);

/** A code of the national list of hazardous waste. */
export const WasteCode = named(
  'WasteCode',
  expected(text(10).regex(WASTE_CODE), {
    en: 'a code of the national list of hazardous waste',
    zh: '国家危险废物名录中的 8 位废物代码',
    example: '900-052-31',
  }).describe('Code of the national list of hazardous waste'),
);

/** A national number of a manifest. */
export const ManifestNumberText = named(
  'ManifestNumber',
  expected(z.string().regex(MANIFEST_NUMBER), {
    en: 'a manifest number of 14 digits',
    zh: '14 位数字的联单编号',
    example: '20264500000123',
  }).describe('Number of a manifest, 14 digits'),
);

/** The use for which batteries are made. */
export const BatteryKindCode = namedCodes('BatteryKind', 'Use for which batteries are made', BATTERY_KINDS, {
  starter: { en: 'starter batteries', zh: '起动型' },
  traction: { en: 'traction batteries', zh: '动力型' },
  stationary: { en: 'industrial and storage batteries', zh: '固定型' },
});

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

export const IdParams = z.strictObject({ id: Id.describe('Identifier of the record') });
