import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dispositionOf, retentionEnd } from '../../src/files/file.ts';
import { declaredType, MEDIA_TYPES, recognise } from '../../src/files/receiving/media-type.ts';
import { limitOf, refuseOther, sha256In } from '../../src/files/receiving/receipt.ts';

const edges = (text: string, tail = text) => ({ head: Buffer.from(text, 'latin1'), tail: Buffer.from(tail, 'latin1') });
const SAMPLES = {
  'application/pdf': edges('%PDF-1.4\n'),
  'application/ofd': edges('PK\x03\x04....Doc_0/Document.xml', 'PK\x01\x02....OFD.xml'),
  'image/jpeg': edges('\xff\xd8\xff\xe0'),
  'image/png': edges('\x89PNG\r\n\x1a\n'),
} as const;
const RULES = { accepted: [{ mediaType: 'application/pdf', maxBytes: 7 }], retentionYears: 10 };

describe('the type of a content', () => {
  it.each(MEDIA_TYPES)('is recognised by its bytes: %s', (mediaType) => {
    expect(recognise(SAMPLES[mediaType])).toBe(mediaType);
  });

  it.each([
    ['another archive', edges('PK\x03\x04....word/document.xml')],
    ['a page', edges('<!doctype html>%PDF-1.4')],
    ['text before the signature', edges(' %PDF-1.4')],
    ['half a signature', edges('\x89PNG')],
    ['the name of the entry without an archive', edges('OFD.xml')],
    ['no byte', edges('')],
  ])('is unknown for %s', (_, content) => {
    expect(recognise(content)).toBeUndefined();
  });

  it('is declared by a header, without parameters and letter case', () => {
    expect(declaredType('Application/PDF; name="a.pdf"')).toBe('application/pdf');
    expect(declaredType(undefined)).toBe('');
  });
});

describe('a received file', () => {
  const received = { ...SAMPLES['application/pdf'], sha256: 'a'.repeat(64), sizeBytes: 9 };

  it('has the limit of its type', () => {
    expect(limitOf(RULES, 'application/pdf')).toBe(7);
    expect(() => limitOf(RULES, 'image/png')).toThrow(
      expect.objectContaining({
        code: 'file-type-not-accepted',
        facts: { mediaType: 'image/png', accepted: ['application/pdf'] },
      }),
    );
  });

  it('is accepted when it is what was declared', () => {
    for (const sha256 of [undefined, received.sha256])
      expect(() => refuseOther(received, { mediaType: 'application/pdf', sha256 })).not.toThrow();
  });

  it.each([
    ['file-empty', { ...received, sizeBytes: 0 }, { mediaType: 'application/pdf', sha256: undefined }],
    ['file-digest-differs', received, { mediaType: 'application/pdf', sha256: 'b'.repeat(64) }],
    ['file-content-differs', received, { mediaType: 'image/png', sha256: undefined }],
  ])('is refused otherwise: %s', (code, file, declared) => {
    expect(() => refuseOther(file, declared)).toThrow(expect.objectContaining({ code }));
  });

  it('has its digest in a header, among others', () => {
    const hash = createHash('sha256').update('x');
    const [base64, hex] = [hash.copy().digest('base64'), hash.digest('hex')];
    expect(sha256In(`sha-256=:${base64}:`)).toBe(hex);
    expect(sha256In(`sha-512=:AAAA:, sha-256=:${base64}:`)).toBe(hex);
    for (const other of [undefined, 'sha-512=:AAAA:', `xsha-256=:${base64}:`]) expect(sha256In(other)).toBeUndefined();
  });

  it('is kept until the same day of a later year', () => {
    expect(retentionEnd('2026-10-15', 10)).toBe('2036-10-15');
  });

  it('has a name that ends no header and begins no other', () => {
    expect(dispositionOf('a "b"\\;.pdf')).toBe(
      `attachment; filename="a _b_.pdf"; filename*=UTF-8''a%20%22b%22%5C%3B.pdf`,
    );
    expect(dispositionOf("报告'(1)*.pdf")).toBe(
      `attachment; filename="_1_.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%27%281%29%2A.pdf`,
    );
  });
});
