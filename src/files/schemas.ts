/** Wire shapes of files. */
import { z } from 'zod';
import { expected, Id, InstantOut, named, namedCodes, nameText, Sha256, spelled } from '../platform/http/index.ts';
import { FILE } from './examples.ts';
import { RECORD_KINDS, type ShownFile } from './file.ts';

export const UploadQuery = z.strictObject({
  name: nameText(200).describe('Name of the file where it comes from, percent-encoded, such as `检测报告.pdf`'),
});

export const UploadHeaders = z.looseObject({
  'content-digest': expected(spelled('token').regex(/^[\w-]+=:[A-Za-z0-9+/=]+:(, *[\w-]+=:[A-Za-z0-9+/=]+:)*$/), {
    en: 'the digest of the body by RFC 9530',
    zh: '按 RFC 9530 填写的正文摘要',
    example: 'sha-256=:j0NDRmSPa5bfid2pAcUXaxCm2Dlh3TwayItZstwyeqQ=:',
  })
    .optional()
    .describe('SHA-256 of the file (RFC 9530); a file with another one is refused'),
});

export const ContentHeaders = z.looseObject({
  'if-none-match': expected(spelled('token').max(1_000), {
    en: 'the ETag of the content',
    zh: '内容的 ETag 值',
    example: `"${FILE.sha256}"`,
  })
    .optional()
    .describe('ETag of a content that the caller has; the same one is answered with 304'),
});

const RecordKind = namedCodes('FileRecordKind', 'Kind of record to which a file belongs', RECORD_KINDS, {
  assay: { en: 'an assay, whose certificate it is', zh: '检测记录（检测报告）' },
  dioxin_measurement: { en: 'a dioxin measurement, whose report it is', zh: '二噁英监测记录（检测报告）' },
  analysis: { en: 'an analysis, whose certificate it is', zh: '成分检测记录（检测报告）' },
  manifest: { en: 'a manifest, whose load or papers it shows', zh: '联单（货物或纸质联单照片）' },
  use_confirmation: { en: 'a confirmation of use, whose proof it is', zh: '利用确认记录（证明文件）' },
});

export const FileResponse = named(
  'File',
  'An uploaded file, without its content.',
  z.object({
    id: Id,
    sha256: Sha256.describe('SHA-256 of the content'),
    sizeBytes: z.int().describe('Size of the content in bytes'),
    mediaType: z.string().describe('Type of the content; its first bytes agree with it'),
    name: z.string().describe('Name of the file where it comes from'),
    partyId: Id.describe('Organisation that uploaded it'),
    uploadedBy: z.string().describe('Subject of the token that uploaded it'),
    records: z
      .array(z.object({ kind: RecordKind.describe('Kind of the record'), id: Id.describe('Identifier of the record') }))
      .describe('Records to which it belongs; everyone who may see one of them sees the file'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
    retainedUntil: z.iso.date().describe('Last day on which it must still be kept; nothing removes it'),
  }),
  FILE,
);

export const toFileResponse = ({ recordedAt, records, ...file }: ShownFile): z.infer<typeof FileResponse> => ({
  ...file,
  records: [...records],
  recordedAt: recordedAt.toISOString(),
});
