/** Problems of confirmations of certificates. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const certificateProblem = defineProblems(
  {
    'certificate-confirmation-missing': {
      kind: 'missing',
      en: {
        title: 'Confirmation of a certificate not found',
        detail: 'No confirmation of a certificate {id} is visible to you.',
        remedy: 'Check the id. List your own records: GET /v1/certificate-confirmations.',
      },
      zh: {
        title: '检测结果确认记录不存在',
        detail: '没有您可查看的检测结果确认记录 {id}。',
        remedy: '请核对检测结果确认记录编号；本单位的记录可通过 GET /v1/certificate-confirmations 查询。',
      },
    },
    'laboratory-not-named': {
      kind: 'rule',
      en: {
        title: 'Another laboratory, or none, is named',
        detail: 'Record {id} does not name your organisation as its laboratory.',
        remedy: 'Only the laboratory in laboratoryId confirms a certificate.',
      },
      zh: {
        title: '非该记录的检测机构',
        detail: '记录 {id} 所填检测机构不是本单位。',
        remedy: '检测结果只能由“检测机构编号”（laboratoryId）所填的检测机构确认。',
      },
    },
    'certificate-hash-missing': {
      kind: 'rule',
      en: {
        title: 'SHA-256 of the certificate missing',
        detail:
          'The file of this certificate is stored, so the laboratory states the SHA-256 of the file that it issued.',
        remedy: 'Give the SHA-256 of your certificate in certificateSha256.',
      },
      zh: {
        title: '缺少检测报告文件 SHA-256',
        detail: '该检测报告文件已上传，检测机构确认时须填写其出具文件的 SHA-256。',
        remedy: '请在“检测报告文件 SHA-256”（certificateSha256）中填写本机构所出具文件的 SHA-256。',
      },
    },
    'sample-mark-missing': {
      kind: 'rule',
      en: {
        title: 'Mark of the sample missing',
        detail: 'Record {id} is of no single batch and states no mark of its sample, so the sample cannot be compared.',
        remedy:
          'The enterprise corrects its record with the mark on the certificate in sampleMark; then confirm the correction.',
      },
      zh: {
        title: '缺少样品编号',
        detail: '记录 {id} 不对应单个批次，且未填写样品编号，无法核对样品。',
        remedy: '请企业更正记录，在“样品编号”（sampleMark）中填写检测报告上的样品编号，再由检测机构确认更正后的记录。',
      },
    },
    'seen-manifest-missing': {
      kind: 'rule',
      en: {
        title: 'Number of the manifest missing',
        detail:
          'The batch came with a manifest, so a laboratory that took the sample itself states the number of the manifest that it saw.',
        remedy:
          'Give the number from the papers of the batch in seenManifestNumber; for a sample that was delivered to you, give sampling: delivered.',
      },
      zh: {
        title: '缺少联单编号',
        detail: '该批次随转移联单运入，检测机构自行采样的，须填写采样时所见的联单编号。',
        remedy:
          '请在“所见联单编号”（seenManifestNumber）中填写该批次随附联单的编号；样品由委托方送达的，“采样方式”（sampling）请填 delivered。',
      },
    },
    'certificate-confirmed-already': {
      kind: 'conflict',
      en: {
        title: 'Certificate already answered for',
        detail: 'Statement {existingId} of the laboratory on this certificate is valid.',
        remedy: 'To correct or withdraw it, give its id in replacesId.',
      },
      zh: {
        title: '检测结果已确认',
        detail: '检测机构对该检测结果已有有效的确认记录 {existingId}。',
        remedy: '如需更正或撤回，请在“被更正记录编号”（replacesId）中填写其编号。',
      },
    },
    'certificate-confirmation-not-valid': {
      kind: 'rule',
      en: {
        title: 'No valid statement to replace',
        detail:
          'replacesId must name the valid statement of the laboratory on this certificate; {replacesId} is not it.',
        remedy: 'Read GET /v1/certificate-confirmations and give the last statement.',
      },
      zh: {
        title: '没有可更正的有效确认',
        detail: '“被更正记录编号”（replacesId）须为检测机构对该检测结果当前有效的确认记录，{replacesId} 不符合要求。',
        remedy: '请通过 GET /v1/certificate-confirmations 查询，并填写最近一次确认记录的编号。',
      },
    },
  },
  {},
  {
    'certificate-confirmation-missing': { id: NOTHING },
    'laboratory-not-named': { id: ids.assay, pointer: '#/params/id' },
    'certificate-hash-missing': { pointer: '#/body/certificateSha256' },
    'sample-mark-missing': { id: ids.assay, pointer: '#/params/id' },
    'seen-manifest-missing': { pointer: '#/body/seenManifestNumber' },
    'certificate-confirmed-already': { existingId: ids.certificateConfirmation, pointer: '#/body/replacesId' },
    'certificate-confirmation-not-valid': { replacesId: NOTHING, pointer: '#/body/replacesId' },
  },
);
