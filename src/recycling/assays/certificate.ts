/** The certificate of an assay: a file that the organisation has uploaded, or only the SHA-256 of one. */

import type { Assay } from './assay.ts';
import { assayProblem } from './problems.ts';

type Certificate = Pick<Assay, 'certificateSha256' | 'certificateFileId'>;

/** The certificate as it is sent. */
type Given = Pick<Assay, 'certificateSha256'> & { readonly certificateFileId?: string | null | undefined };

/**
 * Returns the certificate as it is recorded. `at` is the place of the assay in the request. A SHA-256 without a file stays a statement of the recycler.
 * @throws Problem `certificate-missing`, `certificate-differs`
 */
export function certificateOf(
  given: Given,
  file: { readonly id: string; readonly sha256: string } | undefined,
  at: string,
): Certificate {
  const { certificateFileId: id = null, certificateSha256: sha256 } = given;
  if (file === undefined) {
    if (id !== null) throw assayProblem('certificate-missing', { id, pointer: `${at}/certificateFileId` });
    return { certificateFileId: null, certificateSha256: sha256 };
  }
  if (sha256 !== null && sha256 !== file.sha256) {
    throw assayProblem('certificate-differs', {
      ...{ fileId: file.id, sha256: file.sha256, givenSha256: sha256 },
      pointer: `${at}/certificateSha256`,
    });
  }
  return { certificateFileId: file.id, certificateSha256: file.sha256 };
}
