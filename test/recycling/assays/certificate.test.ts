import { describe, expect, it } from 'vitest';
import { certificateOf } from '../../../src/recycling/assays/certificate.ts';
import { codeOf } from '../../batches/examples.ts';

const [SHA256, OTHER] = ['a'.repeat(64), 'b'.repeat(64)];
const AT = '#/body';
const file = { id: 'file', sha256: SHA256 };
const named = { certificateFileId: 'file', certificateSha256: SHA256 };

describe('the certificate of an assay', () => {
  it('is an uploaded file, named by its id, its content or both', () => {
    expect(certificateOf({ certificateFileId: 'file', certificateSha256: null }, file, AT)).toEqual(named);
    expect(certificateOf({ certificateSha256: SHA256 }, file, AT)).toEqual(named);
    expect(certificateOf(named, file, AT)).toEqual(named);
  });

  it('is a statement as long as only its content is known, or absent', () => {
    for (const certificateSha256 of [SHA256, null])
      expect(certificateOf({ certificateSha256 }, undefined, AT)).toEqual({
        certificateFileId: null,
        certificateSha256,
      });
  });

  it('is refused when the file is unknown, or has another content', () => {
    expect(codeOf(() => certificateOf({ certificateFileId: 'x', certificateSha256: null }, undefined, AT))).toBe(
      'certificate-missing',
    );
    expect(codeOf(() => certificateOf({ certificateFileId: 'file', certificateSha256: OTHER }, file, AT))).toBe(
      'certificate-differs',
    );
  });
});
