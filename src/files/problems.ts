/** Problems of uploading and reading files. */
import { EXAMPLE_IDS as ids, NOTHING } from '../core/example-ids.ts';
import { defineProblems } from '../core/messages/problem.ts';
import { EXAMPLE_SHA256, OTHER_SHA256 } from './examples.ts';
import { FILE_TERMS } from './terms.ts';

export const fileProblem = defineProblems(
  {
    'file-missing': {
      kind: 'missing',
      en: {
        title: 'File not found',
        detail: 'No file {id} is visible to you.',
        remedy: 'Check the id. Upload the file first: POST /v1/files.',
      },
      zh: {
        title: '文件不存在',
        detail: '没有您可查看的文件 {id}。',
        remedy: '请核对文件编号；尚未上传的，请先通过 POST /v1/files 上传。',
      },
    },
    'file-type-not-accepted': {
      kind: 'unsupported',
      en: {
        title: 'Type of file not accepted',
        detail: 'Content-Type is {mediaType}. These are accepted: {accepted:content}.',
        remedy: 'Send a file of one of these types, and name its type in Content-Type.',
      },
      zh: {
        title: '不接受此类文件',
        detail: 'Content-Type 为 {mediaType}。可上传：{accepted:content}。',
        remedy: '请上传上述类型的文件，并在 Content-Type 中注明其类型。',
      },
    },
    'file-empty': {
      kind: 'rule',
      en: {
        title: 'Empty file',
        detail: 'The file has no content.',
        remedy: 'Choose the file again. Its content is the body of the request.',
      },
      zh: {
        title: '文件为空',
        detail: '文件没有内容。',
        remedy: '请重新选择文件；文件内容即为请求正文。',
      },
    },
    'file-incomplete': {
      kind: 'invalid',
      en: {
        title: 'File incomplete',
        detail: 'The connection ended before the file did. Nothing was stored.',
        remedy: 'Send the file again.',
      },
      zh: {
        title: '文件不完整',
        detail: '文件传输中断，未保存任何内容。',
        remedy: '请重新上传该文件。',
      },
    },
    'file-digest-differs': {
      kind: 'rule',
      en: {
        title: 'File changed on its way',
        detail: 'Content-Digest names SHA-256 {expectedSha256}. The {sizeBytes} bytes that arrived have {sha256}.',
        remedy: 'Send the file again, with the digest of exactly these bytes or without the header.',
      },
      zh: {
        title: '文件与摘要不符',
        detail: 'Content-Digest 所列 SHA-256 为 {expectedSha256}，实际收到 {sizeBytes} 字节，SHA-256 为 {sha256}。',
        remedy: '请重新上传；Content-Digest 须为该文件的摘要，也可不填。',
      },
    },
    'file-content-differs': {
      kind: 'rule',
      en: {
        title: 'Content is of another type',
        detail: 'Content-Type declares {declared:content}. By its bytes, the file is {found:content}.',
        remedy: 'Name the type that the file really has. Renaming a file does not change its type.',
      },
      zh: {
        title: '文件内容与所填类型不符',
        detail: 'Content-Type 所填为{declared:content}，而文件实为{found:content}。',
        remedy: '请按文件的实际类型填写；更改扩展名不会改变文件类型。',
      },
    },
    'file-infected': {
      kind: 'rule',
      en: {
        title: 'File contains malicious content',
        detail: 'The scanner found “{threat}” in the file with SHA-256 {sha256}. Nothing was stored.',
        remedy: 'Check the device that the file comes from. Send a clean file.',
      },
      zh: {
        title: '文件含恶意内容',
        detail: '在 SHA-256 为 {sha256} 的文件中检出“{threat}”，文件未保存。',
        remedy: '请检查文件来源设备，并上传安全的文件。',
      },
    },
    'file-scanner-unreachable': {
      kind: 'unavailable',
      en: {
        title: 'Scanner of files unreachable',
        detail: 'The scanner that looks at every file does not answer. Nothing was stored.',
        remedy: 'Send the file again later, with the same Idempotency-Key.',
      },
      zh: {
        title: '文件查毒服务不可用',
        detail: '文件须经查毒后保存，而查毒服务没有应答，文件未保存。',
        remedy: '请稍后以同一 Idempotency-Key 重新上传。',
      },
    },
    'file-store-unreachable': {
      kind: 'unavailable',
      en: {
        title: 'Store of files unreachable',
        detail: 'The place where files are kept does not answer.',
        remedy: 'Try again later. For an upload, use the same Idempotency-Key.',
      },
      zh: {
        title: '文件存储不可用',
        detail: '文件存储没有应答。',
        remedy: '请稍后重试；上传文件的，请使用同一 Idempotency-Key。',
      },
    },
    'file-damaged': {
      kind: 'unavailable',
      en: {
        title: 'File damaged',
        detail: 'The stored bytes of file {id} are not those with SHA-256 {sha256}. They are not shown.',
        remedy:
          'Inform the operator, who restores the file. The organisation that has the file may also send it again.',
      },
      zh: {
        title: '文件已损坏',
        detail: '文件 {id} 的存储内容与其 SHA-256（{sha256}）不符，不予提供。',
        remedy: '请告知运维人员恢复该文件；持有该文件的单位也可重新上传。',
      },
    },
  },
  FILE_TERMS,
  {
    'file-missing': { id: NOTHING },
    'file-type-not-accepted': { mediaType: 'text/html', accepted: ['application/pdf', 'image/png'] },
    'file-empty': { pointer: '#/body' },
    'file-incomplete': { pointer: '#/body' },
    'file-digest-differs': {
      ...{ expectedSha256: OTHER_SHA256, sha256: EXAMPLE_SHA256, sizeBytes: 182_044 },
      pointer: '#/headers/content-digest',
    },
    'file-content-differs': {
      ...{ declared: 'application/pdf', found: 'image/png', pointer: '#/body' },
    },
    'file-infected': { sha256: EXAMPLE_SHA256, threat: 'Eicar-Test-Signature', pointer: '#/body' },
    'file-damaged': { id: ids.file, sha256: EXAMPLE_SHA256 },
  },
);
