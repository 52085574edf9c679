/**
 * Schemas of texts and identifiers in requests. Each has a kind, and so one spelling, in which it is checked, hashed,
 * compared and stored. `test/app/spellings.test.ts` refuses a field without a kind.
 */
import { z } from 'zod';
import { isOneLine, isPrintable, lineOf, linesOf } from '../../../core/free-text.ts';
import { DIVISION_PREFIX } from '../../../core/identifiers/divisions.ts';
import { MANIFEST_NUMBER } from '../../../core/identifiers/manifest-number.ts';
import { plateOf } from '../../../core/identifiers/plate.ts';
import {
  capitalCodeOf,
  codeOf,
  documentNumberOf,
  smallCodeOf,
  subjectOf,
  tokenOf,
} from '../../../core/identifiers/spelling.ts';
import { isErrorValue, isPlaceholder, isSpoiled } from '../../../core/identifiers/spoiled.ts';
import { checkUscc, composeUscc } from '../../../core/identifiers/uscc.ts';
import { WASTE_CODE } from '../../../core/identifiers/waste-code.ts';
import { named } from '../description/named.ts';
import { expected, fault, type Schema, unwrap } from './index.ts';

/** The spelling of each kind of text. `same` is for secrets and signed texts, of which every character counts. */
const SPELLINGS = {
  code: codeOf,
  'small-code': smallCodeOf,
  'capital-code': capitalCodeOf,
  plate: plateOf,
  subject: subjectOf,
  token: tokenOf,
  number: documentNumberOf,
  line: lineOf,
  lines: linesOf,
  same: (written: string) => written,
} as const satisfies Readonly<Record<string, (written: string) => string>>;

export type TextKind = keyof typeof SPELLINGS;

const KINDS = z.registry<{ kind: TextKind }>();

/** A text of a kind. It arrives in any spelling, and everything behind the schema sees the one form. */
export function spelled(kind: TextKind): z.ZodString {
  const schema = z.string().overwrite(SPELLINGS[kind]);
  KINDS.add(schema, { kind });
  return schema;
}

/** The kind of a text, or of what a schema wraps; undefined for other values, and for texts without a kind. */
export function kindOf(schema: Schema): TextKind | undefined {
  return unwrap(schema)
    .map((layer) => KINDS.get(layer as z.ZodType)?.kind)
    .find((kind) => kind !== undefined);
}

/** Marks the fault of a signed text in another spelling. */
const SPELLING = { params: { spelling: true } } as const;

/**
 * A signed text of a kind. Changing it would break the signature, so it must arrive in the form of its
 * kind: two spellings of one identifier would be two records here and one elsewhere.
 */
export function signed(kind: TextKind): z.ZodString {
  const schema = z.string().refine((value) => SPELLINGS[kind](value) === value, SPELLING);
  KINDS.add(schema, { kind });
  return schema;
}

export const Id = named(
  'Id',
  spelled('small-code').check(z.uuid()).describe('UUID; the service makes UUIDv7'),
  '01990000-0000-7000-8000-000000000001',
);

const limited = (kind: TextKind, max: number, min: number) =>
  spelled(kind)
    .min(min)
    .max(max)
    .refine(
      isPrintable,
      fault('control characters and broken Unicode are not accepted.', '不得含有控制字符或不完整的 Unicode 字符。'),
    );

/** Words on several lines, such as remarks and reasons. */
export const linesText = (max: number, min = 1) => limited('lines', max, min);

/** Words on one line, such as an address or a method. */
export const lineText = (max: number, min = 1) =>
  limited('line', max, min).refine(isOneLine, fault('must stand on one line.', '须写在一行内，不得换行。'));

/** A name of a person or thing: on one line, with a letter or digit. That rule says most, so it comes first. */
export const nameText = (max: number) =>
  spelled('line')
    .refine(
      (value) => isOneLine(value) && isPrintable(value) && /[\p{L}\p{N}]/u.test(value),
      fault('must stand on one line, with a letter or digit in it.', '须写在一行内，并至少含一个文字或数字。'),
    )
    .refine(
      (value) => !isErrorValue(value),
      fault('is an error of a spreadsheet and no name.', '是电子表格的错误值，不是名称。'),
    )
    .min(1)
    .max(max);

/** A number printed on a document. What a spreadsheet made of one is refused. */
export const documentNumber = (max: number) =>
  limited('number', max, 1)
    .refine(
      (value) => !isErrorValue(value) && !isSpoiled(value) && !value.startsWith("'"),
      fault(
        'is what a spreadsheet made of a number; write it as printed on the document, such as 0450100001.',
        '是电子表格改变后的内容，请按证件原样填写，例如 0450100001。',
      ),
    )
    .refine(
      (value) => !isPlaceholder(value) && /[\p{L}\p{N}]/u.test(value),
      fault(
        'is no number; write it as printed on the document, such as 0450100001.',
        '不是编号，请按证件原样填写，例如 0450100001。',
      ),
    );

/** A list that names each text once. The fault is at the second one, and names it. */
export const eachOnce = <List extends z.ZodArray<z.ZodType<string>>>(list: List): List =>
  list.superRefine((texts, ctx) => {
    const named = new Set<string>();
    for (const [at, text] of texts.entries()) {
      if (!named.has(text)) {
        named.add(text);
        continue;
      }
      const { error: message, params } = fault(`${text} is in the list already.`, `${text} 重复填写。`);
      ctx.addIssue({ code: 'custom', input: text, path: [at], message, params });
    }
  });

/** The code of an entry of a list that is checked by the use case. */
export const codeText = (max: number) => limited('code', max, 1);

/** A name that programs compare character by character, such as that of a key. */
export const tokenText = (max: number) => limited('token', max, 1);

/** A code in capitals whose letter case does not count, of a fixed length. */
export const capitalCode = (length: number) => limited('capital-code', length, length);

/** A unified social credit code of an organisation (GB 32100-2015). */
export const Uscc = expected(
  capitalCode(18).refine((code) => !checkUscc(code).some(({ severity }) => severity === 'error')),
  {
    en: 'a unified social credit code of 18 characters with a right check character (GB 32100-2015)',
    zh: '18 位统一社会信用代码且校验码正确（GB 32100-2015）',
    example: composeUscc('91', '450100', 99_999),
    remedy: {
      en: 'Compare the code with the business licence, character by character.',
      zh: '请对照营业执照逐位核对统一社会信用代码。',
    },
  },
);

/** A plate, without the dot and blanks that people write in it. */
export const PlateText = expected(limited('plate', 20, 1), {
  en: 'a plate number with its character, letters and digits',
  zh: '由汉字、字母和数字组成的车牌号，例如桂A12345',
});

/** A telephone number as people write it, also with an extension. */
export const Phone = named(
  'Phone',
  expected(
    spelled('number')
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

/** The code of an entry of a list. */
export const ListedCode = expected(spelled('code').regex(/^[\w-]{1,60}$/), {
  en: 'a code of 1 to 60 letters, digits, hyphens and underscores',
  zh: '由 1 至 60 个字母、数字、连字符或下划线组成的代码',
  example: 'repair-shop',
});

/** A waste code in a legal parameter, exactly as in the national list. */
export const LawWasteCode = expected(spelled('code').regex(WASTE_CODE), {
  en: 'a waste code of 8 digits',
  zh: '8 位废物代码',
  example: '900-052-31',
});

/** GB/T 2260 code: province (2 digits), city (4) or county (6). */
export const DivisionCode = named(
  'DivisionCode',
  expected(spelled('code').regex(DIVISION_PREFIX), {
    en: 'a GB/T 2260 code of 2, 4 or 6 digits',
    zh: '2、4 或 6 位行政区划代码（GB/T 2260）',
    example: '450100',
  }).describe('GB/T 2260 code of 2, 4 or 6 digits'),
);

export const ProvinceCode = named(
  'ProvinceCode',
  expected(spelled('code').regex(/^[1-8]\d$/), {
    en: 'a GB/T 2260 code of a province (2 digits)',
    zh: '2 位省份代码（GB/T 2260）',
    example: '45',
  }).describe('GB/T 2260 code of a province'),
);

/** A SHA-256 that identifies a file. */
export const Sha256 = named(
  'Sha256',
  expected(spelled('small-code').regex(/^[0-9a-f]{64}$/), {
    en: 'a SHA-256 of 64 lower-case hexadecimal digits',
    zh: '64 位小写十六进制 SHA-256 值',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  }).describe('SHA-256, 64 lower-case hexadecimal digits'),
);

/** A code of the national list of hazardous waste. */
export const WasteCode = named(
  'WasteCode',
  expected(spelled('code').max(10).regex(WASTE_CODE), {
    en: 'a code of the national list of hazardous waste',
    zh: '国家危险废物名录中的 8 位废物代码',
    example: '900-052-31',
  }).describe('Code of the national list of hazardous waste'),
);

/** A national number of a manifest. */
export const ManifestNumberText = named(
  'ManifestNumber',
  expected(spelled('code').regex(MANIFEST_NUMBER), {
    en: 'a manifest number of 14 digits',
    zh: '14 位数字的联单编号',
    example: '20264500000123',
  }).describe('Number of a manifest, 14 digits'),
);

export const IdParams = z.strictObject({ id: Id.describe('Identifier of the record') });
