/** Problems of uses and their confirmations. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const useProblem = defineProblems(
  {
    'use-confirmation-missing': {
      kind: 'missing',
      en: {
        title: 'Confirmation of use not found',
        detail: 'No confirmation of use {id} is visible to you.',
        remedy: 'Check the id. List your own records: GET /v1/use-confirmations.',
      },
      zh: {
        title: '利用确认记录不存在',
        detail: '没有您可查看的利用确认记录 {id}。',
        remedy: '请核对利用确认记录编号；本单位的记录可通过 GET /v1/use-confirmations 查询。',
      },
    },
    'confirmation-file-missing': {
      kind: 'missing',
      en: {
        title: 'File of the confirmation not found',
        detail: 'Your organisation has uploaded no file {id}.',
        remedy: 'Upload the confirmation first (POST /v1/files) and give its id in fileId.',
      },
      zh: {
        title: '利用确认文件不存在',
        detail: '本单位没有上传编号为 {id} 的文件。',
        remedy: '请先上传利用确认文件（POST /v1/files），再将其编号填入“证明文件编号”（fileId）。',
      },
    },
    'confirmation-not-for-kind': {
      kind: 'rule',
      en: {
        title: 'Neither a sale nor a use',
        detail: 'Record {dispositionId} is a disposal. Only a sale or a use is confirmed.',
        remedy: 'Confirm the record of kind sale or use under which the mass left.',
      },
      zh: {
        title: '该去向不是销售或综合利用',
        detail: '去向记录 {dispositionId} 为处置，只有销售和综合利用须经接收方确认。',
        remedy: '请对类型为销售（sale）或综合利用（use）的去向记录进行确认。',
      },
    },
    'receiver-not-independent': {
      kind: 'rule',
      en: {
        title: 'Receiver not independent',
        detail:
          'The register shows a sign that receiver {receiverId} belongs to the enterprise whose delivery it confirms: the name, a contact, a manager or a telephone number.',
        remedy:
          'Let the enterprise record what the receiver confirmed, with its file. It does not count as seen by an independent receiver. Correct the register if it is wrong.',
      },
      zh: {
        title: '接收方不独立',
        detail: '登记信息显示，接收方 {receiverId} 与出厂单位存在关联（名称、联系人、负责人或电话相同或相近）。',
        remedy: '可由出厂单位附接收方的证明文件填报，但不视为经独立接收方确认；登记信息有误的，请先更正。',
      },
    },
    'confirmation-unproved': {
      kind: 'rule',
      en: {
        title: 'Confirmation without proof',
        detail: 'A confirmation that the recycler records needs the uploaded file of what the receiver confirmed.',
        remedy: 'Upload the file (POST /v1/files) and give its id in fileId, or let the registered receiver confirm.',
      },
      zh: {
        title: '缺少利用确认证明文件',
        detail: '由再生利用单位填报的利用确认，须附接收方出具的证明文件。',
        remedy: '请上传证明文件（POST /v1/files）并将其编号填入“证明文件编号”（fileId），或由已登记的接收方自行确认。',
      },
    },
    'confirmation-early': {
      kind: 'rule',
      en: {
        title: 'Confirmed before the delivery, or on a day to come',
        detail: 'The confirmation is of {confirmedOn}; the mass left on {leftOn}.',
        remedy: 'Check confirmedOn and the delivery that it belongs to.',
      },
      zh: {
        title: '确认日期不在允许范围内',
        detail: '所填确认日期为 {confirmedOn}，物料运出日期为 {leftOn}；确认日期不得早于运出日期，也不得晚于今日。',
        remedy: '请核对“确认日期”（confirmedOn）及所确认的去向记录。',
      },
    },
    'confirmation-exists': {
      kind: 'conflict',
      en: {
        title: 'Confirmation already recorded',
        detail: 'Confirmation {number} is already recorded for this delivery.',
        remedy: 'To correct it, give its id in replacesId. A further part has a confirmation with another number.',
      },
      zh: {
        title: '利用确认已存在',
        detail: '该去向记录已有编号为 {number} 的利用确认。',
        remedy: '如需更正，请在“被更正记录编号”（replacesId）中填写其编号；分批确认的，请使用不同的确认编号。',
      },
    },
    'confirmation-not-its-correction': {
      kind: 'rule',
      en: {
        title: 'Correction of a different confirmation',
        detail: 'Confirmation {replacesId} has another number or another author, or is corrected already.',
        remedy: 'In replacesId, give the valid confirmation of the same number that your organisation recorded.',
      },
      zh: {
        title: '与所更正的利用确认不符',
        detail: '利用确认 {replacesId} 的编号或填报单位不同，或已被更正。',
        remedy: '请在“被更正记录编号”（replacesId）中填写本单位填报、编号相同且有效的利用确认记录编号。',
      },
    },
    'confirmation-exceeds-delivery': {
      kind: 'rule',
      en: {
        title: 'More confirmed than delivered',
        detail:
          '{deliveredGrams:mass} were delivered and {confirmedGrams:mass} of it are confirmed already; another {statedGrams:mass} are more than that.',
        remedy: 'Check the mass and its unit (grams), or correct the delivery first.',
      },
      zh: {
        title: '确认量超过运出量',
        detail:
          '该去向运出 {deliveredGrams:mass}，已确认 {confirmedGrams:mass}，本次再确认 {statedGrams:mass}将超过运出量。',
        remedy: '请核对重量（填报单位为克），或先更正去向记录。',
      },
    },
  },
  {},
  {
    'use-confirmation-missing': { id: NOTHING },
    'confirmation-file-missing': { id: NOTHING, pointer: '#/body/fileId' },
    'confirmation-not-for-kind': { dispositionId: ids.disposition, pointer: '#/params/id' },
    'receiver-not-independent': { receiverId: ids.recycler, pointer: '#/params/id' },
    'confirmation-unproved': { pointer: '#/body/fileId' },
    'confirmation-early': { confirmedOn: '2026-10-01', leftOn: '2026-10-12', pointer: '#/body/confirmedOn' },
    'confirmation-exists': { number: '演示确-2026-31', pointer: '#/body/number' },
    'confirmation-not-its-correction': { replacesId: ids.useConfirmation, pointer: '#/body/replacesId' },
    'confirmation-exceeds-delivery': {
      ...{ deliveredGrams: 95_000, confirmedGrams: 60_000, statedGrams: 40_000 },
      pointer: '#/body/massGrams',
    },
  },
);
