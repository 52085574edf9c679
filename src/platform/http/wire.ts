/** The values every wire shape is made of. Schemas use these and never a bare string or number: each has its limits. */
import { z } from 'zod';
import { DIVISION_PREFIX } from '../../core/identifiers/divisions.ts';
import { toGrams } from '../../core/mass.ts';
import { fault } from './validation.ts';

/** Greatest mass of one record in grams: 100 000 t, more than any load or stock of one site. */
const MASS_GRAMS_MAX = 100_000_000_000;

export const Id = z.uuid().describe('UUID; the service makes UUIDv7');

/** Free text of limited length without control characters. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine(
      (value) => value.isWellFormed() && !CONTROL_CHARACTER.test(value),
      fault('Control characters and broken Unicode are not accepted.', '不接受控制字符或不完整的 Unicode 字符。'),
    );

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** A name of a person or thing: on one line, with a letter or digit. */
export const nameText = (max: number) =>
  text(max).refine(
    (value) => /[\p{L}\p{N}]/u.test(value) && !/[\p{Cc}\u2028\u2029]/u.test(value),
    fault('Write a name on one line, with a letter or digit in it.', '请在一行内填写名称，至少含一个文字或数字。'),
  );

/** A telephone number as people write it, also with an extension. */
export const Phone = z
  .string()
  .max(40)
  .refine(
    (value) =>
      /^\+?[\d ()（）-]+((转|分机|ext\.?|x|#)[ :：]?\d{1,8})?$/i.test(value) && value.replace(/\D/g, '').length >= 5,
    fault(
      'Write a telephone number: digits, +, -, spaces, brackets and an extension; at least 5 digits.',
      '请填写电话号码：数字、+、-、空格、括号及分机号，至少 5 位数字。',
    ),
  )
  .describe('Telephone number; personal data');

/** A mass greater than nothing, in whole grams. */
export const MassGrams = z.int().min(1).max(MASS_GRAMS_MAX).transform(toGrams).describe('Whole grams, 1 or more');

/** A mass that may be nothing, in whole grams. */
export const MassGramsOrNone = z.int().min(0).max(MASS_GRAMS_MAX).transform(toGrams).describe('Whole grams, 0 or more');

/** A mass in an answer. */
export const MassGramsOut = z.int().describe('Whole grams');

/** A number of batteries or packages. */
export const Pieces = z.int().min(0).max(10_000_000).describe('Number of pieces');

/** A share of mass in parts per million: 1 000 000 is all of it. */
export const Ppm = z.int().min(0).max(1_000_000).describe('Parts per million, 0 to 1 000 000');

/** A share in basis points: 10 000 is all of it. Shares of limits may go beyond, but not without measure. */
export const BasisPoints = z.int().min(0).max(100_000).describe('Basis points: 10 000 is the whole');

/** A list of entries with a unique code each. */
export const codeList = <Entry extends { readonly code: string }>(entry: z.ZodType<Entry>) =>
  z
    .array(entry)
    .min(1)
    .max(1_000)
    .refine(
      (list) => new Set(list.map(({ code }) => code)).size === list.length,
      fault('A code stands there twice.', '代码重复。'),
    );

/** An instant with its offset, such as `2026-10-05T08:30:00+08:00`, of the years 2000 to 2099. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((value) => /^20\d\d-/.test(value), fault('The year must be 2000 to 2099.', '年份须在 2000 至 2099 之间。'))
  .transform((value) => new Date(value))
  .describe('RFC 3339 instant with offset');

/** An instant in an answer, always in UTC. */
export const InstantOut = z.iso.datetime().describe('RFC 3339 instant in UTC');

/** A calendar day of the years 1900 to 2199: before and after, no record and no licence begins or ends. */
export const Day = z.iso
  .date()
  .refine((value) => /^(19|20|21)/.test(value), fault('The year must be 1900 to 2199.', '年份须在 1900 至 2199 之间。'))
  .describe('Calendar day, Asia/Shanghai');

/** GB/T 2260 code: province (2 digits), city (4) or county (6). */
export const DivisionCode = z.string().regex(DIVISION_PREFIX).describe('GB/T 2260 code of 2, 4 or 6 digits');

export const ProvinceCode = z
  .string()
  .regex(/^[1-8]\d$/)
  .describe('GB/T 2260 code of a province');

/** A calendar month of Asia/Shanghai, such as `2026-10`. */
export const Month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .describe('Month, YYYY-MM, Asia/Shanghai');

export const IdParams = z.strictObject({ id: Id });
