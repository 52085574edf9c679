/** Wire shapes of organisations, sites and licences. */
import { z } from 'zod';
import { checkUscc, composeUscc } from '../core/identifiers/uscc.ts';
import {
  capitalCode,
  Day,
  DivisionCode,
  documentNumber,
  eachOnce,
  expected,
  fault,
  Id,
  InstantOut,
  lineText,
  MassGramsOut,
  named,
  namedCodes,
  nameText,
  PageQuery,
  Phone,
  ProvinceCode,
  Sha256,
  WasteCode,
} from '../platform/http/index.ts';
import { LICENCE, PARTY, REGISTER_LICENCE, REGISTER_PARTY, REGISTER_SITE, SITE } from './examples/register.ts';
import { LICENCE_MODES, type Licence, type Party, SITE_KINDS, type Site } from './party.ts';
import { LICENCE_STATES, LICENCE_STEPS, type LicenceChange } from './status/licence-state.ts';
import { PartyStateCode } from './status/schemas.ts';
import { PARTY_TERMS } from './terms.ts';

const SiteKindCode = namedCodes('SiteKind', 'Kind of a site (HJ 519-2020)', SITE_KINDS, PARTY_TERMS['site-kind']);

const LicenceModeCode = namedCodes(
  'LicenceMode',
  'Activity that a licence permits',
  LICENCE_MODES,
  PARTY_TERMS['licence-mode'],
);

const Uscc = expected(
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

export const RegisterPartyRequest = named(
  'RegisterParty',
  'Organisation to register.',
  z
    .strictObject({
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
      state: z
        .enum(['registered', 'active'])
        .default('active')
        .describe('active: may act at once; registered: may not act until it is reviewed and approved'),
    })
    .refine(
      ({ uscc, usccMissingReason }) => (uscc === null) === (usccMissingReason !== null),
      fault(
        'Give either uscc (unified social credit code) or usccMissingReason (why there is none).',
        '“统一社会信用代码”（uscc）与“无统一社会信用代码原因”（usccMissingReason）须且仅须填写一项。',
        'uscc',
        'usccMissingReason',
      ),
    ),
  REGISTER_PARTY,
);

export const PartyResponse = named(
  'Party',
  'Organisation in the register.',
  z.object({
    id: Id,
    uscc: z.string().nullable().describe('Unified social credit code; null for natural persons and shops without one'),
    usccMissingReason: z.string().nullable().describe('Why there is no social credit code; null when there is one'),
    name: z.string().describe('Name of the organisation'),
    provinceCode: z.string().describe('GB/T 2260 code of its province'),
    divisionCode: z.string().describe('GB/T 2260 code of its city or county'),
    address: z.string().nullable().describe('Street and house number; null when it was not given'),
    state: PartyStateCode.describe(
      'registered: may not act yet; under_review; active; suspended: finishes what it began; closed: permanently',
    ),
    registeredAt: InstantOut.describe('Time of the registration'),
  }),
  PARTY,
);

export const RegisterSiteRequest = named(
  'RegisterSite',
  'Site of an organisation to register.',
  z
    .strictObject({
      kind: SiteKindCode,
      name: nameText(200).describe('Name by which people know the site (场所名称), such as 南宁一号收集点'),
      divisionCode: CityOrCounty.describe('GB/T 2260 code of its city (4 digits) or county (6 digits)'),
      address: lineText(300).nullable().default(null).describe('Street and house number (地址)'),
      latitude: z.number().min(-90).max(90).nullable().default(null).describe('Degrees north, CGCS2000'),
      longitude: z.number().min(-180).max(180).nullable().default(null).describe('Degrees east, CGCS2000'),
      storageLimitGrams: WholeGrams.nullable().default(null).describe('Designed storage capacity in whole grams'),
      storageLimitDays: z
        .int()
        .min(1)
        .max(3_650)
        .nullable()
        .default(null)
        .describe('Longest permitted storage in days'),
    })
    .refine(
      ({ latitude, longitude }) => (latitude === null) === (longitude === null),
      fault(
        'Give latitude and longitude together.',
        '“纬度”（latitude）与“经度”（longitude）须同时填写。',
        'latitude',
        'longitude',
      ),
    ),
  REGISTER_SITE,
);

export const SiteResponse = named(
  'Site',
  'Site of an organisation in the register.',
  z.object({
    id: Id,
    partyId: Id.describe('Organisation of the site'),
    kind: SiteKindCode,
    name: z.string().describe('Name under which its organisation registered the site'),
    divisionCode: z.string().describe('GB/T 2260 code of its city or county'),
    address: z.string().nullable().describe('Street and house number; null when it was not given'),
    latitude: z.number().nullable().describe('Degrees north, CGCS2000'),
    longitude: z.number().nullable().describe('Degrees east, CGCS2000'),
    storageLimitGrams: MassGramsOut.nullable().describe('Designed storage capacity'),
    storageLimitDays: z.int().nullable().describe('Longest permitted storage in days'),
    registeredAt: InstantOut.describe('Time of the registration'),
  }),
  SITE,
);

export const RegisterLicenceRequest = named(
  'RegisterLicence',
  'Licence to register, as its document states.',
  z
    .strictObject({
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
    })
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
    ),
  REGISTER_LICENCE,
);

export const LicenceResponse = named(
  'Licence',
  'Licence of an organisation for hazardous waste: wastes, annual limit and validity.',
  z.object({
    id: Id,
    partyId: Id.describe('Organisation that has the licence'),
    number: z.string().describe('Number that the issuing authority printed on the document'),
    mode: LicenceModeCode.describe('Activity that the licence permits; recycling covers storage, use and disposal'),
    wasteCodes: z.array(z.string()).describe('Waste codes that it covers'),
    annualLimitGrams: MassGramsOut.nullable().describe('Approved annual scale; null without one'),
    validFrom: z.string().describe('First day of its term'),
    validTo: z.string().describe('First day on which it is no longer valid'),
    issuer: z.string().describe('Authority that issued it'),
    fileName: z.string().nullable().describe('Name of the file of the document'),
    fileSha256: z.string().nullable().describe('SHA-256 of that file'),
    history: z
      .array(
        z.object({
          step: z.enum(LICENCE_STEPS).describe('suspend, reinstate or revoke'),
          state: z.enum(LICENCE_STATES).describe('State that the step led to: valid, suspended or revoked'),
          effectiveOn: z.string().describe('First day on which the step counts'),
          reason: z
            .string()
            .nullable()
            .describe('Shown only to the organisation and to its authorities, otherwise null'),
          recordedAt: InstantOut.describe('Time at which this service recorded it'),
        }),
      )
      .describe('Changes after the issue, oldest first; without changes the licence is valid for its term'),
    registeredAt: InstantOut.describe('Time of the registration'),
    doublesId: Id.nullable().describe(
      'Licence registered before with the same number in another spelling: the authority revokes one of the two; otherwise null',
    ),
  }),
  LICENCE,
);

export const PartyListQuery = PageQuery.extend({
  uscc: capitalCode(18).optional(),
  name: lineText(100).optional().describe('Part of the name'),
  provinceCode: ProvinceCode.optional(),
  state: PartyStateCode.optional(),
});

export const SitesOfPartyQuery = PageQuery.extend({ kind: SiteKindCode.optional() });
export const SiteListQuery = SitesOfPartyQuery.extend({ partyId: Id.optional() });

export const toPartyResponse = (party: Party): z.infer<typeof PartyResponse> => ({
  ...party,
  registeredAt: party.registeredAt.toISOString(),
});

export const toSiteResponse = (site: Site): z.infer<typeof SiteResponse> => ({
  ...site,
  registeredAt: site.registeredAt.toISOString(),
});

/** Removes the reasons of changes, which only the organisation and its authorities may read. */
export const withoutReasons = (licence: z.infer<typeof LicenceResponse>): z.infer<typeof LicenceResponse> => ({
  ...licence,
  history: licence.history.map((change) => ({ ...change, reason: null })),
});

export const toLicenceResponse = (
  licence: Licence,
  changes: readonly LicenceChange[] = [],
): z.infer<typeof LicenceResponse> => ({
  ...licence,
  history: changes.map(({ step, state, effectiveOn, reason, recordedAt }) => ({
    ...{ step, state, effectiveOn, reason },
    recordedAt: recordedAt.toISOString(),
  })),
  wasteCodes: [...licence.wasteCodes],
  doublesId: licence.doublesId ?? null,
  registeredAt: licence.registeredAt.toISOString(),
});
