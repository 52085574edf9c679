/** Names of the fields of approvals and of exemptions from them. */
import type { Fields } from '../core/messages/field.ts';
import { APPROVAL_TERMS } from './terms.ts';

export const APPROVAL_FIELDS: Fields = {
  'approvals.number': { en: 'number of the decision', zh: '批准文号' },
  consignorId: { en: 'consignor', zh: '移出人编号' },
  'approvals.licenceId': { en: 'licence of the receiver', zh: '接受人许可证编号' },
  'quantities.wasteCode': { en: 'waste code', zh: '废物代码' },
  'approvals.wasteCode': { en: 'waste code', zh: '废物代码' },
  'transfer-exemptions.wasteCode': { en: 'waste code', zh: '废物代码' },
  'transfer-exemptions.wasteCodes': { en: 'waste codes', zh: '废物代码' },
  'transfer-exemptions.validFrom': { en: 'valid from', zh: '有效期起' },
  'transfer-exemptions.validTo': { en: 'no longer valid from', zh: '有效期止（不含当日）' },
  quantities: { en: 'approved quantities', zh: '批准数量' },
  treatmentMethods: { en: 'treatment methods', zh: '利用处置方式' },
  decidedOn: { en: 'day of the decision', zh: '决定日期' },
  requestedUntil: { en: 'last day that was applied for', zh: '拟转移截止日期' },
  legalBasis: { en: 'provision of law', zh: '批准依据' },
  grantedBy: { en: 'document that grants the exemption', zh: '豁免依据文件' },
  'approvals.documents': { en: 'documents of the decision', zh: '决定材料' },
  'documents.fileName': { en: 'name of the file', zh: '文件名' },
  'documents.sha256': { en: 'SHA-256 of the file', zh: '文件SHA-256' },
  validOn: { en: 'valid on', zh: '有效日期' },
  'approvals.state': { en: 'state of the approval', zh: '批准状态', codes: APPROVAL_TERMS['approval-state'] },
  'withdraw.withdrawnOn': { en: 'first day without validity', zh: '撤销日期' },
  receivers: { en: 'credit codes of the receivers', zh: '接受人统一社会信用代码' },
  endedOn: { en: 'first day without the exemption', zh: '终止日期' },
  receiverUscc: { en: 'credit code of the receiver', zh: '接受人统一社会信用代码' },
  approvalId: { en: 'approval', zh: '批准决定编号' },
  exemptionId: { en: 'exemption', zh: '豁免规定编号' },
};
