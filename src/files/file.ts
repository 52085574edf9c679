/** Files: bytes under a SHA-256, with a name, an organisation and a retention. Nothing removes a file. */
import { addYears } from '../core/calendar.ts';

/** Kinds of records to which a file may belong. */
export const RECORD_KINDS = ['assay', 'analysis', 'use_confirmation', 'dioxin_measurement', 'manifest'] as const;

/** A record to which a file belongs. */
export type AttachedRecord = { readonly kind: (typeof RECORD_KINDS)[number]; readonly id: string };

export type StoredFile = {
  readonly id: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly partyId: string;
  /** Subject of the token that uploaded it. */
  readonly uploadedBy: string;
  readonly recordedAt: Date;
  /** Last day on which it must still be kept, `YYYY-MM-DD`. */
  readonly retainedUntil: string;
};

/** A file with the records to which it belongs. */
export type ShownFile = StoredFile & { readonly records: readonly AttachedRecord[] };

/** Returns the last day of a retention of whole years. */
export const retentionEnd = (recordedOn: string, years: number): string => addYears(recordedOn, years);

/** Maximum of the ASCII form of a name in a header. */
const FALLBACK_LENGTH = 100;

/** Returns the header value that makes a browser save a file under its name and never show it (RFC 6266). */
export function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^\w. -]+/g, '_')
    .slice(-FALLBACK_LENGTH);
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
