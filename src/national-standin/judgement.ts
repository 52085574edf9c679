/**
 * Judgement of a message by the stand-in, written independently of the service. It checks the order of versions, the
 * province that owns a step, and the digest of a document. It does not replay the rules of a manifest.
 */
import { canonicalHash } from '../core/canonical.ts';
import { formatManifestNumber } from '../core/identifiers/manifest-number.ts';
import type { Problem } from '../core/messages/problem.ts';
import { nationalProblem } from './problems.ts';

/** The part of a manifest that the stand-in checks; it stores the rest unchecked. */
export type Document = {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly number: string | null;
  readonly originProvince: string;
  readonly destinationProvince: string;
  readonly consignorSite: { readonly divisionCode: string };
  readonly [field: string]: unknown;
};

/** A step as the owning province reports it, with the document after it. */
export type ReportedStep = {
  readonly sender: string;
  readonly manifestId: string;
  readonly manifestVersion: number;
  readonly step: string;
  readonly document: Document;
  readonly documentDigest: string;
};

/** The stand-in's copy of a manifest. */
export type StoredManifest = {
  readonly version: number;
  readonly number: string;
  readonly originProvince: string;
  readonly destinationProvince: string;
  /** Digest of the version in the message, if that version is known. */
  readonly digestThen: string | undefined;
};

export type Judgement =
  | { readonly outcome: 'applied' }
  | { readonly outcome: 'already' }
  | { readonly outcome: 'waiting' }
  | { readonly outcome: 'refused' | 'conflict'; readonly problem: Problem };

const DESTINATION_STEPS = ['arrive', 'accept', 'accept_partially', 'reject', 'dispute'];
const FIRST_STEPS = ['submit', 'backfill'];

export function judge(reported: ReportedStep, stored: StoredManifest | undefined): Judgement {
  const { sender, manifestVersion: version, step, document, documentDigest } = reported;
  if (!isSameId(document.id, reported.manifestId) || document.version !== version) {
    return refused(nationalProblem('national-document-contradicts'));
  }
  if (digestOf(document) !== documentDigest) {
    return refused(nationalProblem('national-digest-wrong'));
  }
  const owner = DESTINATION_STEPS.includes(step) ? document.destinationProvince : document.originProvince;
  if (sender !== owner) return refused(nationalProblem('national-not-your-step', { owner }));
  if (!stored) {
    if (version > 1) return { outcome: 'waiting' };
    return FIRST_STEPS.includes(step) ? { outcome: 'applied' } : refused(nationalProblem('national-not-a-beginning'));
  }
  if (
    stored.originProvince !== document.originProvince ||
    stored.destinationProvince !== document.destinationProvince
  ) {
    return refused(nationalProblem('national-provinces-changed'));
  }
  if (version <= stored.version) {
    if (stored.digestThen === documentDigest) return { outcome: 'already' };
    return { outcome: 'conflict', problem: nationalProblem('national-other-document', { version }) };
  }
  if (version > stored.version + 1) return { outcome: 'waiting' };
  if (document.number !== null && document.number !== stored.number) {
    return { outcome: 'conflict', problem: nationalProblem('national-other-number', { number: stored.number }) };
  }
  return { outcome: 'applied' };
}

/** Compares two UUIDs, which are equal whatever their letter case (RFC 9562). */
export const isSameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function refused(problem: Problem): Judgement {
  return { outcome: 'refused', problem };
}

/** SHA-256 of the canonical JSON (RFC 8785), in hexadecimal. */
export function digestOf(document: unknown): string {
  return canonicalHash(document);
}

/** Returns the series of a number: the year of the step in China, and the city that the load leaves. */
export function seriesOf(document: Document, occurredAt: string): { readonly year: number; readonly city: string } {
  const year = Temporal.Instant.from(occurredAt).toZonedDateTimeISO('Asia/Shanghai').year;
  return { year, city: document.consignorSite.divisionCode.slice(0, 4) };
}

/** The 14 digits (Measures on hazardous-waste transfer, Order 23, Art 15). `serial` counts within year and city. */
export function numberOf({ year, city }: { year: number; city: string }, serial: number): string {
  if (serial > 999_999) throw new RangeError(`the numbers of ${city} in ${year} are used up`);
  return formatManifestNumber({ year, city, serial });
}
