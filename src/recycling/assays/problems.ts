/** Problems of assays and their certificates. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const assayProblem = defineProblems(
  {
    'assay-exists': {
      kind: 'conflict',
      en: {
        title: 'Assay already recorded',
        detail:
          'A valid assay is already recorded for the same batch, run, material, deliveries of the same supplier, or declared default.',
        remedy: 'To correct it, give the id of the valid assay in replacesId.',
      },
      zh: {
        title: '检测记录已存在',
        detail: '同一批次、处理批次、自产物料、供货方同类货物或申报默认值已有有效的检测记录。',
        remedy: '如需更正，请在“被更正记录编号”（replacesId）中填写当前有效的检测记录编号。',
      },
    },
    'assay-not-its-correction': {
      kind: 'rule',
      en: {
        title: 'Correction of a different assay',
        detail:
          'Assay {replacesId} belongs to another batch, deliveries of another supplier, or another declared default.',
        remedy:
          'In replacesId, give the assay of the same batch, deliveries of the same supplier, or declared default.',
      },
      zh: {
        title: '与所更正的检测记录不符',
        detail: '检测记录 {replacesId} 针对其他批次、供货方同类货物或申报默认值。',
        remedy: '请在“被更正记录编号”（replacesId）中填写同一批次、供货方同类货物或申报默认值的检测记录编号。',
      },
    },
    'assay-sampled-early': {
      kind: 'rule',
      en: {
        title: 'Sampled before it was there',
        detail: 'The sample is dated {sampledAt:time}. What it was taken from was there from {firstAt:time} on.',
        remedy: 'Enter the time of sampling: {firstAt:time} or later.',
      },
      zh: {
        title: '采样早于物料形成时间',
        detail: '所填采样时间为 {sampledAt:time}，而所采物料自 {firstAt:time}起方存在。',
        remedy: '请填写实际采样时间，不得早于 {firstAt:time}。',
      },
    },
    'certificate-missing': {
      kind: 'missing',
      en: {
        title: 'Certificate not found',
        detail: 'Your organisation has uploaded no file {id}.',
        remedy: 'Upload the certificate first (POST /v1/files) and give its id in certificateFileId.',
      },
      zh: {
        title: '检测报告文件不存在',
        detail: '本单位没有上传编号为 {id} 的文件。',
        remedy: '请先上传检测报告（POST /v1/files），再将其编号填入“检测报告文件编号”（certificateFileId）。',
      },
    },
    'certificate-differs': {
      kind: 'rule',
      en: {
        title: 'File and SHA-256 of the certificate differ',
        detail: 'File {fileId} has the SHA-256 {sha256}; certificateSha256 is {givenSha256}.',
        remedy: 'Give certificateFileId alone, or the SHA-256 of that file.',
      },
      zh: {
        title: '检测报告文件与 SHA-256 不符',
        detail:
          '文件 {fileId} 的 SHA-256 为 {sha256}，所填“检测报告文件 SHA-256”（certificateSha256）为 {givenSha256}。',
        remedy: '请只填写“检测报告文件编号”（certificateFileId），或填写该文件的 SHA-256。',
      },
    },
  },
  {},
  {
    'assay-exists': { batchId: ids.receivedBatch, pointer: '#/body/replacesId' },
    'assay-not-its-correction': { replacesId: ids.assay, pointer: '#/body/replacesId' },
    'assay-sampled-early': {
      ...{ sampledAt: '2026-10-04T06:00:00.000Z', firstAt: '2026-10-05T00:30:00.000Z' },
      pointer: '#/body/sampledAt',
    },
    'certificate-missing': { id: NOTHING, pointer: '#/body/certificateFileId' },
    'certificate-differs': {
      fileId: ids.file,
      sha256: '8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4',
      givenSha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
      pointer: '#/body/certificateSha256',
    },
  },
);
