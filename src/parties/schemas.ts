/** Wire shapes of organisations, sites and licences. */
import { z } from 'zod';
import { checkUscc } from '../core/uscc.ts';
import {
  Day,
  DivisionCode,
  fault,
  Id,
  InstantOut,
  MassGramsOut,
  PageQuery,
  ProvinceCode,
  text,
} from '../platform/http/index.ts';
import { LICENCE_MODES, type Licence, type Party, SITE_KINDS, type Site } from './party.ts';

const Uscc = text(18, 18).refine(
  (code) => !checkUscc(code).some(({ severity }) => severity === 'error'),
  fault(
    'This is not a unified social credit code: form or check character is wrong (GB 32100-2015).',
    '不是有效的统一社会信用代码：格式或校验码错误（GB 32100-2015）。',
  ),
);

const CityOrCounty = DivisionCode.refine(
  (code) => /^\d{2}(?!00)\d{2}/.test(code),
  fault('Name the city (4 digits) or county (6).', '请填写到市（4 位）或县（6 位）。'),
);

export const RegisterPartyRequest = z
  .strictObject({
    uscc: Uscc.nullable().default(null),
    usccMissingReason: text(200).nullable().default(null).describe('Why there is no code: natural person, shop …'),
    name: text(200),
    divisionCode: CityOrCounty,
    address: text(300).nullable().default(null),
    contactName: text(100).nullable().default(null),
    contactPhone: text(40).nullable().default(null),
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
  registeredAt: InstantOut,
});

export const RegisterSiteRequest = z.strictObject({
  kind: z.enum(SITE_KINDS),
  name: text(200),
  divisionCode: CityOrCounty,
  address: text(300).nullable().default(null),
});

export const SiteResponse = z.object({
  id: Id,
  partyId: Id,
  kind: z.enum(SITE_KINDS),
  name: z.string(),
  divisionCode: z.string(),
  address: z.string().nullable(),
  registeredAt: InstantOut,
});

/** An approved annual scale: published ones reach 540 000 t, far beyond the mass of one record. */
const AnnualGrams = z.int().min(1).max(10_000_000_000_000);

export const RegisterLicenceRequest = z
  .strictObject({
    number: text(32),
    mode: z.enum(LICENCE_MODES),
    wasteCodes: z
      .array(text(10).regex(/^\d{3}-\d{3}-\d{2}$/))
      .min(1)
      .max(200),
    annualLimitGrams: AnnualGrams.nullable().default(null).describe('Approved annual scale, whole grams'),
    validFrom: Day,
    validTo: Day.describe('First day on which the licence is no longer valid'),
    issuer: text(200),
  })
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
  registeredAt: InstantOut,
});

export const PartyListQuery = PageQuery.extend({
  uscc: text(18, 18).optional(),
  name: text(100).optional().describe('Part of the name'),
  provinceCode: ProvinceCode.optional(),
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

export const toLicenceResponse = (licence: Licence): z.infer<typeof LicenceResponse> => ({
  ...licence,
  wasteCodes: [...licence.wasteCodes],
  registeredAt: licence.registeredAt.toISOString(),
});
