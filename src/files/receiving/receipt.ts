/** Receiving a file: what the law accepts, and whether the received bytes are what was declared. */

import { fileProblem } from '../problems.ts';
import type { Edges } from './media-type.ts';
import { recognise } from './media-type.ts';

/** Accepted types of content, each with its limit. */
export type FileRules = {
  readonly accepted: readonly { readonly mediaType: string; readonly maxBytes: number }[];
  readonly retentionYears: number;
};

export type Received = Edges & { readonly sha256: string; readonly sizeBytes: number };

type Declared = { readonly mediaType: string; readonly sha256: string | undefined };

/** Returns the limit of a type, in bytes. @throws Problem `file-type-not-accepted` */
export function limitOf({ accepted }: FileRules, mediaType: string): number {
  const rule = accepted.find((one) => one.mediaType === mediaType);
  if (rule === undefined) {
    throw fileProblem('file-type-not-accepted', {
      mediaType: mediaType.slice(0, 100) || '(none)',
      accepted: accepted.map((one) => one.mediaType),
    });
  }
  return rule.maxBytes;
}

/**
 * Compares the received bytes with the declaration.
 * @throws Problem `file-empty`, `file-digest-differs`, `file-content-differs`
 */
export function refuseOther({ head, tail, sha256, sizeBytes }: Received, declared: Declared): void {
  if (sizeBytes === 0) throw fileProblem('file-empty', { pointer: '#/body' });
  if (declared.sha256 !== undefined && declared.sha256 !== sha256) {
    throw fileProblem('file-digest-differs', {
      ...{ expectedSha256: declared.sha256, sha256, sizeBytes },
      pointer: '#/headers/content-digest',
    });
  }
  const found = recognise({ head, tail });
  if (found !== declared.mediaType) {
    throw fileProblem('file-content-differs', {
      ...{ declared: declared.mediaType, found: found ?? 'unknown' },
      pointer: '#/body',
    });
  }
}

/** Returns the SHA-256 of a `Content-Digest` (RFC 9530) in hexadecimal; undefined when the header has none. */
export function sha256In(contentDigest: string | undefined): string | undefined {
  const [, base64] = /(?:^|[,\s])sha-256=:([A-Za-z0-9+/]{43}=):/.exec(contentDigest ?? '') ?? [];
  if (base64 === undefined) return undefined;
  return [...atob(base64)].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
