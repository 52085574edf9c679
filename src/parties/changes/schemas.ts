/** Wire shapes of changes of registered data, in one form for all records. */
import { z } from 'zod';
import {
  affectedMembers,
  changeOf,
  Id,
  InstantOut,
  MassGramsOut,
  named,
  toAffectedMembers,
} from '../../platform/http/index.ts';
import { CHANGE_LICENCE, CHANGE_PARTY, CHANGE_SITE, CHANGE_VEHICLE, CHANGES } from '../examples/changes.ts';
import { LICENCE_MEMBERS, PARTY_MEMBERS, SITE_MEMBERS } from '../register/schemas.ts';
import { LicenceModeCode, LicenceResponse, PartyResponse, SiteKindCode, SiteResponse } from '../schemas.ts';
import { PlateColorCode, VEHICLE_MEMBERS, VehicleResponse } from '../vehicles/schemas.ts';
import type { RegisterChange } from './change.ts';

const text = (about: string) => z.string().nullable().optional().describe(about);
const list = (about: string) => z.array(z.string()).optional().describe(about);

const ChangedMembers = z.object({
  uscc: text('Unified social credit code'),
  usccMissingReason: text('Why there is no social credit code'),
  kind: SiteKindCode.optional().describe('Kind of a site'),
  name: text('Name of an organisation, site or client'),
  divisionCode: text('GB/T 2260 code of the city or county'),
  address: text('Street and house number'),
  contactName: text('Contact person; personal data'),
  contactPhone: text('Telephone of the contact person; personal data'),
  latitude: z.number().nullable().optional().describe('Degrees north'),
  longitude: z.number().nullable().optional().describe('Degrees east'),
  storageLimitGrams: MassGramsOut.nullable().optional().describe('Designed storage capacity'),
  storageLimitDays: z.int().nullable().optional().describe('Longest permitted storage in days'),
  number: text('Number of a licence'),
  mode: LicenceModeCode.optional().describe('Activity that a licence permits'),
  wasteCodes: list('Waste codes that a licence covers'),
  annualLimitGrams: MassGramsOut.nullable().optional().describe('Approved annual scale'),
  validFrom: text('First day of a licence'),
  validTo: text('First day on which a licence is no longer valid'),
  issuer: text('Authority that issued a licence'),
  fileName: text('Name of the file of a licence document'),
  fileSha256: text('SHA-256 of that file'),
  plate: text('Plate of a vehicle'),
  plateColor: PlateColorCode.nullable().optional().describe('Colour of the plate'),
  trailer: z.boolean().optional().describe('true for a trailer'),
  permitNumber: text('Number of the transport permit'),
  permitValidFrom: text('First day of the permit'),
  permitValidTo: text('First day on which the permit is no longer valid'),
  personName: text('Name of a person; personal data'),
  personPhone: text('Telephone of a person; personal data'),
  login: text('Login name of a person'),
  roles: list('Roles of a machine'),
  scopes: list('Scopes that the tokens of a client may have at most'),
  redirectUris: list('Addresses to which the browser returns'),
  dpopRequired: z.boolean().optional().describe('true when every token is bound to a key'),
});

export const RegisterChangeResponse = named(
  'RegisterChange',
  'Change of registered data: what was said before, what counts now, and what that affected.',
  z.object({
    id: Id,
    partyId: Id.nullable().describe('Organisation of the record; null for people and clients of authorities'),
    version: z.int().describe('Version of the record that the change led to'),
    reason: z.string().describe('Why the record was changed, in the words of the caller'),
    before: ChangedMembers.describe('The values that were replaced, of the changed members alone'),
    after: ChangedMembers.describe('The values that count now'),
    ...affectedMembers('Records that repeat what has changed or are judged by it'),
    actor: z.string().describe('Subject of the token that changed the record'),
    recordedAt: InstantOut.describe('Time of the change'),
  }),
  CHANGES.party,
);

/** The member of an answer that says what a request has changed. */
export const CHANGE = {
  change: RegisterChangeResponse.nullable().describe('The change; null when every member had its value already'),
};

export const ChangePartyRequest = named(
  'ChangeParty',
  'Members of an organisation that change; what is left out stays.',
  changeOf(PARTY_MEMBERS),
  CHANGE_PARTY,
);
export const ChangeSiteRequest = named(
  'ChangeSite',
  'Members of a site that change; what is left out stays.',
  changeOf(SITE_MEMBERS),
  CHANGE_SITE,
);
export const ChangeLicenceRequest = named(
  'ChangeLicence',
  'Members of a licence that change; what is left out stays.',
  changeOf(LICENCE_MEMBERS),
  CHANGE_LICENCE,
);
export const ChangeVehicleRequest = named(
  'ChangeVehicle',
  'Members of a vehicle that change; what is left out stays.',
  changeOf(VEHICLE_MEMBERS),
  CHANGE_VEHICLE,
);

export const ChangedPartyResponse = named(
  'ChangedParty',
  'Organisation after a change, with the change.',
  PartyResponse.extend(CHANGE),
  CHANGES.changedParty,
);
export const ChangedSiteResponse = named(
  'ChangedSite',
  'Site after a change, with the change.',
  SiteResponse.extend(CHANGE),
  CHANGES.changedSite,
);
export const ChangedLicenceResponse = named(
  'ChangedLicence',
  'Licence after a change, with the change.',
  LicenceResponse.extend(CHANGE),
  CHANGES.changedLicence,
);
export const ChangedVehicleResponse = named(
  'ChangedVehicle',
  'Vehicle after a change, with the change.',
  VehicleResponse.extend(CHANGE),
  CHANGES.changedVehicle,
);

type ChangeOut = z.infer<typeof RegisterChangeResponse>;

export const toChangeResponse = ({ recordId: _, kind: __, ...change }: RegisterChange): ChangeOut => ({
  ...change,
  before: { ...change.before } as ChangeOut['before'],
  after: { ...change.after } as ChangeOut['after'],
  ...toAffectedMembers(change),
  recordedAt: change.recordedAt.toISOString(),
});
