/** Requests to register organisations, sites and licences: their members, and the rules between these. */
import { z } from 'zod';
import {
  Day,
  DivisionCode,
  documentNumber,
  eachOnce,
  expected,
  fault,
  lineText,
  named,
  nameText,
  Phone,
  Sha256,
  Uscc,
  WasteCode,
} from '../../platform/http/index.ts';
import { REGISTER_LICENCE, REGISTER_PARTY, REGISTER_SITE } from '../examples/register.ts';
import type { Licence, Party, Site } from '../party.ts';
import { LicenceModeCode, SiteKindCode } from '../schemas.ts';

/** An approved scale or a capacity in grams. Published ones reach 540 000 t, far more than the mass of one record. */
const WholeGrams = expected(z.int().min(1).max(10_000_000_000_000), {
  en: 'a whole number of grams from 1 to 10000000000000',
  zh: '以克为单位的整数（1 至 10000000000000）',
  example: 500_000_000,
});

const CityOrCounty = expected(
  DivisionCode.refine((code) => /^\d{2}(?!00)\d{2}/.test(code)),
  {
    en: 'a GB/T 2260 code of a city (4 digits) or county (6 digits)',
    zh: '市（4 位）或县（6 位）行政区划代码（GB/T 2260）',
    example: '450100',
  },
);

export const PARTY_MEMBERS = {
  uscc: Uscc.nullable().default(null),
  usccMissingReason: lineText(200)
    .nullable()
    .default(null)
    .describe('Reason for the missing code, such as natural person or shop without a licence'),
  name: nameText(200).describe('Name as in the business licence'),
  divisionCode: CityOrCounty.describe('GB/T 2260 code of its city (4 digits) or county (6 digits)'),
  address: lineText(300).nullable().default(null).describe('Street and house number (地址)'),
  contactName: nameText(100).nullable().default(null),
  contactPhone: Phone.nullable().default(null),
};

/** Adds the rules between the members. */
const withPartyRules = <Schema extends z.ZodType<Pick<Party, 'uscc' | 'usccMissingReason'>>>(schema: Schema) =>
  schema.refine(
    ({ uscc, usccMissingReason }) => (uscc === null) === (usccMissingReason !== null),
    fault(
      'Give either uscc (unified social credit code) or usccMissingReason (why there is none).',
      '“统一社会信用代码”（uscc）与“无统一社会信用代码原因”（usccMissingReason）须且仅须填写一项。',
      'uscc',
      'usccMissingReason',
    ),
  );

export const WholeParty = withPartyRules(z.custom<Pick<Party, 'uscc' | 'usccMissingReason'>>(() => true));

export const RegisterPartyRequest = named(
  'RegisterParty',
  'Organisation to register.',
  withPartyRules(
    z.strictObject({
      ...PARTY_MEMBERS,
      state: z
        .enum(['registered', 'active'])
        .default('active')
        .describe('active: may act at once; registered: may not act until it is reviewed and approved'),
    }),
  ),
  REGISTER_PARTY,
);

export const SITE_MEMBERS = {
  kind: SiteKindCode,
  name: nameText(200).describe('Name by which people know the site (场所名称), such as 南宁一号收集点'),
  divisionCode: CityOrCounty.describe('GB/T 2260 code of its city (4 digits) or county (6 digits)'),
  address: lineText(300).nullable().default(null).describe('Street and house number (地址)'),
  latitude: z.number().min(-90).max(90).nullable().default(null).describe('Degrees north, CGCS2000'),
  longitude: z.number().min(-180).max(180).nullable().default(null).describe('Degrees east, CGCS2000'),
  storageLimitGrams: WholeGrams.nullable().default(null).describe('Designed storage capacity in whole grams'),
  storageLimitDays: z.int().min(1).max(3_650).nullable().default(null).describe('Longest permitted storage in days'),
};

/** Adds the rules between the members. */
const withSiteRules = <Schema extends z.ZodType<Pick<Site, 'latitude' | 'longitude'>>>(schema: Schema) =>
  schema.refine(
    ({ latitude, longitude }) => (latitude === null) === (longitude === null),
    fault(
      'Give latitude and longitude together.',
      '“纬度”（latitude）与“经度”（longitude）须同时填写。',
      'latitude',
      'longitude',
    ),
  );

export const WholeSite = withSiteRules(z.custom<Pick<Site, 'latitude' | 'longitude'>>(() => true));

export const RegisterSiteRequest = named(
  'RegisterSite',
  'Site of an organisation to register.',
  withSiteRules(z.strictObject(SITE_MEMBERS)),
  REGISTER_SITE,
);

export const LICENCE_MEMBERS = {
  number: documentNumber(32).describe('Number (许可证编号) that the issuing authority printed on the document'),
  mode: LicenceModeCode,
  wasteCodes: eachOnce(z.array(WasteCode).min(1).max(200)).describe(
    'Codes of the national list that the licence covers',
  ),
  annualLimitGrams: WholeGrams.nullable().default(null).describe('Approved annual scale in whole grams'),
  validFrom: Day,
  validTo: Day.describe('First day on which the licence is no longer valid'),
  issuer: nameText(200),
  fileName: lineText(200).nullable().default(null).describe('Name of the file of the licence document'),
  fileSha256: Sha256.nullable().default(null).describe('SHA-256 of that file, lower-case hexadecimal'),
};

/** Adds the rules between the members. */
const withLicenceRules = <Schema extends z.ZodType<Pick<Licence, 'fileName' | 'fileSha256' | 'validFrom' | 'validTo'>>>(
  schema: Schema,
) =>
  schema
    .refine(
      ({ fileName, fileSha256 }) => (fileName === null) === (fileSha256 === null),
      fault(
        'Give fileName and fileSha256 together.',
        '“证件文件名”（fileName）与“证件文件SHA-256”（fileSha256）须同时填写。',
        'fileName',
        'fileSha256',
      ),
    )
    .refine(
      ({ validFrom, validTo }) => validFrom < validTo,
      fault(
        'validTo must be later than validFrom.',
        '“有效期止（不含当日）”（validTo）须晚于“有效期起”（validFrom）。',
        'validTo',
        'validFrom',
      ),
    );

export const WholeLicence = withLicenceRules(
  z.custom<Pick<Licence, 'fileName' | 'fileSha256' | 'validFrom' | 'validTo'>>(() => true),
);

export const RegisterLicenceRequest = named(
  'RegisterLicence',
  'Licence to register, as its document states.',
  withLicenceRules(z.strictObject(LICENCE_MEMBERS)),
  REGISTER_LICENCE,
);
