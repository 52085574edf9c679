/**
 * The manifest document: one JSON value without local ids, identical at every authority, so that systems can compare
 * digests. Instants are ISO strings in UTC with milliseconds, masses whole grams.
 */
import { canonicalHash } from '../../core/canonical.ts';

export const MANIFEST_STATES = [
  'draft',
  'offline_paper',
  'submitted',
  'handed_over',
  'in_transit',
  'arrived',
  'disputed',
  'accepted',
  'partially_accepted',
  'rejected',
  'closed',
  'cancelled',
] as const;
export type ManifestState = (typeof MANIFEST_STATES)[number];

/** An organisation on a manifest, identified by its unified social credit code. */
export type DocumentParty = { readonly uscc: string; readonly name: string; readonly provinceCode: string };

export type DocumentSite = { readonly name: string; readonly divisionCode: string; readonly address: string | null };

/**
 * Transport modes of a load. Unbroken batteries of class I are not carried as hazardous waste (exemption list of the
 * national list of hazardous waste, item 18); everything else is.
 */
export const TRANSPORT_MODES = ['hazardous', 'exempt_unbroken'] as const;
export type TransportMode = (typeof TRANSPORT_MODES)[number];

/** One line: what was sent, and, once the receiver has decided, what was weighed, accepted, refused and returned. */
export type DocumentLine = {
  /** From 1, in order. */
  readonly line: number;
  readonly batteryKind: string | null;
  readonly riskClass: string | null;
  readonly condition: string | null;
  readonly packaging: string;
  readonly packages: number;
  readonly massGrams: number;
  readonly pieces: number;
  /** Accepted and refused together, as the receiver weighed them. */
  readonly weighedGrams: number | null;
  readonly acceptedGrams: number | null;
  readonly acceptedPieces: number | null;
  readonly refusedGrams: number | null;
  readonly refusedPieces: number | null;
  readonly returnedGrams: number | null;
  readonly returnedPieces: number | null;
  readonly treatmentMethod: string | null;
};

/** A manifest that began on paper because the system was down (Order 23, Art 20). */
type Paper = {
  readonly number: string;
  readonly reason: string;
  readonly transferCompletedAt: string | null;
};

export type Transport = {
  readonly plates: readonly string[];
  /** Operating permit of the vehicle 营运证件号. */
  readonly permitNumber: string | null;
  readonly driver: string | null;
  readonly from: string;
  readonly via: string | null;
  /** Protections of the vehicle, as the carrier declares them: against rain, leakage, scattering. */
  readonly protections: readonly string[];
};

export type ManifestDocument = {
  readonly id: string;
  /** 0 for a draft, 1 when submitted; every step adds one. */
  readonly version: number;
  readonly state: ManifestState;
  /** 14 digits, issued by the national system; null until issued. */
  readonly number: string | null;
  readonly paper: Paper | null;
  readonly originProvince: string;
  readonly destinationProvince: string;
  readonly wasteCode: string;
  readonly consignor: DocumentParty;
  readonly carrier: DocumentParty;
  readonly receiver: DocumentParty;
  readonly consignorSite: DocumentSite;
  readonly receiverSite: DocumentSite;
  /** Number of the licence that covers the waste on the day of submission; null before. */
  readonly receiverLicence: string | null;
  readonly transportMode: TransportMode | null;
  readonly lines: readonly DocumentLine[];
  readonly transport: Transport | null;
  /** Judged by the threshold of the receiver's authority; null until the decision. */
  readonly significantDifference: boolean | null;
  readonly differenceKinds: readonly string[];
  readonly remarks: string | null;
  readonly closingRemarks: string | null;
  readonly cancellationReason: string | null;
  readonly submittedAt: string | null;
  readonly numberedAt: string | null;
  readonly handedOverAt: string | null;
  readonly departedAt: string | null;
  readonly arrivedAt: string | null;
  readonly disputedAt: string | null;
  readonly decidedAt: string | null;
  readonly closedAt: string | null;
  readonly cancelledAt: string | null;
};

/** Members that the consignor fills in; all other members are empty in a draft. */
export type DocumentDraft = Pick<
  ManifestDocument,
  | 'id'
  | 'originProvince'
  | 'destinationProvince'
  | 'wasteCode'
  | 'consignor'
  | 'carrier'
  | 'receiver'
  | 'consignorSite'
  | 'receiverSite'
> & { readonly lines: readonly DraftLine[] };

export type DraftLine = Pick<
  DocumentLine,
  'batteryKind' | 'riskClass' | 'condition' | 'packaging' | 'packages' | 'massGrams' | 'pieces'
>;

export function draftDocument(draft: DocumentDraft): ManifestDocument {
  return {
    ...draft,
    version: 0,
    state: 'draft',
    number: null,
    paper: null,
    receiverLicence: null,
    transportMode: null,
    lines: draft.lines.map((line, at) => ({ ...line, ...UNDECIDED, line: at + 1 })),
    transport: null,
    significantDifference: null,
    differenceKinds: [],
    remarks: null,
    closingRemarks: null,
    cancellationReason: null,
    submittedAt: null,
    numberedAt: null,
    handedOverAt: null,
    departedAt: null,
    arrivedAt: null,
    disputedAt: null,
    decidedAt: null,
    closedAt: null,
    cancelledAt: null,
  };
}

const UNDECIDED = {
  weighedGrams: null,
  acceptedGrams: null,
  acceptedPieces: null,
  refusedGrams: null,
  refusedPieces: null,
  returnedGrams: null,
  returnedPieces: null,
  treatmentMethod: null,
};

/** SHA-256, lower-case hexadecimal, of the canonical JSON (RFC 8785) of a document. */
export function digestOf(document: ManifestDocument): string {
  return canonicalHash(document);
}

/** Returns true when the load crosses a province border. */
export function crossesBorder(document: Pick<ManifestDocument, 'originProvince' | 'destinationProvince'>): boolean {
  return document.originProvince !== document.destinationProvince;
}

/** States of the national number: a draft needs none, a paper manifest travels without one. */
export const NUMBERINGS = ['draft', 'pending', 'issued', 'paper'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

export function numberingOf({ number, paper, version }: ManifestDocument): Numbering {
  if (number !== null) return 'issued';
  if (paper !== null) return 'paper';
  return version === 0 ? 'draft' : 'pending';
}
