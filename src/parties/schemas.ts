/** Wire shapes of organisations, sites and licences. */
import { z } from 'zod';
import type { Language } from '../core/messages/language.ts';
import {
  capitalCode,
  Id,
  InstantOut,
  lineText,
  MassGramsOut,
  named,
  namedCodes,
  PageQuery,
  ProvinceCode,
  RecordVersion,
} from '../platform/http/index.ts';
import { LICENCE, PARTY, SITE } from './examples/register.ts';
import { LICENCE_MODES, type Licence, type Party, SITE_KINDS, type Site } from './party.ts';
import { LICENCE_STATES, LICENCE_STEPS, type LicenceChange } from './status/licence-state.ts';
import { PartyStateCode } from './status/schemas.ts';
import { PARTY_TERMS } from './terms.ts';
import { PartyWarningFilter, PartyWarnings, SiteWarningFilter, SiteWarnings } from './warnings/schemas.ts';
import { partyNotices, siteNotices, warningsIn } from './warnings/warning.ts';

export const SiteKindCode = namedCodes(
  'SiteKind',
  'Kind of a site (HJ 519-2020)',
  SITE_KINDS,
  PARTY_TERMS['site-kind'],
);

export const LicenceModeCode = namedCodes(
  'LicenceMode',
  'Activity that a licence permits',
  LICENCE_MODES,
  PARTY_TERMS['licence-mode'],
);

/** Members of every registered record. */
const REGISTERED = {
  registeredAt: InstantOut.describe('Time of the registration'),
  version: RecordVersion,
};

const LicenceStepCode = namedCodes(
  'LicenceStepName',
  'Step of the authority on a licence',
  LICENCE_STEPS,
  PARTY_TERMS['licence-step'],
);
const LicenceStateCode = namedCodes('LicenceState', 'State of a licence', LICENCE_STATES, PARTY_TERMS['licence-state']);

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
    ...REGISTERED,
    warnings: PartyWarnings,
  }),
  PARTY,
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
    ...REGISTERED,
    warnings: SiteWarnings,
  }),
  SITE,
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
          step: LicenceStepCode.describe('Step that the authority took'),
          state: LicenceStateCode.describe('State that the step led to'),
          effectiveOn: z.string().describe('First day on which the step counts'),
          reason: z
            .string()
            .nullable()
            .describe('Shown only to the organisation and to its authorities, otherwise null'),
          recordedAt: InstantOut.describe('Time at which this service recorded it'),
        }),
      )
      .describe('Changes after the issue, oldest first; without changes the licence is valid for its term'),
    ...REGISTERED,
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
  warning: PartyWarningFilter,
});

export const SitesOfPartyQuery = PageQuery.extend({
  kind: SiteKindCode.optional(),
  warning: SiteWarningFilter,
});
export const SiteListQuery = SitesOfPartyQuery.extend({ partyId: Id.optional() });

export const toPartyResponse = (party: Party, language: Language): z.infer<typeof PartyResponse> => ({
  ...party,
  registeredAt: party.registeredAt.toISOString(),
  warnings: warningsIn(language, partyNotices(party)),
});

export const toSiteResponse = (site: Site, language: Language): z.infer<typeof SiteResponse> => ({
  ...site,
  registeredAt: site.registeredAt.toISOString(),
  warnings: warningsIn(language, siteNotices(site)),
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
