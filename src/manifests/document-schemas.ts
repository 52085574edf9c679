/**
 * The wire shape of the document in responses. It is not derived from the strict shape of messages between authorities
 * (exchange/messages/step-schemas.ts). A message is untrusted and has limits, no drafts and no unknown members. A limit in
 * a response would turn a stored record into an error, and a response may grow. The exchange builds on manifests, not the
 * reverse. The compiler compares every member and its type, in both, with `ManifestDocument`.
 */
import { z } from 'zod';
import { BATCH_TERMS, CONDITIONS, RISK_CLASSES } from '../batches/rules.ts';
import {
  Id,
  InstantOut,
  ManifestBatteryKind,
  MassGramsOut,
  named,
  namedCodes,
  OTHER_CODES,
  openCodes,
  wordsOf,
} from '../platform/http/index.ts';
import { MANIFEST_STATES, type ManifestDocument, TRANSPORT_MODES } from './rules/document.ts';

export const ManifestStateCode = namedCodes('ManifestState', 'State of a manifest', MANIFEST_STATES, {
  draft: { en: 'being prepared, binds nobody', zh: '草稿' },
  offline_paper: { en: 'runs on paper, to be entered later', zh: '纸质待补录' },
  submitted: { en: 'submitted, waits for the load', zh: '已提交' },
  handed_over: { en: 'handed over to the carrier', zh: '已交付' },
  in_transit: { en: 'on the way', zh: '运输中' },
  arrived: { en: 'at the receiver, waits for the decision', zh: '已运抵' },
  disputed: { en: 'at the receiver, differences are being settled', zh: '差异处理中' },
  accepted: { en: 'accepted as a whole', zh: '已接受' },
  partially_accepted: { en: 'a part was accepted, a part refused', zh: '部分接受' },
  rejected: { en: 'refused as a whole', zh: '已拒收' },
  closed: { en: 'closed, final', zh: '已办结' },
  cancelled: { en: 'cancelled before the hand-over, final', zh: '已作废' },
});

const Remarks = z.string().nullable();
const Codes = z.array(z.string());

const DocumentParty = named(
  'ManifestParty',
  'Organisation on a manifest, as it was named when the manifest was submitted.',
  z.object({
    uscc: z.string().describe('Unified social credit code'),
    name: z.string().describe('Name of the organisation'),
    provinceCode: z.string().describe('GB/T 2260 code of its province'),
  }),
);
const DocumentSite = named(
  'ManifestSite',
  'Site on a manifest, as it was when the manifest was submitted.',
  z.object({
    name: z.string().describe('Name under which its organisation registered the site'),
    divisionCode: z.string().describe('GB/T 2260 code of the city or county'),
    address: z.string().nullable().describe('Street and house number; null when it was not given'),
  }),
);

const ManifestRiskClass = openCodes(
  'ManifestRiskClass',
  `Risk class of batteries on a manifest: ${wordsOf(BATCH_TERMS.riskClass)}. ${OTHER_CODES}`,
  RISK_CLASSES,
);
const ManifestCondition = openCodes(
  'ManifestBatteryCondition',
  `Condition of batteries on a manifest: ${wordsOf(BATCH_TERMS.condition)}. ${OTHER_CODES}`,
  CONDITIONS,
);

export const DocumentLine = z.object({
  line: z.int().describe('Number of the line, from 1'),
  batteryKind: ManifestBatteryKind.nullable().describe('Kind of battery; null for other waste'),
  riskClass: ManifestRiskClass.nullable().describe('Risk class of the batteries; null for other waste'),
  condition: ManifestCondition.nullable().describe(
    'Condition of the batteries, or plates, paste or acid from breaking them; null for other waste',
  ),
  packaging: z.string().describe('Code of the list packaging'),
  packages: z.int().describe('Containers in which the waste is packed'),
  massGrams: MassGramsOut.describe('Mass that was sent'),
  pieces: z.int().describe('Batteries that were sent; 0 for other waste, which is weighed only'),
  weighedGrams: MassGramsOut.nullable().describe(
    'Accepted and refused mass together, as the receiver weighed it; null before the decision',
  ),
  acceptedGrams: MassGramsOut.nullable().describe('Mass that the receiver accepted; null before the decision'),
  acceptedPieces: z.int().nullable().describe('Batteries that the receiver accepted; null before the decision'),
  refusedGrams: MassGramsOut.nullable().describe('Mass that the receiver refused; null before the decision'),
  refusedPieces: z.int().nullable().describe('Batteries that the receiver refused; null before the decision'),
  returnedGrams: MassGramsOut.nullable().describe('Mass that came back to the consignor; null before the closing'),
  returnedPieces: z.int().nullable().describe('Batteries that came back to the consignor; null before the closing'),
  treatmentMethod: z.string().nullable().describe('Code of the list treatment-methods; null before the decision'),
});

export const DOCUMENT = {
  id: Id,
  version: z.int().describe('Number of steps since the draft; the ETag'),
  state: ManifestStateCode.describe(
    'State after the last step. The ordinary way is draft, submitted, handed_over, in_transit, arrived, then accepted, partially_accepted or rejected, and closed',
  ),
  number: z.string().nullable().describe('14 digits of the national system; null until it has answered'),
  paper: z
    .object({
      number: z.string().describe('Number of the paper manifest'),
      reason: z.string().describe('Why the system could not be used'),
      transferCompletedAt: InstantOut.nullable().describe('Time when the transfer was completed on paper'),
    })
    .nullable()
    .describe('Set when the transfer ran on paper'),
  originProvince: z.string().describe('GB/T 2260 code of the province of the consignor'),
  destinationProvince: z.string().describe('GB/T 2260 code of the province of the receiver'),
  wasteCode: z.string().describe('Waste code of the load'),
  consignor: DocumentParty.describe('Hands the load over'),
  carrier: DocumentParty.describe('Carries the load'),
  receiver: DocumentParty.describe('Decides on the load'),
  consignorSite: DocumentSite.describe('Where the load leaves'),
  receiverSite: DocumentSite.describe('Where the load arrives'),
  receiverLicence: z
    .string()
    .nullable()
    .describe('Number of the licence under which the receiver accepts; null in a draft'),
  transportMode: z
    .enum(TRANSPORT_MODES)
    .nullable()
    .describe(
      'hazardous: as hazardous waste; exempt_unbroken: unbroken batteries of class I, which the exemption list frees from that; null in a draft',
    ),
  lines: z.array(DocumentLine).describe('Lines, in order'),
  transport: named(
    'Transport',
    'Vehicles, driver and route of a load.',
    z.object({
      plates: z.array(z.string()).describe('Plates of the vehicles'),
      permitNumber: z
        .string()
        .nullable()
        .describe('Number of the permit 道路运输证 of the vehicles; null when it was not given'),
      driver: z.string().nullable().describe('Driver; personal data'),
      from: z.string().describe('Place where the vehicle departed, as the carrier wrote it'),
      via: z.string().nullable().describe('Places on the way, as the carrier wrote them'),
      protections: z.array(z.string()).describe('Protections of the vehicle: rain, leakage, scattering'),
    }),
  )
    .nullable()
    .describe('As the carrier declared it; null before the departure'),
  significantDifference: z
    .boolean()
    .nullable()
    .describe('true when the difference exceeds the limit of the law; null before the decision'),
  differenceKinds: Codes.describe('Codes of the list discrepancy-kinds'),
  remarks: Remarks.describe('Remarks that the receiver made with the decision or dispute; null without any'),
  closingRemarks: Remarks.describe('Remarks that the consignor made with the step close; null without any'),
  cancellationReason: Remarks.describe('Why the transfer did not take place; null unless the manifest is cancelled'),
  submittedAt: InstantOut.nullable().describe('Time of the step submit'),
  numberedAt: InstantOut.nullable().describe('Time at which the national number came'),
  handedOverAt: InstantOut.nullable().describe('Time of the step hand-over'),
  departedAt: InstantOut.nullable().describe('Time of the step depart'),
  arrivedAt: InstantOut.nullable().describe('Time of the step arrive'),
  disputedAt: InstantOut.nullable().describe('Time of the step dispute'),
  decidedAt: InstantOut.nullable().describe('Time of the decision: accept, accept-partially or reject'),
  closedAt: InstantOut.nullable().describe('Time of the step close'),
  cancelledAt: InstantOut.nullable().describe('Time of the step cancel'),
} satisfies { readonly [Member in keyof ManifestDocument]: z.ZodType<ManifestDocument[Member]> };
