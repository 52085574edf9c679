/**
 * The wire shape of the document in responses. It is not derived from the strict shape of messages between authorities
 * (exchange/messages/step-schemas.ts). A message is untrusted and has limits, no drafts and no unknown members. A limit in
 * a response would turn a stored record into an error, and a response may grow. The exchange builds on manifests, not the
 * reverse. The compiler compares every member and its type, in both, with `ManifestDocument`.
 */
import { z } from 'zod';
import { Id, InstantOut, MassGramsOut } from '../platform/http/index.ts';
import { MANIFEST_STATES, type ManifestDocument, TRANSPORT_MODES } from './rules/document.ts';

const Remarks = z.string().nullable();
const Codes = z.array(z.string());

const DocumentParty = z.object({ uscc: z.string(), name: z.string(), provinceCode: z.string() });
const DocumentSite = z.object({ name: z.string(), divisionCode: z.string(), address: z.string().nullable() });

export const DocumentLine = z.object({
  line: z.int(),
  batteryKind: z.string().nullable(),
  riskClass: z.string().nullable(),
  condition: z.string().nullable(),
  packaging: z.string(),
  packages: z.int(),
  massGrams: MassGramsOut,
  pieces: z.int(),
  weighedGrams: MassGramsOut.nullable(),
  acceptedGrams: MassGramsOut.nullable(),
  acceptedPieces: z.int().nullable(),
  refusedGrams: MassGramsOut.nullable(),
  refusedPieces: z.int().nullable(),
  returnedGrams: MassGramsOut.nullable(),
  returnedPieces: z.int().nullable(),
  treatmentMethod: z.string().nullable(),
});

export const DOCUMENT = {
  id: Id,
  version: z.int(),
  state: z.enum(MANIFEST_STATES),
  number: z.string().nullable().describe('14 digits of the national system; null until it has answered'),
  paper: z.object({ number: z.string(), reason: z.string(), transferCompletedAt: InstantOut.nullable() }).nullable(),
  originProvince: z.string(),
  destinationProvince: z.string(),
  wasteCode: z.string(),
  consignor: DocumentParty,
  carrier: DocumentParty,
  receiver: DocumentParty,
  consignorSite: DocumentSite,
  receiverSite: DocumentSite,
  receiverLicence: z.string().nullable(),
  transportMode: z.enum(TRANSPORT_MODES).nullable(),
  lines: z.array(DocumentLine),
  transport: z
    .object({
      plates: z.array(z.string()),
      permitNumber: z.string().nullable(),
      driver: z.string().nullable(),
      from: z.string(),
      via: z.string().nullable(),
      protections: z.array(z.string()),
    })
    .nullable(),
  significantDifference: z.boolean().nullable(),
  differenceKinds: Codes,
  remarks: Remarks,
  closingRemarks: Remarks,
  cancellationReason: Remarks,
  submittedAt: InstantOut.nullable(),
  numberedAt: InstantOut.nullable(),
  handedOverAt: InstantOut.nullable(),
  departedAt: InstantOut.nullable(),
  arrivedAt: InstantOut.nullable(),
  disputedAt: InstantOut.nullable(),
  decidedAt: InstantOut.nullable(),
  closedAt: InstantOut.nullable(),
  cancelledAt: InstantOut.nullable(),
} satisfies { readonly [Member in keyof ManifestDocument]: z.ZodType<ManifestDocument[Member]> };
