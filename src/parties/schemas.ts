/** Wire shapes of organisations, sites and licences. */
import { z } from 'zod';
import { checkUscc } from '../core/identifiers/uscc.ts';
import {
  Day,
  DivisionCode,
  fault,
  Id,
  InstantOut,
  MassGramsOut,
  nameText,
  PageQuery,
  Phone,
  ProvinceCode,
  text,
} from '../platform/http/index.ts';
import { LICENCE_MODES, type Licence, type Party, SITE_KINDS, type Site } from './party.ts';
import { LICENCE_STATES, LICENCE_STEPS, type LicenceChange } from './status/licence-state.ts';
import { PARTY_STATES } from './status/party-state.ts';

const Uscc = text(18, 18).refine(
  (code) => !checkUscc(code).some(({ severity }) => severity === 'error'),
  fault(
    'This is not a unified social credit code: form or check character is wrong (GB 32100-2015).',
    '不是有效的统一社会信用代码：格式或校验码错误（GB 32100-2015）。',
  ),
);

/** An approved scale or a capacity in grams. Published ones reach 540 000 t, far more than the mass of one record. */
const WholeGrams = z.int().min(1).max(10_000_000_000_000);

const CityOrCounty = DivisionCode.refine(
  (code) => /^\d{2}(?!00)\d{2}/.test(code),
  fault('Name the city (4 digits) or county (6).', '请填写到市（4 位）或县（6 位）。'),
);

export const RegisterPartyRequest = z
  .strictObject({
    uscc: Uscc.nullable().default(null),
    usccMissingReason: text(200)
      .nullable()
      .default(null)
      .describe('Reason for the missing code, such as natural person or shop without a licence'),
    name: nameText(200),
    divisionCode: CityOrCounty,
    address: text(300).nullable().default(null),
    contactName: nameText(100).nullable().default(null),
    contactPhone: Phone.nullable().default(null),
    state: z
      .enum(['registered', 'active'])
      .default('active')
      .describe('registered: the organisation may not act until it is reviewed and approved'),
  })
  .refine(
    ({ uscc, usccMissingReason }) => (uscc === null) === (usccMissingReason !== null),
    fault('Give either uscc or usccMissingReason.', 'uscc 与 usccMissingReason 须且仅须填写一项。'),
  );

export const PartyResponse = z.object({
  id: Id,
  uscc: z.string().nullable(),
  usccMissingReason: z.string().nullable(),
  name: z.string(),
  provinceCode: z.string(),
  divisionCode: z.string(),
  address: z.string().nullable(),
  state: z.enum(PARTY_STATES),
  registeredAt: InstantOut,
});

export const RegisterSiteRequest = z
  .strictObject({
    kind: z.enum(SITE_KINDS),
    name: nameText(200),
    divisionCode: CityOrCounty,
    address: text(300).nullable().default(null),
    latitude: z.number().min(-90).max(90).nullable().default(null).describe('Degrees north, CGCS2000'),
    longitude: z.number().min(-180).max(180).nullable().default(null).describe('Degrees east, CGCS2000'),
    storageLimitGrams: WholeGrams.nullable().default(null).describe('Designed storage capacity in whole grams'),
    storageLimitDays: z.int().min(1).max(3_650).nullable().default(null).describe('Longest permitted storage in days'),
  })
  .refine(
    ({ latitude, longitude }) => (latitude === null) === (longitude === null),
    fault('Give latitude and longitude together.', 'latitude 与 longitude 须同时填写。'),
  );

export const SiteResponse = z.object({
  id: Id,
  partyId: Id,
  kind: z.enum(SITE_KINDS),
  name: z.string(),
  divisionCode: z.string(),
  address: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  storageLimitGrams: MassGramsOut.nullable(),
  storageLimitDays: z.int().nullable(),
  registeredAt: InstantOut,
});

export const RegisterLicenceRequest = z
  .strictObject({
    number: text(32),
    mode: z.enum(LICENCE_MODES),
    wasteCodes: z
      .array(text(10).regex(/^\d{3}-\d{3}-\d{2}$/))
      .min(1)
      .max(200),
    annualLimitGrams: WholeGrams.nullable().default(null).describe('Approved annual scale in whole grams'),
    validFrom: Day,
    validTo: Day.describe('First day on which the licence is no longer valid'),
    issuer: text(200),
    fileName: text(200).nullable().default(null).describe('Name of the file of the licence document'),
    fileSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(null)
      .describe('SHA-256 of that file, lower-case hexadecimal'),
  })
  .refine(
    ({ fileName, fileSha256 }) => (fileName === null) === (fileSha256 === null),
    fault('Give fileName and fileSha256 together.', 'fileName 与 fileSha256 须同时填写。'),
  )
  .refine(
    ({ validFrom, validTo }) => validFrom < validTo,
    fault('validTo must be later than validFrom.', 'validTo 须晚于 validFrom。'),
  );

export const LicenceResponse = z.object({
  id: Id,
  partyId: Id,
  number: z.string(),
  mode: z.enum(LICENCE_MODES),
  wasteCodes: z.array(z.string()),
  annualLimitGrams: MassGramsOut.nullable(),
  validFrom: z.string(),
  validTo: z.string(),
  issuer: z.string(),
  fileName: z.string().nullable(),
  fileSha256: z.string().nullable(),
  history: z
    .array(
      z.object({
        step: z.enum(LICENCE_STEPS),
        state: z.enum(LICENCE_STATES),
        effectiveOn: z.string(),
        reason: z.string().nullable().describe('Shown only to the organisation and to its authorities, otherwise null'),
        recordedAt: InstantOut,
      }),
    )
    .describe('Changes after the issue, oldest first; without changes the licence is valid for its term'),
  registeredAt: InstantOut,
});

export const PartyListQuery = PageQuery.extend({
  uscc: text(18, 18).optional(),
  name: text(100).optional().describe('Part of the name'),
  provinceCode: ProvinceCode.optional(),
  state: z.enum(PARTY_STATES).optional(),
});

export const SiteListQuery = PageQuery.extend({ partyId: Id.optional(), kind: z.enum(SITE_KINDS).optional() });

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
  registeredAt: licence.registeredAt.toISOString(),
});
